using Entente.App.Shell;

namespace Entente.App.Agreements;

/// <summary>What a kind is called: by its code where the register knows it, else as printed.</summary>
internal static class KindWords
{
    public static string Of(string key) => PageWords.Find($"kind.{key}") ?? key;
}

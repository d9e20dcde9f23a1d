using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>What a kind is called: as its register says, else as in every register; where there is no code, as printed.</summary>
internal static class KindWords
{
    public static string Of(Register register, string key) => Of(register.Kinds, key);

    public static string Of(IReadOnlyList<RegisterKind> kinds, string key) => kinds.FirstOrDefault(k => k.Code == key)?.Name ?? Everywhere(key) ?? key;

    /// <summary>Null for a kind that only one register has.</summary>
    public static string? Everywhere(string code) => PageWords.Find($"kind.{code}");
}

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>What a kind is called: as its register says, else as in every register; where there is no code, as printed.</summary>
internal static class KindWords
{
    public static string Of(Register register, string key) => Of(register.Kinds, key);

    public static string Of(IReadOnlyList<RegisterKind> kinds, string key) => kinds.FirstOrDefault(k => k.Code == key)?.Name ?? Everywhere(key) ?? key;

    /// <summary>As they are printed, and what that is where only this register says so.</summary>
    public static string Said(Register register, Facts facts) => string.Join("; ", facts.Kinds.Select(k =>
        k.Code is { } code && register.Kinds.Any(own => own.Code == code && own.Wordings.Any(w => string.Equals(w, k.Text, StringComparison.OrdinalIgnoreCase)))
            ? Wording.Of("meaning.kind-means", k.Text, Of(register, code)) : k.Text));

    /// <summary>Null for a kind that only one register has.</summary>
    public static string? Everywhere(string code) => PageWords.Find($"kind.{code}");
}

using AnyAscii;

namespace Entente.Core;

/// <summary>What a register says of one kind: of one that every register has, or of one of its own.</summary>
/// <param name="Code">Stable, whatever the kind is called later.</param>
/// <param name="Name">Null: as it is called in every register.</param>
public sealed record RegisterKind(string Code, string? Name)
{
    /// <summary>What else agreements call it. The printed wording is kept with each of them.</summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];

    /// <summary>The name is a wording too.</summary>
    public IEnumerable<string> Phrases => Name is null ? Wordings : Wordings.Prepend(Name);

    /// <summary>A code for a new kind: its name in plain Latin letters, and a number where that is taken.</summary>
    /// <param name="taken">Codes that are there already, or mean something else in addresses.</param>
    public static string CodeFor(string name, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var plain = SearchText.Plain(name.Transliterate()).Replace(' ', '-');
        var code = plain.Length == 0 ? "kind" : plain;
        var numbered = code;
        for (var i = 2; taken.Contains(numbered); i++)
            numbered = $"{code}-{i}";
        return numbered;
    }
}

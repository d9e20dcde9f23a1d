namespace Entente.Core;

public enum NameKind
{
    Name,
    Acronym,
    Translation,
}

public enum CountryBasis
{
    Stated,
    Inherited,
    Inferred,
    Unstated,
}

/// <summary>One form of a name that a cell gives.</summary>
/// <param name="Language">BCP 47, when known.</param>
public sealed record PartyName(string Text, string? Language = null, NameKind? Kind = null);

/// <summary>A partner as one agreement prints it. Which institution it is, is the <see cref="Partner"/>'s matter.</summary>
/// <param name="Name">As printed, white space collapsed, wrapped lines joined; empty when the row names no partner.</param>
public sealed record Party(string Name)
{
    /// <summary>All that the cell says, when it says more than the partner's name: the institution's own side, which is no partner.</summary>
    public string? Text { get; init; }

    /// <summary>Each form that the cell gives, when there are several.</summary>
    public IReadOnlyList<PartyName> Names { get; init; } = [];

    public string? Unit { get; init; }

    public string? City { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public string? CountryText { get; init; }

    public CountryBasis CountryBasis { get; init; } = CountryBasis.Unstated;

    public IReadOnlyList<Place> Places { get; init; } = [];
}

using Entente.Edtf;

namespace Entente.Core;

public enum EndsBasis
{
    Stated,
    Computed,
    Open,
    Unstated,
    Conflict,
}

/// <summary>Why there is no end.</summary>
public enum NoEnd
{
    EmptyCell,
    NoColumn,
    Unspecified,
    NotRead,
}

/// <summary>When an agreement ends, and what that rests on.</summary>
public sealed record Ends(EndsBasis Basis)
{
    /// <summary>The last day in force (of the first period, when it renews); the likelier value of a conflict.</summary>
    public EdtfValue? On { get; init; }

    /// <summary>The latest possible last day, when an option or an extension may carry it further.</summary>
    public EdtfValue? Latest { get; init; }

    /// <summary>All values of a conflict, else empty.</summary>
    public IReadOnlyList<EdtfValue> Candidates { get; init; } = [];

    /// <summary>Set exactly when the basis is unstated.</summary>
    public NoEnd? Why { get; init; }

    /// <summary>The end as printed; null when it was only computed.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];
}

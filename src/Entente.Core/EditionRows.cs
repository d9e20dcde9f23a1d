namespace Entente.Core;

/// <summary>One row of a source as it stood there, kept for an edition.</summary>
public sealed record EditionRow(int Order, string? Table, string Text)
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Number of the agreement that it is about; null in editions of before this was kept.</summary>
    public string? Agreement { get; init; }

    /// <summary>A person left it out: it is no agreement.</summary>
    public bool IsSkipped { get; init; }
}

/// <summary>All rows of an edition, kept as one piece.</summary>
public sealed record EditionRows(int RegisterId, Guid EditionId, IReadOnlyList<EditionRow> Rows)
{
    /// <summary>What each token became; null in editions of before this was kept.</summary>
    public IReadOnlyList<Piece>? Pieces { get; init; }
}

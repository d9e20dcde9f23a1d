namespace Entente.Core;

/// <summary>One row of a source as it stood there, kept for an edition.</summary>
public sealed record EditionRow(int Order, string? Table, string Text)
{
    public IReadOnlyList<Place> Places { get; init; } = [];
}

/// <summary>All rows of an edition, kept as one piece.</summary>
public sealed record EditionRows(int RegisterId, Guid EditionId, IReadOnlyList<EditionRow> Rows);

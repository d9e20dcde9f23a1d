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

/// <summary>Rows of an edition, kept as one piece: all of them, or of a long list so many as were read at a time.</summary>
/// <param name="FirstOrder">Order of the first of them; 1 where it is all.</param>
public sealed record EditionRows(int RegisterId, Guid EditionId, int FirstOrder, IReadOnlyList<EditionRow> Rows)
{
    /// <summary>The line on which the first of them begins; 1 where they are on none.</summary>
    public int FirstLine => Rows.Count == 0 ? 1 : Rows[0].Places.Select(p => p.Line).Min() ?? 1;

    /// <summary>What each token became; null in editions of before this was kept.</summary>
    public IReadOnlyList<Piece>? Pieces { get; init; }
}

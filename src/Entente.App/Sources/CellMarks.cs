using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>What the cells of a document became, as far as it is told here.</summary>
public sealed class CellMarks
{
    private readonly ILookup<string, Piece> pieces;
    private readonly HashSet<string> own;
    private readonly HashSet<string> pointed;
    private readonly string? only;

    /// <param name="pieces">Those of the cells that are shown.</param>
    /// <param name="own">The spots of what is spoken of; only their rows are.</param>
    /// <param name="pointed">The spots that are spoken of above all.</param>
    /// <param name="only">What alone is to be seen.</param>
    public CellMarks(IEnumerable<Piece> pieces, IEnumerable<string> own, IEnumerable<string> pointed, string? only = null)
    {
        this.only = only;
        this.pieces = pieces.Where(p => DocumentCells.SpotOf(p.Place) is not null).ToLookup(p => DocumentCells.SpotOf(p.Place)!);
        this.pointed = [.. pointed];
        this.own = [.. own, .. this.pointed];
    }

    public bool IsOwn(string? spot) => spot is not null && own.Contains(spot);

    public bool IsPointed(string? spot) => spot is not null && (pointed.Contains(spot) || (only is not null && pieces[spot].Any(p => SourcePiece.FieldOf(p) == only)));

    /// <summary>Null where that is not told.</summary>
    public SourcePiece? Of(DocumentCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Spot is null || cell.Text.Length == 0)
            return null;
        var piece = pieces[cell.Spot].FirstOrDefault(p => only is null || SourcePiece.FieldOf(p) == only);
        return piece is not null ? new SourcePiece(cell.Text, SourcePiece.FieldOf(piece), piece.Why) : pointed.Contains(cell.Spot) ? new SourcePiece(cell.Text, SourcePiece.Rest) : null;
    }

    /// <summary>The records of a row.</summary>
    public IReadOnlyList<int> Beginning(DocumentRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. row.Cells.Where(c => c.Spot is not null).SelectMany(c => pieces[c.Spot!]).Select(p => p.Record).OfType<int>().Distinct()];
    }
}

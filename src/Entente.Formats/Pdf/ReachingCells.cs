namespace Entente.Formats.Pdf;

/// <summary>Lines of cells that are alone on their line and reach a little into the next column: they stand as the others of their column do, and are no headings.</summary>
internal static class ReachingCells
{
    private const int Fewest = 3;

    /// <summary>Sizes of the font that such a line reaches over the end of its column at most; points: how exactly cells stand at one place, and how different their widths are at least.</summary>
    private const double Farthest = 1.5, Same = 1.5, Differ = 3;

    /// <summary>Points: how near to its middle what stands in the middle of a table is.</summary>
    private const double Centred = 4;

    /// <param name="lines">Of a table; those lines get their column.</param>
    public static void Take(List<List<Piece>> lines, List<double> edges)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is [{ Span: 2 } piece] && ColumnOf(piece, edges) is { } column && Math.Abs(piece.Box.Middle - ((edges[0] + edges[^1]) / 2)) > Centred && StandsIn(lines, piece, column))
                lines[i] = [piece with { Column = column, Span = 1 }];
        }
    }

    /// <summary>The column of which it nearly is.</summary>
    private static int? ColumnOf(Piece piece, List<double> edges)
    {
        var edge = edges[piece.Column + 1];
        return piece.Box.Right - edge < Farthest * piece.Size ? piece.Column : edge - piece.Box.Left < Farthest * piece.Size ? piece.Column + 1 : null;
    }

    /// <summary>Headings begin in the first column as its cells do.</summary>
    private static bool StandsIn(List<List<Piece>> lines, Piece piece, int column)
    {
        var own = lines.Where(l => l.Count > 1).SelectMany(l => l).Where(p => p.Column == column && p.Span == 1).Select(p => p.Box).ToList();
        bool AtOnePlace(Func<Box, double> place) => own.FindAll(o => Math.Abs(place(o) - place(piece.Box)) < Same) is var same && same.Count >= Fewest && same.Count * 2 > own.Count && same.Max(o => o.Width) - same.Min(o => o.Width) > Differ;
        return AtOnePlace(b => b.Middle) || (column > 0 && (AtOnePlace(b => b.Left) || AtOnePlace(b => b.Right)));
    }
}

namespace Entente.Formats.Pdf;

/// <summary>Lines that go on with a cell of the row above them: they are of the table, and no foot of the page.</summary>
internal static class HangingLines
{
    /// <summary>The distance of lines of a cell, in sizes of the font; how exactly they begin at one place, in points.</summary>
    private const double Leading = 1.55, Exact = 1;

    private const int MostBack = 4;

    /// <param name="lines">Of a page, from its top.</param>
    public static bool IsOne(IReadOnlyList<PdfLine> lines, int at)
    {
        var line = lines[at];
        for (var over = at - 1; over >= Math.Max(0, at - MostBack); over--)
        {
            var above = lines[over];
            var isNext = line.Box.Top > above.Box.Centre && line.Box.Bottom - above.Box.Bottom < Leading * Math.Min(line.Size, above.Size);
            if (isNext && line.Pieces.All(p => GoesOn(above, p)) && (IsOfRow(lines, over) || IsOne(lines, over)))
                return true;
        }

        return false;
    }

    /// <summary>It begins where a text of the line above does, and ends before the next one begins.</summary>
    private static bool GoesOn(PdfLine above, List<PdfWord> piece)
    {
        var over = above.Pieces.ToList().FindIndex(p => Math.Abs(p[0].Box.Left - piece[0].Box.Left) < Exact);
        return over >= 0 && (over + 1 == above.Pieces.Count || piece[^1].Box.Right < above.Pieces[over + 1][0].Box.Left);
    }

    /// <summary>It is a row, or stands half beside one.</summary>
    private static bool IsOfRow(IReadOnlyList<PdfLine> lines, int at)
    {
        bool IsBeside(PdfLine line) => line.Box.Top < lines[at].Box.Bottom && line.Box.Bottom > lines[at].Box.Top && OpenTables.IsOfColumns(line);
        return Enumerable.Range(Math.Max(0, at - 1), Math.Min(at, 1) + 1).Concat(at + 1 < lines.Count ? [at + 1] : []).Any(i => IsBeside(lines[i]));
    }
}

namespace Entente.Formats.Pdf;

/// <summary>Tables of which only the frame and the heads are drawn: the cells of the heads say where columns are, and nothing says where rows are.</summary>
internal static class FramedTables
{
    private const int FewestColumns = 3, FewestRows = 2, MostLinesOfRows = 5;

    /// <summary>The table as one that is not drawn, where its rows are not; else as it is.</summary>
    /// <param name="page">That it was found on.</param>
    public static PdfTable Of(PdfPage page, PdfTable table)
    {
        var bodies = table.Cells.Where(c => c.ColumnSpan == table.Columns && c.Text.Length > 0).ToList();
        if (table.Columns < FewestColumns || bodies.Count == 0 || bodies.Min(b => b.Row) is var first && !AreHeads(table, first))
            return table;
        var lines = PdfLine.Of(page.Words.Where(w => table.Box.Holds(w.Box.Middle, w.Box.Centre)));
        var heads = lines.Count(l => l.Box.Centre < bodies[0].Box.Top);
        List<double> edges = [.. table.Edges];
        return AreRows(lines[heads..], bodies, edges) ? OpenTables.InColumns(page, lines, edges, heads) : table;
    }

    /// <summary>Whether what is drawn over a row is a cell for each column.</summary>
    private static bool AreHeads(PdfTable table, int row) => row > 0 && table.Cells.Count(c => c.Row + c.RowSpan == row && c is { ColumnSpan: 1, Text.Length: > 0 }) * 2 > table.Columns;

    /// <summary>Most lines stand in cells as wide as the table, and enough of those have words apart in half of the columns: cells of several lines have others between them.</summary>
    private static bool AreRows(List<PdfLine> lines, List<PdfCell> bodies, List<double> edges)
    {
        var within = lines.FindAll(l => bodies.Exists(b => b.Box.Holds(l.Box.Middle, l.Box.Centre)));
        var apart = within.Count(l => l.Pieces.Select(p => OpenTables.ColumnOf(p[0].Box.Left + 1, edges)).Distinct().Count() * 2 >= edges.Count - 1);
        return within.Count * 2 > lines.Count && apart >= FewestRows && apart * MostLinesOfRows > within.Count;
    }
}

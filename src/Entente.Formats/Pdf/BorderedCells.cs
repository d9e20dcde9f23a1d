namespace Entente.Formats.Pdf;

/// <summary>Cells over several rows in a table that is not drawn, where lines through their column show how far they reach: between two of them one text is of all rows.</summary>
internal static class BorderedCells
{
    private const int FewestGroups = 3;

    /// <summary>Share of a column's texts that a border crosses; points: how near two lines are that are one; heights of a line between the lines of a text at most.</summary>
    private const double Across = 0.8, Same = 4, OfText = 0.8;

    /// <returns>Each cell with the cells of rows that it was cut into and its rows; none where the column has no such cells.</returns>
    /// <param name="tables">A table from page to page.</param>
    /// <param name="data">Its rows.</param>
    public static List<(int Table, PdfCell Cell, List<PdfCell> Parts, List<TiledRow> Rows)> Of(List<PdfTable> tables, int column, List<TiledRow> data)
    {
        var found = new List<(int Table, PdfCell Cell, List<PdfCell> Parts, List<TiledRow> Rows)>();
        foreach (var (i, table) in tables.Index())
        {
            var borders = Borders(table, column);
            var texts = table.Cells.Where(c => c.Column == column && c.ColumnSpan == 1 && c.Row >= table.Heads && c.Text.Length > 0).OrderBy(c => c.Box.Top).ToList();
            foreach (var (at, group) in data.Where(r => r.Table == i).GroupBy(r => borders.Count(b => b < r.Box.Centre)).Index())
            {
                var parts = texts.FindAll(c => borders.Count(b => b < c.Box.Centre) == group.Key);
                // What a page's end cut has its text on the page before.
                if (parts.Count == 0 && at == 0 && i > 0)
                    continue;
                if (parts.Count == 0 || !AreOne(parts))
                    return [];
                found.Add((i, Joined(parts), parts, [.. group]));
            }
        }

        return found.Count >= FewestGroups && found.Exists(f => f.Rows.Count > 1) ? found : [];
    }

    /// <summary>Lines through the column stand between any two rows: no cell is of several.</summary>
    public static bool PartEachRow(List<PdfTable> tables, int column, List<TiledRow> data)
    {
        var borders = tables.ConvertAll(t => Borders(t, column));
        return data.Count > 1 && data.Zip(data.Skip(1)).All(p => p.First.Table != p.Second.Table || borders[p.First.Table].Exists(b => b > p.First.Box.Centre && b < p.Second.Box.Centre));
    }

    /// <summary>Lines through the column, also where they end with it.</summary>
    private static List<double> Borders(PdfTable table, int column)
    {
        var own = table.Cells.Where(c => c.Column == column && c.ColumnSpan == 1).Select(c => c.Box).ToList();
        if (own.Count == 0)
            return [];
        var box = Box.Around(own);
        var at = table.Rulings.GroupBy(r => Math.Round(r.At)).Where(g => g.Sum(r => Math.Max(0, Math.Min(r.To, box.Right) - Math.Max(r.From, box.Left))) > Across * box.Width).Select(g => g.Min(r => r.At)).Order().ToList();
        return [.. at.Where((y, i) => i == 0 || y - at[i - 1] > Same)];
    }

    /// <summary>The lines of one text, no row between them.</summary>
    private static bool AreOne(List<PdfCell> parts) => parts.Zip(parts.Skip(1)).All(p => p.Second.Box.Top - p.First.Box.Bottom < OfText * p.Second.LineHeight);

    private static PdfCell Joined(List<PdfCell> parts) =>
        parts.Skip(1).Aggregate(parts[0], (above, cell) => above with { Text = PdfTable.Joined(above.Text, cell.Text), Box = above.Box.With(cell.Box) });
}

namespace Entente.Formats.Pdf;

/// <summary>Cells over several rows of which a page does not show how far they reach.</summary>
internal static class MergedCells
{
    private const int MostHeads = 3;

    /// <summary>A cell that the end of a page cut goes on at the top of the next one, where the column has merged cells and leaves nothing else blank.</summary>
    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> GoneOn(List<PdfTable> run)
    {
        var heads = Enumerable.Range(0, MostHeads).Select(row => BrokenRows.TextOf(run[0], row)).Where(t => t.Length > 0).ToHashSet();
        var tables = run.ToList();
        for (var i = 1; i < tables.Count; i++)
        {
            var table = tables[i];
            var first = Enumerable.Range(0, table.Rows).FirstOrDefault(r => BrokenRows.TextOf(table, r) is { Length: > 0 } text && !heads.Contains(text), -1);
            for (var column = 0; first >= 0 && column < table.Columns; column++)
            {
                if (CellAt(table, first, column) is { Text.Length: > 0 } || CellAt(tables[i - 1], tables[i - 1].Rows - 1, column) is not { Text.Length: > 0 } above || !IsMerged(run, column, first))
                    continue;
                var blank = table.Cells.FirstOrDefault(c => c.Column == column && c.Row == first);
                var rows = blank?.RowSpan ?? Enumerable.Range(first, table.Rows - first).TakeWhile(r => CellAt(table, r, column) is null).Count();
                table = table with { Cells = [.. table.Cells.Where(c => c != blank), above with { Row = first, RowSpan = rows }] };
            }

            tables[i] = table;
        }

        return tables;
    }

    /// <param name="first">The first row below the heads of a further page.</param>
    private static bool IsMerged(List<PdfTable> run, int column, int first) =>
        run.Exists(t => t.Cells.Any(c => c.Column == column && c.RowSpan > 1 && c.Row + 1 >= first && c.Text.Length > 0))
        && run.TrueForAll(t => Enumerable.Range(first + 1, Math.Max(0, t.Rows - first - 1)).All(r => CellAt(t, r, column) is { Text.Length: > 0 } || Enumerable.Range(first, r - first).All(o => CellAt(t, o, column) is null or { Text.Length: 0 })));

    private static PdfCell? CellAt(PdfTable table, int row, int column) =>
        table.Cells.FirstOrDefault(c => c.Column <= column && column < c.Column + c.ColumnSpan && c.Row <= row && row < c.Row + c.RowSpan);
}

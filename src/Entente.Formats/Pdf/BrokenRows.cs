namespace Entente.Formats.Pdf;

/// <summary>Rows that the end of a page broke: what of one stands without its number belongs to the row before it or behind it.</summary>
internal static class BrokenRows
{
    private const int MostHeads = 3;

    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> Joined(List<PdfTable> run)
    {
        if (run.Count < 2 || !AreNumbered(run))
            return run;
        var heads = Enumerable.Range(0, MostHeads).Select(row => TextOf(run[0], row)).Where(t => t.Length > 0).ToHashSet();
        var tables = run.ToList();
        for (var i = 1; i < tables.Count; i++)
        {
            var (one, other) = (tables[i - 1], tables[i]);
            var first = Enumerable.Range(0, other.Rows).FirstOrDefault(r => TextOf(other, r) is { Length: > 0 } text && !heads.Contains(text), -1);
            if (first < 0)
                continue;
            if (!HasFirst(other, first))
                (tables[i - 1], tables[i]) = Moved(other, first, one, one.Rows - 1, isBefore: false);
            else if (!HasFirst(one, one.Rows - 1))
                (tables[i], tables[i - 1]) = Moved(one, one.Rows - 1, other, first, isBefore: true);
        }

        return tables;
    }

    /// <summary>Nearly every row has something in the first column.</summary>
    private static bool AreNumbered(List<PdfTable> run) =>
        run.Sum(t => t.Cells.Where(c => c.Column == 0 && c.Text.Length > 0).Select(c => c.Row).Distinct().Count()) * 10 >= run.Sum(t => t.Rows) * 8;

    public static string TextOf(PdfTable table, int row) => string.Join('|', table.Cells.Where(c => c.Row == row).OrderBy(c => c.Column).Select(c => c.Text));

    private static bool HasFirst(PdfTable table, int row) => table.Cells.Any(c => c.Column == 0 && c.Text.Length > 0 && c.Row <= row && row < c.Row + c.RowSpan);

    private static (PdfTable Into, PdfTable Left) Moved(PdfTable table, int row, PdfTable into, int target, bool isBefore)
    {
        var cells = into.Cells.ToList();
        foreach (var cell in table.Cells.Where(c => c.Row == row && c.Text.Length > 0))
        {
            var at = cells.FindIndex(c => c.Row == target && c.Column == cell.Column);
            if (at < 0)
                cells.Add(cell with { Row = target, RowSpan = 1 });
            else if (cells[at].Text.Length == 0)
                cells[at] = cells[at] with { Text = cell.Text };
            else
                cells[at] = cells[at] with { Text = isBefore ? $"{cell.Text}\n{cells[at].Text}" : $"{cells[at].Text}\n{cell.Text}" };
        }

        return (into with { Cells = cells }, table with { Cells = [.. table.Cells.Where(c => c.Row != row)] });
    }
}

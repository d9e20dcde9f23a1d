using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Rows that the end of a page broke: what of one stands without its number belongs to the row before it or behind it.</summary>
internal static class BrokenRows
{
    private const int MostHeads = 3, FewestMissing = 2;

    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> Joined(List<PdfTable> run)
    {
        if (run.Count < 2)
            return run;
        var isNumbered = AreNumbered(run);
        var tables = run.ToList();
        for (var i = 1; i < tables.Count; i++)
        {
            var (one, other) = (tables[i - 1], tables[i]);
            var first = FirstRow(run[0], other);
            if (first < 0)
                continue;
            if ((isNumbered && !HasFirst(other, first) && !IsSum(other, first)) || IsRest(run, one, other, first))
                (tables[i - 1], tables[i]) = Moved(other, first, one, one.Rows - 1, isBefore: false);
            else if ((isNumbered && !HasFirst(one, one.Rows - 1) && !IsSum(one, one.Rows - 1)) || IsBegun(run, one, other, first))
                (tables[i], tables[i - 1]) = Moved(one, one.Rows - 1, other, first, isBefore: true);
        }

        return tables;
    }

    /// <summary>A date in a merged cell of which the next page has the rest.</summary>
    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> WithWholeDates(List<PdfTable> run)
    {
        var tables = run.ToList();
        for (var i = 1; i < tables.Count; i++)
        {
            var (one, other) = (tables[i - 1], tables[i]);
            var first = FirstRow(run[0], other);
            foreach (var rest in other.Cells.Where(c => c.Row == first && c.Text.Length > 0).ToList())
            {
                if (one.Cells.LastOrDefault(c => c.Column == rest.Column && c.Row + c.RowSpan == one.Rows && c.Text.Length > 0) is not { } above || !PdfTable.IsBrokenDay(above.Text, rest.Text))
                    continue;
                var whole = above.Text + rest.Text;
                (one, other) = (With(one, above, whole), With(other, rest, whole));
            }

            (tables[i - 1], tables[i]) = (one, other);
        }

        return tables;
    }

    private static PdfTable With(PdfTable table, PdfCell cell, string text) => table with { Cells = [.. table.Cells.Select(c => c == cell ? c with { Text = text } : c)] };

    /// <summary>A row without what nearly every row has, and whose texts go on with lines that had no more room.</summary>
    private static bool IsRest(List<PdfTable> run, PdfTable one, PdfTable other, int row)
    {
        var cells = other.Cells.Where(c => c.Row == row && c.Text.Length > 0).ToList();
        var missing = Enumerable.Range(0, other.Columns).Count(c => !cells.Exists(o => o.Column == c) && IsAlways(run, c));
        return missing >= FewestMissing && missing >= cells.Count && cells.TrueForAll(c => c.ColumnSpan == 1 && !SaysOfItself(c.Text)
            && one.Cells.FirstOrDefault(o => o.Row == one.Rows - 1 && o.Column == c.Column && o.Text.Length > 0) is { } above && IsFull(run, above, c));
    }

    /// <summary>A row without what nearly every row has, whose texts had no more room and go on in the first row of the next page, which has what is missing.</summary>
    private static bool IsBegun(List<PdfTable> run, PdfTable one, PdfTable other, int first)
    {
        var cells = one.Cells.Where(c => c.Row == one.Rows - 1 && c.Text.Length > 0).ToList();
        var missing = Enumerable.Range(0, one.Columns).Where(c => !cells.Exists(o => o.Column == c) && IsAlways(run, c)).ToList();
        PdfCell? Next(int column) => other.Cells.FirstOrDefault(c => c.Row == first && c.Column == column && c.Text.Length > 0);
        return cells.Count > 0 && missing.Count >= FewestMissing && missing.Count >= cells.Count && missing.TrueForAll(c => Next(c) is not null)
            && cells.TrueForAll(c => c.ColumnSpan == 1 && !SaysOfItself(c.Text) && Next(c.Column) is { } below && IsFull(run, c, below));
    }

    private static bool IsAlways(List<PdfTable> run, int column) =>
        run.Sum(t => t.Cells.Where(c => c.Column == column && c.Text.Length > 0).Select(c => c.Row).Distinct().Count()) * 10 >= run.Sum(t => t.Rows) * 9;

    /// <summary>A heading, which goes on with nothing.</summary>
    public static bool SaysOfItself(string text) => new CellContent(text, Kinds.BuiltIn) is var content && (content.Countries.Count > 0 || content.Kinds.Count > 0 || content.YearOver is not null);

    /// <summary>The first word of a line had no room on the line before it.</summary>
    public static bool IsFull(List<PdfTable> tables, string above, string below, int column) =>
        above.Split('\n')[^1].Length + 1 + below.Split(' ', '\n')[0].Length > Widest(tables, column);

    /// <summary>As wide as they are drawn, where that is known.</summary>
    private static bool IsFull(List<PdfTable> tables, PdfCell above, PdfCell below)
    {
        if (above.LastLine == 0 || below.FirstWord == 0)
            return IsFull(tables, above.Text, below.Text, below.Column);
        var own = tables.SelectMany(t => t.Cells).Where(c => c.Column == below.Column && c.ColumnSpan == 1 && c.LastLine > 0).Select(c => c.Extent).ToList();
        return above.LastLine + below.FirstWord > own.Max(e => e.Right) - own.Min(e => e.Left);
    }

    /// <summary>How many letters the longest line of a column has.</summary>
    public static int Widest(List<PdfTable> tables, int column) =>
        tables.SelectMany(t => t.Cells).Where(c => c.Column == column && c.ColumnSpan == 1).SelectMany(c => c.Text.Split('\n')).Select(l => l.Length).DefaultIfEmpty().Max();

    /// <summary>The first row of a page that is no head of the first one again; -1: there is none.</summary>
    public static int FirstRow(PdfTable first, PdfTable table)
    {
        var heads = Enumerable.Range(0, MostHeads).Select(row => TextOf(first, row)).Where(t => t.Length > 0).ToHashSet();
        return Enumerable.Range(0, table.Rows).FirstOrDefault(r => TextOf(table, r) is { Length: > 0 } text && !heads.Contains(text), -1);
    }

    /// <summary>Nearly every row has something in the first column.</summary>
    private static bool AreNumbered(List<PdfTable> run) =>
        run.Sum(t => t.Cells.Where(c => c.Column == 0 && c.Text.Length > 0).Select(c => c.Row).Distinct().Count()) * 10 >= run.Sum(t => t.Rows) * 8;

    public static string TextOf(PdfTable table, int row) => string.Join('|', table.Cells.Where(c => c.Row == row).OrderBy(c => c.Column).Select(c => c.Text));

    private static bool HasFirst(PdfTable table, int row) => table.Cells.Any(c => c.Column == 0 && c.Text.Length > 0 && c.Row <= row && row < c.Row + c.RowSpan);

    private static bool IsSum(PdfTable table, int row) => table.Cells.Where(c => c.Row == row && c.Text.Length > 0).MinBy(c => c.Column) is { } text && TableRows.BeginsTotal(text.Text);

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
                cells[at] = cells[at] with { Text = isBefore ? PdfTable.Joined(cell.Text, cells[at].Text) : PdfTable.Joined(cells[at].Text, cell.Text) };
        }

        return (into with { Cells = cells }, table with { Cells = [.. table.Cells.Where(c => c.Row != row)] });
    }
}

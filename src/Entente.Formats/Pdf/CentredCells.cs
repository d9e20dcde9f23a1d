using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Cells over several rows, in the middle of which they stand, where no line shows how far they reach: they are of rows that together are all of the table, also from page to page.</summary>
internal sealed class CentredCells
{
    private const int FewestLabels = 4, MostLooked = 200;

    /// <summary>Points: how exactly a cell stands in the middle of its rows, and how near lines of one text are; shares of the height of a row.</summary>
    private const double Exact = 1.5, Near = 1, OfRow = 0.2, Off = 0.15;

    /// <summary>Heights of a line that are left between rows, and between the lines of a text.</summary>
    private const double Narrow = 0.75, OfText = 0.55;

    private readonly List<PdfTable> tables;

    private CentredCells(List<PdfTable> run) => tables = run;

    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> Of(List<PdfTable> run)
    {
        var made = new CentredCells([.. run]);
        for (var column = 0; column < run.Select(t => t.Columns).DefaultIfEmpty(0).Min(); column++)
            made.Spread(column);
        return made.tables;
    }

    private void Spread(int column)
    {
        var rows = WithBorders(RowsOf(column));
        var data = rows.FindAll(r => r.IsOfData);
        if (HasEachItsOwn(column, data) || BorderedCells.PartEachRow(tables, column, data))
            return;
        if (BorderedCells.Of(tables, column, data) is { Count: > 0 } bordered)
        {
            Replace(bordered);
            return;
        }

        var own = OwnOf(column, rows);
        if (data.Count < 2 || own.Count < 2 || own.Count >= data.Count || own.Exists(c => c.Cell.RowSpan > 1 || c.Cell.Text.Count(char.IsDigit) >= c.Cell.Text.Count(char.IsLetter)))
            return;
        var pitch = data.Select(r => r.Bottom - r.Top).Order().ElementAt(data.Count / 4);
        var isShown = own.Take(MostLooked).Any(c => IsBetween(c.Table, c.Cell.Box, rows)) || own.Take(MostLooked).Count(c => IsOff(c.Table, c.Cell, data)) > 1;
        if (!isShown && (own.Count < FewestLabels || own.Select(c => c.Cell.Text).Distinct().Count() < own.Count))
            return;
        var tiled = CellTiling.Of(rows, own.ConvertAll(c => (c.Table, c.Cell.Box)), pitch);
        var most = isShown ? Math.Max(Exact, OfRow * pitch) : Exact;
        var doubted = tiled?.ConvertAll(t => t.Off >= most) ?? own.ConvertAll(_ => true);
        var isTold = tiled is not null && tiled.Exists(t => t.To - t.From > 1) && doubted.Count(d => d) * 2 <= own.Count;
        if (!isShown && (!isTold || doubted.Contains(true)))
            return;
        // Where one is not told those beside it are not either.
        Replace([.. own.Select((o, i) => (o.Table, o.Cell with { Doubt = !isTold || Enumerable.Range(Math.Max(0, i - 1), 3).Any(n => n < own.Count && doubted[n]) ? "cell.of-rows" : null }, o.Parts, isTold ? rows[tiled![i].From..tiled[i].To] : []))]);
    }

    /// <summary>A column with a cell in each row has none over several.</summary>
    private bool HasEachItsOwn(int column, List<TiledRow> data)
    {
        var filled = tables.SelectMany((t, i) => t.Cells.Where(c => c.Column == column && c.Text.Length > 0).Select(c => (i, c.Row))).ToHashSet();
        return data.TrueForAll(r => filled.Contains((r.Table, r.Number)));
    }

    private void Replace(List<(int Table, PdfCell Cell, List<PdfCell> Parts, List<TiledRow> Rows)> own)
    {
        var parts = own.SelectMany(o => o.Parts).ToHashSet<PdfCell>(ReferenceEqualityComparer.Instance);
        var made = new List<(int Table, PdfCell Cell)>();
        foreach (var (table, cell, _, rows) in own)
        {
            if (rows.Count == 0)
                made.Add((table, cell));
            // A doubt is one of each of its rows.
            foreach (var here in rows.GroupBy(r => (r.Table, Row: cell.Doubt is null ? 0 : r.Number)))
                made.Add((here.Key.Table, cell with { Row = here.First().Number, RowSpan = here.Last().Number - here.First().Number + 1 }));
        }

        var byTable = made.ToLookup(m => m.Table, m => m.Cell);
        for (var i = 0; i < tables.Count; i++)
            tables[i] = tables[i] with { Cells = [.. tables[i].Cells.Where(c => !parts.Contains(c)), .. byTable[i]] };
    }

    /// <summary>The cells of a column below the heads; lines of one that stand beside several rows are one again. What stands on a line of its own is a heading.</summary>
    private List<(int Table, PdfCell Cell, List<PdfCell> Parts)> OwnOf(int column, List<TiledRow> rows)
    {
        var own = new List<(int Table, PdfCell Cell, List<PdfCell> Parts)>();
        var others = rows.FindAll(r => !r.IsOfData).Select(r => (r.Table, r.Number)).ToHashSet();
        foreach (var (i, table) in tables.Index())
        {
            var here = rows.FindAll(r => r.Table == i && r.IsOfData);
            var between = here.Zip(here.Skip(1), (one, next) => next.Box.Top - one.Box.Bottom).Order().ToList();
            var least = between.Count == 0 ? 0 : between[between.Count / 4];
            foreach (var cell in table.Cells.Where(c => c.Column == column && c.ColumnSpan == 1 && c.Row >= table.Heads && c.Text.Length > 0 && !others.Contains((i, c.Row))).OrderBy(c => c.Box.Top))
            {
                var isLine = own.Count > 0 && own[^1] is var above && above.Table == i && cell.Box.Top - above.Cell.Box.Bottom is var blank && blank < least - Near && blank < OfText * cell.LineHeight;
                if (isLine)
                    own[^1] = (i, own[^1].Cell with { Text = PdfTable.Joined(own[^1].Cell.Text, cell.Text), Box = own[^1].Cell.Box.With(cell.Box) }, [.. own[^1].Parts, cell]);
                else
                    own.Add((i, cell, [cell]));
            }
        }

        return own;
    }

    /// <summary>The rows of all pages, as the columns show them that have something in nearly each.</summary>
    private List<TiledRow> RowsOf(int column)
    {
        var byRow = tables.Select(t => t.Cells.Where(c => c.Row >= t.Heads && c.Text.Length > 0).GroupBy(c => c.Row).OrderBy(g => g.Key).ToList()).ToList();
        var all = byRow.SelectMany(r => r).Select(g => g.Where(c => c.Column != column).ToList()).ToList();
        var usual = all.Count == 0 ? 0 : all.Select(r => r.Count).Order().ElementAt(all.Count / 2);
        bool IsOfData(List<PdfCell> row) => row.Count * 2 >= usual && row.Count > 1 && !row.Exists(c => c.ColumnSpan > 1 && c.ColumnSpan * 2 > tables[0].Columns) && !TableRows.BeginsTotal(row.MinBy(c => c.Column)!.Text);
        var data = all.FindAll(IsOfData);
        var full = Enumerable.Range(0, tables.Select(t => t.Columns).DefaultIfEmpty(0).Max()).Where(c => c != column && data.Count(r => r.Exists(o => o.Column == c)) * 10 >= data.Count * 9).ToHashSet();
        var rows = new List<TiledRow>();
        foreach (var (i, table) in byRow.Index())
        {
            var boxes = table.ConvertAll(r => Box.Around(r.Select(c => c.Box)));
            foreach (var row in table)
            {
                var others = row.Where(c => c.Column != column).ToList();
                var shown = others.FindAll(c => full.Contains(c.Column));
                var box = shown.Count == 0 ? default : Box.Around(shown.Select(c => c.Box));
                // A cell of several rows may be as high as these.
                if (shown.Count > 0)
                    shown.AddRange(others.Where(c => !full.Contains(c.Column) && Math.Abs(c.Box.Centre - box.Centre) < Exact));
                // What the end of a page left of a row is none.
                var isRest = others.Count > 0 && !IsOfData(others) && (row == table[^1] ? i + 1 < byRow.Count : i > 0 && row == table[0]) && others.TrueForAll(c => c.ColumnSpan == 1) && !TableRows.BeginsTotal(others.MinBy(c => c.Column)!.Text);
                if (isRest)
                    continue;
                if (others.Count > 0)
                    rows.Add(new TiledRow(i, row.Key, Box.Around((shown.Count > 0 ? shown : others).Select(c => c.Box)), IsOfData(others)));
                else if (!IsWithin(row.First().Box, boxes))
                    rows.Add(new TiledRow(i, row.Key, Box.Around(row.Select(c => c.Box)), false));
            }
        }

        return rows;
    }

    /// <summary>What has a line for itself is a heading; a cell of several rows may stand between their lines.</summary>
    private static bool IsWithin(Box box, List<Box> rows)
    {
        var others = rows.FindAll(b => b != box);
        return !(others.TrueForAll(o => o.Bottom < box.Top + Near || o.Top > box.Bottom - Near)
            && others.Where(o => o.Bottom < box.Top + Near).Select(o => box.Top - o.Bottom).DefaultIfEmpty(box.Height).Min() + others.Where(o => o.Top > box.Bottom - Near).Select(o => o.Top - box.Bottom).DefaultIfEmpty(box.Height).Min() > Narrow * box.Height);
    }

    /// <summary>Rows end half way to the next; the first and the last of a page reach as far from their middle on both sides.</summary>
    private static List<TiledRow> WithBorders(List<TiledRow> rows)
    {
        var bordered = new List<TiledRow>();
        foreach (var (i, row) in rows.Index())
        {
            double? above = i > 0 && rows[i - 1].Table == row.Table ? (rows[i - 1].Box.Bottom + row.Box.Top) / 2 : null;
            double? below = i + 1 < rows.Count && rows[i + 1].Table == row.Table ? (row.Box.Bottom + rows[i + 1].Box.Top) / 2 : null;
            bordered.Add(row with { Top = above ?? (below is { } b ? (2 * row.Box.Centre) - b : row.Box.Top), Bottom = below ?? (above is { } a ? (2 * row.Box.Centre) - a : row.Box.Bottom) });
        }

        return bordered;
    }

    /// <summary>It stands between two rows that nothing else parts.</summary>
    private static bool IsBetween(int table, Box box, List<TiledRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            var (one, next) = (rows[i - 1], rows[i]);
            if (one.Table == table && next.Table == table && one.IsOfData && next.IsOfData && box.Centre > one.Box.Bottom && box.Centre < next.Box.Top)
                return true;
        }

        return false;
    }

    /// <summary>It stands in the middle of no row, where all others do.</summary>
    private bool IsOff(int table, PdfCell cell, List<TiledRow> data)
    {
        var row = data.Find(r => r.Table == table && r.Number == cell.Row);
        // On one line with its row it begins there.
        if (row is null || Math.Abs(cell.Box.Top - row.Box.Top) < Near || Math.Abs(cell.Box.Centre - row.Box.Centre) < Math.Max(2 * Near, Off * (row.Bottom - row.Top)))
            return false;
        var beside = tables[table].Cells.Where(c => c.Column != cell.Column && c.Row == cell.Row && c.ColumnSpan == 1 && c.Text.Length > 0).ToList();
        return beside.Count > 1 && beside.TrueForAll(c => Math.Abs(c.Box.Centre - row.Box.Centre) < Exact);
    }
}

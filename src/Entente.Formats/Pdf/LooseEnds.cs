namespace Entente.Formats.Pdf;

/// <summary>Lines of a cell that a page's end parted from their row, and that stand alone below a table or over it.</summary>
internal sealed class LooseEnds
{
    /// <summary>How far from the rows such a line stands at most, in sizes of its font, and how much smaller its distance is than that of rows, in points.</summary>
    private const double Farthest = 2.4, Leading = 1.55, Nearer = 1;

    private readonly List<PdfTable> tables;
    private readonly Dictionary<int, List<PdfLine>> lines;
    private readonly double betweenRows;

    /// <param name="run">A table from page to page.</param>
    /// <param name="lines">What of each page stands in no table; those that are taken are taken out.</param>
    private LooseEnds(List<PdfTable> run, Dictionary<int, List<PdfLine>> lines)
    {
        (tables, this.lines) = ([.. run], lines);
        betweenRows = run.SelectMany(BetweenRows).DefaultIfEmpty(0).Min();
    }

    public static List<PdfTable> Joined(List<PdfTable> run, Dictionary<int, List<PdfLine>> lines)
    {
        if (run.Exists(t => t.IsDrawn))
            return run;
        var ends = new LooseEnds(run, lines);
        for (var i = 0; i < run.Count; i++)
        {
            ends.TakeBelow(i);
            if (i > 0)
                ends.TakeOver(i);
        }

        return ends.tables;
    }

    private static IEnumerable<double> BetweenRows(PdfTable table)
    {
        var boxes = table.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => Box.Around(g.Select(c => c.Box))).ToList();
        return boxes.Zip(boxes.Skip(1), (one, other) => other.Top - one.Bottom).Where(d => d > 0);
    }

    /// <summary>What goes on with the last row, or begins the first one of the next page.</summary>
    private void TakeBelow(int at)
    {
        while (tables[at] is var table && lines[table.Page].FindAll(l => l.Box.Top > table.Box.Bottom - 1) is { Count: > 0 } all && all[..Together(all)] is var below && ColumnOf(below, table) is { } column)
        {
            var (line, distance) = (below[0], below[0].Box.Top - table.Box.Bottom);
            var last = CellOf(table, table.Rows - 1, column);
            if (last is not null && distance < (Leading * line.Size) - line.Box.Height && distance < betweenRows - Nearer && IsFull(last.Text, line.Text, column))
            {
                tables[at] = With(table, last, last with { Text = PdfTable.Joined(last.Text, line.Text), Box = last.Box.With(line.Box) });
                lines[table.Page].Remove(line);
                continue;
            }

            if (at + 1 < tables.Count && below.Count == all.Count && distance < Farthest * line.Size && FirstOf(tables[at + 1], column) is { } next && AreFull([.. below.Select(l => l.Text), next.Text], column))
            {
                tables[at + 1] = With(tables[at + 1], next, next with { Text = PdfTable.Joined(TextOf(below), next.Text) });
                lines[table.Page].RemoveAll(below.Contains);
            }

            break;
        }
    }

    /// <summary>What goes on with the last row of the page before, or begins the first one here.</summary>
    private void TakeOver(int at)
    {
        var (before, table) = (tables[at - 1], tables[at]);
        var all = lines[table.Page].FindAll(l => l.Box.Bottom < table.Box.Top + 1);
        var over = Enumerable.Reverse(Enumerable.Reverse(all).Take(Together([.. Enumerable.Reverse(all)]))).ToList();
        if (over.Count == 0 || table.Box.Top - over[^1].Box.Bottom is var distance && distance > Farthest * over[^1].Size || ColumnOf(over, table) is not { } column)
            return;
        if (distance < betweenRows - Nearer)
        {
            if (FirstOf(table, column) is not { } next || !AreFull([.. over.Select(l => l.Text), next.Text], column))
                return;
            tables[at] = With(table, next, next with { Text = PdfTable.Joined(TextOf(over), next.Text), Box = next.Box.With(Box.Around(over.Select(l => l.Box))) });
        }
        else
        {
            if (CellOf(before, before.Rows - 1, column) is not { } last || !AreFull([last.Text, .. over.Select(l => l.Text)], column))
                return;
            tables[at - 1] = With(before, last, last with { Text = PdfTable.Joined(last.Text, TextOf(over)) });
        }

        lines[table.Page].RemoveAll(over.Contains);
    }

    /// <summary>How many of the first lines stand at the distance of lines of a cell.</summary>
    private static int Together(List<PdfLine> of)
    {
        var count = Math.Min(1, of.Count);
        while (count < of.Count && Math.Abs(of[count].Box.Bottom - of[count - 1].Box.Bottom) < Leading * of[count].Size)
            count++;
        return count;
    }

    private static string TextOf(List<PdfLine> of) => string.Join('\n', of.Select(l => l.Text));

    private bool AreFull(List<string> texts, int column) => texts.Zip(texts.Skip(1)).All(t => IsFull(t.First, t.Second, column));

    private static PdfTable With(PdfTable table, PdfCell cell, PdfCell changed) => table with { Box = table.Box.With(changed.Box), Cells = [.. table.Cells.Select(c => c == cell ? changed : c)] };

    /// <summary>The column in which lines stand alone; null where one is said of itself, as headings are.</summary>
    private int? ColumnOf(List<PdfLine> of, PdfTable table)
    {
        if (of.Exists(l => l.IsUnknown || l.Words.All(w => w.IsBold) || BrokenRows.SaysOfItself(l.Text)))
            return null;
        var column = Enumerable.Range(0, table.Columns).FirstOrDefault(c => of.TrueForAll(l => l.Box.Left > table.Edges[c] - 2 && l.Box.Right < table.Edges[c + 1] + 2), -1);
        return column >= 0 && of.TrueForAll(l => l.Text.Length <= BrokenRows.Widest(tables, column)) ? column : null;
    }

    private bool IsFull(string above, string below, int column) => BrokenRows.IsFull(tables, above, below, column);

    private static PdfCell? CellOf(PdfTable table, int row, int column) => table.Cells.FirstOrDefault(c => c.Row == row && c.Column == column && c.ColumnSpan == 1 && c.Text.Length > 0);

    /// <summary>The cell of the first row of a page.</summary>
    private PdfCell? FirstOf(PdfTable table, int column) => BrokenRows.FirstRow(tables[0], table) is >= 0 and var row ? CellOf(table, row, column) : null;
}

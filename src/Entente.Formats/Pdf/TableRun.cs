using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>A table that goes on from page to page, and the headings that stand below its rows on one page and over those of the next.</summary>
internal sealed class TableRun
{
    private const int MostWords = 8;

    /// <summary>How far over a table, or over the next heading, one stands at most, in sizes of its font; and how far beyond the sides of its table, in points.</summary>
    private const double Farthest = 4, Slack = 12;

    private readonly List<PdfTable> tables;

    /// <summary>Those between a table and the one before.</summary>
    private readonly List<List<(int Page, PdfLine Line)>> headings;

    /// <param name="lines">What of each page stands in no table.</param>
    /// <param name="others">The other tables of its first page.</param>
    public TableRun(List<PdfTable> tables, Dictionary<int, List<PdfLine>> lines, List<PdfTable> others)
    {
        this.tables = tables;
        headings = [.. tables.Select((t, i) => i == 0 ? Over(t, others, lines[t.Page]) : Between(tables[i - 1], t, lines))];
    }

    public int Page => tables[0].Page;

    public PdfTable First => tables[0];

    public IEnumerable<(int Page, PdfLine Line)> Headings => headings.SelectMany(h => h);

    public Grid Grid(Dictionary<int, PdfPage> pages)
    {
        var cells = new List<GridCell>();
        var above = 0;
        foreach (var (table, over) in Mended(pages[Page].IsSheet))
        {
            foreach (var (page, line) in over)
                cells.Add(new GridCell(above++, 0, line.Text, pages[page].PlaceOf(line.Box)) { ColumnSpan = table.Columns });
            cells.AddRange(table.Cells.Select(c =>
                new GridCell(above + c.Row, c.Column, c.Text, pages[c.Page].PlaceOf(c.Box)) { RowSpan = c.RowSpan, ColumnSpan = c.ColumnSpan, Doubt = c.Doubt, Blank = c.Text.Length == 0 ? c.Blank : BlankCell.Unknown }));
            above += table.Rows;
        }

        return new Grid("", cells);
    }

    /// <summary>Rows and merged cells that the end of a page broke are whole again; below a heading nothing goes on.</summary>
    private IEnumerable<(PdfTable Table, List<(int Page, PdfLine Line)> Over)> Mended(bool isSheet)
    {
        for (int from = 0, to = 1; from < tables.Count; from = to++)
        {
            while (to < tables.Count && headings[to].Count == 0)
                to++;
            var part = tables[from..to];
            foreach (var (i, table) in FootCells.OverTheirRows(part.Count > 1 ? MergedCells.GoneOn(BrokenRows.WithWholeDates(BrokenRows.Joined(part))) : part, isSheet).Index())
                yield return (table, headings[from + i]);
        }
    }

    /// <summary>Where tables stand beside each other, the headings that stand over one of them are its own.</summary>
    private static List<(int, PdfLine)> Over(PdfTable table, List<PdfTable> others, List<PdfLine> lines)
    {
        var beside = others.FindAll(o => o.Box.Top < table.Box.Bottom && o.Box.Bottom > table.Box.Top && (o.Box.Left > table.Box.Right || o.Box.Right < table.Box.Left));
        var over = new List<(int, PdfLine)>();
        var top = table.Box.Top;
        foreach (var line in beside.Count == 0 ? [] : Enumerable.Reverse(lines).Where(l => l.Box.Bottom < table.Box.Top + 1))
        {
            var isOfTables = line.Pieces.All(p => IsOver(p, table) || beside.Exists(b => IsOver(p, b)));
            if (!isOfTables || top - line.Box.Bottom > Farthest * line.Size || others.Exists(o => o.Box.Top > line.Box.Top && o.Box.Bottom < table.Box.Top))
                break;
            if (line.Pieces.Where(p => IsOver(p, table)).SelectMany(p => p).ToList() is { Count: > 0 } own && new PdfLine(own) is var heading && IsHeading(heading, table))
                over.Insert(0, (table.Page, heading));
            top = line.Box.Top;
        }

        return over;
    }

    private static bool IsOver(List<PdfWord> piece, PdfTable table) => piece[0].Box.Left > table.Box.Left - Slack && piece[^1].Box.Right < table.Box.Right + Slack;

    private static List<(int, PdfLine)> Between(PdfTable one, PdfTable other, Dictionary<int, List<PdfLine>> lines) =>
    [
        .. lines[one.Page].Where(l => l.Box.Top > one.Box.Bottom - 1 && IsHeading(l, one)).Select(l => (one.Page, l)),
        .. lines[other.Page].Where(l => l.Box.Bottom < other.Box.Top + 1 && IsHeading(l, other)).Select(l => (other.Page, l)),
    ];

    /// <summary>A few words over or below a table, and no sentence or legend.</summary>
    private static bool IsHeading(PdfLine line, PdfTable table) =>
        !line.IsUnknown && line.Words.Count <= MostWords && line.Box.Left < table.Box.Right && line.Box.Right > table.Box.Left
        && char.IsLetter(line.Text[0]) && line.Text[^1] is not ('.' or ';' or '。') && !line.Text.Contains('=', StringComparison.Ordinal);
}

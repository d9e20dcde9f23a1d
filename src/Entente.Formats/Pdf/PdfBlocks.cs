using Entente.Core;
using Entente.Formats.Tables;
using Entente.Formats.Text;

namespace Entente.Formats.Pdf;

/// <summary>Documents of PDF that were made from text: their tables, drawn or only set in columns, and the lines around them.</summary>
internal sealed class PdfBlocks
{
    /// <summary>The share of a page's height in which heads and feet stand.</summary>
    private const double Margin = 0.09;

    private const int MostLines = 3;

    /// <summary>Sizes of the font: how far items are set in at least, and how far the lines of a paragraph are apart at most.</summary>
    private const double Inset = 1, Leading = 1.7;

    private readonly List<PdfPage> pages;
    private readonly List<(int Page, double Top, Block Block)> blocks = [];

    private PdfBlocks(List<PdfPage> pages) => this.pages = pages;

    /// <returns>What its tables and lines are; and its lines alone, as they stand, for texts without a table.</returns>
    public static (SourceBlocks Tables, SourceBlocks Lines) Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        var (pages, findings, title) = PdfPages.Read(name, bytes, options);
        if (pages.TrueForAll(p => p.Words.Count == 0))
            throw new RefusedException("source.no-text", name);
        var furniture = Furniture(pages);
        var inTables = new PdfBlocks(pages);
        inTables.Tables(furniture);
        var lines = new PdfBlocks(pages);
        foreach (var page in pages)
            lines.AddLines(page, PdfLine.Of(page.Words.Where(w => !furniture.Contains(w))));
        SourceBlocks Of(PdfBlocks from) => new([.. from.blocks.OrderBy(b => b.Page).ThenBy(b => b.Top).Select(b => b.Block)]) { Title = title, Findings = findings };
        return (Of(inTables), Of(lines));
    }

    /// <summary>Tables of a document, as they stand on its pages.</summary>
    public static List<PdfTable> TablesOf(string name, ReadOnlyMemory<byte> bytes)
    {
        var (pages, _, _) = PdfPages.Read(name, bytes, new ReadOptions());
        return new PdfBlocks(pages).Found(Furniture(pages));
    }

    private void Tables(HashSet<PdfWord> furniture)
    {
        var tables = Found(furniture);
        foreach (var page in pages)
        {
            var here = tables.FindAll(t => t.Page == page.Number);
            AddLines(page, PdfLine.Of(page.Words.Where(w => !furniture.Contains(w) && !here.Exists(t => t.Box.Holds(w.Box.Middle, w.Box.Centre)))));
        }

        foreach (var run in Runs(tables))
            blocks.Add((run[0].Page, run[0].Box.Top, new TableBlock(GridOf(run))));
    }

    private List<PdfTable> Found(HashSet<PdfWord> furniture)
    {
        var ruled = pages.SelectMany(RuledTables.Of).ToList();
        var open = new List<(PdfPage Page, List<PdfLine> Lines)>();
        foreach (var page in pages)
        {
            var here = ruled.FindAll(t => t.Page == page.Number);
            open.Add((page, PdfLine.Of(page.Words.Where(w => !furniture.Contains(w) && !here.Exists(t => t.Box.Holds(w.Box.Middle, w.Box.Centre))))));
        }

        return [.. ruled, .. OpenTables.Of(open)];
    }

    /// <summary>Tables that go on from page to page with the same columns are one.</summary>
    private static List<List<PdfTable>> Runs(List<PdfTable> tables)
    {
        var runs = new List<List<PdfTable>>();
        foreach (var table in tables.OrderBy(t => t.Page).ThenBy(t => t.Box.Top))
        {
            if (runs.FindLast(r => r[^1].Page == table.Page - 1 && HaveSameColumns(r[^1], table)) is { } run)
                run.Add(table);
            else
                runs.Add([table]);
        }

        return runs;
    }

    private static bool HaveSameColumns(PdfTable one, PdfTable other) =>
        one.Edges.Count == other.Edges.Count && one.Edges.Zip(other.Edges).All(e => Math.Abs(e.First - one.Edges[0] - (e.Second - other.Edges[0])) < 12);

    private Grid GridOf(List<PdfTable> run)
    {
        var cells = new List<GridCell>();
        var above = 0;
        foreach (var table in BrokenRows.Joined(run))
        {
            var page = pages.Find(p => p.Number == table.Page)!;
            cells.AddRange(table.Cells.Where(c => c.Text.Length > 0).Select(c =>
                new GridCell(above + c.Row, c.Column, c.Text, new Place(Page: c.Page, Box: page.Stored(c.Box))) { RowSpan = c.RowSpan, ColumnSpan = c.ColumnSpan }));
            above += table.Rows;
        }

        return new Grid("", cells);
    }

    private void AddLines(PdfPage page, List<PdfLine> lines)
    {
        if (lines.Count == 0)
            return;
        var usual = lines.Select(l => l.Size).Order().ElementAt(lines.Count / 2);
        var margin = lines.Min(l => l.Box.Left);
        PdfLine? above = null;
        foreach (var line in lines)
        {
            var isHeading = line.Size > 1.15 * usual || line.Words.All(w => w.IsBold);
            // What is set in from the margin, and whose mark was only drawn, is an item.
            var isItem = !isHeading && line.Box.Left > margin + (Inset * usual) && line.Box.Left < page.Width / 3 && !ItemLines.IsMarked(line.Text);
            var goesOn = isItem && above is not null && Math.Abs(above.Box.Left - line.Box.Left) < usual && line.Box.Bottom - above.Box.Bottom < Leading * usual;
            blocks.Add((page.Number, line.Box.Top, new TextBlock(line.Text, new Place(Page: page.Number, Box: page.Stored(line.Box)), isHeading ? 2 : 0) { Item = isItem ? 1 : 0, GoesOn = goesOn }));
            above = line;
        }
    }

    /// <summary>Heads, feet and numbers of pages: what stands at the same height of many pages and differs only in numbers.</summary>
    private static HashSet<PdfWord> Furniture(List<PdfPage> pages)
    {
        var found = new HashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        var edges = pages.SelectMany(p => Outermost(PdfLine.Of(p.Words)).Where(l => l.Box.Centre < Margin * p.Height || l.Box.Centre > (1 - Margin) * p.Height)
            .Select(line => (Page: p.Number, Line: line, Key: $"{Math.Round(line.Box.Centre / 6)} {new string([.. line.Text.Where(c => !char.IsDigit(c))])}"))).ToList();
        foreach (var same in edges.GroupBy(e => e.Key))
        {
            if (same.Select(s => s.Page).Distinct().Count() is > 1 and var often && often * 2 >= pages.Count)
                found.UnionWith(same.SelectMany(s => s.Line.Words));
        }

        // A number alone at the foot is that of the page.
        found.UnionWith(edges.Where(e => e.Line.Words.Count <= 3 && e.Line.Text.Any(char.IsDigit) && e.Line.Text.All(c => !char.IsLetter(c)) && e.Line.Text.Contains($"{e.Page}", StringComparison.Ordinal) && e.Line.Box.Top > 0.9 * pages.First(p => p.Number == e.Page).Height)
            .SelectMany(e => e.Line.Words));
        return found;
    }

    /// <summary>The first lines of a page and the last ones, as long as they are no row of a table.</summary>
    private static IEnumerable<PdfLine> Outermost(List<PdfLine> lines) =>
        lines.TakeWhile(l => !OpenTables.IsOfColumns(l)).Take(MostLines).Concat(Enumerable.Reverse(lines).TakeWhile(l => !OpenTables.IsOfColumns(l)).Take(MostLines)).Distinct();
}

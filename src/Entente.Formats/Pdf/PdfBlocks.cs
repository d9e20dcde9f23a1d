using Entente.Core;
using Entente.Formats.Tables;
using Entente.Formats.Text;

namespace Entente.Formats.Pdf;

/// <summary>Documents of PDF that were made from text: their tables, drawn or only set in columns, and the lines around them.</summary>
internal sealed class PdfBlocks
{
    /// <summary>Sizes of the font: how far items are set in at least, and how far the lines of a paragraph are apart at most.</summary>
    private const double Inset = 1, Leading = 1.7;

    /// <summary>Points: how exactly tables beside each other begin at one height. Sizes of the font: how far over one its heading stands at most.</summary>
    private const double SameTop = 3, SameColumn = 12, Farthest = 4;

    private readonly List<PdfPage> pages;
    private readonly List<(int Page, double Top, Block Block)> blocks = [];
    private readonly WrappedItems items = new();

    private PdfBlocks(List<PdfPage> pages) => this.pages = pages;

    /// <returns>What its tables and lines are; and its lines alone, as they stand, for texts without a table.</returns>
    public static (SourceBlocks Tables, SourceBlocks Lines) Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        var (pages, findings, title, isSheet) = PdfPages.Read(name, bytes, options);
        if (pages.TrueForAll(p => p.Words.Count == 0))
            throw findings.Count == 0 && pages.TrueForAll(p => p.Pictures.Count == 0 && p.Shapes <= PdfPages.MostShapes) ? new RefusedException("source.blank", name) : Refused(name, findings);
        var furniture = PdfTables.Furniture(pages);
        findings.AddRange(PdfPages.Pictures(pages, furniture));
        if (pages.TrueForAll(p => p.Words.All(furniture.Contains)) && findings.Exists(f => f.Code == "page.no-text"))
            throw Refused(name, findings);
        findings.Sort((one, other) => one.Places[0].Page!.Value.CompareTo(other.Places[0].Page!.Value));
        var ofPages = pages.SelectMany(p => OfPage(p, furniture)).ToList();
        pages = SheetPages.Joined(pages, furniture, isSheet).ConvertAll(p => TextColumns.Stacked(HeadedColumns.Stacked(p, furniture), furniture));
        var inTables = new PdfBlocks(pages);
        inTables.Tables(furniture);
        var lines = new PdfBlocks(pages);
        foreach (var page in pages)
            lines.AddLines(page, PdfLine.Of(page.Words.Where(w => !furniture.Contains(w))));
        SourceBlocks Of(PdfBlocks from) => new([.. from.blocks.OrderBy(b => b.Page).ThenBy(b => b.Top).Select(b => b.Block)]) { Title = title, OfPages = ofPages, Findings = findings };
        return (Of(inTables), Of(lines));
    }

    /// <summary>Of a file that is cut nobody can tell whether the text is what is missing.</summary>
    private static RefusedException Refused(string name, List<Finding> findings) =>
        findings.Exists(f => f.Code == "document.cut") ? new RefusedException("source.broken", name)
        : findings.Exists(f => f.Code == "page.no-letters") ? new RefusedException("source.no-letters", name)
        : new RefusedException("source.no-text", name);

    private static IEnumerable<Core.Piece> OfPage(PdfPage page, HashSet<PdfWord> furniture) =>
    [
        .. PdfLine.Of(page.Words.Where(furniture.Contains)).Select(l => new Core.Piece(PieceRole.Furniture, page.PlaceOf(l.Box), Why: l.Text.Any(char.IsLetter) && !PdfTables.IsPageOfPages(l.Text) ? Core.Piece.EveryPage : Core.Piece.PageMark)),
        .. page.Watermarks.Select(w => new Core.Piece(PieceRole.Furniture, page.PlaceOf(w.Box), Why: Core.Piece.Watermark)),
    ];

    private void Tables(HashSet<PdfWord> furniture)
    {
        var tables = PdfTables.Of(pages, furniture);
        var left = LeftOver(tables, furniture);
        var lines = pages.ToDictionary(p => p.Number, p => PdfLine.Of(left[p.Number].Where(w => !IsWithin(tables, p, w))));
        var order = new ReadingOrder(tables, pages.ToDictionary(p => p.Number));
        var runs = Runs(tables, lines, order).ConvertAll(r => new TableRun(LooseEnds.Joined(r, lines), lines, tables.FindAll(t => t.Page == r[0].Page && t != r[0])));
        var headings = runs.SelectMany(r => r.Headings).SelectMany(h => h.Line.Words).ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        foreach (var page in pages)
        {
            AddLines(page, Without(headings, lines[page.Number]));
            AddLost(page, PdfLine.Of(left[page.Number].Where(w => IsWithin(tables, page, w))));
        }

        var byNumber = pages.ToDictionary(p => p.Number);
        foreach (var run in runs)
            blocks.Add((run.Page, order.TopOf(run.First), new TableBlock(run.Grid(byNumber))));
    }

    private static List<PdfLine> Without(HashSet<PdfWord> words, List<PdfLine> lines) => words.Count == 0 ? lines
        : [.. lines.Select(l => l.Words.Any(words.Contains) ? l.Words.Where(w => !words.Contains(w)).ToList() : l.Words).Where(w => w.Count > 0).Select(w => new PdfLine(w))];

    /// <summary>The words of each page that stand in no cell, whatever box they stand in.</summary>
    private Dictionary<int, List<PdfWord>> LeftOver(List<PdfTable> tables, HashSet<PdfWord> furniture)
    {
        var taken = tables.SelectMany(t => t.Words).Concat(furniture).ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        return pages.ToDictionary(p => p.Number, p => p.Words.Where(w => !taken.Contains(w)).ToList());
    }

    private static bool IsWithin(List<PdfTable> tables, PdfPage page, PdfWord word) => tables.Exists(t => t.Page == page.Number && t.Box.Holds(word.Box.Middle, word.Box.Centre));

    private void AddLost(PdfPage page, List<PdfLine> lines) =>
        blocks.AddRange(lines.Where(l => !l.IsUnknown).Select(l => (page.Number, l.Box.Top, (Block)new TextBlock(l.Text, page.PlaceOf(l.Box)) { IsLost = true })));

    /// <summary>Tables that go on from page to page with the same columns are one: the last at its place on one page, and the first at its place on the next.
    /// Below a line of text and its own head another one begins.</summary>
    private static List<List<PdfTable>> Runs(List<PdfTable> tables, Dictionary<int, List<PdfLine>> lines, ReadingOrder order)
    {
        var byPage = tables.ToLookup(t => t.Page);
        var runs = new List<List<PdfTable>>();
        foreach (var table in order.Tables)
        {
            var goesOn = runs.Exists(r => r[^1].Page == table.Page - 1 && ReadingOrder.GoOn(r[^1], table));
            if (!goesOn && runs.FindLast(r => GoesOnBeside(r[^1], table, lines[table.Page], order.RunsToTheLeft(table))) is { } beside)
            {
                beside.Add(table);
                continue;
            }

            var isFirst = !byPage[table.Page].Any(t => t.Box.Top < table.Box.Top && IsOver(t, table));
            var before = isFirst ? runs.FindAll(r => r[^1] is var last && last.Page == table.Page - 1 && HaveSameColumns(last, table) && !byPage[last.Page].Any(t => t.Box.Top > last.Box.Top && IsOver(last, t))) : [];
            var run = before.FindLast(r => ReadingOrder.GoOn(r[^1], table)) ?? before.LastOrDefault();
            if (run is not null && !(lines[table.Page].Exists(l => l.Box.Top < table.Box.Top && !l.IsUnknown) && ReadingOrder.HeadOf(run[0]) == ReadingOrder.HeadOf(table)))
                run.Add(table);
            else
                runs.Add([table]);
        }

        return runs;
    }

    /// <summary>A table that is set in two columns goes on in the second one before it goes on on the next page; it has no heading of its own there.</summary>
    private static bool GoesOnBeside(PdfTable one, PdfTable other, List<PdfLine> lines, bool runsToTheLeft) =>
        one.Page == other.Page && (runsToTheLeft ? other.Box.Right < one.Box.Left : one.Box.Right < other.Box.Left) && Math.Abs(one.Box.Top - other.Box.Top) < SameTop && ReadingOrder.HeadOf(one).Length > 0 && ReadingOrder.HeadOf(one) == ReadingOrder.HeadOf(other) && BeginAlike(one, other)
        && !lines.Exists(l => l.Box.Bottom < other.Box.Top + 1 && other.Box.Top - l.Box.Bottom < Farthest * l.Size && (l.Pieces.Count > 1 || (runsToTheLeft ? l.Box.Right < one.Box.Left : l.Box.Left > one.Box.Right)));

    private static bool IsOver(PdfTable one, PdfTable other) => one.Box.Left < other.Box.Right && other.Box.Left < one.Box.Right;

    private static bool BeginAlike(PdfTable one, PdfTable other) =>
        one.Columns == other.Columns && one.Edges.Zip(other.Edges).SkipLast(1).All(e => Math.Abs(e.First - one.Box.Left - (e.Second - other.Box.Left)) < SameColumn || e.First == one.Edges[0]);

    private static bool HaveSameColumns(PdfTable one, PdfTable other) =>
        one.Edges.Count == other.Edges.Count && one.Edges.Zip(other.Edges).All(e => Math.Abs(e.First - one.Edges[0] - (e.Second - other.Edges[0])) < SameColumn);

    private void AddLines(PdfPage page, List<PdfLine> lines)
    {
        lines.RemoveAll(l => l.IsUnknown);
        if (lines.Count == 0)
            return;
        var usual = lines.Select(l => l.Size).Order().ElementAt(lines.Count / 2);
        var (left, right) = (lines.Min(l => l.Box.Left), lines.Max(l => l.Box.Right));
        var toTheLeft = page.RunsToTheLeft;
        PdfLine? above = null;
        items.Begin(page, lines, l => ItemLines.IsMarked(l.Text), usual);
        foreach (var line in lines)
        {
            var isMarked = ItemLines.IsMarked(line.Text);
            var inset = toTheLeft ? right - line.Box.Right : line.Box.Left - left;
            var isInset = inset > Inset * usual && (toTheLeft ? page.Width - line.Box.Right : line.Box.Left) < page.Width / 3 && !isMarked;
            var isHeading = line.Size > 1.15 * usual || line.Words.All(w => w.IsBold);
            // Below a mark that is printed, what is set in goes on with the item.
            var isOfMarked = items.GoesOn(line, isMarked, isInset, isHeading);
            // What is set in from the margin, and whose mark was only drawn, is an item.
            var isItem = !isHeading && isInset && !isOfMarked;
            var goesOn = isOfMarked || (isItem && above is not null && Math.Abs(toTheLeft ? above.Box.Right - line.Box.Right : above.Box.Left - line.Box.Left) < usual && line.Box.Bottom - above.Box.Bottom < Leading * usual);
            blocks.Add((page.Number, line.Box.Top, new TextBlock(line.Text, page.PlaceOf(line.Box), isHeading ? 2 : 0) { Item = isItem ? 1 : 0, GoesOn = goesOn, IsOfColumns = OpenTables.IsOfColumns(line) }));
            above = line;
        }
    }
}

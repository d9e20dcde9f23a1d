using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Tables whose cells are not drawn: columns are where nearly no line has a letter, rows are told by what begins a row.</summary>
internal static class OpenTables
{
    private const int FewestLines = 3, FewestColumns = 3, MostBroken = 4;

    /// <summary>Shares of the size of a font: what parts words, and what at least parts two columns.</summary>
    private const double WordGap = 0.42, ColumnGap = 0.3;

    public static bool IsOfColumns(PdfLine line) => line.Pieces().Count >= FewestColumns;

    /// <summary>The table that the lines of some pages make together; one for each page, with the same columns.</summary>
    /// <param name="pages">Lines of each page that stand in no drawn table, and its rulings.</param>
    public static List<PdfTable> Of(IReadOnlyList<(PdfPage Page, List<PdfLine> Lines)> pages)
    {
        var within = pages.Select((p, i) => (p.Page, Lines: Within(p.Lines, goesOn: i + 1 < pages.Count))).Where(p => p.Lines.Count >= FewestLines).ToList();
        if (within.Count == 0)
            return [];
        var edges = Edges([.. within.SelectMany(p => p.Lines)]);
        if (edges.Count - 1 < FewestColumns)
            return [];
        return [.. within.SelectMany(p => SideBySide(edges, within[0].Lines), (p, part) => Part(p.Page, p.Lines, part)).OfType<PdfTable>()];
    }

    /// <summary>The columns of each of the tables that stand beside each other.</summary>
    private static IEnumerable<List<double>> SideBySide(List<double> edges, List<PdfLine> lines)
    {
        var heads = lines.First(IsOfColumns).Words.ToLookup(w => ColumnOf(w, edges));
        if (SideTables.CutAt([.. Enumerable.Range(0, edges.Count - 1).Select(c => PdfLine.TextOf([.. heads[c]]))]) is not { } cut)
            return [edges];
        return [edges[..(cut + 1)], edges[cut..]];
    }

    /// <summary>What of some lines stands in some columns; null where nothing does.</summary>
    private static PdfTable? Part(PdfPage page, List<PdfLine> lines, List<double> edges)
    {
        var words = lines.SelectMany(l => l.Words).Where(w => w.Box.Middle >= edges[0] - 1 && w.Box.Middle < edges[^1] - 1).ToList();
        return words.Count == 0 ? null : Table(page, PdfLine.Of(words), edges);
    }

    /// <summary>The lines from the first to the last that has several pieces.</summary>
    /// <param name="goesOn">There is a further page, on which the last row may go on.</param>
    private static List<PdfLine> Within(List<PdfLine> lines, bool goesOn)
    {
        var several = Enumerable.Range(0, lines.Count).Where(i => lines[i].Pieces().Count >= FewestColumns).ToList();
        if (several.Count < FewestLines)
            return [];
        // Wrapped cells go on below the last line that has several pieces, and begin above the first.
        var left = several.Min(i => lines[i].Box.Left);
        var (first, last) = (several[0], several[^1]);
        while (last + 1 < lines.Count && GoesOn(lines[last], lines[last + 1], left))
            last++;
        while (first > 0 && GoesOn(lines[first - 1], lines[first], left) && lines[first - 1].Box.Left > left + lines[first].Size)
            first--;
        // A row may be broken by the page's end.
        if (goesOn && lines.Count - last <= MostBroken && lines.Skip(last + 1).All(l => l.Box.Left > left + l.Size && l.Box.Top - lines[last].Box.Bottom < MostBroken * 2 * l.Size))
            last = lines.Count - 1;
        return lines.GetRange(first, last - first + 1);
    }

    /// <summary>Whether a line may be of the same cell as the one above it: as near as lines of a cell are, and not where rows begin.</summary>
    private static bool GoesOn(PdfLine above, PdfLine line, double left) =>
        line.Box.Top - above.Box.Bottom < 0.9 * line.Size && line.Box.Width < 0.5 * (above.Box.Right + line.Box.Right) && (line.Pieces().Count > 1 || line.Box.Left > left + line.Size);

    /// <summary>Where columns begin: behind stretches that nearly all lines leave blank.</summary>
    private static List<double> Edges(List<PdfLine> lines)
    {
        var size = lines.Select(l => l.Size).Order().ElementAt(lines.Count / 2);
        var width = (int)lines.Max(l => l.Box.Right) + 2;
        var covered = new int[width];
        foreach (var piece in lines.SelectMany(l => l.Pieces(WordGap)))
        {
            for (var x = Math.Max(0, (int)piece[0].Box.Left); x <= Math.Min(width - 1, (int)piece[^1].Box.Right); x++)
                covered[x]++;
        }

        var few = Math.Max(lines.Count > 8 ? 1 : 0, lines.Count / 40);
        var edges = new List<double>();
        var blank = width;
        for (var x = 0; x < width; x++)
        {
            if (covered[x] <= few)
                blank++;
            else
            {
                if (blank >= ColumnGap * size)
                    edges.Add(x);
                blank = 0;
            }
        }

        edges.Add(width);
        return edges;
    }

    private static PdfTable Table(PdfPage page, List<PdfLine> lines, List<double> edges)
    {
        var size = lines.Max(l => l.Size);
        var starts = OpenRows.Of(page, lines, edges);
        var cells = new List<PdfCell>();
        foreach (var word in lines.SelectMany(l => l.Words).GroupBy(w => (Row: starts.RowOf(w), Column: ColumnOf(w, edges))).OrderBy(g => g.Key))
        {
            if (word.Key.Row >= 0)
                cells.Add(new PdfCell(page.Number, word.Key.Row, word.Key.Column, 1, 1, Box.Around(word.Select(w => w.Box)), PdfTable.TextOf(word, edges[word.Key.Column + 1])));
        }

        return new PdfTable(page.Number, Box.Around(lines.Select(l => l.Box)), edges, cells);
    }

    public static int ColumnOf(PdfWord word, List<double> edges)
    {
        var column = 0;
        while (column + 2 < edges.Count && word.Box.Middle >= edges[column + 1] - 1)
            column++;
        return column;
    }
}

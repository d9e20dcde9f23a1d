namespace Entente.Formats.Pdf;

/// <summary>The rows of a table whose cells are not drawn.</summary>
internal sealed class OpenRows
{
    private readonly Dictionary<PdfWord, int> rows = new(ReferenceEqualityComparer.Instance);

    public int RowOf(PdfWord word) => rows.GetValueOrDefault(word, -1);

    public static OpenRows Of(PdfPage page, List<PdfLine> lines, List<double> edges)
    {
        var made = new OpenRows();
        var box = Box.Around(lines.Select(l => l.Box));
        if (Bands(page, box, lines) is { } bands)
        {
            foreach (var word in lines.SelectMany(l => l.Words))
                made.rows[word] = bands.Count(b => b < word.Box.Centre);
        }
        else
        {
            made.ByBlocks(lines, edges);
        }

        return made;
    }

    /// <summary>Lines drawn through the whole table part its rows, where there are as many as that.</summary>
    private static List<double>? Bands(PdfPage page, Box box, List<PdfLine> lines)
    {
        var across = page.Rulings.Where(r => r.Lies && r.At > box.Top - 2 && r.At < box.Bottom + 2 && r.Length > 0.8 * box.Width).Select(r => r.At).Order().ToList();
        var bands = across.Where((at, i) => i == 0 || at - across[i - 1] > 4).ToList();
        return bands.Count >= 4 && bands.Count * 6 > lines.Count ? bands : null;
    }

    /// <summary>Cells are blocks of lines at the usual distance; each belongs to the anchor that it stands beside.</summary>
    private void ByBlocks(List<PdfLine> lines, List<double> edges)
    {
        var anchor = AnchorColumn(lines, edges);
        var anchors = lines.Where(l => l.Words.Any(w => OpenTables.ColumnOf(w, edges) == anchor)).ToList();
        var tops = Merged(anchors, lines, edges, anchor);
        var leading = Leading(lines, edges);
        var blocks = Enumerable.Range(0, edges.Count - 1).SelectMany(c => Blocks(lines, edges, c, leading)).ToList();
        var above = false;
        foreach (var block in blocks)
        {
            var box = Box.Around(block.Select(w => w.Box));
            var beside = tops.FindAll(t => t.Centre >= box.Top - 1 && t.Centre <= box.Bottom + 1);
            foreach (var word in block)
                rows[word] = beside.Count == 1 ? tops.IndexOf(beside[0]) : beside.Count == 0 ? Beyond(box, tops) : RowOf(word, tops);
            above |= RowOf(block[0]) < 0;
        }

        // What stands over the first anchor is a row of its own: a head, or the end of a row that a page's end broke.
        if (above)
        {
            foreach (var word in rows.Keys.ToList())
                rows[word]++;
        }
    }

    /// <summary>Over all anchors or below them a block is of a row that has none here; between them it is of the nearest.</summary>
    private static int Beyond(Box block, List<Box> tops) =>
        block.Bottom < tops[0].Top ? -1 : block.Top > tops[^1].Bottom ? tops.Count : Nearest(block, tops);

    private static int Nearest(Box block, List<Box> tops) =>
        Enumerable.Range(0, tops.Count).MinBy(i => Math.Max(0, Math.Max(tops[i].Top - block.Bottom, block.Top - tops[i].Bottom)));

    /// <summary>The rows whose anchor stands at a word's height or above it.</summary>
    private static int RowOf(PdfWord word, List<Box> tops)
    {
        var row = tops.FindLastIndex(t => t.Top <= word.Box.Centre);
        return Math.Max(row, 0);
    }

    /// <summary>An anchor of several lines is one: "12" never is, a name may be.</summary>
    private static List<Box> Merged(List<PdfLine> anchors, List<PdfLine> lines, List<double> edges, int column)
    {
        var boxes = new List<Box>();
        foreach (var line in anchors)
        {
            var box = Box.Around(line.Words.Where(w => OpenTables.ColumnOf(w, edges) == column).Select(w => w.Box));
            var isNumber = line.Words.First(w => OpenTables.ColumnOf(w, edges) == column).Text.TrimEnd('.', ')').All(char.IsDigit);
            var goesOn = !isNumber && boxes.Count > 0 && box.Top - boxes[^1].Bottom < 0.35 * box.Height && Filled(line, edges) * 2 < Filled(anchors[boxes.Count - 1 < anchors.Count ? boxes.Count - 1 : 0], edges) + 1;
            if (goesOn)
                boxes[^1] = boxes[^1].With(box);
            else
                boxes.Add(box);
        }

        return boxes;
    }

    private static int Filled(PdfLine line, List<double> edges) => line.Words.Select(w => OpenTables.ColumnOf(w, edges)).Distinct().Count();

    /// <summary>The usual distance of two lines of a cell.</summary>
    private static double Leading(List<PdfLine> lines, List<double> edges)
    {
        var size = lines.Select(l => l.Size).Order().ElementAt(lines.Count / 2);
        var steps = new List<double>();
        for (var column = 0; column < edges.Count - 1; column++)
        {
            var own = lines.Select(l => l.Words.FirstOrDefault(w => OpenTables.ColumnOf(w, edges) == column)).OfType<PdfWord>().ToList();
            steps.AddRange(own.Zip(own.Skip(1), (one, other) => other.Box.Bottom - one.Box.Bottom).Where(s => s > 0.8 * size && s < 1.9 * size));
        }

        steps.Sort();
        return steps.Count == 0 ? 1.3 * size : steps[steps.Count / 10];
    }

    /// <summary>Running numbers; else the column whose lines are fewest while it is filled as often as rows are.</summary>
    private static int AnchorColumn(List<PdfLine> lines, List<double> edges)
    {
        var columns = edges.Count - 1;
        for (var column = 0; column < Math.Min(2, columns); column++)
        {
            var numbers = lines.Select(l => l.Words.FirstOrDefault(w => OpenTables.ColumnOf(w, edges) == column)?.Text.TrimEnd('.', ')')).Where(t => t is { Length: > 0 }).ToList();
            if (numbers.Count(n => n!.All(char.IsDigit)) * 10 >= (numbers.Count - 2) * 9 && numbers.Count >= 3)
                return column;
        }

        // Dates and kinds are rarely wrapped: of the columns most lines of several pieces fill, the one that fewest other lines fill.
        var full = lines.Where(l => Filled(l, edges) * 2 > columns).ToList();
        return Enumerable.Range(0, columns)
            .Where(c => full.Count(l => l.Words.Any(w => OpenTables.ColumnOf(w, edges) == c)) * 10 >= full.Count * 8)
            .DefaultIfEmpty(0)
            .MinBy(c => lines.Except(full).Count(l => l.Words.Any(w => OpenTables.ColumnOf(w, edges) == c)));
    }

    /// <summary>The cells of a column, as far as distance tells them apart.</summary>
    private static IEnumerable<List<PdfWord>> Blocks(List<PdfLine> lines, List<double> edges, int column, double leading)
    {
        var block = new List<PdfWord>();
        PdfLine? before = null;
        foreach (var line in lines)
        {
            var words = line.Words.Where(w => OpenTables.ColumnOf(w, edges) == column).ToList();
            if (words.Count == 0)
                continue;
            if (before is not null && line.Box.Bottom - before.Box.Bottom > 1.25 * leading)
            {
                yield return block;
                block = [];
            }

            block.AddRange(words);
            before = line;
        }

        if (block.Count > 0)
            yield return block;
    }
}

namespace Entente.Formats.Pdf;

/// <summary>The rows of a table whose cells are not drawn.</summary>
internal sealed class OpenRows
{
    /// <summary>How far lines of one cell stand from each other, in usual distances of lines.</summary>
    private const double FarthestLine = 1.25;

    /// <summary>Usual distances of lines: more than that two lines of a cell are not apart.</summary>
    private const double Further = 1.05;

    /// <summary>Points: two ways to stand are as good as each other.</summary>
    private const double SameCost = 1;

    private readonly List<List<Piece>> lines;
    private readonly int columns;
    private readonly Dictionary<Piece, int> rows = new(ReferenceEqualityComparer.Instance);

    private readonly CellRoom room;
    private readonly double leading;

    private double? pitch;

    private readonly HashSet<List<Piece>> headings;

    private readonly bool isSheet;

    private readonly int? numbers;

    private readonly PagesBefore before;

    /// <param name="isSheet">Programs for sheets let cells stand on the foot of their row, where nobody says otherwise.</param>
    private OpenRows(List<List<Piece>> lines, int columns, PagesBefore before, bool isSheet)
    {
        (this.lines, this.columns, this.before, this.isSheet) = (lines, columns, before, isSheet);
        headings = lines.Where(l => l is [{ Span: > 1 }] || UnnumberedRows.IsSum(l)).ToHashSet<List<Piece>>(ReferenceEqualityComparer.Instance);
        double[] widths = [.. Enumerable.Range(0, columns).Select(c => lines.SelectMany(l => l).Where(p => p.Column == c && p.Span == 1).Select(p => p.Box).ToList() is { Count: > 0 } own ? Box.Around(own).Width : 0)];
        before.Widths = [.. widths.Select((w, c) => Math.Max(w, before.Widths?[c] ?? 0))];
        room = new CellRoom(before.Widths);
        leading = lines.Count > 0 ? Leading() : 0;
        numbers = RowNumbers.ColumnOf(lines.FindAll(l => !IsHeading(l)), columns, before.Numbers);
        before.Numbers ??= numbers;
    }

    /// <summary>The row of each piece of some lines.</summary>
    public static Dictionary<Piece, int> Of(PdfPage page, Box box, List<List<Piece>> lines, int columns, PagesBefore before)
    {
        var made = new OpenRows(lines, columns, before, page.IsSheet);
        if (Bands(page, box, lines) is { } drawn && !GroupBorders.Are(lines, drawn, columns, made.room))
        {
            var bands = made.WithHeadings(drawn);
            foreach (var piece in lines.SelectMany(l => l))
                made.rows[piece] = bands.Count(b => b < piece.Box.Centre);
        }
        else if (lines.Count > 0 && made.numbers is null && RowsApart.Of(lines, made.leading, made.room, before) is { } apart)
        {
            foreach (var (i, line) in lines.Index())
                line.ForEach(p => made.rows[p] = apart[i]);
        }
        else if (lines.Count > 0)
        {
            made.ByBlocks();
        }

        return made.rows;
    }

    /// <summary>Lines drawn through the whole table part its rows, where there are as many as that.</summary>
    private static List<double>? Bands(PdfPage page, Box box, List<List<Piece>> lines)
    {
        var across = page.Rulings.Where(r => r.Lies && r.At > box.Top - 2 && r.At < box.Bottom + 2 && r.Length > 0.8 * box.Width).Select(r => r.At).Order().ToList();
        var bands = across.Where((at, i) => i == 0 || at - across[i - 1] > 4).ToList();
        return bands.Count >= 4 && bands.Count * 6 > lines.Count ? bands : null;
    }

    /// <summary>Headings, and heads that are said again, are rows of their own, though no line be drawn over or below them.</summary>
    private List<double> WithHeadings(List<double> bands)
    {
        var all = bands.ToList();
        bool IsHead(int i) => before.Head is { } head && head.Contains(LinedHeads.TextOf(lines[i]));
        for (var i = 1; i < lines.Count; i++)
        {
            var (from, to) = (lines[i - 1].Max(p => p.Box.Centre), lines[i].Min(p => p.Box.Centre));
            var isBorder = IsHeading(lines[i - 1]) || IsHeading(lines[i]) || IsHead(i - 1) != IsHead(i);
            if (isBorder && from < to && !all.Exists(b => b > from && b < to))
                all.Add((from + to) / 2);
        }

        return all;
    }

    /// <summary>Cells are blocks of lines at the usual distance; each belongs to the anchor that it stands beside.</summary>
    private void ByBlocks()
    {
        var column = AnchorColumn();
        var over = Over(column) is var above && above < lines.Count ? above : 0;
        foreach (var piece in lines.Take(over).SelectMany(l => l))
            rows[piece] = -1;
        lines.RemoveRange(0, over);
        var tops = Anchors(column);
        if (tops.Count == 0)
            // No line begins a row: what a page's end left of one.
            tops = [.. lines.Where((_, i) => i == 0 || IsHeading(lines[i]) || !GoesOn(i, -1)).Select(l => l[0].Box)];
        var standing = new List<(List<Piece> Block, List<Box> Beside)>();
        foreach (var block in Enumerable.Range(0, columns).SelectMany(Blocks))
        {
            var box = Box.Around(block.Select(p => p.Box));
            var beside = tops.FindAll(t => t.Centre >= box.Top - 1 && t.Centre <= box.Bottom + 1);
            if (beside.Count > 0)
                standing.Add((block, beside));
            else
                block.ForEach(p => rows[p] = Beyond(box, tops));
        }

        foreach (var (piece, row) in Best([.. Enum.GetValues<Stand>().Select(s => (s, standing.ConvertAll(b => Standing(b.Block, b.Beside, s, tops[0]))))]))
            rows[piece] = tops.IndexOf(row);
        // Letters larger than a page stand in no way.
        foreach (var piece in lines.SelectMany(l => l))
            rows.TryAdd(piece, Beyond(piece.Box, tops));

        // What stands over the first anchor is a row of its own: a head, or the end of a row that a page's end broke.
        if (rows.Values.Any(r => r < 0))
        {
            foreach (var piece in rows.Keys.ToList())
                rows[piece]++;
        }
    }

    /// <summary>The way to stand that costs least; of those that are as good as each other that of the pages before, or of sheets.</summary>
    private IEnumerable<(Piece Piece, Box Row)> Best(List<(Stand Stand, List<(double Cost, List<(Piece, Box)> Rows)> Blocks)> ways)
    {
        var costs = ways.ConvertAll(w => (w.Stand, Cost: w.Blocks.Sum(b => b.Cost)));
        var best = costs.MinBy(c => c.Cost - (before.Stand == c.Stand || (before.Stand is null && isSheet && c.Stand == Stand.Bottom) ? SameCost : 0)).Stand;
        if (costs.TrueForAll(c => c.Stand == best || c.Cost > costs.Find(o => o.Stand == best).Cost + SameCost))
            before.Stand ??= best;
        return ways.Find(w => w.Stand == best).Blocks.SelectMany(b => b.Rows);
    }

    /// <summary>The cells of a block, one for each anchor that it stands beside: they stand on their anchors, and go on only where there was no more room.</summary>
    private (double Cost, List<(Piece Piece, Box Anchor)> Rows) Standing(List<Piece> block, List<Box> anchors, Stand stand, Box first)
    {
        // What stands over cells that stand on their anchors by their tops is a head.
        var heads = stand == Stand.Top && anchors[0] == first ? block.FindAll(p => p.Box.Bottom < first.Centre) : [];
        block = block[heads.Count..];
        if (block.Count < anchors.Count)
            return (double.PositiveInfinity, []);
        var hasRoom = block.Zip(block.Skip(1), room.IsLeft).ToList();
        var costs = new double[anchors.Count + 1, block.Count + 1];
        var begins = new int[anchors.Count + 1, block.Count + 1];
        for (var to = 1; to <= block.Count; to++)
            costs[0, to] = double.PositiveInfinity;
        for (var anchor = 1; anchor <= anchors.Count; anchor++)
        {
            costs[anchor, 0] = double.PositiveInfinity;
            for (var to = 1; to <= block.Count; to++)
            {
                costs[anchor, to] = double.PositiveInfinity;
                var wraps = 0.0;
                for (var from = to - 1; from >= 0; from--)
                {
                    wraps += from + 1 < to ? (hasRoom[from] ? leading : 0) + Apart(block[from], block[from + 1]) : 0;
                    var at = stand switch { Stand.Top => block[from].Box.Centre, Stand.Bottom => block[to - 1].Box.Centre, _ => (block[from].Box.Centre + block[to - 1].Box.Centre) / 2 };
                    var cost = costs[anchor - 1, from] + wraps + Math.Abs(at - anchors[anchor - 1].Centre);
                    if (cost < costs[anchor, to])
                        (costs[anchor, to], begins[anchor, to]) = (cost, from);
                }
            }
        }

        var rows = heads.ConvertAll(p => (p, default(Box)));
        for (var (anchor, to) = (anchors.Count, block.Count); anchor > 0; to = begins[anchor, to], anchor--)
            rows.AddRange(block[begins[anchor, to]..to].Select(p => (p, anchors[anchor - 1])));
        return (costs[anchors.Count, block.Count], rows);
    }

    /// <summary>How much further than lines of a cell two lines are from each other: between rows there is more.</summary>
    private double Apart(Piece above, Piece line) => line.Box.Bottom - above.Box.Bottom is var step && step > Further * leading ? step - leading : 0;

    /// <summary>How many lines are heads over a column of anchors that has none itself.</summary>
    private int Over(int column) => Enumerable.Range(0, Math.Max(lines.FindIndex(l => l.Exists(p => p.Covers(column))), 0)).LastOrDefault(i => IsApart(i + 1), -1) + 1;

    /// <summary>Over all anchors or below them a block is of a row that has none here; between them it is of the nearest.</summary>
    private static int Beyond(Box block, List<Box> tops) =>
        block.Bottom < tops[0].Top ? -1 : block.Top > tops[^1].Bottom ? tops.Count : Nearest(block, tops);

    private static int Nearest(Box block, List<Box> tops) =>
        Enumerable.Range(0, tops.Count).MinBy(i => Math.Max(0, Math.Max(tops[i].Top - block.Bottom, block.Top - tops[i].Bottom)));

    /// <summary>An anchor of several lines is one: "12" never is, a name may be.</summary>
    private List<Box> Anchors(int column)
    {
        var boxes = new List<Box>();
        var filled = 0;
        var last = lines.FindLastIndex(l => l.Exists(p => p.Covers(column)));
        foreach (var (i, line) in lines.Index())
        {
            // Behind the last anchor a row may have none.
            var own = line.FindAll(p => p.Covers(column) || IsHeading(line) || (i > last && line.Count > 1 && !GoesOn(i, -1)));
            if (own.Count == 0)
                continue;
            var box = Box.Around(own.Select(p => p.Box));
            var goesOn = boxes.Count > 0 && !IsHeading(line) && !RowNumbers.IsOne(own[0]) && box.Top - boxes[^1].Bottom < 0.35 * box.Height && line.Count * 2 < filled + 1;
            if (goesOn)
            {
                boxes[^1] = boxes[^1].With(box);
                continue;
            }

            boxes.Add(box);
            filled = line.Count;
        }

        return boxes;
    }

    /// <summary>A text over several columns that is all that stands on its line, or a sum.</summary>
    private bool IsHeading(List<Piece> line) => headings.Contains(line);

    /// <summary>The usual distance of two lines of a cell.</summary>
    private double Leading()
    {
        var size = lines.Select(l => l.Max(p => p.Size)).Order().ElementAt(lines.Count / 2);
        var steps = new List<double>();
        for (var column = 0; column < columns; column++)
        {
            var own = lines.Select(l => l.Find(p => p.Column == column)).OfType<Piece>().ToList();
            steps.AddRange(own.Zip(own.Skip(1), (one, other) => other.Box.Bottom - one.Box.Bottom).Where(s => s > 0.8 * size && s < 1.9 * size));
        }

        steps.Sort();
        return steps.Count == 0 ? 1.3 * size : steps[steps.Count / 10];
    }

    /// <summary>Running numbers; else the column whose lines are fewest while it is filled as often as rows are.</summary>
    private int AnchorColumn()
    {
        if (numbers is { } running)
            return running;
        // Dates and kinds are rarely wrapped: of the columns most lines of several pieces fill, the one that fewest other lines fill.
        var full = lines.FindAll(l => l.Count * 2 > columns);
        return Enumerable.Range(0, columns)
            .Where(c => full.Count(l => l.Exists(p => p.Covers(c))) * 10 >= full.Count * 8 && IsWrappedWithout(c))
            .DefaultIfEmpty(0)
            .MinBy(c => lines.Except(full).Count(l => l.Exists(p => p.Covers(c))));
    }

    /// <summary>Most lines that a column leaves blank go on with those above or below them.</summary>
    private bool IsWrappedWithout(int column)
    {
        var without = Enumerable.Range(0, lines.Count).Where(i => !lines[i].Exists(p => p.Covers(column)) && !IsHeading(lines[i]) && !IsBetween(i)).ToList();
        return without.Count == 0 || without.Count(i => !GoesOn(i, -1) && !GoesOn(i, 1)) * 2 < without.Count;
    }

    /// <summary>A cell in the middle of several rows may stand between their lines: these are no further from each other than where nothing stands between them.</summary>
    private bool IsBetween(int line) => line > 0 && line + 1 < lines.Count && lines[line + 1][0].Box.Centre - lines[line - 1][0].Box.Centre < Math.Max(1.5 * leading, Further * (pitch ??= Pitch()));

    /// <summary>How far lines that most columns fill are from each other, as a rule.</summary>
    private double Pitch()
    {
        var steps = lines.Zip(lines.Skip(1)).Where(p => p.First.Count * 2 > columns && p.Second.Count * 2 > columns).Select(p => p.Second[0].Box.Centre - p.First[0].Box.Centre).Order().ToList();
        return steps.Count == 0 ? 0 : steps[steps.Count / 2];
    }

    /// <summary>Whether all that stands on a line is of one text with what is next to it above or below.</summary>
    private bool GoesOn(int line, int step) => lines[line].TrueForAll(p =>
    {
        for (var i = line + step; i >= 0 && i < lines.Count && Math.Abs(lines[i][0].Box.Centre - p.Box.Centre) < FarthestLine * leading; i += step)
        {
            if (lines[i].Find(o => o.Column == p.Column && o.Span == p.Span) is { } next)
                return step < 0 ? !room.IsLeft(next, p) : !room.IsLeft(p, next);
        }

        return false;
    });

    /// <summary>Whether a text on the line above does not go on.</summary>
    private bool IsApart(int line) => lines[line].Exists(p => lines[line - 1].Find(o => o.Column == p.Column && o.Span == p.Span) is { } above && room.IsLeft(above, p));

    /// <summary>The cells of a column, as far as distance tells them apart.</summary>
    private IEnumerable<List<Piece>> Blocks(int column)
    {
        var (block, isBehind) = (new List<Piece>(), false);
        foreach (var line in lines)
        {
            var own = line.FindAll(p => p.Column == column);
            var isApart = block.Count > 0 && (IsHeading(line) || isBehind || own.Exists(p => p.Span != block[^1].Span || p.Box.Bottom - block[^1].Box.Bottom > FarthestLine * leading));
            if (isApart)
            {
                yield return block;
                block = [];
            }

            block.AddRange(own);
            isBehind = IsHeading(line);
        }

        if (block.Count > 0)
            yield return block;
    }
}

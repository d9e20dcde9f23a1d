namespace Entente.Formats.Pdf;

/// <summary>Lines of a page that stand in the same columns.</summary>
internal sealed record TableArea(PdfPage Page, List<PdfLine> Lines)
{
    private const int MostHeads = 3;

    /// <summary>What stands between it and the one above, in no table by itself.</summary>
    public List<PdfLine> Over { get; init; } = [];

    public Box Box { get; } = Box.Around(Lines.Select(l => l.Box));

    public static List<Gap> GapsOf(params IReadOnlyList<TableArea> areas)
    {
        ReadingStop.Look();
        return ColumnGaps.Of([.. areas.SelectMany(a => a.Lines)], areas.SelectMany(a => a.Lines.Where((l, i) => i < Math.Min(MostHeads, a.Lines.Count / 3) || UnnumberedRows.IsSum(l))).ToHashSet(), areas[0].Page.IsSheet);
    }
}

/// <summary>Finds tables that are not drawn: stretches of lines that leave the same gaps. Prose leaves none, or fills what is between them.</summary>
internal sealed class TableAreas(PdfPage page)
{
    /// <summary>Shares of the size of a font: the distance at which lines belong together, that of rows that are alike, that of lines of a cell, what is at most between words, and what heads that reach into a gap leave of it.</summary>
    private const double LargestDistance = 3, OfRows = 4, Leading = 1.55, Blank = 0.42, Reached = 0.5;

    /// <summary>Points: how alike distances of rows are. So many of them are no chance.</summary>
    private const double SameDistance = 1;

    private const int FewestRegular = 3;

    /// <summary>Share of the distance of rows at which lines of one cell are.</summary>
    private const double Nearer = 0.8;

    /// <summary>So many lines show the columns of a table well enough.</summary>
    private const int ManyLines = 40;

    /// <summary>What may be a table; whether it is one is asked of each by itself, unless it goes on from the page before.</summary>
    public List<TableArea> Of(IEnumerable<PdfWord> words)
    {
        var lines = PdfLine.Of(words);
        var areas = Runs(lines).SelectMany(InColumns).SelectMany(WithoutProse).ToList();
        return [.. areas.Select((a, i) => i == 0 ? a : a with { Over = lines.FindAll(l => l.Box.Top > areas[i - 1].Box.Bottom - 1 && l.Box.Bottom < a.Box.Top + 1) })];
    }

    public static bool IsTable(TableArea area)
    {
        var several = area.Lines.Count(l => l.Pieces.Count > 1);
        var gaps = TableArea.GapsOf(area);
        return gaps.Count > 0 && several >= 2 && several + gaps.Count >= 4 && !IsOfItems(area, gaps);
    }

    private IEnumerable<List<PdfLine>> Runs(List<PdfLine> lines)
    {
        var run = new List<PdfLine>();
        var usual = 0.0;
        var regular = RegularDistance(lines);
        foreach (var line in lines)
        {
            var distance = run.Count == 0 ? 0 : line.Box.Bottom - run[^1].Box.Bottom;
            var isLike = run.Count > 0 && OpenTables.IsOfColumns(line) && Math.Abs(line.Pieces.Count - run[^1].Pieces.Count) < 2;
            var isRegular = regular is { } often && Math.Abs(distance - often) < SameDistance;
            if (distance > Math.Max((isLike || isRegular ? OfRows : LargestDistance) * Math.Max(line.Size, run.Count == 0 ? 0 : run[^1].Size), 1.6 * usual) || (run.Count > 0 && (IsHeadAgain(lines, line) || HasOtherColumns(run, lines, line))))
            {
                yield return run;
                (run, usual) = ([], 0);
            }
            else if (run.Count > 0 && line.Pieces.Count > 1 && run[^1].Pieces.Count > 1)
            {
                usual = Math.Max(usual, Math.Min(distance, 5 * line.Size));
            }

            run.Add(line);
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>Rows that are all as far from each other, further than lines mostly are; null where most that are so far have other distances.</summary>
    private static double? RegularDistance(List<PdfLine> lines)
    {
        var far = lines.Zip(lines.Skip(1), (one, other) => (Distance: other.Box.Bottom - one.Box.Bottom, Size: Math.Max(one.Size, other.Size))).Where(d => d.Distance > LargestDistance * d.Size && d.Distance < OfRows * d.Size).Select(d => d.Distance).Order().ToList();
        return far.Count >= FewestRegular && far[far.Count / 2] is var usual && far.Count(d => Math.Abs(d - usual) < SameDistance) * 3 >= far.Count * 2 ? usual : null;
    }

    /// <summary>The heads of another table of the page, said again over or below it: there the columns may stand elsewhere. One of them may go on on a line of its own.</summary>
    private static bool IsHeadAgain(List<PdfLine> lines, PdfLine line) =>
        IsHeadLine(line) && lines.Exists(l => l != line && IsHeadLine(l) && l.Box.Left < line.Box.Right && l.Box.Right > line.Box.Left && l.Words[0].Text == line.Words[0].Text && l.Words[^1].Text == line.Words[^1].Text
            && (l.Words.Count < line.Words.Count ? l.Words.All(w => line.Words.Any(o => o.Text == w.Text)) : line.Words.All(w => l.Words.Any(o => o.Text == w.Text))));

    /// <summary>A heading, below which the columns stand elsewhere than over it.</summary>
    private bool HasOtherColumns(List<PdfLine> run, List<PdfLine> lines, PdfLine line)
    {
        var at = lines.IndexOf(line);
        if (!UnnumberedRows.IsSetOff(lines, at))
            return false;
        var over = Enumerable.Reverse(run).TakeWhile(l => !UnnumberedRows.IsSetOff(lines, lines.IndexOf(l))).Where(l => l.Pieces.Count > 1).ToList();
        var below = lines.Skip(at + 1).TakeWhile((_, i) => !UnnumberedRows.IsSetOff(lines, at + 1 + i)).Where(l => l.Pieces.Count > 1).ToList();
        return over.Count > 0 && below.Count > 0 && Gaps([.. over, .. below]).Count is var both && (both < Gaps(over).Count || both < Gaps(below).Count);
    }

    private static bool IsHeadLine(PdfLine line) => line.Words.Count > 2 && line.Pieces.Count > 1 && line.Words.All(w => w.IsBold && !w.Text.Any(char.IsDigit));

    private IEnumerable<TableArea> InColumns(List<PdfLine> run)
    {
        var start = 0;
        for (var first = run.FindIndex(l => l.Pieces.Count > 1); first >= 0;)
        {
            var last = LastOf(run, first);
            var from = first;
            while (from > start && (IsOver(run, from, last) || Fills(run.GetRange(from, last - from + 1), run[from - 1])))
                from--;
            yield return new TableArea(page, run.GetRange(from, last - from + 1));
            start = last + 1;
            first = start < run.Count ? run.FindIndex(start, l => l.Pieces.Count > 1) : -1;
        }
    }

    private int LastOf(List<PdfLine> run, int first)
    {
        var last = first;
        var before = new List<PdfLine> { run[first] };
        for (var next = first + 1; next < run.Count; next++)
        {
            if (run[next].Pieces.Count > 1)
            {
                if (before.Count >= 3 && !Fits(before, run, next))
                    break;
                before.Add(run[next]);
                last = next;
            }
            else if (IsProse(run, first, next))
            {
                break;
            }
        }

        while (last + 1 < run.Count && run[last + 1].Pieces.Count == 1 && run[last + 1].Box.Bottom - run[last].Box.Bottom < Leading * run[last].Size && (IsWithinColumn(run, first, last, run[last + 1]) || HangingLines.IsOne(run, last + 1)))
            last++;
        return last;
    }

    /// <summary>Lines of another table would close gaps of this one.</summary>
    private bool Fits(List<PdfLine> before, List<PdfLine> run, int next)
    {
        var near = before.TakeLast(ManyLines).ToList();
        var gaps = Gaps(near);
        if (gaps.TrueForAll(g => IsOpen(g, run[next])))
            return true;
        var after = run.Skip(next).Where(l => l.Pieces.Count > 1).Take(6).ToList();
        var both = Gaps([.. near, .. after]);
        return !gaps.Exists(g => !both.Exists(g.Meets) && after.Count(l => l.Words.Any(w => w.Box.Left < g.Middle && w.Box.Right > g.Middle)) * 2 > after.Count);
    }

    private List<Gap> Gaps(List<PdfLine> lines) => ColumnGaps.Of(lines, lines.Take(lines.Count / 4).ToHashSet(), page.IsSheet);

    private static bool IsOpen(Gap gap, PdfLine line) => !line.Words.Any(w => w.Box.Left < gap.To - 1 && w.Box.Right > gap.From + 1);

    /// <summary>Running text over the columns, line after line.</summary>
    private static bool IsProse(List<PdfLine> run, int first, int at)
    {
        var width = Box.Around(run.GetRange(first, at - first).Select(l => l.Box)).Width;
        bool IsLong(int i) => i < run.Count && run[i].Pieces.Count == 1 && run[i].Box.Width > 0.62 * width && run[i].Words.Count > 5;
        return IsLong(at) && (at + 1 >= run.Count || IsLong(at + 1) || run[at + 1].Box.Bottom - run[at].Box.Bottom > 1.8 * run[at].Size);
    }

    private bool IsWithinColumn(List<PdfLine> run, int first, int last, PdfLine line, bool mayReach = false)
    {
        var taken = run.GetRange(first, last - first + 1);
        var gaps = ColumnGaps.Of(taken, taken.Take(taken.Count / 3).ToHashSet(), page.IsSheet);
        return gaps.Count > 0 && gaps.TrueForAll(g => IsOpen(g, line) || (mayReach && ColumnGaps.WithoutReaching(g, line) is var left && left != g && left.To - left.From > Reached * line.Size)) && line.Box.Left >= taken.Min(l => l.Box.Left) - 2 && gaps.Exists(g => g.Middle >= line.Box.Right - 1 || g.Middle <= line.Box.Left + 1);
    }

    /// <summary>Whether a line has words in all columns of others, and more than a blank between them.</summary>
    private bool Fills(List<PdfLine> lines, PdfLine line)
    {
        var gaps = Gaps(lines);
        var columns = line.Words.GroupBy(w => gaps.Count(g => g.Middle < w.Box.Middle)).Select(g => Box.Around(g.Select(w => w.Box))).ToList();
        return gaps.Count > 1 && columns.Count == gaps.Count + 1 && lines[0].Box.Bottom - line.Box.Bottom < LargestDistance * line.Size
            && columns.Zip(columns.Skip(1)).All(c => c.Second.Left - c.First.Right > Blank * line.Size);
    }

    /// <summary>A first line of a head that has only one cell, not over the first column; or what a row of the page before leaves for the top of this one.</summary>
    private bool IsOver(List<PdfLine> run, int first, int last)
    {
        var (over, line) = (run[first - 1], run[first]);
        var most = page.Number > 1 && first == 1 && over.Box.Top - page.Words.Min(w => w.Box.Top) < 60 ? 2.4 : 1.5;
        return line.Box.Bottom - over.Box.Bottom < most * line.Size && over.Size < 1.15 * line.Size && over.Pieces.Count == 1
            && IsWithinColumn(run, first, last, over, mayReach: true) && (over.Box.Left > line.Pieces[Math.Min(1, line.Pieces.Count - 1)][0].Box.Left - (2 * line.Size) || (page.Number > 1 && first == 1 && IsOfFirstRow(run, last)));
    }

    /// <summary>The first line of a page begins a cell that goes on beside or below the rest of its row: rows stand further apart.</summary>
    private static bool IsOfFirstRow(List<PdfLine> run, int last)
    {
        var (over, line, next) = (run[0], run[1], run[Math.Min(2, run.Count - 1)]);
        bool IsInLine(PdfLine other) => other.Pieces.Any(p => Math.Abs(p[0].Box.Left - over.Box.Left) < 1);
        var rows = run.GetRange(1, last).Where(l => l.Pieces.Count > 1).ToList();
        var apart = rows.Zip(rows.Skip(1), (one, other) => other.Box.Bottom - one.Box.Bottom).DefaultIfEmpty(0).Min();
        if (over.Words.All(w => w.IsBold))
            return false;
        return IsInLine(line) ? line.Box.Bottom - over.Box.Bottom < Nearer * apart : next.Pieces.Count == 1 && IsInLine(next) && next.Box.Bottom - over.Box.Bottom < Math.Min(Leading * over.Size, Nearer * apart);
    }

    /// <summary>Text set in columns is looked at column by column, as a page of its own.</summary>
    private IEnumerable<TableArea> WithoutProse(TableArea area)
    {
        var gaps = TableArea.GapsOf(area);
        if (gaps.Count is 0 or > 2 || area.Lines.Count < 4)
            return [area];
        var columns = area.Lines.SelectMany(l => l.Words.GroupBy(w => gaps.Count(g => g.Middle < w.Box.Middle)).Select(g => (Column: g.Key, Line: new PdfLine([.. g])))).GroupBy(p => p.Column, p => p.Line).ToList();
        return columns.TrueForAll(c => IsFilled([.. c])) ? columns.SelectMany(c => Of(c.SelectMany(l => l.Words))) : [area];
    }

    /// <summary>Prose fills its column from side to side.</summary>
    private static bool IsFilled(List<PdfLine> lines)
    {
        var width = Box.Around(lines.Select(l => l.Box)).Width;
        return lines.Count(l => l.Box.Width > 0.8 * width) > 0.55 * lines.Count && lines.Average(l => l.Words.Count) > 4;
    }

    /// <summary>Marks or numbers with a paragraph behind each are a list.</summary>
    private static bool IsOfItems(TableArea area, List<Gap> gaps)
    {
        var marks = area.Lines.SelectMany(l => l.Words.Where(w => w.Box.Middle < gaps[0].Middle)).ToList();
        return gaps.Count == 1 && marks.TrueForAll(w => w.Text.Length < 5 && !w.Text.Any(char.IsLetter) && (w.Text.Length == 1 || !char.IsLetterOrDigit(w.Text[^1])));
    }
}

using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>A stretch along x that lines leave blank.</summary>
internal readonly record struct Gap(double From, double To)
{
    public double Middle => (From + To) / 2;

    public bool Meets(Gap other) => From < other.To && To > other.From;
}

/// <summary>Where one column ends and the next begins: stretches that hardly a line crosses, wider than what stands between words.</summary>
internal static class ColumnGaps
{
    /// <summary>Points, and share of the size of a small font.</summary>
    private const double Step = 0.2, Fine = 0.02;

    /// <summary>Shares of the size of a font: what lies between columns and not between words, the more lines the less; and between columns whose words begin or end at one place, or whose script has no blanks.</summary>
    private const double OfFewLines = 0.8, OfSomeLines = 0.5, OfManyLines = 0.42, OfAligned = 0.36, OfUnspaced = 0.2, OfDrawn = 0.12, Narrowest = 0.12;

    /// <summary>How near texts that stand half beside each other are, in heights of their letters: nearer than lines of one text.</summary>
    private const double Beside = 1.1;

    /// <summary>Points: how exactly cells of a sheet begin or end at one place.</summary>
    private const double SameEdge = 1;

    /// <summary>Points: how near to the middle of its rows a heading stands.</summary>
    private const double InMiddle = 4;

    /// <summary>Letters of a tick, and how exactly ticks stand below each other, in points.</summary>
    private const int LongestMark = 3;

    private const double SamePlace = 2;

    /// <summary>The share of lines that may cross: headings within a table do.</summary>
    private const double MayCross = 0.06;

    /// <summary>The gaps of lines from left to right.</summary>
    /// <param name="heads">Lines that may be heads: what crosses there says nothing.</param>
    /// <param name="isSheet">A program for sheets drew each cell by itself.</param>
    public static List<Gap> Of(IReadOnlyList<PdfLine> lines, IReadOnlySet<PdfLine> heads, bool isSheet)
    {
        var several = lines.Where(l => l.Pieces.Count > 1).ToList();
        var body = several.FindAll(l => !heads.Contains(l));
        if (body.Count < 3)
            body = several.Count > 0 ? several : [.. lines];
        if (body.Count == 0)
            return [];
        var size = body.Select(l => l.Size).Order().ElementAt(body.Count / 2);
        var gaps = Blank(body, size);
        while (Falsest(gaps, several.Count > 0 ? several : body, size, isSheet) is { } falsest)
            gaps.RemoveAt(falsest);
        var alone = lines.Where(l => l.Pieces.Count == 1 && !heads.Contains(l)).Select(l => l.Box).ToList();
        // A heading in the middle over its rows says nothing of columns.
        var middle = (body.Min(l => l.Box.Left) + body.Max(l => l.Box.Right)) / 2;
        var told = lines.Where(l => l.Pieces.Count > 1 || heads.Contains(l) || Math.Abs(l.Box.Middle - middle) > InMiddle).ToList();
        return [.. gaps.SelectMany(g => Parted(g, alone, OfSomeLines * size)).Select(g => told.Aggregate(g, WithoutReaching))];
    }

    /// <summary>What stands alone on its line within a gap, more than once, is a column whose cells stand between the lines of the others.</summary>
    private static IEnumerable<Gap> Parted(Gap gap, List<Box> alone, double least)
    {
        var within = alone.FindAll(b => b.Left - gap.From > least && gap.To - b.Right > least);
        return within.Count < 2 ? [gap] : [new Gap(gap.From, within.Min(b => b.Left)), new Gap(within.Max(b => b.Right), gap.To)];
    }

    private static List<Gap> Blank(List<PdfLine> body, double size)
    {
        // A sheet that was made smaller has columns that are less than a step apart.
        var step = Math.Min(Step, Fine * size);
        var (left, right) = (body.Min(l => l.Box.Left), body.Max(l => l.Box.Right));
        var covered = new int[(int)((right - left) / step) + 2];
        foreach (var line in body)
        {
            var done = -1;
            foreach (var word in line.Words)
            {
                for (var at = Math.Max(done + 1, (int)((word.Box.Left - left) / step)); at <= (int)((word.Box.Right - left) / step); at++)
                    covered[done = at]++;
            }
        }

        var most = (int)(body.Count * MayCross);
        var gaps = new List<Gap>();
        for (var at = 1; at < covered.Length; at++)
        {
            var from = at;
            while (at < covered.Length && covered[at] <= most)
                at++;
            if (at < covered.Length && (at - from) * step >= Narrowest * size)
                gaps.Add(new Gap(left + (from * step), left + (at * step)));
        }

        return gaps;
    }

    /// <summary>The gap that is most likely only one between words; null when all are of columns.</summary>
    private static int? Falsest(List<Gap> gaps, List<PdfLine> lines, double size, bool isSheet)
    {
        var falsest = (At: (int?)null, Space: double.MaxValue);
        for (var i = 0; i < gaps.Count; i++)
        {
            var (from, to) = (i == 0 ? double.MinValue : gaps[i - 1].Middle, i + 1 == gaps.Count ? double.MaxValue : gaps[i + 1].Middle);
            var spaces = lines.Select(l => SpaceAt(l, from, gaps[i], to)).OfType<Gap>().ToList();
            var space = spaces.Count > 0 ? spaces.Select(s => s.To - s.From).Order().ElementAt((spaces.Count - 1) / 2) : gaps[i].To - gaps[i].From;
            var needed = spaces.Count > (isSheet ? 0 : 1) && lines.TrueForAll(l => IsDrawn(l, gaps[i]) || (isSheet && l.Words.Any(w => w.Box.Left < gaps[i].From && w.Box.Right > gaps[i].To))) ? OfDrawn : AreUnspaced(lines, from, gaps[i], to) ? OfUnspaced : AreAligned(spaces) ? OfAligned : spaces.Count switch { 0 => OfSomeLines, < 3 => OfFewLines, < 6 => OfSomeLines, _ => OfManyLines };
            if ((spaces.Count == 0 && Alternate(lines, from, gaps[i], to)) || (isSheet && AreOfOne(lines, from, gaps[i], to)))
                return i;
            if (space < needed * size && space < falsest.Space)
                falsest = (i, space);
        }

        return falsest.At;
    }

    /// <summary>Some lines have a text only before a gap and some only behind it, no head among them: texts at the left of a column and figures at its right.</summary>
    private static bool Alternate(List<PdfLine> lines, double from, Gap gap, double to)
    {
        var before = lines.Select(l => l.Words.FirstOrDefault(w => w.Box.Middle > from && w.Box.Middle < gap.Middle)).OfType<PdfWord>().ToList();
        var behind = lines.Select(l => l.Words.FirstOrDefault(w => w.Box.Middle < to && w.Box.Middle > gap.Middle)).OfType<PdfWord>().ToList();
        return before.Count > 2 && behind.Count > 2 && (before.Count + behind.Count) * 2 > lines.Count && !AreOfTwo(lines, gap) && !AreBeside(before.ConvertAll(w => w.Box), behind.ConvertAll(w => w.Box))
            && !(MarkOf(before) is { } mark && MarkOf(behind) == mark);
    }

    /// <summary>The same sign again and again below each other, as a column of ticks has it; null where a column says more.</summary>
    private static string? MarkOf(List<PdfWord> words)
    {
        var same = words.GroupBy(w => w.Text).MaxBy(g => g.Count())!.ToList();
        return same[0].Text.Length <= LongestMark && same.Count * 2 > words.Count && same.Max(w => w.Box.Middle) - same.Min(w => w.Box.Middle) < SamePlace ? same[0].Text : null;
    }

    /// <summary>Sheets set texts on the left of their column and figures on its right: what begins at one place before a gap and what ends at one place behind it, on no line both, are of one column.</summary>
    private static bool AreOfOne(List<PdfLine> lines, double from, Gap gap, double to)
    {
        if (lines.Exists(l => SpaceAt(l, from, gap, to) is not null && !IsCrossed(l, gap)))
            return false;
        var texts = lines.SelectMany(l => l.Pieces).Select(p => p[0].Box.With(p[^1].Box)).ToList();
        // Few texts, as those of sums, may stand in the gap itself.
        var before = texts.FindAll(t => t.Left > from && t.Right < gap.To).ConvertAll(t => t.Left);
        var behind = texts.FindAll(t => t.Left >= gap.To - Step && t.Right < to).ConvertAll(t => t.Right);
        return before.Count > 0 && behind.Count > 0 && before.Max() - before.Min() < SameEdge && behind.Max() - behind.Min() < SameEdge;
    }

    /// <summary>Whether a text goes on over a gap.</summary>
    private static bool IsCrossed(PdfLine line, Gap gap) => line.Pieces.Any(p => p[0].Box.Left < gap.From && p[^1].Box.Right > gap.To);

    /// <summary>Texts stand half beside each other where the cells of a row are centred: they are of two columns.</summary>
    private static bool AreBeside(List<Box> before, List<Box> behind)
    {
        static int Half(List<Box> of, List<Box> others) => of.Count(b => others.Exists(o => Math.Abs(b.Centre - o.Centre) < Beside * Math.Min(b.Height, o.Height)));
        return Math.Max(Half(before, behind), Half(behind, before)) is > 2 and var beside && beside * 2 > Math.Min(before.Count, behind.Count);
    }

    /// <summary>Lines of several texts that all stand on one side of a gap are rows of two tables that are out of step.</summary>
    private static bool AreOfTwo(List<PdfLine> lines, Gap gap) =>
        lines.Count(l => l.Pieces.Count > 1 && (l.Box.Right <= gap.From + Step || l.Box.Left >= gap.To - Step)) * 10 > lines.Count * 8;

    /// <summary>Whether what stands behind a gap begins a text.</summary>
    private static bool IsDrawn(PdfLine line, Gap gap) => line.Words.FirstOrDefault(w => w.Box.Left >= gap.To - Step) is not { } next || next.IsDrawnApart || next == line.Words[0];

    /// <summary>Where a script has no blanks, what stands apart on line after line is of two columns.</summary>
    private static bool AreUnspaced(List<PdfLine> lines, double from, Gap gap, double to)
    {
        var several = 0;
        foreach (var line in lines)
        {
            if (line.Words.LastOrDefault(w => w.Box.Right <= gap.From + Step && w.Box.Middle > from) is not { } before || line.Words.FirstOrDefault(w => w.Box.Left >= gap.To - Step && w.Box.Middle < to) is not { } after)
                continue;
            if (!Scripts.IsUnspaced(before.Text[^1]) || !Scripts.IsUnspaced(after.Text[0]))
                return false;
            several++;
        }

        return several > 2;
    }

    /// <summary>Words of running text do not begin or end at one place line after line.</summary>
    private static bool AreAligned(List<Gap> spaces) =>
        spaces.Count > 4 && spaces.Select(s => Math.Round(s.From)).Distinct().Count() > 1 | spaces.Select(s => Math.Round(s.To)).Distinct().Count() > 1
        && (spaces.Max(s => s.From) - spaces.Min(s => s.From) < 1 || spaces.Max(s => s.To) - spaces.Min(s => s.To) < 1);

    /// <summary>What lies between the words on both sides, within the columns beside it; null where a word stands in the gap or a side is blank.</summary>
    private static Gap? SpaceAt(PdfLine line, double from, Gap gap, double to)
    {
        var (before, after) = ((double?)null, (double?)null);
        foreach (var word in line.Words)
        {
            if (word.Box.Right <= gap.From + Step)
                before = word.Box.Middle > from ? Math.Max(before ?? 0, word.Box.Right) : before;
            else if (word.Box.Left >= gap.To - Step)
                after = word.Box.Middle < to ? Math.Min(after ?? double.MaxValue, word.Box.Left) : after;
            else
                return null;
        }

        return before is { } end && after is { } begin ? new Gap(end, begin) : null;
    }

    /// <summary>What reaches into a gap from one side, as heads do, belongs to that side.</summary>
    public static Gap WithoutReaching(Gap gap, PdfLine line)
    {
        var left = gap;
        for (var i = 0; i < line.Words.Count; i++)
        {
            var box = line.Words[i].Box;
            if (box.Right <= left.From || box.Left >= left.To)
                continue;
            if (box.Left < gap.From && box.Right > gap.To)
                return gap;
            var (before, after) = (i > 0 ? box.Left - line.Words[i - 1].Box.Right : double.MaxValue, i + 1 < line.Words.Count ? line.Words[i + 1].Box.Left - box.Right : double.MaxValue);
            var isOfLeft = box.Left < gap.From || (box.Right < gap.To && (before < OfSomeLines * line.Size || (before < after && after > OfSomeLines * line.Size)));
            left = isOfLeft ? left with { From = box.Right } : left with { To = Math.Min(left.To, box.Left) };
        }

        return left.From < left.To - 0.3 ? left : gap;
    }
}

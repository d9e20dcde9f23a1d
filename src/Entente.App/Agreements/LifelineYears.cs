using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>The years that many lifelines are drawn in: whole ones, from the first known day to the last. A few that begin long before
/// all others, or end long after them, would leave the others no room; they are cut off at the edge.</summary>
/// <param name="CutBefore">How many begin before the first day.</param>
/// <param name="CutAfter">How many end on a known day after the last day.</param>
internal sealed record LifelineYears(Day First, Day Last, int CutBefore, int CutAfter)
{
    private const int Roomy = 30 * 365, Near = 10 * 365, Margin = 120;

    public static LifelineYears Of(IReadOnlyList<Timeline> lines, Day on)
    {
        var known = lines.Select(l => l.Known).OfType<(Day First, Day Last)>().ToList();
        if (known.Count == 0)
            return new LifelineYears(new Day(on.Year - 2, 1, 1), new Day(on.Year + 2, 12, 31), 0, 0);
        var begins = known.Select(k => k.First).Order().ToList();
        var ends = known.Select(k => k.Last).OrderDescending().ToList();
        var few = known.Count < 4 ? 0 : Math.Max(1, known.Count / 20);
        var first = IsSqueezed(begins[few], begins[0], ends[few]) ? begins[few] : begins[0];
        var last = IsSqueezed(ends[few], ends[0], first) ? ends[few] : ends[0];
        // The day is in the picture, unless that would squeeze it too.
        if (on < first && first.Number - on.Number < Near)
            first = on;
        if (on > last && on.Number - last.Number < Near)
            last = on;
        first = new Day(first.AddDays(-Margin).Year, 1, 1);
        last = new Day(last.AddDays(Margin).Year, 12, 31);
        return new LifelineYears(first, last, begins.Count(b => b < first), ends.Count(e => e > last));
    }

    public bool Has(Day day) => day >= First && day <= Last;

    /// <summary>Whether what all but a few need is less than two thirds of the whole, and the whole is long.</summary>
    private static bool IsSqueezed(Day most, Day all, Day other)
    {
        var (needed, whole) = (Math.Abs(other.Number - most.Number), Math.Abs(other.Number - all.Number));
        return whole > Roomy && needed * 3 < whole * 2;
    }
}

using Entente.App.Lists;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Statistics;

/// <summary>How the agreements stood, or will stand as far as is known now, on the last day of a year.</summary>
public sealed record YearEnd(long Year, StandingCount Count)
{
    public Day Day => new(Year, 12, 31);

    public bool HasAny => Count.InForceUntil + Count.InForceOpen + Count.CannotTell > 0;
}

internal static class YearEnds
{
    private const int Ahead = 5, Most = 60;

    /// <param name="places">Of the agreements among the lines.</param>
    /// <returns>From the year in which the first one begins; a long past is left out, and the years after the last end too.</returns>
    public static IReadOnlyList<YearEnd> Of(Extract extract, IReadOnlyList<int> places, Day on, Day today)
    {
        var begins = places.Select(p => extract.Lines[p].BeginDay).OfType<long>().ToList();
        if (begins.Count == 0)
            return [];
        var asked = Math.Clamp(on.Year, today.Year, today.Year + (Most / 2));
        var last = asked + Ahead;
        var first = Math.Clamp(Day.FromNumber(begins.Min()).Year, last - Most, last);
        var years = Enumerable.Range((int)first, (int)(last - first) + 1).Select(year => new YearEnd(year, Count(extract, places, new Day(year, 12, 31)))).ToList();
        var empty = years.FindLastIndex(y => y.HasAny || y.Year <= asked) + 1;
        return years[..empty];
    }

    private static StandingCount Count(Extract extract, IReadOnlyList<int> places, Day on)
    {
        var count = default(StandingCount);
        foreach (var place in places)
            count = count.Plus(extract.StandingOn(place, on), 1);
        return count;
    }
}

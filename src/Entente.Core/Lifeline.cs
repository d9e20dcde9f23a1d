using Entente.Edtf;

namespace Entente.Core;

/// <summary>A stretch of days on which an agreement stands in one way.</summary>
/// <param name="From">Its first day; <see cref="Day.Past"/> for the first stretch.</param>
public readonly record struct Stretch(Day From, StandingKind Kind);

/// <summary>The standing on every day at once: the standing function sampled on each day on which it can change.</summary>
public static class Lifeline
{
    /// <returns>Stretches in order; neighbours differ in kind; the first one starts in the past without bound.</returns>
    public static IReadOnlyList<Stretch> Of(Facts facts, CountingRule counting)
    {
        var days = Turns(facts, counting);
        var line = new List<Stretch>();
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            if (i > 0 && days[i - 1] == day)
                continue;
            var kind = Standing.KindOf(facts, counting, day);
            if (line.Count == 0)
                line.Add(new Stretch(Day.Past, kind));
            else if (line[^1].Kind != kind)
                line.Add(new Stretch(day, kind));
        }

        return line;
    }

    /// <summary>Every day on which something begins or has just ended, and one day before them all.</summary>
    private static List<Day> Turns(Facts facts, CountingRule counting)
    {
        var turns = new List<Day>();
        foreach (var act in facts.Events)
        {
            Add(turns, act.On);
            Add(turns, act.From);
            Add(turns, act.Until);
        }

        foreach (var period in Period.Of(facts, counting))
        {
            Add(turns, period.End);
            Add(turns, FinalRenewal(period.Begin, period.End, facts, counting));
        }

        if (facts.ListedOn is { } listed)
            Add(turns, FinalRenewal(listed, null, facts, counting));
        foreach (var candidate in facts.Ends.Candidates)
            Add(turns, candidate);
        Add(turns, facts.Ends.On);
        Add(turns, facts.Ends.Latest);
        Add(turns, facts.ListedOn);
        turns.Sort();
        turns.Insert(0, turns.Count == 0 ? new Day(2000, 1, 1) : turns[0].AddDays(-1));
        return turns;
    }

    private static void Add(List<Day> turns, EdtfValue? value)
    {
        if (value is not { Earliest: { IsBounded: true } earliest, Latest: { IsBounded: true } latest })
            return;
        turns.Add(earliest);
        turns.Add(earliest.AddDays(1));
        if (latest == earliest)
            return;
        turns.Add(latest);
        turns.Add(latest.AddDays(1));
    }

    private static EdtfValue? FinalRenewal(EdtfDate begin, EdtfValue? periodEnd, Facts facts, CountingRule counting) =>
        facts.Term.RenewsByItself && (periodEnd ?? facts.Ends.On) is { } end
            ? new Renewal(facts, counting, begin, end).FinalEnd
            : null;
}

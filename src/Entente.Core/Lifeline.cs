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
        foreach (var day in days)
        {
            var kind = Standing.Of(facts, counting, day).Kind;
            if (line.Count == 0)
                line.Add(new Stretch(Day.Past, kind));
            else if (line[^1].Kind != kind)
                line.Add(new Stretch(day, kind));
        }

        return line;
    }

    /// <summary>Every day on which something begins or has just ended, and one day before them all.</summary>
    private static SortedSet<Day> Turns(Facts facts, CountingRule counting)
    {
        var turns = new SortedSet<Day>();
        foreach (var value in Values(facts, counting))
        {
            foreach (var day in new[] { value.Earliest!.Value, value.Latest!.Value })
            {
                turns.Add(day);
                turns.Add(day.AddDays(1));
            }
        }

        turns.Add(turns.Count == 0 ? new Day(2000, 1, 1) : turns.Min.AddDays(-1));
        return turns;
    }

    private static IEnumerable<EdtfValue> Values(Facts facts, CountingRule counting)
    {
        var periods = Period.Of(facts, counting);
        var dates = facts.Events.SelectMany(e => new EdtfValue?[] { e.On, e.From, e.Until })
            .Concat(periods.Select(p => p.End))
            .Concat(periods.Select(p => FinalRenewal(p.Begin, p.End, facts, counting)))
            .Append(facts.ListedOn is { } listed ? FinalRenewal(listed, null, facts, counting) : null)
            .Concat(facts.Ends.Candidates)
            .Append(facts.Ends.On).Append(facts.Ends.Latest).Append(facts.ListedOn);
        return dates.Where(d => d is { Earliest.IsBounded: true, Latest.IsBounded: true })!;
    }

    private static EdtfValue? FinalRenewal(EdtfDate begin, EdtfValue? periodEnd, Facts facts, CountingRule counting) =>
        facts.Term.RenewsByItself && (periodEnd ?? facts.Ends.On) is { } end
            ? new Renewal(facts, counting, begin, end).FinalEnd
            : null;
}

using Entente.Edtf;

namespace Entente.Core;

public enum PeriodBasis
{
    /// <summary>The end is printed for this very period.</summary>
    Printed,

    /// <summary>The end is only assumed: the same length as the last period.</summary>
    Assumed,

    /// <summary>The last period: length and end of the agreement are its own.</summary>
    Last,

    /// <summary>An earlier period of which nothing says how long it was.</summary>
    Unknown,
}

/// <summary>A stretch of an agreement's life that one act opened.</summary>
/// <param name="End">Its last day in force; null for the last period and where nothing is known.</param>
public sealed record Period(Event Opener, EdtfValue? End, PeriodBasis Basis)
{
    public EdtfDate Begin => Opener.Begin!;

    /// <summary>The periods of an agreement, ordered by their begin.</summary>
    public static IReadOnlyList<Period> Of(Facts facts, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Events is [{ OpensPeriod: true } only])
            return [new Period(only, null, PeriodBasis.Last)];
        var openers = Openers(facts);
        if (openers.Count == 0)
            return [];
        var length = SharedLength(facts, openers[^1]);
        var periods = new List<Period>(openers.Count);
        for (var i = 0; i < openers.Count - 1; i++)
            periods.Add(Earlier(openers[i], length, counting));
        periods.Add(new Period(openers[^1], null, PeriodBasis.Last));
        return periods;
    }

    /// <summary>Acts that open a period; signings that only lead up to the day of taking effect are left out.</summary>
    private static List<Event> Openers(Facts facts)
    {
        var begin = facts.Begin;
        var openers = facts.Events.Where(e => e.OpensPeriod).OrderBy(e => e.Begin!.Earliest).ThenBy(e => e.Begin!.Latest).ToList();
        if (begin is { Act: Act.Effective })
            openers.RemoveAll(e => e.Act == Act.Signed && !(e.On!.Earliest > begin.On!.Latest));
        return openers;
    }

    /// <summary>The stated length, else the whole years from the last begin to the stated end.</summary>
    private static Length? SharedLength(Facts facts, Event last)
    {
        if (facts.Term.UsableLength is { } stated)
            return stated;
        return facts.Ends is { Basis: EndsBasis.Stated, On: EdtfDate end } && Length.WholeYears(last.Begin!, end) is { } years
            ? new Length(years)
            : null;
    }

    private static Period Earlier(Event opener, Length? length, CountingRule counting) =>
        opener.Until is { } until ? new Period(opener, until, PeriodBasis.Printed)
        : length is { } assumed ? new Period(opener, counting.LastDay(opener.Begin!, assumed), PeriodBasis.Assumed)
        : new Period(opener, null, PeriodBasis.Unknown);
}

using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>The periods of an agreement as stretches of time, each with how it is known, and what lies between and after them.</summary>
internal static class TimelineStretches
{
    public static IReadOnlyList<TimelineStretch> Of(Facts facts, CountingRule counting)
    {
        var periods = Period.Of(facts, counting);
        var stop = facts.Events.Where(e => e is { Act: Act.Terminated or Act.Superseded, On: not null }).Select(e => e.On!).MinBy(d => d.Earliest);
        var all = periods.SelectMany((period, row) => period.Basis == PeriodBasis.Last
            ? InLast(facts, counting, period.Begin, row)
            : InEarlier(facts, counting, period, periods[row + 1].Begin, row));
        return [.. stop is null ? all : all.SelectMany(s => UntilStopped(s, stop))];
    }

    private static IEnumerable<TimelineStretch> InEarlier(Facts facts, CountingRule counting, Period period, EdtfDate next, int row)
    {
        yield return new TimelineStretch(row, period.Begin, period.End ?? next, period.Basis switch
        {
            PeriodBasis.Printed => StretchBasis.Known,
            PeriodBasis.Assumed => StretchBasis.Assumed,
            _ => StretchBasis.Unknown,
        });
        if (period.End is not { } end || !IsBefore(end, next))
            yield break;
        if (facts.Term.RenewsByItself)
        {
            var renewal = new Renewal(facts, counting, period.Begin, end);
            var final = renewal.FinalEnd is { } last && IsBefore(last, next) ? last : null;
            yield return new TimelineStretch(row, end, final ?? next, StretchBasis.Assumed) { Renewal = renewal };
            if (final is null)
                yield break;
            end = final;
        }

        yield return new TimelineStretch(row, end, next, StretchBasis.Gap);
    }

    private static IEnumerable<TimelineStretch> InLast(Facts facts, CountingRule counting, EdtfDate begin, int row)
    {
        var ends = facts.Ends;
        if (ends.Basis == EndsBasis.Conflict)
        {
            var candidates = ends.Candidates.OrderBy(c => c.Earliest).ToList();
            yield return new TimelineStretch(row, begin, candidates[0], StretchBasis.Either);
            yield return new TimelineStretch(row, candidates[0], candidates[^1], StretchBasis.Conflict);
            yield break;
        }

        if (ends.On is not { } on)
        {
            yield return new TimelineStretch(row, begin, null, ends.Basis == EndsBasis.Open ? StretchBasis.Open : StretchBasis.Unknown);
            yield break;
        }

        yield return new TimelineStretch(row, begin, on, StretchBasis.Known);
        if (facts.Term.RenewsByItself)
        {
            var renewal = new Renewal(facts, counting, begin, on);
            yield return new TimelineStretch(row, on, renewal.FinalEnd, StretchBasis.Assumed) { Renewal = renewal };
        }
        else if (ends.Latest is { } latest)
        {
            yield return new TimelineStretch(row, on, latest, StretchBasis.Possible);
        }
    }

    /// <summary>What lies after the stop was to be, and is not.</summary>
    private static IEnumerable<TimelineStretch> UntilStopped(TimelineStretch stretch, EdtfDate stop)
    {
        if (stretch.End is { } before && !(before.Latest > stop.Earliest))
        {
            yield return stretch;
            yield break;
        }

        var isBegun = stretch.Begin.Earliest < stop.Earliest;
        if (isBegun)
            yield return stretch with { End = stop };
        if (stretch.End is { } end && stretch.Basis is not (StretchBasis.Gap or StretchBasis.Unknown))
            yield return new TimelineStretch(stretch.Row, isBegun ? stop : stretch.Begin, end, StretchBasis.Stopped);
    }

    private static bool IsBefore(EdtfValue end, EdtfDate next) => end.Latest is { } last && last.AddDays(1) < next.Earliest;
}

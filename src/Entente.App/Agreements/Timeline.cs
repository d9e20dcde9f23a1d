using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>How sure a stretch of a timeline is.</summary>
public enum StretchBasis
{
    /// <summary>Its end is printed or follows from what is printed.</summary>
    Known,

    /// <summary>In force whichever of several ends is right.</summary>
    Either,

    /// <summary>It rests on an assumption: as long as the last one, or not terminated since.</summary>
    Assumed,

    /// <summary>It may have been added; nothing says that it was.</summary>
    Possible,

    /// <summary>It runs on without a known end.</summary>
    Open,

    /// <summary>Nothing says how long it runs.</summary>
    Unknown,

    /// <summary>Between two periods; covered by neither.</summary>
    Gap,

    /// <summary>The ends that are given differ; it lies between them.</summary>
    Conflict,
}

/// <summary>A stretch of days whose begin and end may each be coarse.</summary>
/// <param name="Row">Each period has a row of its own, from 0, so that periods that overlap are both seen.</param>
/// <param name="End">Null: as far as the line is drawn.</param>
public sealed record TimelineStretch(int Row, EdtfValue Begin, EdtfValue? End, StretchBasis Basis);

/// <summary>The standing from one day to another, both in it; null: without bound.</summary>
public sealed record StandingStretch(Day? From, Day? To, StandingKind Kind);

/// <summary>The life of one agreement, laid out in time: its acts, the periods that they opened, and the standing on every day.</summary>
/// <param name="First">Where the line begins and ends; every known date lies well inside.</param>
public sealed record Timeline(
    Day First, Day Last, Day On, IReadOnlyList<Event> Acts, IReadOnlyList<TimelineStretch> Stretches, IReadOnlyList<StandingStretch> Standings)
{
    private const int LeastMargin = 200;

    public int Rows => Stretches.Count == 0 ? 0 : Stretches.Max(s => s.Row) + 1;

    public static Timeline Of(Facts facts, CountingRule counting, Day on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var periods = Period.Of(facts, counting);
        var stretches = Stretched(facts, periods).ToList();
        var days = facts.Events.SelectMany(e => new EdtfValue?[] { e.On, e.Until })
            .Concat(stretches.SelectMany(s => new[] { s.Begin, s.End }))
            .OfType<EdtfValue>().SelectMany(d => new[] { d.Earliest, d.Latest }).OfType<Day>().Where(d => d.IsBounded)
            .Append(on).ToList();
        var margin = Math.Max(LeastMargin, (days.Max().Number - days.Min().Number) / 20);
        return new Timeline(
            days.Min().AddDays(-margin), days.Max().AddDays(margin), on,
            [.. facts.Events.Where(e => e.On is not null).OrderBy(e => e.On!.Earliest)], stretches, Standing(facts, counting));
    }

    private static List<StandingStretch> Standing(Facts facts, CountingRule counting)
    {
        var line = Lifeline.Of(facts, counting);
        var standings = new List<StandingStretch>();
        for (var i = 0; i < line.Count; i++)
        {
            Day? to = i + 1 < line.Count ? line[i + 1].From.AddDays(-1) : null;
            standings.Add(new StandingStretch(line[i].From.IsBounded ? line[i].From : null, to, line[i].Kind));
        }

        return standings;
    }

    private static IEnumerable<TimelineStretch> Stretched(Facts facts, IReadOnlyList<Period> periods)
    {
        for (var row = 0; row < periods.Count; row++)
        {
            var period = periods[row];
            if (period.Basis == PeriodBasis.Last)
            {
                foreach (var stretch in InLast(facts, period.Begin, row))
                    yield return stretch;
                continue;
            }

            var next = periods[row + 1].Begin;
            yield return new TimelineStretch(row, period.Begin, period.End ?? next, period.Basis switch
            {
                PeriodBasis.Printed => StretchBasis.Known,
                PeriodBasis.Assumed => StretchBasis.Assumed,
                _ => StretchBasis.Unknown,
            });
            if (period.End is { } end && end.Latest is { } last && last.AddDays(1) < next.Earliest)
                yield return new TimelineStretch(row, end, next, StretchBasis.Gap);
        }
    }

    private static IEnumerable<TimelineStretch> InLast(Facts facts, EdtfDate begin, int row)
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
            yield return new TimelineStretch(row, on, null, StretchBasis.Assumed);
        else if (ends.Latest is { } latest)
            yield return new TimelineStretch(row, on, latest, StretchBasis.Possible);
    }
}

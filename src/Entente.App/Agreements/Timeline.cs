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

    /// <summary>It would have run on, had it not been terminated or superseded.</summary>
    Stopped,
}

/// <summary>A stretch of days whose begin and end may each be coarse.</summary>
/// <param name="Row">Each period has a row of its own, from 0, so that periods that overlap are both seen.</param>
/// <param name="End">Null: as far as the line is drawn.</param>
public sealed record TimelineStretch(int Row, EdtfValue Begin, EdtfValue? End, StretchBasis Basis)
{
    /// <summary>By which it runs on, where it renews by itself.</summary>
    public Renewal? Renewal { get; init; }
}

/// <summary>The standing from one day to another, both in it; null: without bound.</summary>
public sealed record StandingStretch(Day? From, Day? To, StandingKind Kind);

/// <summary>The life of one agreement, laid out in time: its acts, the periods that they opened, and the standing on every day.</summary>
/// <param name="First">Where the line begins and ends; every known date lies well inside.</param>
public sealed record Timeline(
    Day First, Day Last, Day On, IReadOnlyList<Event> Acts, IReadOnlyList<TimelineStretch> Stretches, IReadOnlyList<StandingStretch> Standings)
{
    private const int LeastMargin = 200;

    public int Rows => Stretches.Count == 0 ? 0 : Stretches.Max(s => s.Row) + 1;

    /// <summary>The first and the last day that is known of it; null when none is.</summary>
    public (Day First, Day Last)? Known { get; private init; }

    public static Timeline Of(Facts facts, CountingRule counting, Day on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var stretches = TimelineStretches.Of(facts, counting);
        var standings = Standing(facts, counting);
        var days = facts.Events.SelectMany(e => new EdtfValue?[] { e.On, e.Until })
            .Concat(stretches.SelectMany(s => new[] { s.Begin, s.End }))
            .OfType<EdtfValue>().SelectMany(d => new[] { d.Earliest, d.Latest })
            .Concat(standings.Select(s => s.From)).OfType<Day>().Where(d => d.IsBounded).ToList();
        var (first, last) = (days.Append(on).Min(), days.Append(on).Max());
        var margin = Math.Max(LeastMargin, (last.Number - first.Number) / 20);
        return new Timeline(
            first.AddDays(-margin), last.AddDays(margin), on,
            [.. facts.Events.Where(e => e.On is not null).OrderBy(e => e.On!.Earliest)], stretches, standings)
        {
            Known = days.Count == 0 ? null : (days.Min(), days.Max()),
        };
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
}

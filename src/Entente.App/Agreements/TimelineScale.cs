using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>From days to places on a line.</summary>
internal sealed class TimelineScale(Day first, Day last, double width)
{
    private const double YearWidth = 62;

    private readonly double days = Math.Max(last.Number - first.Number, 1);

    public double Width => width;

    public double X(Day day) => Math.Clamp((day.Number - first.Number) / days * width, 0, width);

    /// <summary>From its first day to its last; the same place twice when it is one day.</summary>
    public (double From, double To) Span(EdtfValue value)
    {
        var from = Bounded(value.Earliest, first);
        var to = Bounded(value.Latest, last);
        return (X(from), X(to));
    }

    public double After(EdtfValue value) => Span(value).To;

    /// <summary>Where a stretch begins to rise, has risen, begins to fall and has ended: a coarse date is as wide as its days.
    /// What follows another stretch begins where that one has surely ended.</summary>
    public (double Begin, double Risen, double Falling, double End) Edges(TimelineStretch stretch)
    {
        var follows = stretch.Renewal is not null || stretch.Basis is StretchBasis.Gap or StretchBasis.Conflict or StretchBasis.Possible or StretchBasis.Stopped;
        var (begin, risen) = follows ? (After(stretch.Begin), After(stretch.Begin)) : Span(stretch.Begin);
        if (stretch.End is null)
            return (begin, risen, Width, Width);
        var (falling, end) = Span(stretch.End);
        return stretch.Basis == StretchBasis.Gap ? (begin, risen, falling, falling) : (begin, risen, falling, end);
    }

    /// <summary>Where a stretch renews by itself; more often than can be told apart is not marked.</summary>
    public IEnumerable<double> Renewals(TimelineStretch stretch)
    {
        const int most = 60;
        var ends = stretch.Renewal?.EndsBefore(stretch.End?.Earliest is { IsBounded: true } end && end < last ? end : last).Take(most + 1).ToList() ?? [];
        return ends.Count > most ? [] : ends.Prepend(stretch.Begin).Select(After).Where(x => x > 0);
    }

    /// <summary>The years to mark: each one, or each second, fifth, tenth …</summary>
    public IEnumerable<long> Years()
    {
        var all = last.Year - first.Year;
        var step = new long[] { 1, 2, 5, 10, 20, 50, 100, 500, 1000 }.First(s => all / s <= Math.Max(width / YearWidth, 2) || s == 1000);
        for (var year = (first.Year / step * step) + step; year <= last.Year; year += step)
            yield return year;
    }

    private static Day Bounded(Day? day, Day otherwise) => day is { IsBounded: true } known ? known : otherwise;
}

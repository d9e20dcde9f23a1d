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

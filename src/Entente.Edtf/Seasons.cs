namespace Entente.Edtf;

/// <summary>
/// The days of the sub-year groupings 21 to 41. Seasons are the meteorological ones, three whole months. 21 to 24 say nothing of
/// the place and are taken as northern. A season over the new year belongs to the year in which it begins.
/// </summary>
internal static class Seasons
{
    public const int First = 21, Last = 41;

    /// <summary>The month in which it begins and the number of months.</summary>
    public static (int Month, int Months) Span(int code) => code switch
    {
        <= 24 => (3 + 3 * (code - 21), 3),
        <= 28 => (3 + 3 * (code - 25), 3),
        <= 32 => (code < 31 ? 9 + 3 * (code - 29) : 3 + 3 * (code - 31), 3),
        <= 36 => (1 + 3 * (code - 33), 3),
        <= 39 => (1 + 4 * (code - 37), 4),
        _ => (1 + 6 * (code - 40), 6),
    };

    public static Day Bound(long year, int code, bool isLast)
    {
        var (month, months) = Span(code);
        var first = new Day(year, month, 1);
        return isLast ? first.AddMonths(months).AddDays(-1) : first;
    }
}

using System.Numerics;

namespace Entente.Edtf;

/// <summary>The first and the last existing day that a date can mean.</summary>
internal static class DateBounds
{
    private const int PatternLength = 4;

    /// <summary>False when no existing day fits.</summary>
    public static bool TryFind(in DateParts parts, out Day earliest, out Day latest)
    {
        earliest = latest = default;
        if (parts.SignificantDigits > 0)
            return Significant(parts, out earliest, out latest);
        if (!parts.HasUnspecified && parts.HasDay)
        {
            var exists = Day.TryCreate(parts.SignedYear, parts.Month, parts.Day, out earliest);
            latest = earliest;
            return exists;
        }
        return TryFindYear(parts, isLast: false, out earliest) && TryFindYear(parts, isLast: true, out latest);
    }

    /// <summary>Whether the number has the digits that are specified in the pattern.</summary>
    public static bool Fits(long number, long pattern, int mask)
    {
        for (; number > 0 || pattern > 0 || mask > 0; mask >>= 1, number /= 10, pattern /= 10)
        {
            if ((mask & 1) == 0 && number % 10 != pattern % 10)
                return false;
        }
        return true;
    }

    /// <summary>Whether the digits allow the day. A season, which may run into the next year, is left to its bounds.</summary>
    public static bool CanBe(in DateParts parts, Day day)
        => parts.IsSeason
            || (parts.IsNegative == day.Year < 0
                && Fits(Math.Abs(day.Year), parts.YearSize, parts.YearMask)
                && (!parts.HasMonth || Fits(day.Month, parts.Month, parts.MonthMask))
                && (!parts.HasDay || Fits(day.DayOfMonth, parts.Day, parts.DayMask)));

    /// <summary>Years of the pattern from the smallest size to the largest, by index.</summary>
    private static long YearAt(in DateParts parts, int index)
    {
        var size = parts.YearSize;
        long unit = 1;
        for (var place = 0; place < PatternLength; place++, unit *= 10)
        {
            if ((parts.YearMask >> place & 1) == 0)
                continue;
            size += index % 10 * unit;
            index /= 10;
        }
        return parts.IsNegative ? -size : size;
    }

    private static bool TryFindYear(in DateParts parts, bool isLast, out Day day)
    {
        var count = 1;
        for (var digits = BitOperations.PopCount(parts.YearMask); digits > 0; digits--)
            count *= 10;
        var isFromLargest = isLast != parts.IsNegative;
        for (var step = 0; step < count; step++)
        {
            var year = YearAt(parts, isFromLargest ? count - 1 - step : step);
            if (parts.IsNegative && year == 0)
                continue;
            if (TryFindInYear(parts, year, isLast, out day))
                return true;
        }
        day = default;
        return false;
    }

    private static bool TryFindInYear(in DateParts parts, long year, bool isLast, out Day day)
    {
        if (!parts.HasMonth)
            return Day.TryCreate(year, isLast ? 12 : 1, isLast ? 31 : 1, out day);
        if (parts.IsSeason)
        {
            day = Seasons.Bound(year, parts.Month, isLast);
            return true;
        }
        for (var step = 1; step <= 12; step++)
        {
            var month = isLast ? 13 - step : step;
            if (Fits(month, parts.Month, parts.MonthMask) && TryFindInMonth(parts, year, month, isLast, out day))
                return true;
        }
        day = default;
        return false;
    }

    private static bool TryFindInMonth(in DateParts parts, long year, int month, bool isLast, out Day day)
    {
        var length = Day.DaysInMonth(year, month);
        for (var step = 1; step <= length; step++)
        {
            var number = isLast ? length + 1 - step : step;
            if (!parts.HasDay || Fits(number, parts.Day, parts.DayMask))
                return Day.TryCreate(year, month, number, out day);
        }
        day = default;
        return false;
    }

    // Level 2: 1950S2 is "some year between 1900 and 1999". Leading zeros are not significant, so 0050S1 lies in 50 to 59.
    private static bool Significant(in DateParts parts, out Day earliest, out Day latest)
    {
        var length = 0;
        for (var rest = parts.YearSize; rest > 0; rest /= 10)
            length++;
        long unit = 1;
        for (var place = parts.SignificantDigits; place < length; place++)
            unit *= 10;
        var low = parts.YearSize - parts.YearSize % unit;
        var high = low + unit - 1;
        if (parts.IsNegative)
            (low, high) = (-high, -low);
        earliest = new Day(low, 1, 1);
        latest = new Day(high, 12, 31);
        return true;
    }
}

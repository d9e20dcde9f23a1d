using System.Globalization;

namespace Entente.Edtf;

/// <summary>
/// A day of the proleptic Gregorian calendar in astronomical numbering: 0000 is 1 BC, -0001 is 2 BC.
/// Years run from -<see cref="MaxYear"/> to <see cref="MaxYear"/>. The default value is 0001-01-01, as of <see cref="DateOnly"/>.
/// </summary>
public readonly record struct Day : IComparable<Day>
{
    /// <summary>Chosen so that a day number fits a <see cref="long"/> with room to count.</summary>
    public const long MaxYear = 9_999_999_999_999_999;

    private const long DaysPerEra = 146_097;
    private const long DaysBeforeYearOne = 306; // from 0000-03-01 to 0001-01-01
    private const string PastText = "-inf", FutureText = "inf";

    private static readonly long Lowest = CountDays(-MaxYear, 1, 1), Highest = CountDays(MaxYear, 12, 31);

    private Day(long number) => Number = number;

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public Day(long year, int month, int day)
    {
        if (!Exists(year, month, day))
            throw new ArgumentOutOfRangeException(nameof(day), $"There is no day {year}-{month}-{day}.");
        Number = CountDays(year, month, day);
    }

    /// <summary>Before every day; prints <c>-inf</c>. Has no year, month or day of the month.</summary>
    public static Day Past { get; } = new(long.MinValue);

    /// <summary>After every day; prints <c>inf</c>. Has no year, month or day of the month.</summary>
    public static Day Future { get; } = new(long.MaxValue);

    /// <summary>Days since 0001-01-01, as <see cref="DateOnly.DayNumber"/>; the least and the greatest long for <see cref="Past"/> and <see cref="Future"/>.</summary>
    public long Number { get; }

    public bool IsBounded => Number is not (long.MinValue or long.MaxValue);

    /// <exception cref="InvalidOperationException">The day is unbounded.</exception>
    public long Year => Split().Year;

    /// <inheritdoc cref="Year"/>
    public int Month => Split().Month;

    /// <inheritdoc cref="Year"/>
    public int DayOfMonth => Split().Day;

    public static bool TryCreate(long year, int month, int day, out Day value)
    {
        var exists = Exists(year, month, day);
        value = exists ? new Day(CountDays(year, month, day)) : default;
        return exists;
    }

    /// <exception cref="ArgumentOutOfRangeException">Neither a day of a year in range nor the number of <see cref="Past"/> or <see cref="Future"/>.</exception>
    public static Day FromNumber(long number)
    {
        var day = new Day(number);
        if (day.IsBounded && (number < Lowest || number > Highest))
            throw new ArgumentOutOfRangeException(nameof(number), number, "The day lies outside the years this type can hold.");
        return day;
    }

    public static Day From(DateOnly date) => new(date.DayNumber);

    public static bool IsLeapYear(long year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    public static int DaysInMonth(long year, int month)
    {
        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(month), month, "A month is 1 to 12.");
        return month switch
        {
            2 => IsLeapYear(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };
    }

    /// <summary>An unbounded day stays as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result lies beyond <see cref="MaxYear"/>.</exception>
    public Day AddDays(long days)
    {
        if (!IsBounded || days == 0)
            return this;
        if (days > 0 ? days > Highest - Number : days < Lowest - Number)
            throw new ArgumentOutOfRangeException(nameof(days), days, "The result lies outside the years this type can hold.");
        return new Day(Number + days);
    }

    /// <summary>Clamps to the last day of the month: 2024-02-29 and 12 months give 2025-02-28. An unbounded day stays as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result lies beyond <see cref="MaxYear"/>.</exception>
    public Day AddMonths(long months)
    {
        if (!IsBounded)
            return this;
        var (year, month, day) = Split();
        if (Math.Abs((decimal)months) > 24m * MaxYear)
            throw new ArgumentOutOfRangeException(nameof(months), months, "The result lies outside the years this type can hold.");
        var count = year * 12 + (month - 1) + months;
        var toYear = Math.DivRem(count, 12, out var rest);
        if (rest < 0)
            (toYear, rest) = (toYear - 1, rest + 12);
        var toMonth = (int)rest + 1;
        return new Day(toYear, toMonth, Math.Min(day, DaysInMonth(toYear, toMonth)));
    }

    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    /// <summary>Reads what <see cref="ToString"/> prints, and nothing else.</summary>
    public static bool TryParse(string? text, out Day value)
    {
        value = default;
        switch (text)
        {
            case null: return false;
            case PastText: value = Past; return true;
            case FutureText: value = Future; return true;
        }
        var rest = text.AsSpan();
        var isNegative = rest.Length > 0 && rest[0] == '-';
        if (isNegative)
            rest = rest[1..];
        var yearLength = rest.Length - 6;
        if (yearLength is < 4 or > 16 || rest[yearLength] != '-' || rest[yearLength + 3] != '-' || (yearLength > 4 && rest[0] == '0'))
            return false;
        if (!TryDigits(rest[..yearLength], out var year)
            || !TryDigits(rest.Slice(yearLength + 1, 2), out var month)
            || !TryDigits(rest[(yearLength + 4)..], out var day)
            || (isNegative && year == 0))
            return false;
        return TryCreate(isNegative ? -year : year, (int)month, (int)day, out value);
    }

    /// <summary><c>2023-03-01</c>, <c>-0999-01-01</c>, <c>170000002-01-01</c>, <c>-inf</c>, <c>inf</c>.</summary>
    public override string ToString()
    {
        if (!IsBounded)
            return Number < 0 ? PastText : FutureText;
        var (year, month, day) = Split();
        var sign = year < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    internal static bool Exists(long year, int month, int day)
        => year is >= -MaxYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1
            && (day <= 28 || day <= DaysInMonth(year, month));

    private static bool TryDigits(ReadOnlySpan<char> digits, out long value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = value * 10 + (digit - '0');
        }
        return true;
    }

    // Years are counted from March, so that the leap day is the last of its year; an era is 400 years.
    private static long CountDays(long year, int month, int day)
    {
        if (month <= 2)
            year--;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * DaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DaysBeforeYearOne;
    }

    private (long Year, int Month, int Day) Split()
    {
        if (!IsBounded)
            throw new InvalidOperationException("An unbounded day has no year, month or day of the month.");
        var days = Number + DaysBeforeYearOne;
        var era = (days >= 0 ? days : days - (DaysPerEra - 1)) / DaysPerEra;
        var dayOfEra = days - era * DaysPerEra;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = (int)(dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100));
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    }
}

using System.Diagnostics.CodeAnalysis;
using Entente.Edtf.Parsing;

namespace Entente.Edtf;

/// <summary>A single date: one day, or a day of which only the year, month or season or some digits are known.</summary>
public sealed class EdtfDate : EdtfValue
{
    private const int MaxPlainYear = 9999;

    private readonly DateParts parts;
    private readonly byte level;

    internal EdtfDate(in DateParts parts, Day earliest, Day latest, int level, string? text)
        : base(text)
    {
        this.parts = parts;
        this.level = (byte)level;
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>Always bounded.</summary>
    public new Day Earliest { get; }

    /// <inheritdoc cref="Earliest"/>
    public new Day Latest { get; }

    public EdtfPrecision Precision
    {
        get
        {
            if (parts.Time is not null)
                return EdtfPrecision.DateTime;
            if (parts.HasDay)
                return EdtfPrecision.Day;
            if (parts.HasMonth)
                return parts.IsSeason ? EdtfPrecision.Season : EdtfPrecision.Month;
            return parts.YearMask switch
            {
                0b0001 => EdtfPrecision.Decade,
                0b0011 => EdtfPrecision.Century,
                0b0111 => EdtfPrecision.Millennium,
                _ => EdtfPrecision.Year,
            };
        }
    }

    /// <summary>Null when one of its digits is unspecified; the estimate when there are significant digits.</summary>
    public long? Year => parts.YearMask == 0 ? parts.SignedYear : null;

    /// <summary>1 to 12; null when absent, when one of its digits is unspecified, or when there is a season.</summary>
    public int? Month => parts.HasMonth && parts.MonthMask == 0 && !parts.IsSeason ? parts.Month : null;

    /// <summary>Null when absent or when one of its digits is unspecified.</summary>
    public int? DayOfMonth => parts.HasDay && parts.DayMask == 0 ? parts.Day : null;

    /// <summary>21 to 41: seasons, quarters, quadrimesters and semesters (level 2, sub-year groupings); null when there is none.</summary>
    public int? Season => parts.IsSeason ? parts.Month : null;

    /// <summary>How many leading digits of <see cref="Year"/> are reliable (level 2, significant digits): <c>1950S2</c> lies in 1900 to 1999.</summary>
    public int? SignificantDigits => parts.SignificantDigits == 0 ? null : parts.SignificantDigits;

    public EdtfTime? Time => parts.Time;

    /// <summary>What is said of any of the parts, taken together.</summary>
    public EdtfQualification Qualification => parts.YearMark | parts.MonthMark | parts.DayMark;

    public EdtfQualification YearQualification => parts.YearMark;

    /// <summary>That of the season, if there is one.</summary>
    public EdtfQualification MonthQualification => parts.MonthMark;

    public EdtfQualification DayQualification => parts.DayMark;

    public bool HasUnspecifiedDigits => parts.HasUnspecified;

    /// <summary>Exactly one day is possible.</summary>
    public bool IsOneDay => Earliest == Latest;

    internal DateParts Parts => parts;

    private protected override int LevelAsWritten => level;

    private protected override Day? EarliestOrUnknown => Earliest;

    private protected override Day? LatestOrUnknown => Latest;

    /// <exception cref="ArgumentOutOfRangeException">The year is beyond <see cref="Day.MaxYear"/>.</exception>
    public static EdtfDate Of(long year)
    {
        if (year is < -Day.MaxYear or > Day.MaxYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, "The year has more than sixteen digits.");
        var parts = YearOnly(year);
        return new EdtfDate(parts, new Day(year, 1, 1), new Day(year, 12, 31), LevelOf(year), text: null);
    }

    /// <exception cref="ArgumentOutOfRangeException">No such month, or a year of more than four digits, which EDTF cannot write with a month.</exception>
    public static EdtfDate Of(long year, int month)
    {
        CheckPlainYear(year);
        var last = Day.DaysInMonth(year, month);
        var parts = YearOnly(year) with { Month = (byte)month, HasMonth = true };
        return new EdtfDate(parts, new Day(year, month, 1), new Day(year, month, last), LevelOf(year), text: null);
    }

    /// <exception cref="ArgumentOutOfRangeException">No such day, or a year of more than four digits, which EDTF cannot write with a day.</exception>
    public static EdtfDate Of(long year, int month, int day)
    {
        CheckPlainYear(year);
        var only = new Day(year, month, day);
        var parts = YearOnly(year) with { Month = (byte)month, HasMonth = true, Day = (byte)day, HasDay = true };
        return new EdtfDate(parts, only, only, LevelOf(year), text: null);
    }

    /// <exception cref="ArgumentOutOfRangeException">The day is unbounded, or its year has more than four digits.</exception>
    public static EdtfDate Of(Day day)
    {
        if (!day.IsBounded)
            throw new ArgumentOutOfRangeException(nameof(day), "An unbounded day is not a date.");
        return Of(day.Year, day.Month, day.DayOfMonth);
    }

    /// <inheritdoc cref="Of(Day)"/>
    public static EdtfDate Of(Day day, EdtfTime time)
    {
        var date = Of(day);
        return new EdtfDate(date.parts with { Time = time }, day, day, date.level, text: null);
    }

    /// <summary>True only for a single date, not for an interval or a set.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EdtfDate? date)
    {
        date = text is null ? null : DateParser.Parse(text, 0, text.Length, out _);
        return date is not null;
    }

    /// <summary>The same date with all of its parts qualified so, in place of what was said before.</summary>
    /// <exception cref="InvalidOperationException">A date with a time of day takes no qualification.</exception>
    public EdtfDate Qualified(EdtfQualification qualification)
    {
        if (parts.Time is not null)
            throw new InvalidOperationException("A date with a time of day takes no qualification.");
        var marked = parts with
        {
            YearMark = qualification,
            MonthMark = parts.HasMonth ? qualification : EdtfQualification.None,
            DayMark = parts.HasDay ? qualification : EdtfQualification.None,
        };
        return new EdtfDate(marked, Earliest, Latest, DateLevel.Of(marked), text: null);
    }

    public override bool Equals(EdtfValue? other) => other is EdtfDate date && parts.Equals(date.parts);

    public override int GetHashCode()
        => HashCode.Combine(Earliest, Latest, parts.YearSize, parts.YearMask, Qualification);

    private protected override string Print() => DateText.Of(parts);

    private static DateParts YearOnly(long year) => new() { YearSize = Math.Abs(year), IsNegative = year < 0 };

    private static int LevelOf(long year) => year is >= 0 and <= MaxPlainYear ? 0 : 1;

    private static void CheckPlainYear(long year)
    {
        if (year is < -MaxPlainYear or > MaxPlainYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year of more than four digits has no months or days in EDTF.");
    }
}

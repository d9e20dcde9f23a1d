using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>Which of two small numbers of a date is the day; a column's matter, not a date's.</summary>
public enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,

    /// <summary>Of two-digit years: 21.05.12 is of 2021.</summary>
    YearFirst,

    /// <summary>Of two-digit years: 99.07.01 is of the 99th year of the Republic of China, beside 102.11.08.</summary>
    RepublicFirst,

    /// <summary>Of two-digit years: 97/03/08 is of the year 1397 of the Hijra by the sun, beside 1400/11/30.</summary>
    SolarFirst,

    /// <summary>Of two-digit years: 22/02/64 is of the year 2564 of the Buddha, beside 30/06/2565.</summary>
    BuddhistLast,

    /// <summary>A date of two-digit years tells it, which may as well begin with its year: 18.04.11.</summary>
    PerhapsDayFirst,

    /// <summary>Of a year and two figures: 2009-10 is a school year beside 2014-15, and no October.</summary>
    YearPairs,
}

/// <summary>A date found at the start of a text.</summary>
/// <param name="Length">Characters that belong to it, without punctuation behind it.</param>
/// <param name="Date">Null when the shape is a date's and the day does not exist.</param>
/// <param name="Reason">Why there is no date.</param>
/// <param name="Doubt">Why a person should look: <c>date.day-month</c> or <c>date.two-digit-year</c>.</param>
public readonly record struct DateMatch(int Length, EdtfDate? Date, string? Reason, string? Doubt, DayOrder Order = DayOrder.Unknown)
{
    /// <summary>The other year of a pair: 2021/22.</summary>
    public EdtfDate? Second { get; init; }
}

namespace Entente.Edtf;

/// <summary>Why a text is no EDTF value. The codes are stable; <see cref="EdtfReasons.InEnglish"/> words them.</summary>
public enum EdtfReason
{
    Empty,
    UnexpectedCharacter,
    Incomplete,
    NegativeZero,
    YearNeedsPrefix,
    PrefixedYearTooShort,
    LeadingZero,
    YearTooLarge,
    ExponentNotPositive,
    SignificantDigitsNotPositive,
    SignificantDigitsTooLarge,
    NoSuchMonth,
    NoSuchDay,
    DayAfterSeason,
    DayDoesNotExist,
    NoSuchTime,
    NoSuchZone,
    TimeNotAllowed,
    IntervalWithoutEnds,
    MoreThanTwoEnds,
    EndBeforeStart,
    SetNotClosed,
    EmptyMember,
    OpenRangeInside,
    RangePrecisionDiffers,
}

public static class EdtfReasons
{
    /// <summary>A sentence for people, ending in a full stop.</summary>
    public static string InEnglish(this EdtfReason reason) => reason switch
    {
        EdtfReason.Empty => "There is no text.",
        EdtfReason.UnexpectedCharacter => "This character cannot stand here.",
        EdtfReason.Incomplete => "The text ends before the date is complete.",
        EdtfReason.NegativeZero => "There is no year -0000.",
        EdtfReason.YearNeedsPrefix => "A year of more than four digits is written with a Y before it.",
        EdtfReason.PrefixedYearTooShort => "Only a year of more than four digits is written with a Y before it.",
        EdtfReason.LeadingZero => "A number after Y, E or S does not begin with zero.",
        EdtfReason.YearTooLarge => "The year has more than sixteen digits.",
        EdtfReason.ExponentNotPositive => "E is followed by a number of one or more.",
        EdtfReason.SignificantDigitsNotPositive => "S is followed by a number of one or more.",
        EdtfReason.SignificantDigitsTooLarge => "The number after S has more than three digits.",
        EdtfReason.NoSuchMonth => "A month is 01 to 12, a season or other part of a year 21 to 41.",
        EdtfReason.NoSuchDay => "A day of a month is 01 to 31.",
        EdtfReason.DayAfterSeason => "A season or other part of a year has no day.",
        EdtfReason.DayDoesNotExist => "There is no such day in the calendar.",
        EdtfReason.NoSuchTime => "A time of day is 00:00:00 to 23:59:59.",
        EdtfReason.NoSuchZone => "A time zone is Z, or +00:00 to +23:59, or -00:01 to -23:59.",
        EdtfReason.TimeNotAllowed => "An interval or a set holds dates without a time of day.",
        EdtfReason.IntervalWithoutEnds => "An interval cannot be unknown at both ends.",
        EdtfReason.MoreThanTwoEnds => "An interval has one slash.",
        EdtfReason.EndBeforeStart => "The end lies before the start.",
        EdtfReason.SetNotClosed => "The set does not end with its bracket.",
        EdtfReason.EmptyMember => "A member of the set is missing.",
        EdtfReason.OpenRangeInside => "Two dots with one date stand only at the beginning or at the end of a set.",
        EdtfReason.RangePrecisionDiffers => "Both dates of a range are given to the same precision.",
        _ => "The text is not a date.",
    };
}

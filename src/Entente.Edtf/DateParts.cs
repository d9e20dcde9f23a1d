namespace Entente.Edtf;

/// <summary>
/// What a date is made of. Unspecified digits are zero in the number and a bit in the mask, the rightmost digit being bit 0.
/// A month of 21 to 41 is a season. A month or day that is not given is 0 with an empty mask.
/// </summary>
internal record struct DateParts
{
    /// <summary>The year without its sign.</summary>
    public long YearSize;
    public bool IsNegative;
    public byte YearMask, MonthMask, DayMask;
    public byte Month, Day;
    public bool HasMonth, HasDay;
    public EdtfQualification YearMark, MonthMark, DayMark;

    /// <summary>0 when not given.</summary>
    public int SignificantDigits;
    public EdtfTime? Time;

    public readonly long SignedYear => IsNegative ? -YearSize : YearSize;

    public readonly bool IsSeason => Month > 12;

    public readonly bool HasUnspecified => (YearMask | MonthMask | DayMask) != 0;

    /// <summary>Every part that is given is marked the same.</summary>
    public readonly bool IsMarkedAlike
        => (!HasMonth || MonthMark == YearMark) && (!HasDay || DayMark == YearMark);
}

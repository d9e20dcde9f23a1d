namespace Entente.Edtf;

/// <summary>The lowest level that allows a date in its canonical form.</summary>
internal static class DateLevel
{
    private const int LastSeasonOfLevelOne = 24;

    public static int Of(in DateParts parts)
    {
        if (parts.SignificantDigits > 0 || parts.Month > LastSeasonOfLevelOne || !parts.IsMarkedAlike)
            return 2;
        if (parts.HasUnspecified && !IsUnspecifiedFromTheRight(parts))
            return 2;
        var isPlain = !parts.IsNegative && parts.YearSize <= 9999 && !parts.IsSeason
            && parts.YearMark == EdtfQualification.None && !parts.HasUnspecified;
        return isPlain ? 0 : 1;
    }

    // Level 1 lists four cases: 201X and 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX.
    private static bool IsUnspecifiedFromTheRight(in DateParts parts)
    {
        if (!parts.HasMonth)
            return parts.YearMask is 0b01 or 0b11;
        if (parts.YearMask != 0)
            return false;
        return parts.HasDay
            ? parts.DayMask == 0b11 && parts.MonthMask is 0 or 0b11
            : parts.MonthMask == 0b11;
    }
}

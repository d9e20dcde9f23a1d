using System.Globalization;
using System.Text;

namespace Entente.Edtf;

/// <summary>
/// Prints a date. Marks: one at the end when all parts share it; else one right of the month when year and month share it;
/// else right of the year and left of month and day. So equal dates print alike.
/// </summary>
internal static class DateText
{
    public static string Of(in DateParts parts)
    {
        var text = new StringBuilder(capacity: 24);
        var isAlike = parts.IsMarkedAlike;
        var isYearMonthAlike = !isAlike && parts.HasDay && parts.YearMark == parts.MonthMark;
        AppendYear(text, parts);
        if (!parts.HasMonth || !(isAlike || isYearMonthAlike))
            AppendMark(text, parts.YearMark);
        if (parts.HasMonth)
            AppendMonth(text, parts, isAlike, isYearMonthAlike);
        if (parts.HasDay)
            AppendDay(text, parts, isAlike);
        if (parts.Time is { } time)
            text.Append('T').Append(time);
        return text.ToString();
    }

    /// <summary>The number with X for its unspecified digits.</summary>
    public static string Digits(long number, int mask, int length)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
        if (mask == 0)
            return plain;
        var digits = plain.ToCharArray();
        for (var place = 0; place < digits.Length; place++)
        {
            if ((mask >> place & 1) != 0)
                digits[^(place + 1)] = 'X';
        }
        return new string(digits);
    }

    private static void AppendYear(StringBuilder text, in DateParts parts)
    {
        if (parts.YearSize > 9999)
            text.Append('Y');
        if (parts.IsNegative)
            text.Append('-');
        text.Append(Digits(parts.YearSize, parts.YearMask, 4));
        if (parts.SignificantDigits > 0)
            text.Append('S').Append(parts.SignificantDigits.ToString(CultureInfo.InvariantCulture));
    }

    private static void AppendMonth(StringBuilder text, in DateParts parts, bool isAlike, bool isYearMonthAlike)
    {
        text.Append('-');
        if (!isAlike && !isYearMonthAlike)
            AppendMark(text, parts.MonthMark);
        text.Append(Digits(parts.Month, parts.MonthMask, 2));
        if (isYearMonthAlike || (isAlike && !parts.HasDay))
            AppendMark(text, parts.MonthMark);
    }

    private static void AppendDay(StringBuilder text, in DateParts parts, bool isAlike)
    {
        text.Append('-');
        if (!isAlike)
            AppendMark(text, parts.DayMark);
        text.Append(Digits(parts.Day, parts.DayMask, 2));
        if (isAlike)
            AppendMark(text, parts.DayMark);
    }

    private static void AppendMark(StringBuilder text, EdtfQualification mark)
    {
        if (mark != EdtfQualification.None)
            text.Append(mark switch
            {
                EdtfQualification.Uncertain => '?',
                EdtfQualification.Approximate => '~',
                _ => '%',
            });
    }
}

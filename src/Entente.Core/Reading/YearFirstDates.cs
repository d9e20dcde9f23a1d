using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>2023.03.12, 2022 оны 5 сарын 12, 2019. 05. 10, 2021/22: the year comes first.</summary>
internal static class YearFirstDates
{
    private const int ShortestSlipped = 5;

    /// <summary>A date whose first number is a year of four digits.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int year, DayOrder order, out DateMatch match)
    {
        match = default;
        if (DateMarks.MarkAt(text, 4, DateMarks.YearMarks) is > 0 and var marked)
            return Marked(text, year, marked, out match);
        if (text.Length <= 4 || !Dates.IsSeparator(text[4]))
            return Dates.Year(text, year, 4, out match);
        // 2021./2022. and 2021./22.
        if (text.Length > 7 && text[4] == '.' && text[5] == '/' && Dates.Number.At(text, 6) is { Digits: 2 or 4 } other && other.Value == (other.Digits == 4 ? year + 1 : (year + 1) % 100))
        {
            match = new DateMatch(other.End, EdtfDate.Of(year), null, null) { Second = EdtfDate.Of(year + 1) };
            return year is >= Dates.FirstYear and < Dates.LastYear;
        }

        var separator = text[4];
        if (Pair(text, year, separator, order, out match))
            return true;
        if (Dates.Number.At(text, 5) is not { Digits: 1 or 2 } month)
            return Spread(text, year, separator, out match) || Dates.Year(text, year, 4, out match);
        if (month.End < text.Length && text[month.End] == separator && Dates.Number.At(text, month.End + 1) is { Digits: 1 or 2 } day && Dates.Ends(text, day.End, separator))
        {
            Dates.Made(WithTime(text, day.End), year, month.Value, day.Value, out match);
            match = match with { Order = OrderOf(year) };
            return true;
        }

        if (Spread(text, year, separator, out match))
            return true;
        if (!Dates.Ends(text, month.End, separator))
            return false;
        var end = DateMarks.MarkAt(text, month.End, DateMarks.MonthMarks) is > 0 and var mark ? mark : TrailingDotMark(text, month.End, separator);
        return Dates.Made(end, year, month.Value, null, out match);
    }

    /// <summary>2021/2022, 2021/22, 2015-16, 2015-20: two years, where the second cannot be a month.</summary>
    private static bool Pair(ReadOnlySpan<char> text, int year, char separator, DayOrder order, out DateMatch match)
    {
        match = default;
        var second = Dates.Number.At(text, 5);
        var other = (separator, second.Digits) switch
        {
            ('/', 4) when second.Value == year + 1 => second.Value,
            ('/' or '-', 2) when order == DayOrder.YearPairs && second.Value == (year + 1) % 100 => year + 1,
            ('/' or '-', 2) when second.Value > 12 && second.Value > year % 100 => year - (year % 100) + second.Value,
            _ => 0,
        };
        if (other is < Dates.FirstYear or > Dates.LastYear || year < Dates.FirstYear || !Dates.Ends(text, second.End, separator) || (second.End < text.Length && text[second.End] == separator))
            return false;
        match = new DateMatch(second.End, EdtfDate.Of(year), null, null) { Second = EdtfDate.Of(other), Order = second.Digits == 2 && other == year + 1 ? DayOrder.YearPairs : DayOrder.Unknown };
        return true;
    }

    /// <summary>"2019. 05. 10", "1980. 5.31": blanks behind the dots, and then a whole date.</summary>
    private static bool Spread(ReadOnlySpan<char> text, int year, char separator, out DateMatch match)
    {
        match = default;
        var month = Dates.Number.At(text, DateMarks.SkipBlanks(text, 5));
        if (month.Digits is not (1 or 2) || month.End >= text.Length || text[month.End] != separator)
            return false;
        var day = Dates.Number.At(text, DateMarks.SkipBlanks(text, month.End + 1));
        return day.Digits is 1 or 2 && Dates.Ends(text, day.End, separator) && !CountsUnits(text, day.End)
            && Dates.Made(day.End, year, month.Value, day.Value, out match) && (match = match with { Order = OrderOf(year) }) is { Length: > 0 };
    }

    private static DayOrder OrderOf(int year) => Eras.Recognised(year) == "solar-hijri" ? DayOrder.SolarFirst : DayOrder.YearFirst;

    /// <summary>"2023.05. 4 year" is a month and a term.</summary>
    private static bool CountsUnits(ReadOnlySpan<char> text, int end)
    {
        var start = DateMarks.SkipBlanks(text, end);
        var word = start;
        while (word < text.Length && char.IsLetter(text[word]))
            word++;
        return word > start && Lengths.UnitOf(text[start..word].ToString()) is not (null or "day");
    }

    /// <summary>"2023.05. сар": a dot, then the mark of the month.</summary>
    private static int TrailingDotMark(ReadOnlySpan<char> text, int end, char separator) =>
        end < text.Length && text[end] == separator && DateMarks.MarkAt(text, end + 1, DateMarks.MonthMarks) is > 0 and var mark ? mark : end;

    /// <summary>2022 оны 5 сарын 12; 2022年5月12日.</summary>
    private static bool Marked(ReadOnlySpan<char> text, int year, int end, out DateMatch match)
    {
        var month = Dates.Number.At(text, DateMarks.SkipBlanks(text, end));
        if (month.Digits is not (1 or 2))
            return Dates.Year(text, year, end, out match);
        var ordinal = DateMarks.BehindOrdinal(text, month.End);
        if (DateMarks.MarkAt(text, ordinal, DateMarks.MonthMarks) is not (> 0 and var monthEnd))
            return MisspeltMark(text, year, month.Value, ordinal, out match) || Dates.Year(text, year, end, out match);
        var day = Dates.Number.At(text, DateMarks.SkipBlanks(text, monthEnd));
        if (day.Digits is not (1 or 2))
            return Dates.Made(monthEnd, year, month.Value, null, out match);
        var hyphen = day.End < text.Length && text[day.End] == '-' ? day.End + 1 : day.End;
        return Dates.Made(DateMarks.MarkAt(text, hyphen, DateMarks.DayMarks) is > 0 and var dayEnd ? dayEnd : day.End, year, month.Value, day.Value, out match);
    }

    /// <summary>2022 оны 6 дугаар срын 20: a word between month and day that is a slip of the hand away from the mark of a month.</summary>
    private static bool MisspeltMark(ReadOnlySpan<char> text, int year, int month, int at, out DateMatch match)
    {
        match = default;
        var start = DateMarks.SkipBlanks(text, at);
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        var word = text[start..end].ToString();
        if (Dates.Number.At(text, DateMarks.SkipBlanks(text, end)) is not { Digits: 1 or 2 } day || !Array.Exists(DateMarks.MonthMarks, m => m.Length >= ShortestSlipped && NameWords.Distance(word, m, 1) <= 1))
            return false;
        match = Dates.Made(day.End, year, month, day.Value) with { Doubt = "date.month-misspelt" };
        return match.Date is not null;
    }

    /// <summary>A time of day behind a date says nothing more: a spreadsheet's midnight.</summary>
    private static int WithTime(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('T' or ' '))
            return end;
        var at = end + 1;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ':' or '.'))
            at++;
        if (at < text.Length && text[at] == 'Z')
            at++;
        return text[(end + 1)..at].Count(':') >= 1 ? at : end;
    }
}

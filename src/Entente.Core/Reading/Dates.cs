using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>Dates as lists print them, at the printed precision. EDTF, ISO 8601-2:2019.</summary>
public static class Dates
{
    public const int FirstYear = 1800;
    public const int LastYear = 2200;

    /// <summary>Two-digit years up to this one are of this century.</summary>
    private const int TwoDigitPivot = 50;

    private static readonly System.Buffers.SearchValues<char> LettersLikeDigits = System.Buffers.SearchValues.Create("OoОоlI");

    /// <summary>The order that the dates of a column tell; unknown where they contradict each other. Dates with the year first decide the order of
    /// two-digit years, where no others decide it.</summary>
    /// <param name="hasShortYears">Without years of two digits it says nothing that the year comes first.</param>
    public static DayOrder Decided(IEnumerable<DayOrder> orders, bool hasShortYears)
    {
        var all = orders.Distinct().ToList();
        var ofDays = all.FindAll(o => o is DayOrder.DayFirst or DayOrder.MonthFirst);
        var isPerhaps = all.Contains(DayOrder.PerhapsDayFirst) && (ofDays.Count > 0 || !all.Exists(o => o is DayOrder.YearFirst or DayOrder.SolarFirst));
        if ((isPerhaps || all.Contains(DayOrder.BuddhistLast)) && !ofDays.Contains(DayOrder.DayFirst))
            ofDays.Add(DayOrder.DayFirst);
        return ofDays.Count > 1 ? DayOrder.Unknown
            : ofDays.Count == 1 ? hasShortYears && all.Contains(DayOrder.BuddhistLast) ? DayOrder.BuddhistLast : ofDays[0]
            : all.Contains(DayOrder.RepublicFirst) ? DayOrder.RepublicFirst
            : all.Contains(DayOrder.YearPairs) ? DayOrder.YearPairs
            : !hasShortYears ? DayOrder.Unknown
            : all.Contains(DayOrder.SolarFirst) ? DayOrder.SolarFirst
            : all.Contains(DayOrder.YearFirst) ? DayOrder.YearFirst : DayOrder.Unknown;
    }

    /// <summary>Reads a text that is one date as a whole.</summary>
    public static Reading<EdtfDate> Parse(string text, DayOrder order = DayOrder.Unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        var span = text.AsSpan();
        var start = 0;
        while (start < span.Length && (char.IsWhiteSpace(span[start]) || span[start] is '(' or '['))
            start++;
        if (!TryMatch(span[start..], order, out var match) || !OnlyPunctuation(span[(start + match.Length)..]))
            return Readings.Not<EdtfDate>(text, "date.not-read");
        return match.Date is { } date ? Readings.Of(text, date, match.Doubt) : Readings.Not<EdtfDate>(text, match.Reason!);
    }

    /// <summary>Finds a date at the very start of a text.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, DayOrder order, out DateMatch match)
    {
        if (HanNumbers.InDigits(text, out var behind) is { } plain && TryMatch(plain, order, out match))
        {
            match = match with { Length = behind[match.Length - 1] };
            return true;
        }

        if (text.Length > 4 && text[0] is '«' or '“' or '„' or '"' && Number.At(text, 1) is { Digits: 1 or 2 } quoted && quoted.End < text.Length && text[quoted.End] is '»' or '”' or '“' or '"')
            return TryMatch($"{text[1..quoted.End]}  {text[(quoted.End + 1)..]}", order, out match);
        if (UnspecifiedDates.TryMatch(text, out match))
            return true;
        if (!TryShape(text, order, out match) && !MendedMatch(text, order, out match))
            return false;
        if (match.Date is not null && Eras.IsLunar(text, match.Length) && Eras.Lunar(text[..match.Length]) is { } lunar)
            match = lunar;
        if (match.Date is { Precision: not EdtfPrecision.Year } && Suffix(text, match.Length) is > 0 and var end)
            match = match with { Length = end };
        match = QualifiedDates.With(text, match);
        return true;
    }

    /// <summary>2.06.2O23, l5.03.2020: letters that were typed for digits in what is else a whole date.</summary>
    private static bool MendedMatch(ReadOnlySpan<char> text, DayOrder order, out DateMatch match)
    {
        match = default;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || LettersLikeDigits.Contains(text[end]) || text[end] is '.' or '/' or '-'))
            end++;
        var word = text[..end];
        if (end is < 6 or > 10 || (end < text.Length && char.IsLetterOrDigit(text[end])) || !word.ContainsAny(LettersLikeDigits) || word.Count('.') + word.Count('/') + word.Count('-') != 2)
            return false;
        var mended = string.Concat(word.ToString().Select(c => c is 'O' or 'o' or 'О' or 'о' ? '0' : c is 'l' or 'I' ? '1' : c));
        if (!TryShape(mended, order, out match) || match.Length != end || match.Date is null)
            return false;
        match = match with { Doubt = "date.letter-for-digit" };
        return true;
    }

    /// <summary>"12.05.2028 г.", "2023.05.12-ны": a mark behind a date that needs none.</summary>
    private static int Suffix(ReadOnlySpan<char> text, int end)
    {
        if (DateMarks.MarkAt(text, end, DateMarks.YearMarks) is > 0 and var year)
            return year;
        if (DateMarks.WordMark(text, end) is > 0 and var word)
            return word;
        if (end >= text.Length || text[end] != '-')
            return 0;
        return DateMarks.MarkAt(text, end + 1, DateMarks.DayMarks) is > 0 and var day ? day : DateMarks.Ending(text, end + 1);
    }

    private static bool TryShape(ReadOnlySpan<char> text, DayOrder order, out DateMatch match)
    {
        match = default;
        if (text.IsEmpty)
            return false;
        if (!char.IsAsciiDigit(text[0]))
            return Eras.TryMatch(text, out match) || NamedDates.TryMatch(text, out match);
        var first = Number.At(text, 0);
        if (first.Digits == 3 || (first.Digits == 2 && order == DayOrder.RepublicFirst && text.Length > 2 && text[2] == '年'))
            return Eras.TryRepublic(text, out match);
        if (first.Digits == 8 && Ends(text, 8, '\0') && Compact(first.Value) is { } compact)
        {
            match = compact;
            return true;
        }

        if (first.Digits == 6 && order == DayOrder.YearFirst && text[6..].IsWhiteSpace() && IsShortCompact(first.Value))
            return Made(6, OfTwoDigits(first.Value / 10000), first.Value / 100 % 100, first.Value % 100, out match) && Take(match with { Doubt = "date.two-digit-year" }, out match);

        var isNumeric = first.Digits == 4 ? YearFirstDates.TryMatch(text, first.Value, order, out match) : first.Digits <= 2 && SmallFirst(text, first, order, out match);
        if (isNumeric && match.Date is not { Precision: EdtfPrecision.Year })
            return true;
        return (NamedDates.TryMatch(text, out var named) && Take(named, out match)) || isNumeric;
    }

    /// <summary>20190512, as exports write it; null for another number of eight figures.</summary>
    private static DateMatch? Compact(int number) =>
        number / 10000 is >= 1950 and < 2100 && Made(8, number / 10000, number / 100 % 100, number % 100) is { Date: not null } made ? made : null;

    /// <summary>211105, beside dates that begin with the year.</summary>
    public static bool IsShortCompact(int number) => number / 100 % 100 is >= 1 and <= 12 && number % 100 is var day && day >= 1 && day <= Day.DaysInMonth(OfTwoDigits(number / 10000), number / 100 % 100);

    private static bool Take(DateMatch named, out DateMatch match)
    {
        match = named;
        return true;
    }

    internal static bool Year(ReadOnlySpan<char> text, int year, int end, out DateMatch match)
    {
        match = new DateMatch(end, null, "date.year-range", null);
        if (Eras.Recognised(year) is { } era && text[end..].IsWhiteSpace())
        {
            match = Eras.Of(era, year, 0, 0, end);
            return match.Date is not null;
        }

        if (year is < FirstYear or > LastYear || !Ends(text, end, '\0'))
            return false;
        match = new DateMatch(end, EdtfDate.Of(year), null, null);
        return true;
    }

    /// <summary>12.05.2011, 5/12/11, 03/2023.</summary>
    private static bool SmallFirst(ReadOnlySpan<char> text, Number first, DayOrder order, out DateMatch match)
    {
        match = default;
        if (first.End >= text.Length || !IsSeparator(text[first.End]))
            return false;
        var separator = text[first.End];
        var second = Number.At(text, DateMarks.SkipBlanks(text, first.End + 1));
        if (second.Digits == 4 && second.End == first.End + 5 && Ends(text, second.End, separator) && first.Value is >= 1 and <= 12)
            return Made(second.End, second.Value, first.Value, null, out match);
        if (second.Digits is not (1 or 2) || second.End >= text.Length || text[second.End] != separator)
            return BehindBlank(text, first, second, out match);
        var third = Number.At(text, DateMarks.SkipBlanks(text, second.End + 1));
        if (third.Digits is not (1 or 2 or 4) || (third.Digits == 1 && order != DayOrder.RepublicFirst) || !Ends(text, third.End, separator))
            return false;
        var mayBeginWithYear = third.Digits == 2 && third.Value is >= 1 and <= 31 && second.Value is >= 1 and <= 12;
        if (order is DayOrder.YearFirst or DayOrder.SolarFirst && mayBeginWithYear)
        {
            Made(third.End, order == DayOrder.SolarFirst ? Eras.OfTwoSolarDigits(first.Value) : OfTwoDigits(first.Value), second.Value, third.Value, out match);
            match = match with { Doubt = "date.two-digit-year" };
            return true;
        }

        if (order == DayOrder.RepublicFirst && third.Digits <= 2)
        {
            match = Eras.Of("roc", first.Value, second.Value, third.Value, third.End);
            return match.Length > 0;
        }

        var year = third.Digits == 4 ? third.Value : order == DayOrder.BuddhistLast ? Eras.OfTwoBuddhistDigits(third.Value) : OfTwoDigits(third.Value);
        var dayFirst = first.Value > 12 || (second.Value <= 12 && order != DayOrder.MonthFirst);
        // Who parts with points puts the day first.
        var isOpen = separator != '.' && first.Value <= 12 && second.Value <= 12 && first.Value != second.Value && order is not (DayOrder.DayFirst or DayOrder.MonthFirst or DayOrder.BuddhistLast);
        var (month, day) = dayFirst ? (second.Value, first.Value) : (first.Value, second.Value);
        var made = Made(third.End, year, month, day, out match);
        var decided = match.Date is null ? DayOrder.Unknown : second.Value <= 12 && third.Digits == 4 && Eras.Recognised(year) == "buddhist" ? DayOrder.BuddhistLast
            : first.Value > 12 ? mayBeginWithYear ? DayOrder.PerhapsDayFirst : DayOrder.DayFirst : second.Value > 12 ? DayOrder.MonthFirst : DayOrder.Unknown;
        var doubt = isOpen ? "date.day-month" : third.Digits == 2 ? "date.two-digit-year" : null;
        match = match with { Doubt = doubt, Order = decided };
        return made;
    }

    /// <summary>22/8 2018.</summary>
    private static bool BehindBlank(ReadOnlySpan<char> text, Number day, Number month, out DateMatch match)
    {
        match = default;
        if (month.Digits is not (1 or 2) || text[day.End] != '/' || month.End >= text.Length || text[month.End] != ' ')
            return false;
        var year = Number.At(text, DateMarks.SkipBlanks(text, month.End));
        return year is { Digits: 4, Value: >= FirstYear and <= LastYear } && day.Value is >= 1 and <= 31 && month.Value is >= 1 and <= 12
            && Ends(text, year.End, '/') && Made(year.End, year.Value, month.Value, day.Value, out match);
    }

    public static int OfTwoDigits(int year) => year + (year <= TwoDigitPivot ? 2000 : 1900);

    internal static bool Made(int length, int year, int month, int? day, out DateMatch match)
    {
        match = Made(length, year, month, day);
        return true;
    }

    /// <param name="day">Null for a month.</param>
    internal static DateMatch Made(int length, int year, int month, int? day)
    {
        if (Eras.Recognised(year) is { } era)
            return Eras.Of(era, year, month, day ?? 0, length);
        var reason = year is < FirstYear or > LastYear ? "date.year-range" : "date.impossible";
        var exists = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12
            && (day is null || (day >= 1 && day <= Day.DaysInMonth(year, month)));
        return exists
            ? new DateMatch(length, day is { } d ? EdtfDate.Of(year, month, d) : EdtfDate.Of(year, month), null, null)
            : new DateMatch(length, null, reason, null);
    }

    /// <summary>Whether a date may end here: not before another digit or letter, nor before a further part.</summary>
    internal static bool Ends(ReadOnlySpan<char> text, int at, char separator)
    {
        if (at >= text.Length)
            return true;
        var c = text[at];
        if (c == separator && c != '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            return false;
        if (char.IsAsciiDigit(c))
            return false;
        return !char.IsLetter(c) || c is 'T' || DateMarks.MarkAt(text, at, DateMarks.MonthMarks) > 0 || DateMarks.MarkAt(text, at, DateMarks.YearMarks) > 0 || DateMarks.MarkAt(text, at, DateMarks.DayMarks) > 0;
    }

    internal static bool IsSeparator(char c) => c is '.' or '-' or '/' or '\u2010' or '\u2011';

    private static bool OnlyPunctuation(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('.' or ',' or ';' or ')' or ']' or '*' or '※'))
                return false;
        }

        return true;
    }

    /// <summary>A run of digits; no digits at all when there is none.</summary>
    internal readonly record struct Number(int Value, int Digits, int End)
    {
        public static Number At(ReadOnlySpan<char> text, int at)
        {
            var value = 0;
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                if (end - at > 8)
                    return default;
                value = (value * 10) + (text[end] - '0');
                end++;
            }

            return new Number(value, end - at, end);
        }
    }
}

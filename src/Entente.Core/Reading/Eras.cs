using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>Years that are not counted from the birth of Christ: Japanese eras, the Republic of China, the Buddhist era, the Hijra by the moon and by
/// the sun. A year of the Hijra lies in two of ours: without a month it is the one that it mostly lies in, and a doubt.</summary>
internal static class Eras
{
    // Years of the Buddhist era and of the Hijra that no list means of ours.
    private const int FirstBuddhist = 2443, LastBuddhist = 2643, BuddhistCentury = 2500, FirstHijri = 1318, LastHijri = 1500, LastSolar = 1410;

    private const int FirstThreeDigits = 60, LastThreeDigits = 160;

    private const int MostLexemes = 10;

    /// <summary>No name of an era has more words.</summary>
    public const int MostWords = 6;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("date"));

    private static readonly Lazy<PhraseBook> SchoolYears = new(() => PhraseBook.Of("term"));

    /// <summary>平成16年5月1日, R3.4.1, 民國105年, พ.ศ. 2560.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, out DateMatch match)
    {
        match = default;
        if (!text.ContainsAnyInRange('0', '9') && !text.Contains('元'))
            return false;
        // A few words tell whether an era is named at all.
        var lexemes = Lexeme.Of(text, MostWords);
        if (lexemes.Count < 2 || lexemes[0].IsNumber)
            return false;
        var (end, code) = EraAt(Lexeme.Keys(lexemes, 0, MostWords), lexemes);
        if (end == 0)
            return false;
        lexemes = Lexeme.Of(text, MostLexemes);
        while (end > 0 && end < lexemes.Count && lexemes[end].IsJoint)
            end++;
        if (end >= lexemes.Count)
            return false;
        var isFirst = lexemes[end].Key is "元" or "元年";
        if (!isFirst && lexemes[end] is not { Digits: >= 1 and <= 4 })
            return false;
        var year = isFirst ? 1 : lexemes[end].Value;
        var numbers = Numbers(lexemes, end + 1, out var last);
        match = Of(code["era.".Length..], year, numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1), lexemes[last].End);
        return match.Length > 0;
    }

    /// <summary>102.11.08, 110年10月1日: with three digits and a month only a year of the Republic is meant.</summary>
    public static bool TryRepublic(ReadOnlySpan<char> text, out DateMatch match)
    {
        match = default;
        var lexemes = Lexeme.Of(text, MostLexemes);
        if (lexemes is not [{ Digits: 2 or 3, Value: >= FirstThreeDigits and <= LastThreeDigits }, { IsNumber: false }, ..])
            return false;
        if (lexemes[0].Digits == 3 && SchoolYears.Value.LongestAt(Lexeme.Keys(lexemes, 1, MostWords), 0) is { End: > 0, Code: "school-year" } school)
        {
            // An academic year of the Republic: 112學年度.
            match = Of("roc", lexemes[0].Value, 0, 0, lexemes[school.End].End) with { Order = DayOrder.RepublicFirst, Second = EdtfDate.Of(1912 + lexemes[0].Value) };
            return true;
        }

        var numbers = Numbers(lexemes, 1, out var last);
        if (numbers.Count == 0)
            return false;
        match = Of("roc", lexemes[0].Value, numbers[0], numbers.ElementAtOrDefault(1), lexemes[last].End) with { Order = DayOrder.RepublicFirst };
        return match.Length > 0;
    }

    /// <summary>Behind a date: the mark of the Hijra by the moon.</summary>
    public static bool IsLunar(ReadOnlySpan<char> text, int end)
    {
        var at = DateMarks.SkipBlanks(text, end);
        return (at < text.Length && text[at] == 'ه' && (at + 1 >= text.Length || text[at + 1] == 'ـ' || !char.IsLetter(text[at + 1]))) || (end > 0 && text[end - 1] is 'ه' or 'ـ');
    }

    /// <summary>A date of figures with a year that may be of either Hijra, by the moon; null where no such year is in it.</summary>
    public static DateMatch? Lunar(ReadOnlySpan<char> date)
    {
        var numbers = Lexeme.Of(date, MostLexemes).FindAll(l => l.IsNumber);
        var year = numbers.FindIndex(n => n is { Digits: 4, Value: >= FirstHijri and <= LastHijri });
        if (year < 0 || numbers.Count is not (1 or 3) || (numbers.Count == 3 && year == 1))
            return null;
        return Of("hijri", numbers[year].Value, numbers.Count == 1 ? 0 : numbers[1].Value, numbers.Count == 1 ? 0 : numbers[2 - year].Value, date.Length);
    }

    /// <summary>A year of the Buddhist era or of the Hijra that stands where ours would.</summary>
    public static string? Recognised(int year) => year switch
    {
        >= FirstBuddhist and <= LastBuddhist => "buddhist",
        >= FirstHijri and <= LastSolar => "solar-hijri",
        > LastSolar and <= LastHijri => "hijri",
        _ => null,
    };

    /// <summary>The eighties and nineties are of the century before, as with us: 97 is 1397, 02 is 1402.</summary>
    public static int OfTwoSolarDigits(int year) => year + (year <= LastSolar - 1400 ? 1400 : 1300);

    /// <summary>64 is 2564, beside years that are written so.</summary>
    public static int OfTwoBuddhistDigits(int year) => year + BuddhistCentury;

    /// <param name="month">0: none; <paramref name="day"/> likewise.</param>
    public static DateMatch Of(string era, int year, int month, int day, int length)
    {
        if (era is "hijri" or "solar-hijri")
            return OfCalendar(era == "hijri" ? new UmAlQuraCalendar() : new PersianCalendar(), year, month, day, length);
        var ours = era switch
        {
            "japan.meiji" => 1867 + year,
            "japan.taisho" => 1911 + year,
            "japan.showa" => 1925 + year,
            "japan.heisei" => 1988 + year,
            "japan.reiwa" => 2018 + year,
            "roc" => 1911 + year,
            "buddhist" => year - 543,
            "saka" => year + 78,
            _ => 0,
        };
        return ours is < Dates.FirstYear or > Dates.LastYear ? default : month == 0 ? new DateMatch(length, EdtfDate.Of(ours), null, null) : Dates.Made(length, ours, month, day == 0 ? null : day);
    }

    private static DateMatch OfCalendar(Calendar calendar, int year, int month, int day, int length)
    {
        if (year is < FirstHijri or > LastHijri || month > 12)
            return new DateMatch(length, null, "date.year-range", null);
        var isWhole = month > 0 && day > 0;
        if (isWhole && day > calendar.GetDaysInMonth(year, month))
            return new DateMatch(length, null, "date.impossible", null);
        var date = calendar.ToDateTime(year, month == 0 ? 6 : month, day == 0 ? 15 : day, 0, 0, 0, 0);
        return isWhole ? new DateMatch(length, EdtfDate.Of(date.Year, date.Month, date.Day), null, null)
            : month > 0 ? new DateMatch(length, EdtfDate.Of(date.Year, date.Month), null, "date.era-coarse")
            : new DateMatch(length, EdtfDate.Of(date.Year), null, "date.era-coarse");
    }

    private static (int End, string Code) EraAt(List<string> keys, List<Lexeme> lexemes)
    {
        if (Words.Value.LongestAt(keys, 0) is { End: > 0 } word && word.Code.StartsWith("era.", StringComparison.Ordinal) && (keys[0].Length > 1 || !char.IsAsciiLetter(keys[0][0])))
            return word;
        if (NamedDates.LettersWithPoints(lexemes, 0, Words.Value) is { } points && points.Code.StartsWith("era.", StringComparison.Ordinal))
            return points;
        // One letter is an era only right before its number.
        return lexemes[0] is { IsCapital: true, Key: "m" or "t" or "s" or "h" or "r" } && lexemes[1].IsNumber && lexemes[1].End - lexemes[0].End == lexemes[1].Digits && HasMonth(lexemes)
            ? (1, keys[0] switch { "m" => "era.japan.meiji", "t" => "era.japan.taisho", "s" => "era.japan.showa", "h" => "era.japan.heisei", _ => "era.japan.reiwa" })
            : (0, "");
    }

    private static bool HasMonth(List<Lexeme> lexemes) => lexemes.Count >= 4 && lexemes[2].IsJoint && lexemes[3] is { Digits: 1 or 2 };

    /// <summary>Month and day behind the year, as far as they are there.</summary>
    private static List<int> Numbers(List<Lexeme> lexemes, int at, out int last)
    {
        var numbers = new List<int>();
        last = at - 1;
        for (; at < lexemes.Count && numbers.Count < 2; at++)
        {
            if (lexemes[at] is { Digits: 1 or 2 })
                numbers.Add(lexemes[at].Value);
            else if (!lexemes[at].IsJoint && (lexemes[at].IsNumber || Words.Value.LongestAt([lexemes[at].Key], 0).Code is not ("year-mark" or "month-mark" or "day-mark")))
                break;
            if (!lexemes[at].IsJoint)
                last = at;
        }

        if (at < lexemes.Count && numbers.Count > 0 && !lexemes[at].IsNumber && !lexemes[at].IsJoint && Words.Value.LongestAt([lexemes[at].Key], 0).Code is "month-mark" or "day-mark")
            last = at;
        return numbers;
    }
}

using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>Dates with the name of a month, in the orders and with the small words of many languages: 8 November 2022, 12 de mayo de 2015,
/// 2015. május 12., 2015 жылғы 12 мамыр, 2023 оны хавар, ngày 12 tháng 5 năm 2015, 12 V 2015.</summary>
internal static class NamedDates
{
    private const int MostLexemes = 14, LongestEnding = 4, ShortestSlipped = 5, LongestAbbreviated = 4;

    /// <summary>No name of a month and no wording beside it has more.</summary>
    private const int MostWords = 4;

    private static readonly Lazy<PhraseBook> Months = new(() => PhraseBook.Of("month"));
    private static readonly Lazy<PhraseBook> Dotted = new(() => PhraseBook.Of("dotted"));
    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("date"));
    private static readonly Lazy<LongName[]> LongNames = new(() =>
        [.. Months.Value.Codes.SelectMany(c => Months.Value.Phrases(c).Where(p => p.Length >= ShortestSlipped && !p.Contains(' ', StringComparison.Ordinal) && p[^1] != '*').Select(p => new LongName(p, int.Parse(c, CultureInfo.InvariantCulture))))]);

    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>Finds such a date at the very start of a text.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, out DateMatch match)
    {
        match = default;
        if (text.IsEmpty || !char.IsLetterOrDigit(text[0]) || !text.ContainsAnyInRange('0', '9'))
            return false;
        // Most words begin no date, and a few behind them tell.
        var few = Lexeme.Of(text, MostWords);
        if (few is [{ IsNumber: false, Key.Length: > LongestAbbreviated }, ..] && SmallWords(few, 0) == 0 && MonthAt(few, 0) is null && SeasonAt(few, 0).End == 0)
            return false;
        var lexemes = Lexeme.Of(text, MostLexemes);
        var start = SmallWords(lexemes, 0);
        if (start >= lexemes.Count)
            return false;
        if (lexemes[start].IsNumber)
            return NumberFirst(text, lexemes, start, out match);
        return MonthFirst(lexemes, start, out match) || (start > 0 && MonthFirst(lexemes, 0, out match));
    }

    private static bool NumberFirst(ReadOnlySpan<char> text, List<Lexeme> lexemes, int at, out DateMatch match)
    {
        match = default;
        var first = lexemes[at];
        if (first.Digits == 4)
            return YearFirst(lexemes, at, out match);
        if (first.Digits > 2)
            return false;
        // 8th of November, 2022
        var month = SmallWords(lexemes, Ordinal(lexemes, at + 1));
        // 15. listopada is October, and 15 listopada is November.
        if (month == at + 2 && text[lexemes[at + 1].End - 1] == '.' && DottedAt(lexemes, month) is { } dotted)
            return YearAt(lexemes, SmallWords(lexemes, dotted.Next)) is { } behind && Made(lexemes, behind.Next, behind.Value, dotted.Month, first.Value, behind.Doubt, out match);
        if (MonthAt(lexemes, month) is not { } named && !Roman(lexemes, month, out named))
            return false;
        return YearAt(lexemes, SmallWords(lexemes, named.Next)) is { } year && Made(lexemes, year.Next, year.Value, named.Month, first.Value, named.Doubt ?? year.Doubt, out match);
    }

    /// <summary>2015. május 12. and 2015. gada 12. maijs.</summary>
    private static bool YearFirst(List<Lexeme> lexemes, int at, out DateMatch match)
    {
        match = default;
        var year = lexemes[at].Value;
        var next = SmallWords(lexemes, Ordinal(lexemes, at + 1));
        if (MonthAt(lexemes, next) is { } named)
        {
            var day = SmallWords(lexemes, named.Next);
            return day < lexemes.Count && lexemes[day] is { Digits: 1 or 2 } number
                ? Made(lexemes, Ordinal(lexemes, day + 1), year, named.Month, number.Value, named.Doubt, out match)
                : Made(lexemes, named.Next, year, named.Month, null, named.Doubt, out match);
        }

        if (SeasonAt(lexemes, next) is { End: > 0 } season && !GoesOn(lexemes, season.End) && year is >= Dates.FirstYear and <= Dates.LastYear)
            return OfSeason(year, season.Code, lexemes[season.End - 1].End, out match);
        if (next < lexemes.Count && lexemes[next] is { Digits: 1 or 2 } first && MonthAt(lexemes, SmallWords(lexemes, Ordinal(lexemes, next + 1))) is { } behind)
            return Made(lexemes, behind.Next, year, behind.Month, first.Value, behind.Doubt, out match);
        return false;
    }

    /// <summary>November 2022; Nov. 8, 2022.</summary>
    private static bool MonthFirst(List<Lexeme> lexemes, int at, out DateMatch match)
    {
        match = default;
        if (Season(lexemes, at, out match))
            return true;
        if (MonthAt(lexemes, at) is not { } named && !(Roman(lexemes, at, out named) && at + 1 < lexemes.Count && lexemes[at + 1].Digits == 4))
            return false;
        var next = SmallWords(lexemes, named.Next);
        if (next >= lexemes.Count)
            return false;
        if (lexemes[next] is { Digits: 1 or 2 } day && YearAt(lexemes, SmallWords(lexemes, Ordinal(lexemes, next + 1))) is { Doubt: null } whole)
            return Made(lexemes, whole.Next, whole.Value, named.Month, day.Value, named.Doubt, out match);
        return YearAt(lexemes, next) is { } year && Made(lexemes, year.Next, year.Value, named.Month, null, named.Doubt ?? year.Doubt, out match);
    }

    private static (int End, string Code) SeasonAt(List<Lexeme> lexemes, int at) =>
        Words.Value.LongestAt(Lexeme.Keys(lexemes, at, MostWords), 0) is { End: > 0 } word && word.Code.StartsWith("season.", StringComparison.Ordinal) ? (at + word.End, word.Code) : default;

    /// <summary>Spring 2023, Q3 2023: EDTF has 21 to 24 for seasons, 33 to 36 for quarters.</summary>
    private static bool Season(List<Lexeme> lexemes, int at, out DateMatch match)
    {
        match = default;
        if (lexemes[at].IsNumber || lexemes[at].IsJoint)
            return false;
        var (end, code) = SeasonAt(lexemes, at);
        if (end == 0)
            return false;
        var next = SmallWords(lexemes, BehindDot(lexemes, end));
        if (next >= lexemes.Count || lexemes[next] is not { Digits: 4, Value: >= Dates.FirstYear and <= Dates.LastYear } year)
            return false;
        return OfSeason(year.Value, code, year.End, out match);
    }

    /// <summary>"2023年春川大學": the letter is the first of a name, in a script without blanks.</summary>
    private static bool GoesOn(List<Lexeme> lexemes, int at) =>
        at < lexemes.Count && lexemes[at - 1].Key is [> '\u2e80'] && lexemes[at] is { IsNumber: false, IsJoint: false, Key: [> '\u2e80', ..] };

    private static bool OfSeason(int year, string code, int length, out DateMatch match)
    {
        match = new DateMatch(length, EdtfDate.TryParse($"{year}-{code["season.".Length..]}", out var season) ? season : null, null, null);
        return match.Date is not null;
    }

    private sealed record LongName(string Name, int Month);

    private readonly record struct Named(int Month, int Next, string? Doubt);

    /// <summary>The month of "d'octubre", "d'août".</summary>
    public static string WithoutElision(string word) =>
        word.IndexOfAny(['\'', '’']) is > 0 and <= 4 and var mark && Months.Value.Find(word[(mark + 1)..]) is not null ? word[(mark + 1)..] : word;

    private static Named? DottedAt(List<Lexeme> lexemes, int at) => at < lexemes.Count && Dotted.Value.Find([lexemes[at].Key]) is { } code
        ? new Named(int.Parse(code, CultureInfo.InvariantCulture), BehindDot(lexemes, at + 1), null) : null;

    private static Named? MonthAt(List<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Count)
            return null;
        var keys = Lexeme.Keys(lexemes, at, MostWords);
        var (end, code) = Months.Value.LongestAt(keys, 0);
        if (end > 0)
            return IsCutShort(lexemes, at + end) && SlippedInPieces(lexemes, at) is { } whole ? whole : new Named(int.Parse(code, CultureInfo.InvariantCulture), BehindDot(lexemes, at + end), null);
        if (Abbreviated(lexemes, at) is { } abbreviated)
            return abbreviated;
        return Slipped(lexemes[at].IsNumber ? "" : lexemes[at].Key) is { } month ? new Named(month, at + 1, "date.month-misspelt") : SlippedInPieces(lexemes, at);
    }

    /// <summary>Behind a month stands what no date has.</summary>
    private static bool IsCutShort(List<Lexeme> lexemes, int at) =>
        at < lexemes.Count && lexemes[at] is { IsNumber: false, Key.Length: > 1 } next && Scripts.IsUnspaced(next.Key[0]) && Words.Value.LongestAt(Lexeme.Keys(lexemes, at, MostWords), 0).End == 0;

    /// <summary>In a script without blanks a word that is misspelt may have been cut where a part of it is another.</summary>
    private static Named? SlippedInPieces(List<Lexeme> lexemes, int at)
    {
        var word = lexemes[at].Key;
        for (var next = at + 1; word.Length > 0 && Scripts.IsUnspaced(word[0]) && next < lexemes.Count && next < at + MostWords && !lexemes[next].IsNumber && !lexemes[next].IsJoint; next++)
        {
            word += lexemes[next].Key;
            if (Slipped(word) is { } month)
                return new Named(month, next + 1, "date.month-misspelt");
        }

        return null;
    }

    private static Named? Abbreviated(List<Lexeme> lexemes, int at) =>
        LettersWithPoints(lexemes, at, Months.Value) is var (end, code) ? new Named(int.Parse(code, CultureInfo.InvariantCulture), BehindDot(lexemes, end), null) : null;

    /// <summary>ม.ค., พ.ศ., π.χ.: letters with points between them.</summary>
    public static (int End, string Code)? LettersWithPoints(List<Lexeme> lexemes, int at, PhraseBook book)
    {
        var key = lexemes[at].Key;
        for (var next = at; key.Length <= 4 && next + 2 < lexemes.Count && lexemes[next + 1].IsJoint && lexemes[next + 2] is { IsNumber: false, Key.Length: > 0 and <= 3 };)
        {
            next += 2;
            key += lexemes[next].Key;
            if (book.LongestAt([key], 0) is { End: > 0 } found)
                return (next + 1, found.Code);
        }

        return null;
    }

    /// <summary>A name of a month with a slip of the hand.</summary>
    private static int? Slipped(string word)
    {
        if (word.Length < ShortestSlipped)
            return null;
        foreach (var (name, month) in LongNames.Value)
        {
            if (name[0] == word[0] && Math.Abs(name.Length - word.Length) <= 1 && NameWords.Distance(word, name, 1) <= 1)
                return month;
        }

        return null;
    }

    private static bool Roman(List<Lexeme> lexemes, int at, out Named named)
    {
        var month = at < lexemes.Count && lexemes[at].IsCapital ? Array.IndexOf(Romans, lexemes[at].Key) + 1 : 0;
        named = new Named(month, at + 1, null);
        return month > 0;
    }

    /// <summary>Four digits; or two behind an apostrophe or where a year must be.</summary>
    private static (int Value, int Next, string? Doubt)? YearAt(List<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Count || !lexemes[at].IsNumber)
            return null;
        var year = lexemes[at];
        var next = YearMark(lexemes, at + 1);
        return year.Digits switch
        {
            4 => (year.Value, next, null),
            2 => (Dates.OfTwoDigits(year.Value), next, "date.two-digit-year"),
            _ => null,
        };
    }

    /// <summary>Words such as "of", "de", "den", and what marks a year, a month or a day.</summary>
    private static int SmallWords(List<Lexeme> lexemes, int at)
    {
        while (at < lexemes.Count)
        {
            if (lexemes[at].IsJoint)
            {
                at++;
                continue;
            }

            var keys = Lexeme.Keys(lexemes, at, MostWords);
            if (lexemes[at].IsNumber || MonthAtExactly(keys) || (lexemes[at].IsCapital && Array.IndexOf(Romans, lexemes[at].Key) >= 0) || Words.Value.LongestAt(keys, 0) is not { End: > 0, Code: "of" or "year-mark" or "month-mark" or "day-mark" } word)
                return at;
            at += word.End;
        }

        return at;
    }

    private static bool MonthAtExactly(List<string> keys) => Months.Value.LongestAt(keys, 0).End > 0;

    private static int Ordinal(List<Lexeme> lexemes, int at)
    {
        if (IsTied(lexemes, at))
            return BehindDot(lexemes, at + 2);
        at = BehindDot(lexemes, at);
        if (at < lexemes.Count && !lexemes[at].IsNumber && !lexemes[at].IsJoint && !MonthAtExactly([lexemes[at].Key]) && Words.Value.LongestAt([lexemes[at].Key], 0) is { End: 1, Code: "ordinal" or "day-mark" })
            at = BehindDot(lexemes, at + 1);
        return at;
    }

    /// <summary>A few small letters that a dash ties to a day are its ending, whatever the language: 5-го, 31-én.</summary>
    private static bool IsTied(List<Lexeme> lexemes, int at) =>
        at > 0 && at + 1 < lexemes.Count && lexemes[at - 1] is { Digits: 1 or 2 } number && lexemes[at].IsJoint && lexemes[at + 1] is { IsNumber: false, IsJoint: false, IsCapital: false } ending
        && ending.Key.Length <= LongestEnding && lexemes[at].End == number.End + 1 && ending.End == number.End + 1 + ending.Key.Length
        && !(MonthAtExactly([ending.Key]) && BehindDot(lexemes, at + 2) is var behind && behind < lexemes.Count && lexemes[behind].IsNumber);

    private static int YearMark(List<Lexeme> lexemes, int at)
    {
        var next = BehindDot(lexemes, at);
        return next < lexemes.Count && !lexemes[next].IsNumber && !lexemes[next].IsJoint && Words.Value.LongestAt(Lexeme.Keys(lexemes, next, 2), 0) is { End: > 0, Code: "year-mark" } mark ? next + mark.End : at;
    }

    private static int BehindDot(List<Lexeme> lexemes, int at) => at < lexemes.Count && lexemes[at].IsJoint ? at + 1 : at;

    private static bool Made(List<Lexeme> lexemes, int next, int year, int month, int? day, string? doubt, out DateMatch match)
    {
        var last = next - 1;
        while (last > 0 && lexemes[last].IsJoint)
            last--;
        // Who writes a month in Thai counts its years from the Buddha, also those of two digits.
        if (doubt == "date.two-digit-year" && lexemes.Exists(l => l.Key.Length > 0 && l.Key[0] is >= '\u0E00' and <= '\u0E7F'))
            year = 2500 + (year % 100);
        match = Dates.Made(lexemes[last].End, year, month, day) with { Doubt = doubt };
        return true;
    }
}

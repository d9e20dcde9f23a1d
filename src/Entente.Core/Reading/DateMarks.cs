namespace Entente.Core.Reading;

/// <summary>Words and signs that mark a number as a year, a month or a day.</summary>
internal static class DateMarks
{
    private const int LongestMark = 6, LongestEnding = 4;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("date"));

    public static readonly string[] YearMarks = ["оны", "онд", "оноос", "оныг", "он", "年", "년", "года", "год", "гг.", "г.", "г", "م", "هـ", "ه", "ش"];
    public static readonly string[] MonthMarks = ["сарын", "сард", "сар", "月", "월"];
    public static readonly string[] DayMarks = ["ны өдрийн", "ний өдрийн", "ны өдөр", "ний өдөр", "өдөр", "ны", "ний", "日", "일"];
    private static readonly string[] MonthOrdinals = ["дугаар", "дүгээр", "-р", "р"];

    /// <summary>A word of a year behind a date, as some language has it: 12.03.2019 ж.</summary>
    public static int WordMark(ReadOnlySpan<char> text, int end)
    {
        var start = SkipBlanks(text, end);
        var at = start;
        while (at < text.Length && char.IsLetter(text[at]))
            at++;
        if (at == start || start == end || at - start > LongestMark || Words.Value.Find(text[start..at].ToString()) != "year-mark")
            return 0;
        return at < text.Length && text[at] == '.' ? at + 1 : at;
    }

    public static int BehindOrdinal(ReadOnlySpan<char> text, int end)
    {
        var at = SkipBlanks(text, end);
        foreach (var ordinal in MonthOrdinals)
        {
            if (text[at..].StartsWith(ordinal, StringComparison.OrdinalIgnoreCase))
                return at + ordinal.Length;
        }

        return end;
    }

    public static int MarkAt(ReadOnlySpan<char> text, int at, string[] marks)
    {
        at = SkipBlanks(text, at);
        foreach (var mark in marks)
        {
            if (at < text.Length && text[at..].StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + mark.Length;
                if (end >= text.Length || !char.IsLetter(text[end]) || mark[0] > '\u2e80')
                    return end;
            }
        }

        return 0;
    }

    /// <summary>Behind the few small letters that a language ties to a day with a dash: 2019.12.31-én; 0 when there are none.</summary>
    public static int Ending(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLower(text[end]))
            end++;
        return end > at && end - at <= LongestEnding && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : 0;
    }

    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}

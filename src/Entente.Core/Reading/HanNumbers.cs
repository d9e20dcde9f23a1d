using System.Buffers;
using System.Globalization;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>Numbers in Han characters within a date: 二〇二一年五月六日, 平成三十年十二月, 民國一一〇年.</summary>
internal static class HanNumbers
{
    private const string Digits = "〇一二三四五六七八九";

    private static readonly SearchValues<char> Numerals = SearchValues.Create("〇○◯零一二三四五六七八九十廿卅百");

    /// <summary>No date has more characters.</summary>
    private const int Longest = 24;

    /// <summary>The beginning of a text with such numbers in plain digits.</summary>
    /// <param name="behind">For each character of the plain text, where the text goes on behind it.</param>
    /// <returns>Null when no such number stands before the sign of a year, a month or a day.</returns>
    public static string? InDigits(ReadOnlySpan<char> text, out int[] behind)
    {
        behind = [];
        var beginning = text[..Math.Min(text.Length, Longest)];
        if (!beginning.ContainsAny('年', '月', '日') || !beginning.ContainsAny(Numerals))
            return null;
        var plain = new StringBuilder();
        var ends = new List<int>();
        for (var at = 0; at < beginning.Length;)
        {
            var end = EndOfNumber(beginning, at);
            var mark = end;
            while (mark < beginning.Length && beginning[mark] == ' ')
                mark++;
            var written = end > at && mark < beginning.Length && beginning[mark] is '年' or '月' or '日' or '號' or '号'
                ? Value(beginning[at..end].ToString().Replace(" ", "", StringComparison.Ordinal))?.ToString(CultureInfo.InvariantCulture) : null;
            if (written is null)
                written = beginning[at..(end = Math.Max(end, at + 1))].ToString();
            for (var i = 0; i < written.Length; i++)
                ends.Add(written.Length == end - at ? at + i + 1 : end);
            plain.Append(written);
            at = end;
        }

        behind = [.. ends];
        return beginning.SequenceEqual(plain.ToString()) ? null : plain.ToString();
    }

    /// <summary>Words of the script may have been parted by blanks.</summary>
    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        for (var i = at; i < text.Length && (IsNumeral(text[i]) || (text[i] == ' ' && i > at)); i++)
        {
            if (text[i] != ' ')
                end = i + 1;
        }

        return end;
    }

    private static bool IsNumeral(char c) => Numerals.Contains(c);

    private static int Digit(char c) => c is '○' or '零' or '◯' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    /// <summary>Figures one after the other (二〇二一), tens and ones (二十一, 廿一), or a hundred and some (一百零五).</summary>
    private static int? Value(ReadOnlySpan<char> number)
    {
        if (number.IndexOf('百') is >= 0 and <= 1 and var hundred)
        {
            var hundreds = hundred == 0 ? 1 : Digit(number[0]);
            var behind = number[(hundred + 1)..].TrimStart("零〇○");
            return hundreds < 1 ? null : behind.Length == 0 ? hundreds * 100 : Value(behind) is { } rest and < 100 ? (hundreds * 100) + rest : null;
        }

        var tens = number.IndexOfAny('十', '廿', '卅');
        if (tens < 0)
        {
            var value = 0;
            foreach (var figure in number)
                value = (value * 10) + Digit(figure);
            return number.Length <= 4 ? value : null;
        }

        var before = number[tens] switch { '廿' => 2, '卅' => 3, _ when tens == 0 => 1, _ => Digit(number[tens - 1]) };
        var ones = tens + 1 < number.Length ? Digit(number[tens + 1]) : 0;
        return tens <= 1 && number.Length - tens <= 2 && before > 0 && ones >= 0 ? (before * 10) + ones : null;
    }
}

using System.Globalization;
using System.Text;

namespace Entente.Core.Matching;

/// <summary>Numbers behind names: Paris I is Paris 1.</summary>
internal static class RomanNumerals
{
    private static readonly string[] numerals =
    [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
    ];

    /// <summary>The text with its numerals in digits. A single letter is one behind another word and in a text that has small letters, or at its end: an initial has a
    /// dot, and CIENCIES I LLETRES says "and".</summary>
    public static string InDigits(string text)
    {
        StringBuilder? digits = null;
        var (kept, hasSmall) = (0, text.Any(char.IsLower));
        for (var at = Next(text, 1); at >= 0; at = Next(text, at + 1))
        {
            var end = at;
            while (end < text.Length && text[end] is 'I' or 'V' or 'X')
                end++;
            var isWhole = !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('\'' or '’') && (end == text.Length || (!char.IsLetterOrDigit(text[end]) && text[end] is not ('.' or '\'' or '’')));
            if (isWhole && (end - at > 1 || hasSmall || end == text.Length) && Array.IndexOf(numerals, text[at..end]) is >= 0 and var value)
            {
                digits ??= new StringBuilder(text.Length + 4);
                digits.Append(text, kept, at - kept).Append((value + 1).ToString(CultureInfo.InvariantCulture));
                kept = end;
            }

            at = end;
        }

        return digits is null ? text : digits.Append(text, kept, text.Length - kept).ToString();
    }

    private static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny('I', 'V', 'X') is >= 0 and var found ? from + found : -1;
}

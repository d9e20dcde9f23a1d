using System.Globalization;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>What of a word counts when wordings are compared: its letters and digits in lower case, without marks and without an article that is
/// elided before it.</summary>
internal static class WordKey
{
    private const int LongestShort = 64;

    /// <summary>What each letter beyond ASCII is in a key; null: not asked yet.</summary>
    private static readonly string?[] letters = new string?[char.MaxValue + 1];

    public static string Of(string token)
    {
        var isPlain = true;
        foreach (var c in token)
            isPlain &= c is >= 'a' and <= 'z' or >= '0' and <= '9';
        if (isPlain)
            return token;
        if (OfLetters(WithoutElision(token)) is not { } key)
            key = OfText(string.Concat(WithoutElision(token).ToString().Where(c => !IsRaised(c))));
        return key.Length > 0 ? key : token is "#" or "№" or "-" or "–" or "—" or "✓" or "✔" or "+" or "●" or "○" or "◯" ? token : "";
    }

    /// <summary>What one letter is in a key.</summary>
    public static string OfLetter(char c) => letters[c] ??= IsRaised(c) || char.IsSurrogate(c) ? "" : OfText(c.ToString());

    /// <summary>Letter by letter; null where marks behind a letter may count together with it, and for long words.</summary>
    private static string? OfLetters(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[LongestShort];
        var length = 0;
        foreach (var c in word)
        {
            if (MayHaveVowels(c) || char.IsSurrogate(c) || length == LongestShort)
                return null;
            if (c >= '\u0080')
            {
                var letter = OfLetter(c);
                if (length + letter.Length > LongestShort)
                    return null;
                letter.CopyTo(key[length..]);
                length += letter.Length;
            }
            else if (char.IsAsciiLetterOrDigit(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return key[..length].ToString();
    }

    private static string OfText(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Replace(SearchText.NoCharacter, ' ').Normalize(NormalizationForm.FormKD))
        {
            if (char.IsDigit(c))
                key.Append(Scripts.Plain(c));
            else if (char.IsLetter(c) || IsVowel(c))
                Append(key, char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    private static bool MayHaveVowels(char c) => c is >= '\u0900' and < '\u1800';

    /// <summary>In the scripts of India and its neighbours vowels are marks on their letters, and words differ by them.</summary>
    private static bool IsVowel(char c) => MayHaveVowels(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;

    /// <summary>The mark of a footnote.</summary>
    private static bool IsRaised(char c) => c is '¹' or '²' or '³' or (>= '⁰' and <= '⁹');

    private static void Append(StringBuilder key, char letter) => _ = letter switch
    {
        'ß' => key.Append("ss"),
        'ø' => key.Append('o'),
        'ł' => key.Append('l'),
        'đ' or 'ð' => key.Append('d'),
        'ı' => key.Append('i'),
        'æ' => key.Append("ae"),
        'œ' => key.Append("oe"),
        'ς' => key.Append('σ'),
        _ => key.Append(letter),
    };

    /// <summary>d'échange, l'université, dell'accordo.</summary>
    private static ReadOnlySpan<char> WithoutElision(string token)
    {
        var mark = token.AsSpan().IndexOfAny('\'', '’', 'ʼ');
        return mark is >= 1 and <= 4 && mark + 2 < token.Length
            && token[..mark].ToLowerInvariant() is "d" or "l" or "n" or "s" or "c" or "j" or "qu" or "dell" or "all" or "nell" or "sull" or "dall" or "un"
            ? token.AsSpan(mark + 1) : token;
    }
}

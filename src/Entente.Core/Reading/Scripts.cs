namespace Entente.Core.Reading;

/// <summary>Words in scripts that put no blanks between them: Han, Kana, Thai, Lao, Khmer, Burmese. Where a known wording stands, it is cut out,
/// the longest first; what is unknown stays together.</summary>
public static class Scripts
{
    private static readonly Lazy<Dictionary<char, string[]>> Wordings = new(() => WordFiles.Wordings(_ => true)
        .Where(w => w.Any(IsUnspaced) && !w.Any(char.IsWhiteSpace)).Distinct()
        .GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray()));

    private const int LongestEnding = 6;

    /// <summary>Tokens of one word, by their length.</summary>
    private static readonly (int Start, int Length)[][] Whole = [.. Enumerable.Range(0, 32).Select(length => new[] { (0, length) })];

    public static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Vowels of many scripts are marks on their letters.</summary>
    public static bool IsOfWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Digits of every script as 0 to 9, and wide forms as narrow ones.</summary>
    public static string InPlainDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyExceptInRange('\0', '\u065F') ? string.Concat(text.Select(Plain)) : text;
    }

    public static char Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u0660' and <= '\uFF19' when char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
        '\u3000' => ' ',
        _ => c,
    };

    /// <summary>The words of a token, as stretches of it in order; the whole token where its script has blanks.</summary>
    public static (int Start, int Length)[] Split(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > 2 && (char.IsAsciiDigit(token[0]) || token[0] == '(') && EndingOfDate(token) is > 0 and var ending)
            return [(0, ending), (ending, token.Length - ending)];
        if (BracketBehind(token) is > 0 and var bracket)
            return SplitAt(token, bracket);
        if (HasPreposition(token))
            return SplitAt(token, 2);
        if (ElisionBeforeDigit(token) is > 0 and var digit)
            return [(0, digit), (digit, token.Length - digit)];
        if (!HasUnspaced(token))
            return token.Length < Whole.Length ? Whole[token.Length] : [(0, token.Length)];
        var words = new List<(int Start, int Length)>();
        var start = 0;
        for (var at = 0; at < token.Length;)
        {
            var known = IsUnspaced(token[at]) && !IsWithinNumber(token, at) ? KnownAt(token, at) : 0;
            var isBorder = known > 0 || (at > start && IsUnspaced(token[at]) != IsUnspaced(token[at - 1]) && !IsOpening(token, start, at) && !IsClosing(token[at]));
            if (isBorder && at > start && !IsOpening(token, start, at))
            {
                words.Add((start, at - start));
                start = at;
            }

            at += Math.Max(known, 1);
            while (known > 0 && at < token.Length && IsClosing(token[at]))
                at++;
            if (known > 0)
            {
                words.Add((start, at - start));
                start = at;
            }
        }

        if (start < token.Length)
            words.Add((start, token.Length - start));
        return [.. words];
    }

    private static (int Start, int Length)[] SplitAt(string token, int at) =>
        [.. Split(token[..at]), .. Split(token[at..]).Select(w => (w.Start + at, w.Length))];

    private static bool HasUnspaced(string token)
    {
        foreach (var c in token)
        {
            if (IsUnspaced(c))
                return true;
        }

        return false;
    }

    /// <summary>Where an ending begins that says "until" of the date it hangs on: 2027.06.20-ig, 31.12.2027'ye.</summary>
    private static int EndingOfDate(string token)
    {
        var end = token.Length;
        while (end > 0 && IsClosing(token[end - 1]))
            end--;
        var letters = end;
        while (letters > 0 && char.IsLetter(token[letters - 1]))
            letters--;
        if (end - letters is 0 or > LongestEnding || letters < 2)
            return 0;
        // Cyrillic, Hangul and the like hang on the digits themselves.
        var hasJoint = token[letters - 1] is '-' or '\'' or '’' && (char.IsAsciiDigit(token[letters - 2]) || token[letters - 2] == '.');
        var isEnding = hasJoint || (char.IsAsciiDigit(token[letters - 1]) && !char.IsAscii(token[letters]));
        return isEnding && Terms.SaysUntil(token[letters..end]) ? hasJoint ? letters - 1 : letters : 0;
    }

    /// <summary>Where a bracket opens that hangs on a number's word: 3년(자동갱신), 5лет(пролонгация), 111/03/01(對方); not "year(s)".</summary>
    private static int BracketBehind(string token)
    {
        var open = token.AsSpan().IndexOfAny('(', '（');
        if (open <= 0 || open + 1 >= token.Length || !char.IsLetterOrDigit(token[open - 1]))
            return 0;
        return (char.IsAsciiDigit(token[0]) && (token.Length - open > 4 || token.AsSpan(0, open).IndexOfAny('/', '.', '-') > 0)) || (char.IsAsciiDigit(token[open + 1]) && !char.IsAscii(token[open - 1])) ? open : 0;
    }

    /// <summary>ב-1.11.2019: behind a preposition of one letter that hangs on a number in Hebrew.</summary>
    private static bool HasPreposition(string token) => token.Length > 2 && token[0] is >= '\u05D0' and <= '\u05EA' && token[1] is '-' or '־' && char.IsAsciiDigit(token[2]);

    /// <summary>l'11, dell'8: where the number begins.</summary>
    private static int ElisionBeforeDigit(string token)
    {
        var mark = token.AsSpan().IndexOfAny('\'', '’');
        return mark is > 0 and <= 5 && mark + 1 < token.Length && char.IsAsciiDigit(token[mark + 1]) && token.AsSpan(0, mark).IndexOfAnyExceptInRange('A', 'z') < 0 ? mark + 1 : 0;
    }

    private static bool IsWithinNumber(string token, int at) =>
        char.IsDigit(token[at]) && ((at > 0 && char.IsDigit(token[at - 1])) || (at + 1 < token.Length && char.IsDigit(token[at + 1])));

    private static int KnownAt(string token, int at) =>
        Wordings.Value.TryGetValue(token[at], out var wordings) && wordings.FirstOrDefault(w => string.CompareOrdinal(token, at, w, 0, w.Length) == 0) is { } known
            ? known.Length : 0;

    /// <summary>Nothing but opening marks so far: they belong to the word behind them.</summary>
    private static bool IsOpening(string token, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(token[i]))
                return false;
        }

        return true;
    }

    private static bool IsClosing(char c) => c is ')' or '）' or ']' or '］' or '」' or '』' or '】' or '、' or '。' or '，' or '；' or '：' or ',' or '.' or ';' or ':' or '※' or '*';
}

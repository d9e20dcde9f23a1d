namespace Entente.Core.Reading;

/// <summary>Words in scripts that put no blanks between them: Han, Kana, Thai, Lao, Khmer, Burmese. Where a known wording stands, it is cut out,
/// the longest first; what is unknown stays together.</summary>
public static class Scripts
{
    private static readonly Lazy<Dictionary<char, string[]>> Wordings = new(() => WordFiles.Wordings(_ => true)
        .Where(w => w.Any(IsUnspaced) && !w.Any(char.IsWhiteSpace)).Distinct()
        .GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray()));

    /// <summary>Tokens of one word, by their length.</summary>
    private static readonly (int Start, int Length)[][] Whole = [.. Enumerable.Range(0, 32).Select(length => new[] { (0, length) })];

    public static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

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
    public static IReadOnlyList<(int Start, int Length)> Split(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length < Whole.Length && !token.AsSpan().ContainsAnyInRange('\u0E00', '\uFAFF'))
            return Whole[token.Length];
        if (!token.AsSpan().ContainsAnyInRange('\u0E00', '\uFAFF') || !token.Any(IsUnspaced))
            return [(0, token.Length)];
        var words = new List<(int Start, int Length)>();
        var start = 0;
        for (var at = 0; at < token.Length;)
        {
            var known = IsUnspaced(token[at]) ? KnownAt(token, at) : 0;
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
        return words;
    }

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

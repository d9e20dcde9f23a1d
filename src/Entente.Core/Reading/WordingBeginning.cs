using System.Collections.Concurrent;

namespace Entente.Core.Reading;

/// <summary>The first letters of a wording's key, without making the whole key.</summary>
internal static class WordingBeginning
{
    /// <summary>What each letter beyond ASCII is in a key.</summary>
    private static readonly ConcurrentDictionary<char, string> letters = new();

    /// <param name="into">Filled as far as the first word reaches.</param>
    /// <param name="isStem">Whether that word may have any ending.</param>
    public static int Of(ReadOnlySpan<char> wording, Span<char> into, out bool isStem)
    {
        foreach (var range in wording.Split(' '))
        {
            var word = wording[range];
            isStem = word.EndsWith("*");
            if (word.IndexOfAny('\'', '’', 'ʼ') >= 0 || (word.Length < 2 && !word.IsEmpty && !char.IsLetterOrDigit(word[0])))
            {
                var key = PhraseBook.Key(word.ToString());
                if (key.Length == 0)
                    continue;
                var length = Math.Min(key.Length, into.Length);
                key.AsSpan(0, length).CopyTo(into);
                return length;
            }

            if (OfWord(word, into) is > 0 and var filled)
                return filled;
        }

        isStem = false;
        return 0;
    }

    private static int OfWord(ReadOnlySpan<char> word, Span<char> into)
    {
        var filled = 0;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                into[filled++] = c;
            }
            else if (c is >= 'A' and <= 'Z')
            {
                into[filled++] = (char)(c | 0x20);
            }
            else if (c >= '\u0080')
            {
                foreach (var letter in letters.GetOrAdd(c, static l => char.IsSurrogate(l) ? "" : PhraseBook.Key(l.ToString())))
                {
                    if (filled < into.Length)
                        into[filled++] = letter;
                }
            }

            if (filled == into.Length)
                return filled;
        }

        return filled;
    }
}

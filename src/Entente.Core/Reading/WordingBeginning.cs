namespace Entente.Core.Reading;

/// <summary>The first letters of a wording's key, without making the whole key.</summary>
internal static class WordingBeginning
{
    /// <param name="into">Filled as far as the first word reaches.</param>
    /// <param name="isStem">Whether that word may have any ending.</param>
    public static int Of(ReadOnlySpan<char> wording, Span<char> into, out bool isStem)
    {
        while (true)
        {
            var blank = wording.IndexOf(' ');
            var word = blank < 0 ? wording : wording[..blank];
            isStem = word.Length > 0 && word[^1] == '*';
            if (OfWord(word, into) is > 0 and var filled)
                return filled;
            if (blank < 0)
                break;
            wording = wording[(blank + 1)..];
        }

        isStem = false;
        return 0;
    }

    private static int OfWord(ReadOnlySpan<char> word, Span<char> into)
    {
        if (word.IndexOfAny('\'', '’', 'ʼ') >= 0 || (word.Length == 1 && !char.IsLetterOrDigit(word[0])))
        {
            var key = PhraseBook.Key(word.ToString());
            var length = Math.Min(key.Length, into.Length);
            key.AsSpan(0, length).CopyTo(into);
            return length;
        }

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
                foreach (var letter in WordKey.OfLetter(c))
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

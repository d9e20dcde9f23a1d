using System.Text;

namespace Entente.Core.Reading;

/// <summary>A run of white-space separated tokens, joined by single blanks, so that grammars of characters and grammars of words read the same run.</summary>
public sealed class TokenRun
{
    private readonly int[] starts;

    public TokenRun(IReadOnlyList<string> tokens)
    {
        Tokens = tokens;
        Keys = [.. tokens.Select(PhraseBook.Key)];
        starts = new int[tokens.Count + 1];
        var joined = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            starts[i] = joined.Length;
            joined.Append(tokens[i]).Append(' ');
        }

        starts[tokens.Count] = joined.Length;
        Joined = joined.ToString();
    }

    public static TokenRun Of(string text) => new(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>What of each token counts when wordings are compared.</summary>
    public IReadOnlyList<string> Keys { get; }

    public string Joined { get; }

    public int Count => Tokens.Count;

    public ReadOnlySpan<char> From(int token) => Joined.AsSpan(starts[token]);

    /// <summary>The token behind a match of characters that began at a token; 0 when the match ends within a token's letters or digits.</summary>
    public int TokenAfter(int token, int length)
    {
        var at = starts[token] + length;
        while (at < Joined.Length && Joined[at] is '.' or ',' or ';' or ':' or '-' or '–' or '—' or ')' or ']' or '*' or '※')
            at++;
        if (at < Joined.Length && Joined[at] != ' ')
            return 0;
        var end = Array.BinarySearch(starts, at + 1);
        return end > 0 ? end : 0;
    }

    public string Text(int start, int end) => string.Join(' ', Tokens.Skip(start).Take(end - start));
}

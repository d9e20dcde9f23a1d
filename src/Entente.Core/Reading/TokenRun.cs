using System.Text;

namespace Entente.Core.Reading;

/// <summary>A run of words, joined by single blanks, so that grammars of characters and grammars of words read the same run. Words end at white
/// space, and where the script has none, at known wordings.</summary>
public sealed class TokenRun
{
    private readonly int[] starts;
    private readonly bool[] isGlued;

    /// <param name="glued">Which tokens follow the one before them without a blank; none when left out.</param>
    public TokenRun(IReadOnlyList<string> tokens, IReadOnlyList<bool>? glued = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Tokens = tokens;
        Keys = [.. tokens.Select(PhraseBook.Key)];
        starts = new int[tokens.Count + 1];
        isGlued = glued is null ? new bool[tokens.Count] : [.. glued];
        var length = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            starts[i] = length;
            length += tokens[i].Length + 1;
        }

        starts[tokens.Count] = length;
        Joined = Scripts.InPlainDigits(string.Join(' ', tokens) + (tokens.Count > 0 ? " " : ""));
    }

    public static TokenRun Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<string>();
        var glued = new List<bool>();
        foreach (var token in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            for (var from = 0; from < token.Length;)
            {
                var to = Parting(token, from);
                AddTo(tokens, glued, from == 0 && to == token.Length ? token : token[from..to], isGlued: from > 0);
                from = to;
            }
        }

        return new TokenRun(tokens, glued);
    }

    /// <summary>Behind a comma that needs no blank and parts two numbers: 111/02/15(本校)、111/03/01. Else at the end.</summary>
    private static int Parting(string token, int from)
    {
        if (!char.IsDigit(token[from]))
            return token.Length;
        var at = token.AsSpan(from).IndexOfAny('、', '，', '；') + from;
        return at > from && at + 1 < token.Length && char.IsDigit(token[at + 1]) ? at + 1 : token.Length;
    }

    private static void AddTo(List<string> tokens, List<bool> glued, string token, bool isGlued)
    {
        foreach (var (start, length) in Scripts.Split(token))
        {
            var cut = Opening(token.AsSpan(start, length));
            tokens.Add(length == token.Length && cut == 0 ? token : token.Substring(start, cut > 0 ? cut : length));
            glued.Add(start > 0 || isGlued);
            if (cut == 0)
                continue;
            tokens.Add(token.Substring(start + cut, length - cut));
            glued.Add(true);
        }
    }

    /// <summary>Where a bracket opens behind a word that it has no blank from, and several words stand within: "5 years(then …)", not "year(s)". 0: nowhere.</summary>
    private static int Opening(ReadOnlySpan<char> token)
    {
        var at = token.LastIndexOfAny('(', '（');
        return at > 0 && char.IsLetterOrDigit(token[at - 1]) && token[at..].IndexOfAny(')', '）') < 0 && at + 1 < token.Length ? at : 0;
    }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>What of each token counts when wordings are compared.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Digits of every script as 0 to 9, wide signs as narrow ones; letter for letter as long as the tokens.</summary>
    public string Joined { get; }

    public int Count => Tokens.Count;

    public ReadOnlySpan<char> From(int token) => Joined.AsSpan(starts[token]);

    /// <summary>The token behind a match of characters that began at a token; 0 when the match ends within a token's letters or digits.</summary>
    public int TokenAfter(int token, int length)
    {
        var at = starts[token] + length;
        while (at < Joined.Length && (Joined[at] is '*' or '※' or '–' or '—' or '-' || char.IsPunctuation(Joined[at])) && Joined[at] is not ('(' or '[' or '（' or '「' or '"'))
            at++;
        if (at < Joined.Length && Joined[at] != ' ')
            return 0;
        var end = Array.BinarySearch(starts, at + 1);
        return end > 0 ? end : 0;
    }

    /// <summary>Some tokens as they stood, white space collapsed.</summary>
    public string Text(int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
            text.Append(i == start || isGlued[i] ? "" : " ").Append(Tokens[i]);
        return text.ToString();
    }
}

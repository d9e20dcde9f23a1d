namespace Entente.Core.Reading;

/// <summary>Words that lists of agreements are made of.</summary>
public static class ListWords
{
    private const int MostTokens = 2_000, ShortestWord = 4;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("header", "kind", "month", "name"));

    /// <summary>How many different words of heads, kinds, months, institutions and countries with letters beyond ASCII a text holds.</summary>
    public static int CountIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = TokenRun.Of(text.Length > 1 << 15 ? text[..(1 << 15)] : text);
        var known = new HashSet<string>();
        for (var at = 0; at < Math.Min(run.Count, MostTokens); at++)
        {
            var word = run.Tokens[at];
            if (word.All(char.IsAscii) || (word.Length < ShortestWord && !word.Any(Scripts.IsUnspaced)))
                continue;
            if (Words.Value.LongestAt(run.Keys, at).End > 0 || Countries.Find(word.Trim(',', ';', '.', '"')) is not null)
                known.Add(run.Keys[at]);
        }

        return known.Count;
    }
}

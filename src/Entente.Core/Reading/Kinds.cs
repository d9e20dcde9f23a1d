namespace Entente.Core.Reading;

/// <summary>Kinds of agreements by their wordings.</summary>
public static class Kinds
{
    private static readonly Lazy<PhraseBook> Phrases = new(() => PhraseBook.Of("kind"));

    public static Kind Parse(string text) => new(text, Phrases.Value.Find(text));

    /// <summary>The most telling wording of a kind within a longer text, such as the title of a list; null when it holds none.
    /// That something is an agreement of some kind tells nothing.</summary>
    public static Kind? FindWithin(string text)
    {
        var run = TokenRun.Of(text);
        var found = new List<(int End, string Code)>();
        Kind? best = null;
        var longest = 0;
        for (var at = 0; at < run.Count; at++)
        {
            found.Clear();
            Phrases.Value.MatchesAt(run.Keys, at, found);
            if (found.Count == 0 || found[^1].Code == "agreement" || found[^1].End - at <= longest)
                continue;
            longest = found[^1].End - at;
            best = new Kind(run.Text(at, found[^1].End).Trim(' ', ',', '(', ')', ':'), found[^1].Code);
        }

        return best;
    }

    /// <summary>Every code that there are wordings for.</summary>
    public static IEnumerable<string> Codes => Phrases.Value.Codes;

    public static void MatchesAt(TokenRun run, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(run);
        Phrases.Value.MatchesAt(run.Keys, start, into);
    }
}

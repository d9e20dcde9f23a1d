namespace Entente.Core.Reading;

/// <summary>Kinds of agreements by their wordings.</summary>
public static class Kinds
{
    private static readonly Lazy<PhraseBook> Phrases = new(() => PhraseBook.Of("kind"));

    public static Kind Parse(string text) => new(text, Phrases.Value.Find(text));

    /// <summary>Every code that there are wordings for.</summary>
    public static IEnumerable<string> Codes => Phrases.Value.Codes;

    public static void MatchesAt(TokenRun run, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(run);
        Phrases.Value.MatchesAt(run.Keys, start, into);
    }
}

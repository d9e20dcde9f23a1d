namespace Entente.Core.Reading;

/// <summary>Kinds of agreements by their wordings: first what a register says of them, then what every register knows.</summary>
public sealed class Kinds
{
    private static readonly Lazy<PhraseBook> Known = new(() => PhraseBook.Of("kind"));

    private readonly PhraseBook own;
    private readonly HashSet<string> codes;

    private Kinds(IReadOnlyList<RegisterKind> kinds)
    {
        own = PhraseBook.Of(kinds.SelectMany(k => k.Phrases.Select(phrase => (phrase, k.Code))));
        codes = [.. Known.Value.Codes, .. kinds.Select(k => k.Code)];
    }

    /// <summary>Those that every register has.</summary>
    public static Kinds BuiltIn { get; } = new([]);

    public static Kinds Of(IReadOnlyList<RegisterKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.Count == 0 ? BuiltIn : new Kinds(kinds);
    }

    /// <summary>What every register takes for that kind.</summary>
    public static IEnumerable<string> KnownWordings(string code) => Known.Value.Wordings(code);

    /// <summary>Every code that there is, those of the register last.</summary>
    public IEnumerable<string> Codes => codes;

    public Kind Parse(string text) => new(text, Find(text));

    /// <summary>The code of a wording; null when it is not known.</summary>
    public string? Find(string wording) => (own.IsEmpty ? null : own.Find(wording)) ?? Known.Value.Find(wording) ?? (codes.Contains(wording) ? wording : null);

    /// <summary>As <see cref="Find"/>, for who asks by a code before all else.</summary>
    public string? FindAsked(string asked) => codes.Contains(asked) ? asked : Find(asked);

    /// <summary>Whether the register itself says that this is a kind.</summary>
    public bool IsOwn(string wording) => !own.IsEmpty && own.Find(wording) is not null;

    /// <summary>Every wording that begins at <paramref name="start"/>, the longest last; of two readings of one wording the register's own.</summary>
    public void MatchesAt(TokenRun run, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(into);
        if (own.IsEmpty)
        {
            Known.Value.MatchesAt(run.Keys, start, into);
            return;
        }

        var matches = new List<(int End, string Code)>();
        own.MatchesAt(run.Keys, start, matches);
        Known.Value.MatchesAt(run.Keys, start, matches);
        into.AddRange(matches.DistinctBy(m => m.End).OrderBy(m => m.End));
    }

    /// <summary>Whether a text begins with the wording of a kind.</summary>
    public bool BeginsAt(TokenRun run)
    {
        var found = new List<(int End, string Code)>();
        MatchesAt(run, 0, found);
        return found.Count > 0;
    }

    /// <summary>What a cell of kinds names that are not all known: with a semicolon between them each is one, if any is known.</summary>
    public IReadOnlyList<Kind> Apart(string text)
    {
        string[] parts = text.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.Exists(parts, p => Find(p) is not null) ? [.. parts.Select(p => new Kind(p, Find(p)))] : [new Kind(text, null)];
    }

    /// <summary>The most telling wording of a kind within a longer text, such as the title of a list; null when it holds none.
    /// That something is an agreement of some kind tells nothing.</summary>
    public Kind? FindWithin(string text)
    {
        var run = TokenRun.Of(text);
        var found = new List<(int End, string Code)>();
        Kind? best = null;
        var longest = 0;
        for (var at = 0; at < run.Count; at++)
        {
            found.Clear();
            MatchesAt(run, at, found);
            if (found.Count == 0 || found[^1].Code == "agreement" || found[^1].End - at <= longest)
                continue;
            longest = found[^1].End - at;
            best = new Kind(run.Text(at, found[^1].End).Trim(' ', ',', '(', ')', ':'), found[^1].Code);
        }

        return best;
    }
}

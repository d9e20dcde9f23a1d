namespace Entente.Core.Reading;

/// <summary>The words that languages have for a university: a name that holds one is of a whole institution.</summary>
internal static class UniversityWords
{
    private const int LongestWording = 3;

    private static readonly Lazy<UniversityWordSet> Words = new(() => new UniversityWordSet(WordFiles.OfFamily("university")));

    /// <param name="key">Of one word.</param>
    public static bool Is(string key) => Words.Value.LanguagesOf(key) is not null;

    /// <summary>Whether a text is such a word and nothing besides.</summary>
    public static bool IsNoMore(string text) => Words.Value.Holds(string.Join(' ', PhraseBook.Keys(text)));

    /// <summary>How many letters of a name without blanks are such a word at its end.</summary>
    public static int EndOf(string name) => Words.Value.EndOf(name);

    /// <summary>The languages whose word for a university a name holds; none where it holds no such word.</summary>
    public static IReadOnlySet<string> LanguagesIn(string name)
    {
        var keys = PhraseBook.Keys(name);
        var languages = new HashSet<string>();
        for (var at = 0; at < keys.Count; at++)
        {
            for (var length = Math.Min(LongestWording, keys.Count - at); length > 0; length--)
            {
                if (Words.Value.LanguagesOf(length == 1 ? keys[at] : string.Join(' ', keys.Skip(at).Take(length))) is not { } found)
                    continue;
                languages.UnionWith(found);
                break;
            }
        }

        return languages;
    }

    /// <summary>Wordings as keys; one that begins or ends on a star may have anything there.</summary>
    private sealed class UniversityWordSet
    {
        private readonly Dictionary<string, HashSet<string>> whole = [];
        private readonly List<(string Key, bool IsBeginning, HashSet<string> Languages)> parts = [];

        public UniversityWordSet(IEnumerable<(string Language, string Text)> wordings)
        {
            foreach (var group in wordings.GroupBy(w => (Key: KeyOf(w.Text), IsBeginning: w.Text.EndsWith('*'), IsEnd: w.Text.StartsWith('*'))))
            {
                HashSet<string> languages = [.. group.Select(w => w.Language)];
                if (group.Key.IsBeginning || group.Key.IsEnd)
                    parts.Add((group.Key.Key, group.Key.IsBeginning, languages));
                else
                    whole.Add(group.Key.Key, languages);
            }
        }

        /// <summary>Each is one word or several with blanks: it takes no search for words, as texts without blanks do.</summary>
        private static string KeyOf(string wording) => string.Join(' ', wording.Split(' ').Select(PhraseBook.Key));

        public int EndOf(string name) => Enumerable.Range(0, name.Length + 1).Last(n => n == 0 || parts.Exists(p => !p.IsBeginning && p.Key == PhraseBook.Key(name[^n..])));

        public bool Holds(string key) => whole.ContainsKey(key);

        public HashSet<string>? LanguagesOf(string key) => whole.TryGetValue(key, out var languages) ? languages
            : key.Contains(' ', StringComparison.Ordinal) ? null
            : parts.Find(p => p.IsBeginning ? key.StartsWith(p.Key, StringComparison.Ordinal) : key.EndsWith(p.Key, StringComparison.Ordinal)).Languages;
    }
}

namespace Entente.Core.Reading;

/// <summary>A word of some wordings, with the words that may stand behind it.</summary>
internal sealed class WordNode(string key = "")
{
    private Dictionary<string, WordNode>? words;
    private List<WordNode>? stems;

    public string Key => key;

    /// <summary>Words behind it that may have any ending, the shortest first; null: none.</summary>
    public List<WordNode>? Stems => stems;

    /// <summary>What the wording that ends here stands for; of several the first.</summary>
    public string? Code { get; private set; }

    public WordNode? Next(string word) => words?.GetValueOrDefault(word);

    /// <summary>False when the wording holds no letter.</summary>
    public bool TryAdd(string wording, string code)
    {
        var node = this;
        foreach (var token in wording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = PhraseBook.Key(token);
            if (word.Length > 0)
                node = token.EndsWith('*') ? node.Stem(word) : node.Word(word);
        }

        node.Code ??= code;
        return node != this;
    }

    /// <summary>A wording as its keys, joined by blanks; those with an open end have a star there.</summary>
    public static string KeyOf(string wording) => string.Join(' ', wording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(token => PhraseBook.Key(token).Length > 0).Select(token => token.EndsWith('*') ? $"{PhraseBook.Key(token)}*" : PhraseBook.Key(token)));

    private WordNode Word(string word)
    {
        words ??= new Dictionary<string, WordNode>(StringComparer.Ordinal);
        return words.TryGetValue(word, out var node) ? node : words[word] = new WordNode(word);
    }

    private WordNode Stem(string word)
    {
        stems ??= [];
        var at = 0;
        for (; at < stems.Count && stems[at].Key.Length <= word.Length; at++)
        {
            if (stems[at].Key == word)
                return stems[at];
        }

        var node = new WordNode(word);
        stems.Insert(at, node);
        return node;
    }
}

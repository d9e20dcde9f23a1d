using System.Collections.Concurrent;

namespace Entente.Core.Reading;

/// <summary>The wordings of some families in all languages, each with the code that it stands for. A word that ends on <c>*</c> may have any
/// ending. There are many and a text uses few: those that begin alike are made ready when a text first has a word that begins so.</summary>
public sealed class PhraseBook
{
    /// <summary>What this book calls each code of the files; null for one of another family.</summary>
    private readonly string?[] codes;

    /// <summary>By the <see cref="WordFiles.Group"/> of their beginnings.</summary>
    private readonly WordNode?[] ready;

    /// <summary>What any word may begin with: stems that are shorter than a beginning, and every wording that is of no file.</summary>
    private readonly WordNode always = new();

    private PhraseBook(string?[] codes, bool isOfFiles)
    {
        this.codes = codes;
        ready = isOfFiles ? new WordNode?[WordFiles.Groups] : [];
        if (isOfFiles)
            AddTo(always, WordFiles.ShortStems);
    }

    /// <param name="families">header, kind, term, month … Of several the code begins with its family.</param>
    public static PhraseBook Of(params IReadOnlyList<string> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        return new PhraseBook([.. WordFiles.Names.Select(n => families.Contains(n.Family) ? families.Count == 1 || n.Code == n.Family ? n.Code : $"{n.Family}.{n.Code}" : null)], isOfFiles: true);
    }

    public static PhraseBook Of(IEnumerable<(string Phrase, string Code)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var book = new PhraseBook([], isOfFiles: false);
        foreach (var (phrase, code) in phrases)
        {
            if (!book.always.TryAdd(phrase, code))
                throw new InvalidDataException($"The wording '{phrase}' of {code} holds no letter.");
            book.IsEmpty = false;
        }

        return book;
    }

    public bool IsEmpty { get; private set; } = true;

    public IEnumerable<string> Codes => codes.OfType<string>();

    /// <summary>Every wording of a code, as keys joined by blanks; those with an open end have a star there.</summary>
    public IEnumerable<string> Phrases(string code) => Wordings(code).Select(WordNode.KeyOf).Distinct();

    /// <summary>Every wording of a code as it is written in the book.</summary>
    public IEnumerable<string> Wordings(string code) => WordFiles.Wordings(number => codes[number] == code);

    /// <summary>The code of a text that is one wording as a whole; null when it is not.</summary>
    public string? Find(string text)
    {
        return Find(Keys(text));
    }

    /// <param name="keys">Of all the words that count.</param>
    internal string? Find(IReadOnlyList<string> keys)
    {
        var matches = new List<(int End, string Code)>(2);
        if (keys.Count > 0)
            MatchesAt(keys, 0, matches);
        return matches.Count > 0 && matches[^1].End == keys.Count ? matches[^1].Code : null;
    }

    /// <summary>Every wording that begins at <paramref name="start"/>, the longest last.</summary>
    public void MatchesAt(IReadOnlyList<string> keys, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(into);
        if (start >= keys.Count)
            return;
        var from = into.Count;
        Match(always, keys, start, into);
        if (ready.Length > 0 && keys[start].Length > 0)
            Match(ReadyFor(keys[start]), keys, start, into);
        // Few, and those that end together stay in their order.
        for (var i = from + 1; i < into.Count; i++)
        {
            var match = into[i];
            var at = i;
            for (; at > from && into[at - 1].End > match.End; at--)
                into[at] = into[at - 1];
            into[at] = match;
        }
    }

    /// <summary>The longest wording that begins at <paramref name="start"/>; an end of 0 when there is none.</summary>
    public (int End, string Code) LongestAt(IReadOnlyList<string> keys, int start)
    {
        var matches = new List<(int End, string Code)>(2);
        MatchesAt(keys, start, matches);
        return matches.Count == 0 ? (0, "") : matches[^1];
    }

    /// <summary>Whether a text is one word that a language has for something, whatever endings it may have besides.</summary>
    public static bool IsWord(string text)
    {
        var key = Key(text);
        if (key.Length == 0)
            return false;
        foreach (var wording in WordFiles.In(WordFiles.Group(key)))
        {
            if (WordFiles.Text(wording).TrimEnd('*') is var word && !word.Contains(' ', StringComparison.Ordinal) && Key(word) == key)
                return true;
        }

        return false;
    }

    public static IReadOnlyList<string> Keys(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return Key(text) is { Length: > 0 } one ? [one] : [];
        var keys = new List<string>();
        foreach (var token in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (start, length) in Scripts.Split(token))
            {
                if (Key(length == token.Length ? token : token.Substring(start, length)) is { Length: > 0 } key)
                    keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>What of a token counts when wordings are compared.</summary>
    public static string Key(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return WordKey.Of(token);
    }

    private WordNode ReadyFor(string key)
    {
        var group = WordFiles.Group(key);
        if (ready[group] is { } known)
            return known;
        var root = new WordNode();
        AddTo(root, group);
        return Interlocked.CompareExchange(ref ready[group], root, null) ?? root;
    }

    private void AddTo(WordNode root, int group)
    {
        foreach (var wording in WordFiles.In(group))
        {
            if (codes[wording.Code] is { } code)
                root.TryAdd(WordFiles.Text(wording), code);
        }
    }

    private static void Match(WordNode node, IReadOnlyList<string> keys, int at, List<(int End, string Code)> into)
    {
        if (at >= keys.Count)
            return;
        var key = keys[at];
        // The exact word last: of two wordings that end together it counts.
        for (var i = 0; i < node.Stems?.Count; i++)
        {
            if (key.StartsWith(node.Stems[i].Key, StringComparison.Ordinal))
                Reach(node.Stems[i], keys, at + 1, into);
        }

        if (node.Next(key) is { } next)
            Reach(next, keys, at + 1, into);
    }

    private static void Reach(WordNode node, IReadOnlyList<string> keys, int end, List<(int End, string Code)> into)
    {
        if (node.Code is { } code)
            into.Add((end, code));
        Match(node, keys, end, into);
    }
}

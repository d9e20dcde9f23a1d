using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>The wordings of some families in all languages, each with the code that it stands for. A word that ends on <c>*</c> may have any
/// ending. There are many and a text uses few: those that begin alike are made ready when a text first has a word that begins so.</summary>
public sealed class PhraseBook
{
    /// <summary>So many letters say which wordings begin alike.</summary>
    private const int Beginning = 3;

    private readonly IReadOnlyList<Wording> wordings;
    private readonly Dictionary<string, List<int>> byBeginning = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Node> ready = new(StringComparer.Ordinal);
    private readonly Node shortStems = new();

    private PhraseBook(IReadOnlyList<Wording> wordings)
    {
        this.wordings = wordings;
        var lists = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> beginning = stackalloc char[Beginning];
        for (var i = 0; i < wordings.Count; i++)
        {
            var wording = wordings[i];
            var length = WordingBeginning.Of(wording.Written.Span, beginning, out var isStem);
            if (length == 0)
                throw new InvalidDataException($"The wording '{wording.Text}' of {wording.Code} holds no letter.");
            if (isStem && length < Beginning)
                Add(shortStems, wording);
            else if (lists.TryGetValue(beginning[..length], out var list))
                list.Add(i);
            else
                lists[beginning[..length]] = [i];
        }
    }

    /// <param name="families">header, kind, term, month … Of several the code begins with its family.</param>
    public static PhraseBook Of(params IReadOnlyList<string> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        return families.Count == 1 ? new PhraseBook(WordFiles.Of(families[0]))
            : new PhraseBook([.. families.SelectMany(family => WordFiles.Of(family).Select(w => w.Code == family ? w : w with { Code = $"{family}.{w.Code}" })).OrderBy(w => w.Order)]);
    }

    public static PhraseBook Of(IEnumerable<(string Phrase, string Code)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return new PhraseBook([.. phrases.Select((p, i) => new Wording(p.Code, p.Phrase.AsMemory(), i))]);
    }

    /// <summary>Every wording in a script that puts no blanks between words.</summary>
    internal static IEnumerable<string> Unspaced => WordFiles.All.Select(w => w.Text).Where(w => w.Any(Scripts.IsUnspaced) && !w.Any(char.IsWhiteSpace));

    public bool IsEmpty => wordings.Count == 0;

    public IEnumerable<string> Codes => wordings.Select(w => w.Code).Distinct();

    /// <summary>Every wording of a code, as keys joined by blanks; those with an open end have a star there.</summary>
    public IEnumerable<string> Phrases(string code) => Wordings(code).Select(w => string.Join(' ', KeysOf(w).Select(k => k.IsStem ? $"{k.Key}*" : k.Key))).Distinct();

    /// <summary>Every wording of a code as it is written in the book.</summary>
    public IEnumerable<string> Wordings(string code) => wordings.Where(w => w.Code == code).Select(w => w.Text);

    /// <summary>The code of a text that is one wording as a whole; null when it is not.</summary>
    public string? Find(string text)
    {
        var keys = Keys(text);
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
        Match(shortStems, keys, start, into);
        if (ReadyFor(keys[start]) is { } wordsThatBeginSo)
            Match(wordsThatBeginSo, keys, start, into);
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

    public static IReadOnlyList<string> Keys(string text) => [.. TokenRun.Of(text).Keys.Where(k => k.Length > 0)];

    /// <summary>What of a token counts when wordings are compared: its letters and digits in lower case, without marks and without an article
    /// that is elided before it.</summary>
    public static string Key(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var isPlain = true;
        foreach (var c in token)
            isPlain &= c is >= 'a' and <= 'z' or >= '0' and <= '9';
        if (isPlain)
            return token;
        var key = new StringBuilder(token.Length);
        foreach (var c in string.Concat(WithoutElision(token).Where(c => !IsRaised(c))).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsDigit(c))
                key.Append(Scripts.Plain(c));
            else if (char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark)
                Append(key, char.ToLowerInvariant(c));
        }

        return key.Length > 0 ? key.ToString() : token is "#" or "№" or "-" or "–" or "—" or "✓" or "✔" or "+" or "●" or "○" or "◯" ? token : "";
    }

    /// <summary>The mark of a footnote.</summary>
    private static bool IsRaised(char c) => c is '¹' or '²' or '³' or (>= '⁰' and <= '⁹');

    private static void Append(StringBuilder key, char letter) => _ = letter switch
    {
        'ß' => key.Append("ss"),
        'ø' => key.Append('o'),
        'ł' => key.Append('l'),
        'đ' or 'ð' => key.Append('d'),
        'ı' => key.Append('i'),
        'æ' => key.Append("ae"),
        'œ' => key.Append("oe"),
        'ς' => key.Append('σ'),
        _ => key.Append(letter),
    };

    /// <summary>d'échange, l'université, dell'accordo.</summary>
    private static string WithoutElision(string token)
    {
        var mark = token.AsSpan().IndexOfAny('\'', '’', 'ʼ');
        return mark is >= 1 and <= 4 && mark + 2 < token.Length
            && token[..mark].ToLowerInvariant() is "d" or "l" or "n" or "s" or "c" or "j" or "qu" or "dell" or "all" or "nell" or "sull" or "dall" or "un"
            ? token[(mark + 1)..] : token;
    }

    private Node? ReadyFor(string key)
    {
        var beginning = key.AsSpan(0, Math.Min(Beginning, key.Length));
        if (ready.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(beginning, out var known))
            return known;
        if (!byBeginning.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(beginning, out var list))
            return null;
        var root = new Node();
        foreach (var i in list)
            Add(root, wordings[i]);
        return ready.GetOrAdd(beginning.ToString(), root);
    }

    private static void Match(Node node, IReadOnlyList<string> keys, int at, List<(int End, string Code)> into)
    {
        if (at >= keys.Count)
            return;
        var key = keys[at];
        // The exact word last: of two wordings that end together it counts.
        for (var length = node.ShortestStem; length <= key.Length && node.Stems is not null; length++)
        {
            if (node.Stems.TryGetValue(key[..length], out var stem))
                Reach(stem, keys, at + 1, into);
        }

        if (node.Next.TryGetValue(key, out var next))
            Reach(next, keys, at + 1, into);
    }

    private static void Reach(Node node, IReadOnlyList<string> keys, int end, List<(int End, string Code)> into)
    {
        if (node.Code is { } code)
            into.Add((end, code));
        Match(node, keys, end, into);
    }

    private static IEnumerable<(string Key, bool IsStem)> KeysOf(string wording) =>
        wording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(token => (Key(token), token.EndsWith('*'))).Where(k => k.Item1.Length > 0);

    private static void Add(Node root, Wording wording)
    {
        var node = root;
        foreach (var (key, isStem) in KeysOf(wording.Text))
            node = isStem ? node.Stem(key) : node.Word(key);
        node.Code ??= wording.Code;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node>? Stems { get; private set; }

        public int ShortestStem { get; private set; } = int.MaxValue;

        public string? Code { get; set; }

        public Node Word(string key) => Next.TryGetValue(key, out var node) ? node : Next[key] = new Node();

        public Node Stem(string key)
        {
            Stems ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            ShortestStem = Math.Min(ShortestStem, key.Length);
            return Stems.TryGetValue(key, out var node) ? node : Stems[key] = new Node();
        }
    }
}

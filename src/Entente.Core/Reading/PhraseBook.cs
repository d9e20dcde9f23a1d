using System.Globalization;
using System.Reflection;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>The wordings of one family in all languages, each with the code that it stands for. A language is a data file of lines
/// <c>family.code | wording; wording</c>; a word that ends on <c>*</c> may have any ending.</summary>
public sealed class PhraseBook
{
    private static readonly Lazy<IReadOnlyList<Line>> Lines = new(() => [.. ReadAll()]);

    private readonly Node root = new();
    private readonly List<(string Phrase, string Code, string Written)> phrases = [];

    private PhraseBook()
    {
    }

    /// <param name="families">header, kind, term, month … Of several the code begins with its family.</param>
    public static PhraseBook Of(params IReadOnlyList<string> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        var book = new PhraseBook();
        foreach (var line in Lines.Value.Where(l => families.Contains(l.Family)))
            book.Add(line.Wording, families.Count == 1 || line.Code == line.Family ? line.Code : $"{line.Family}.{line.Code}");
        return book;
    }

    public static PhraseBook Of(IEnumerable<(string Phrase, string Code)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var book = new PhraseBook();
        foreach (var (phrase, code) in phrases)
            book.Add(phrase, code);
        return book;
    }

    /// <summary>Every wording in a script that puts no blanks between words.</summary>
    internal static IEnumerable<string> Unspaced => Lines.Value.Select(l => l.Wording).Where(w => w.Any(Scripts.IsUnspaced) && !w.Any(char.IsWhiteSpace) && !w.Contains('{', StringComparison.Ordinal));

    public bool IsEmpty => phrases.Count == 0;

    public IEnumerable<string> Codes => phrases.Select(p => p.Code).Distinct();

    /// <summary>Every wording of a code, as keys joined by blanks; those with an open end have a star there.</summary>
    public IEnumerable<string> Phrases(string code) => phrases.Where(p => p.Code == code).Select(p => p.Phrase);

    /// <summary>The code of a text that is one wording as a whole; null when it is not.</summary>
    public string? Find(string text)
    {
        var keys = Keys(text);
        var matches = new List<(int End, string Code)>(2);
        if (keys.Count > 0)
            MatchesAt(keys, 0, matches);
        return matches.Count > 0 && matches[^1].End == keys.Count ? matches[^1].Code : null;
    }

    /// <summary>Every wording of a code as it is written in the book, without those that differ in signs only.</summary>
    public IEnumerable<string> Wordings(string code) => phrases.Where(p => p.Code == code).Select(p => p.Written);

    /// <summary>Every wording that begins at <paramref name="start"/>, the longest last.</summary>
    public void MatchesAt(IReadOnlyList<string> keys, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(into);
        var from = into.Count;
        Match(root, keys, start, into);
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

    private void Add(string wording, string code)
    {
        var node = root;
        var words = new List<string>();
        foreach (var token in wording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var isStem = token.EndsWith('*');
            if (Key(token) is not { Length: > 0 } key)
                continue;
            node = isStem ? node.Stem(key) : node.Word(key);
            words.Add(isStem ? $"{key}*" : key);
        }

        if (words.Count == 0)
            throw new InvalidDataException($"The wording '{wording}' of {code} holds no letter.");
        if (node.Code is not null)
            return;
        node.Code = code;
        phrases.Add((string.Join(' ', words), code, wording));
    }

    /// <summary>English first: where two languages word it alike, the first one counts.</summary>
    private static IEnumerable<Line> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.Contains(".Words.Languages.", StringComparison.Ordinal))
            .OrderBy(n => !n.EndsWith(".en.txt", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal)
            .SelectMany(n => Read(assembly.GetManifestResourceStream(n)!));
    }

    private static IEnumerable<Line> Read(Stream file)
    {
        using var lines = new StreamReader(file, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var name = line[..bar].Trim();
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var (family, code) = dot < 0 ? (name, name) : (name[..dot], name[(dot + 1)..]);
            foreach (var wording in line[(bar + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return new Line(family, code, wording);
        }
    }

    private sealed record Line(string Family, string Code, string Wording);

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

using System.Globalization;
using System.Reflection;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>Wordings in many languages, each with the code that it stands for, kept as a data file: code | language | wording; wording.</summary>
public sealed class PhraseBook
{
    /// <summary>So many words may a wording have.</summary>
    public const int LongestPhrase = 9;

    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly List<(string Code, string Wording)> wordings = [];
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);

    public static PhraseBook Load(string name)
    {
        var book = new PhraseBook();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Entente.Core.Reading.Words.{name}.txt")
            ?? throw new ArgumentException($"There is no word list {name}.", nameof(name));
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            foreach (var phrase in parts[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                book.Add(phrase, parts[0]);
        }

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

    private void Add(string phrase, string code)
    {
        var words = Keys(phrase);
        if (words.Count > LongestPhrase)
            throw new InvalidDataException($"'{phrase}' has more than {LongestPhrase} words.");
        for (var n = 1; n < words.Count; n++)
            beginnings.Add(string.Join(' ', words.Take(n)));
        if (codes.TryAdd(string.Join(' ', words), code))
            wordings.Add((code, phrase));
    }

    /// <summary>The code of a text that is one wording as a whole; null when it is not.</summary>
    public string? Find(string text) => codes.GetValueOrDefault(string.Join(' ', Keys(text)));

    public bool IsEmpty => codes.Count == 0;

    public IEnumerable<string> Codes => codes.Values.Distinct();

    /// <summary>Every wording of a code, as keys joined by blanks.</summary>
    public IEnumerable<string> Phrases(string code) => codes.Where(c => c.Value == code).Select(c => c.Key);

    /// <summary>Every wording of a code as it is written in the book, without those that differ in signs only.</summary>
    public IEnumerable<string> Wordings(string code) => wordings.Where(w => w.Code == code).Select(w => w.Wording);

    /// <summary>Every wording that begins at <paramref name="start"/>, the longest last.</summary>
    public void MatchesAt(IReadOnlyList<string> keys, int start, List<(int End, string Code)> into)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(into);
        var phrase = keys[start];
        for (var end = start + 1; ; end++)
        {
            if (codes.TryGetValue(phrase, out var code))
                into.Add((end, code));
            if (end >= keys.Count || end - start >= LongestPhrase || !beginnings.Contains(phrase))
                return;
            phrase = $"{phrase} {keys[end]}";
        }
    }

    /// <summary>The longest wording that begins at <paramref name="start"/>; an end of 0 when there is none.</summary>
    public (int End, string Code) LongestAt(IReadOnlyList<string> keys, int start)
    {
        var matches = new List<(int End, string Code)>(2);
        MatchesAt(keys, start, matches);
        return matches.Count == 0 ? (0, "") : matches[^1];
    }

    public static IReadOnlyList<string> Keys(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Key).Where(k => k.Length > 0)];

    /// <summary>What of a token counts when wordings are compared: its letters and digits in lower case, without marks.</summary>
    public static string Key(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var plain = true;
        foreach (var c in token)
            plain &= c is >= 'a' and <= 'z' or >= '0' and <= '9';
        if (plain)
            return token;
        var key = new StringBuilder(token.Length);
        foreach (var c in token.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark)
                key.Append(char.ToLowerInvariant(c));
        }

        return key.Length > 0 ? key.ToString() : token is "#" or "№" or "-" or "–" or "—" ? token : "";
    }
}

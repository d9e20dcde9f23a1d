using System.Globalization;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>
/// Names of countries in many languages. A text is a name or is not: nothing is taken for a name that merely looks like one.
/// Equal is what <see cref="Folding.Fold"/> makes equal; a leading "the" does not count; names such as "US" and "Ý" must be
/// spelt so or in capitals.
/// </summary>
public static class Countries
{
    public const int MostTokens = 12;

    private static readonly Lazy<CountryNameList> list = new(() => Load("countries.txt"));
    private static readonly Lazy<CountryNameList> further = new(() => Load("countries-further.txt"));
    private static readonly Lazy<Dictionary<string, string>> shown =
        new(() => list.Value.Shown().ToDictionary(fields => fields[1], fields => fields[4]));
    private static readonly Lazy<Dictionary<string, string[]>> oneWordNames = new(ReadOneWordNames);
    private static readonly Lazy<HashSet<string>> words = new(() => oneWordNames.Value.Values.SelectMany(names => names).ToHashSet());

    public static IEnumerable<string> Codes => shown.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The country that the whole text names.</summary>
    public static CountryName? Find(string text) => Find(list.Value, text);

    /// <summary>The country that a text names which stands by itself, in a cell or a field: in any locale of CLDR. Within a text, names of many languages are other words.</summary>
    public static CountryName? FindAlone(string text) => Find(text) ?? Find(further.Value, text);

    /// <summary>Every name that begins at a token, the shortest first; End is the index after its last token.</summary>
    public static void MatchesAt(IReadOnlyList<string> tokens, int start, List<(int End, CountryName Country)> into)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(into);
        var phrase = new Phrase(stackalloc byte[256]);
        var last = Math.Min(tokens.Count, start + MostTokens);
        var from = 0;
        for (var i = start; i < last; i++)
        {
            var word = Folding.Fold(tokens[i]);
            if (word.Length == 0 && i > start) continue;
            if (phrase.IsEmpty) word = WithoutThe(word);
            if (word == "the" && i == start) continue;
            if (!phrase.Append(word)) return;
            from = list.Value.FirstFrom(phrase.Words, from);
            if (list.Value.Is(from, phrase.Words) && IsSpelt(from, tokens, start, i + 1))
                into.Add((i + 1, list.Value.NameAt(from)));
            if (!list.Value.GoesOn(from, phrase.Words)) return;
        }
    }

    /// <summary>The English name to show.</summary>
    public static string NameOf(string code) => shown.Value[code];

    /// <summary>The code of what a person types: a code in any case, or a name; null when it is neither.</summary>
    public static string? CodeOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return CodeIn(typed) ?? FindAlone(typed)?.Code;
    }

    /// <summary>As <see cref="CodeOf"/>; null also where several may be meant, as by the name of a country that fell apart.</summary>
    public static string? OnlyCodeOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return CodeIn(typed) ?? (FindAlone(typed) is { Others.Count: 0 } found ? found.Code : null);
    }

    public static bool IsCode(string code) => shown.Value.ContainsKey(code);

    /// <summary>The folded English names of a country that are one word; for telling misspelt ones.</summary>
    public static IReadOnlyList<string> OneWordNames(string code) => oneWordNames.Value.GetValueOrDefault(code, []);

    /// <summary>Whether the token is an English name of a country in one word.</summary>
    public static bool IsWord(string token) => words.Value.Contains(Folding.Fold(token));

    private static string? CodeIn(string typed) => typed.ToUpperInvariant() is var code && IsCode(code) ? code : null;

    private static CountryName? Find(CountryNameList names, string text)
    {
        var phrase = new Phrase(stackalloc byte[256]);
        if (!phrase.Append(WithoutThe(Folding.Fold(text)))) return null;
        var line = names.FirstFrom(phrase.Words);
        return names.Is(line, phrase.Words) && IsSpelt(names, line, text) ? names.NameAt(line) : null;
    }

    private static CountryNameList Load(string file)
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream($"Entente.Core.Reading.Words.{file}")!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new CountryNameList(text);
    }

    private static Dictionary<string, string[]> ReadOneWordNames() =>
        list.Value.EnglishWords()
            .GroupBy(fields => fields[1].Split(' ')[0], fields => fields[0])
            .ToDictionary(names => names.Key, names => names.ToArray());

    private static string WithoutThe(string text) =>
        text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static bool IsSpelt(int line, IReadOnlyList<string> tokens, int start, int end) =>
        !list.Value.NeedsSpelling(line, out _) || IsSpelt(list.Value, line, string.Join(' ', tokens.Skip(start).Take(end - start)));

    private static bool IsSpelt(CountryNameList names, int line, string text)
    {
        if (!names.NeedsSpelling(line, out var spellings)) return true;
        var letters = LettersOf(text);
        return spellings.Split(' ').Any(spelling => letters == spelling || letters == Capitals(spelling));
    }

    private static string Capitals(string spelling) => spelling.ToUpperInvariant();

    private static string LettersOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in WithoutThe(text.TrimStart()).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) letters.Append(rune);
        return letters.ToString().Normalize(NormalizationForm.FormC);
    }
}

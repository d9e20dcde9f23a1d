using System.Text;

using AnyAscii;

using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>An institution's name in its parts. What is left out when names are compared is gone: a leading "The", small words, legal forms, marks.</summary>
/// <param name="Words">All that counts.</param>
/// <param name="Bare">Without a qualifier in brackets, and without the person after whom it is named; null where there is neither.</param>
/// <param name="HasQualifier">Whether a bracket holds more than an acronym or a country.</param>
/// <param name="Before">What stands before a dash with a project behind it; null where there is none.</param>
/// <param name="Acronyms">In brackets behind the name.</param>
/// <param name="Country">ISO 3166-1 alpha-2, of a country in brackets.</param>
internal sealed record InstitutionName(
    IReadOnlyList<NameWord> Words, IReadOnlyList<NameWord>? Bare, bool HasQualifier, IReadOnlyList<NameWord>? Before, IReadOnlyList<string> Acronyms, string? Country)
{
    /// <summary>What is longer is no name.</summary>
    public const int Longest = 1000;

    private static readonly string[] Dashes = [" - ", " – ", " — "];

    public bool HasOwn => HasOwnIn(Words);

    public static bool HasOwnIn(IReadOnlyList<NameWord> words)
    {
        foreach (var word in words)
        {
            if (word.Class == WordClass.Own)
                return true;
        }

        return false;
    }

    public static InstitutionName Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            text = "";
        text = WithoutEntities(text);
        var (acronyms, country) = (new List<string>(0), (string?)null);
        var bare = text;
        if (text.AsSpan().IndexOfAny('(', '[', '（') >= 0)
            (text, bare) = WithoutBrackets(text, acronyms, ref country);
        var hasQualifier = bare.Length != text.Length;
        bare = WithoutNamed(bare);
        var words = WordsOf(text);
        return new InstitutionName(
            words,
            bare.Length == text.Length || WordsOf(bare) is not { Count: > 0 } fewer || fewer.Count == words.Count ? null : fewer,
            hasQualifier,
            BeforeProject(text) is { } before && WordsOf(before) is { Count: > 0 } first ? first : null,
            acronyms,
            country);
    }

    /// <summary>Small words are left out where they stand between others. At the end they are none, nor at the begin, where the name would have no word of its own
    /// left without them: Akita Z, Van University.</summary>
    public static List<NameWord> WordsOf(string text)
    {
        var folded = Folding.Fold(RomanNumerals.InDigits(text)).AsSpan();
        var words = new List<NameWord>(8);
        NameWord? first = null, last = null;
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (word.Length == 0)
                continue;
            if (GeneralWords.IsSmall(word))
            {
                last = Single(word);
                if (words.Count == 0 && first is null && !GeneralWords.IsArticle(word))
                    first = last;
                continue;
            }

            var before = words.Count;
            if (GeneralWords.Find(word) is { } general)
                words.AddRange(general);
            else
                words.Add(Single(word));
            last = words.Count > before ? null : last;
        }

        if (first is { } begin && words.Count > 0 && !HasOwnIn(words))
            words.Insert(0, begin);
        if (last is { } end && words.Count > 0)
            words.Add(end);
        return words;
    }

    private static NameWord Single(ReadOnlySpan<char> word) => new(word.ToString(), word.Length == 1 && char.IsAsciiLetter(word[0]) ? WordClass.General : WordClass.Own);

    /// <summary>The words in Latin letters, where some are written in an alphabet that has a usual way into them, or in Han characters, which are as many for one word;
    /// null otherwise.</summary>
    public static List<NameWord>? Latin(IReadOnlyList<NameWord> words)
    {
        List<NameWord>? latin = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.Text.AsSpan().ContainsAnyInRange('\u0370', '\u058F') && !word.Text.AsSpan().ContainsAnyInRange('\u10A0', '\u10FF') && !word.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
                continue;
            latin ??= [.. words];
            latin[i] = new NameWord(Folding.Fold(word.Text.Transliterate()).Replace(" ", "", StringComparison.Ordinal), word.Class);
        }

        return latin;
    }

    /// <summary>Words that run together at a capital: "CopenhagenDenmark".</summary>
    public static string Apart(string text)
    {
        var apart = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 2 && char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]))
                apart.Append(' ');
            apart.Append(text[i]);
            if (text[i] == ')' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                apart.Append(' ');
        }

        return apart.ToString();
    }

    /// <summary>An ampersand as pages of the web write it.</summary>
    private static string WithoutEntities(string text) => text.Contains("&amp", StringComparison.OrdinalIgnoreCase)
        ? text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase).Replace("&amp", "&", StringComparison.OrdinalIgnoreCase)
        : text;

    /// <summary>The name without acronyms and countries in brackets, and the same without any bracket.</summary>
    private static (string Text, string Bare) WithoutBrackets(string text, List<string> acronyms, ref string? country)
    {
        var (kept, bare) = (new StringBuilder(text.Length), new StringBuilder(text.Length));
        var at = 0;
        while (at < text.Length)
        {
            var open = text.AsSpan(at).IndexOfAny('(', '[', '（');
            var close = open < 0 ? -1 : text.AsSpan(at + open).IndexOfAny(')', ']', '）');
            if (close < 0)
                break;
            var inner = text.Substring(at + open + 1, close - 1).Trim();
            kept.Append(text, at, open).Append(' ');
            bare.Append(text, at, open).Append(' ');
            if (IsAcronym(inner))
                acronyms.Add(inner);
            else if (Countries.Find(inner) is { } found)
                country = found.Code;
            else
                kept.Append(inner).Append(' ');
            at += open + close + 1;
        }

        kept.Append(text, at, text.Length - at);
        bare.Append(text, at, text.Length - at);
        return string.IsNullOrWhiteSpace(kept.ToString()) ? (text, text) : (kept.ToString(), string.IsNullOrWhiteSpace(bare.ToString()) ? kept.ToString() : bare.ToString());
    }

    /// <summary>As in "ISCTE-IUL" or "AcSIR": no blank, and mostly capitals.</summary>
    private static bool IsAcronym(string inner) => Names.IsAcronym(inner) && inner.Length > 1 && char.IsUpper(inner[0]);

    private static string WithoutNamed(string text)
    {
        foreach (var wording in GeneralWords.Named)
        {
            for (var at = Next(text, wording, 1); at > 0; at = Next(text, wording, at + 1))
            {
                var end = at + wording.Length;
                if (!char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '.' && end < text.Length && !char.IsLetterOrDigit(text[end]))
                    return text[..at].TrimEnd(' ', ',', '"', '«', '“');
            }
        }

        return text;
    }

    private static int Next(string text, string wording, int from) =>
        from < text.Length ? text.IndexOf(wording, from, StringComparison.OrdinalIgnoreCase) : -1;

    private static string? BeforeProject(string text)
    {
        foreach (var dash in Dashes)
        {
            var at = text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && Folding.Fold(text[at..]).Split(' ').Any(GeneralWords.IsProject))
                return text[..at];
        }

        return null;
    }
}

namespace Entente.Core.Reading;

/// <summary>What a name is called beside itself in its own cell: an acronym, or the same in another language.</summary>
/// <param name="Name">As printed, without a translation or a city in brackets.</param>
internal sealed record NameForms(string Name, IReadOnlyList<PartyName> Forms, string? City)
{
    private const int FewestLetters = 4, LongestCity = 3;

    private static readonly string[] Borders = [" / ", "/", " - ", " – ", " — ", " | "];

    private static readonly Lazy<PhraseBook> Cities = new(() => PhraseBook.Of("city"));

    public static NameForms Of(string text)
    {
        if (CityBehind(text) is var (alone, city))
            return Of(alone) with { City = city };
        if (text.Length > 0 && text[^1] is ')' or '）' && text.LastIndexOfAny(['(', '（']) is > 0 and var open)
            return OfBracket(text, text[..open].TrimEnd(), text[(open + 1)..^1].Trim());
        foreach (var (first, second) in Halves(text))
        {
            if (AreOfOne([first, second]))
                return new NameForms(text, Both(first, second), null);
        }

        return new NameForms(text, [], null);
    }

    /// <summary>Whether names are one name in several languages: their words for a university are of languages that differ, or their scripts are.</summary>
    public static bool AreOfOne(IReadOnlyList<string> names)
    {
        var languages = names.Select(UniversityWords.LanguagesIn).ToList();
        return languages.TrueForAll(l => l.Count > 0) ? languages.SelectMany(l => l).Distinct().Count() == languages.Sum(l => l.Count) : AreOfTwoScripts(names);
    }

    /// <summary>Both are institutions, one in Latin letters and one in others.</summary>
    private static bool AreOfTwoScripts(IReadOnlyList<string> names) => names.Count == 2
        && IsLatin(names[0]) is { } one && IsLatin(names[1]) == !one && names.All(Names.HoldsInstitution);

    private static NameForms OfBracket(string text, string name, string inner)
    {
        if (Names.IsAcronym(inner))
            return new NameForms(text, [new PartyName(name, null, NameKind.Name), new PartyName(inner, null, NameKind.Acronym)], null);
        if (Names.IsAcronym(name) && UniversityWords.LanguagesIn(inner).Count > 0)
            return new NameForms(text, [new PartyName(name, null, NameKind.Acronym), new PartyName(inner, LanguageOf(inner), NameKind.Name)], null);
        return AreOfOne([name, inner]) ? new NameForms(name, Both(name, inner), null) : new NameForms(text, [], null);
    }

    private static IReadOnlyList<PartyName> Both(string name, string translation) =>
        [new PartyName(name, LanguageOf(name), NameKind.Name), new PartyName(translation, LanguageOf(translation), NameKind.Translation)];

    private static string? LanguageOf(string name) => UniversityWords.LanguagesIn(name) is { Count: 1 } only ? only.First() : null;

    /// <summary>Two halves of a text with a border between them, or with letters of another script from a word on.</summary>
    private static IEnumerable<(string First, string Second)> Halves(string text)
    {
        foreach (var border in Borders)
        {
            if (text.IndexOf(border, StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf(border, StringComparison.Ordinal))
                yield return (text[..at].Trim(), text[(at + border.Length)..].Trim());
        }

        var whole = Letters.Of(text);
        var before = new Letters(0, 0);
        for (int from = 0, at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; from = at, at = text.IndexOf(' ', at + 1))
        {
            before += Letters.Of(text.AsSpan(from, at - from));
            if (before.AreLatin is { } areLatin && (whole - before).AreLatin == !areLatin)
                yield return (text[..at], text[(at + 1)..]);
        }
    }

    private static bool? IsLatin(string text) => Letters.Of(text).AreLatin;

    /// <summary>How many letters a text has of Latin and of other scripts.</summary>
    private readonly record struct Letters(int Latin, int Other)
    {
        /// <summary>Null: both, or too few.</summary>
        public bool? AreLatin => Latin > 0 && Other > 0 ? null : Latin >= FewestLetters ? true : Other > 1 ? false : null;

        public static Letters Of(ReadOnlySpan<char> text)
        {
            var (latin, other) = (0, 0);
            foreach (var c in text)
            {
                if (char.IsLetter(c))
                    _ = c < '\u0370' || c is >= '\u1E00' and < '\u1F00' ? latin++ : other++;
            }

            return new Letters(latin, other);
        }

        public static Letters operator +(Letters one, Letters other) => new(one.Latin + other.Latin, one.Other + other.Other);

        public static Letters operator -(Letters one, Letters other) => new(one.Latin - other.Latin, one.Other - other.Other);
    }

    /// <summary>A city that says that it is one, in brackets or behind a comma: "(г. Бишкек)".</summary>
    private static (string Name, string City)? CityBehind(string text)
    {
        var isBracket = text.Length > 0 && text[^1] is ')' or '）';
        var cut = isBracket ? text.LastIndexOfAny(['(', '（']) : text.LastIndexOf(',');
        if (cut <= 0)
            return null;
        var run = TokenRun.Of(text[(cut + 1)..(isBracket ? text.Length - 1 : text.Length)]);
        if (run.Count is < 2 or > LongestCity + 1)
            return null;
        var name = text[..cut].TrimEnd();
        var ofMark = Cities.Value.LongestAt(run.Keys, 0);
        if (ofMark.Code is "before" or "either" && ofMark.End < run.Count)
            return (name, run.Text(ofMark.End, run.Count));
        return Cities.Value.Find(run.Tokens[^1]) is "behind" or "either" ? (name, run.Text(0, run.Count - 1)) : null;
    }
}

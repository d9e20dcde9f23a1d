namespace Entente.Core.Reading;

public enum NameTrouble
{
    /// <summary>What stands in the partner's place is a title of an agreement.</summary>
    NoPartner,

    /// <summary>Names several institutions, or none in particular.</summary>
    NotSingle,
}

/// <summary>What the text in a partner's place was read as.</summary>
/// <param name="Unit">The part of the institution that is named, when one is.</param>
public sealed record NameReading(string Name, string? Unit, IReadOnlyList<PartyName> Forms, NameTrouble? Trouble)
{
    /// <summary>A city that stands with the name and says that it is one.</summary>
    public string? City { get; init; }

    /// <summary>Each of several institutions that are named; none where one is.</summary>
    public IReadOnlyList<NameReading> Several { get; init; } = [];

    /// <summary>The kind that stood before the name: "Agreement with the University of Parma".</summary>
    public Kind? Kind { get; init; }
}

/// <summary>Names of partners: their forms, their units, and whether one institution is named at all.</summary>
public static class Names
{
    /// <summary>A word of so many letters with a full stop behind it is no abbreviation.</summary>
    private const int LongWord = 6;

    private static readonly char[] ClauseEnds = [',', '，', '、', ';', '；', '。', '.', ' '];

    private const int LongestName = 14, MostDigits = 3;

    private static readonly Lazy<PhraseBook> With = new(() => PhraseBook.Of("with"));
    private static readonly Lazy<PhraseBook> Acts = new(() => PhraseBook.Of("act"));
    private static readonly Lazy<PhraseBook> Parts = new(() => PhraseBook.Of("part"));
    private static readonly Lazy<PhraseBook> Institutions = new(() => PhraseBook.Of("name"));

    public static bool IsInstitutionWord(string key) => Institutions.Value.Find(key) is "institution" or "several";

    /// <summary>Whether a text has a word of which institutions are called.</summary>
    public static bool HoldsInstitution(string text) => UniversityWords.LanguagesIn(text).Count > 0 || PhraseBook.Keys(text).Any(k => Institutions.Value.Find(k) == "institution");

    /// <param name="known">Kinds that a title of an agreement in the partner's place may begin with.</param>
    public static NameReading Read(string text, Kinds? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = TokenRun.Of(text);
        if (BehindKind(run, known ?? Kinds.BuiltIn) is var (kind, behind))
            return Read(behind, known) with { Kind = kind };
        var several = SeveralNames.In(text, out var isDoubtful);
        if (several.Count > 1)
            return new NameReading(text, null, [], null) { Several = [.. several.Select(name => One(name))] };
        var trouble = Trouble(run, known ?? Kinds.BuiltIn) ?? (isDoubtful ? NameTrouble.NotSingle : null);
        return One(text, trouble);
    }

    private static NameReading One(string text, NameTrouble? trouble = null)
    {
        var forms = NameForms.Of(text);
        return new NameReading(forms.Name, trouble is null ? Unit(forms.Name) : null, forms.Forms, trouble) { City = forms.City };
    }

    /// <summary>Whether each line of a cell names a partner of its own.</summary>
    public static bool AreSeveral(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return SeveralNames.AreLines(lines);
    }

    /// <summary>Whether lines below a name are a part of the institution, by their words, and neither go on with its name nor name another.</summary>
    public static bool IsUnitOf(IReadOnlyList<string> lines, IReadOnlyList<string> name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(name);
        var (whole, part) = (PhraseBook.Keys(string.Join(' ', name)), PhraseBook.Keys(string.Join(' ', lines)));
        var goesOn = name[^1][^1] is '-' or ',' or ';' or '/' or '&' || whole.Count == 0 || whole[^1] == "of" || Institutions.Value.Find(whole[^1]) is "of" or "and" or "joint";
        if (goesOn || part.Count == 0 || !HoldsInstitution(string.Join(' ', name)) || IsPlainUnit(whole[0]))
            return false;
        if (IsPlainUnit(part[0]))
            return true;
        var isNamed = UniversityWords.LanguagesIn(lines[0]).Count > 0 || NameForms.AreOfOne([string.Join(' ', name), lines[0]]);
        return !isNamed && !char.IsLower(lines[0][0]) && part.Where((k, i) => IsPlainUnit(k) || Parts.Value.LongestAt(part, i).End > 0).Any();
    }

    /// <summary>A word for a part, and for nothing that is whole; an institute or a centre is a part of a university that stands above it.</summary>
    private static bool IsPlainUnit(string key) => Institutions.Value.Find(key) == "unit" || key is "faculty" or "department" or "division";

    /// <summary>What of a name counts when two are compared: its words, folded, without articles and without an acronym in brackets.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', PhraseBook.Keys(WithoutAcronym(name)).Where(k => k is not "the"));
    }

    /// <summary>A name without the mark of a footnote and the punctuation behind it; "1)" is a mark where no bracket was opened.</summary>
    public static string WithoutMark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.Length;
        while (end > 0 && (text[end - 1] is '*' or '†' or '‡' or '§' or '※' or ',' or ';' or ':' or ' ' or '–' or '—' || (text[end - 1] >= '⁰' && text[end - 1] <= '⁹') || text[end - 1] is '¹' or '²' or '³'))
            end--;
        if (end > 2 && text[end - 1] == ')' && char.IsAsciiDigit(text[end - 2]) && !text.AsSpan(0, end).Contains('('))
            end -= 2;
        if (end > LongWord && text[end - 1] == '.' && text.AsSpan(end - LongWord, LongWord - 1).IndexOfAny(' ', '.') < 0)
            end--;
        return end == 0 ? text : text[..end].TrimEnd();
    }

    /// <summary>The name behind a word for "with" in running text: up to the end of a clause, a date, a kind or a word for signing. A country may stand
    /// behind it.</summary>
    /// <returns>All of it as printed, the name, and the country as printed.</returns>
    public static (string Printed, string Name, string? Country)? Within(TokenRun run, Kinds kinds)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(kinds);
        var found = new List<(int End, string Code)>();
        for (var at = 0; at < run.Count; at++)
        {
            if (With.Value.LongestAt(run.Keys, at) is not { End: > 0 and var from })
                continue;
            var to = from;
            while (to < run.Count && to - from < LongestName && !IsEnd(to) && !IsBeforeCountry(to))
            {
                to++;
                if (EndsClause(run.Tokens[to - 1]))
                    break;
            }

            if (to == from || !run.Keys.Skip(from).Take(to - from).Any(IsInstitutionWord))
                continue;
            var behind = to < run.Count && IsBeforeCountry(to) ? to + 1 : to;
            var country = CountryAt(behind);
            return (run.Text(from, country > 0 ? country : to), run.Text(from, to).TrimEnd(ClauseEnds), country > 0 ? run.Text(behind, country).Trim('(', ')', '（', '）', ',', '.', ' ') : null);
        }

        return null;

        bool IsEnd(int token)
        {
            found.Clear();
            kinds.MatchesAt(run, token, found);
            return found.Count > 0 || char.IsAsciiDigit(run.Tokens[token][0]) || Acts.Value.LongestAt(run.Keys, token).Code == "signed";
        }

        // In France, (France)
        bool IsBeforeCountry(int token) => Institutions.Value.Find(run.Keys[token]) == "of" && CountryAt(token + 1) > 0;

        int CountryAt(int token)
        {
            var countries = new List<(int End, CountryName Country)>();
            if (token < run.Count)
                Countries.MatchesAt(run.Tokens, token, countries);
            return countries.Count > 0 && !countries[^1].Country.IsDoubtful ? countries[^1].End : 0;
        }
    }

    private static bool EndsClause(string token) => token[^1] is ',' or '，' or '、' or ';' or '；' or '。' or ')' or '）' || (token[^1] == '.' && token.Length > LongWord);

    /// <summary>A running number that stands in the same cell: "12. University of Parma".</summary>
    internal static (string Number, string Name)? NumberBefore(string text)
    {
        var digits = text.Length - text.AsSpan().TrimStart("0123456789").Length;
        return digits is > 0 and <= MostDigits && digits + 2 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ' && char.IsLetter(text[digits + 2])
            ? (text[..digits], text[(digits + 2)..]) : null;
    }

    private static (Kind Kind, string Name)? BehindKind(TokenRun run, Kinds known)
    {
        var kinds = new List<(int End, string Code)>();
        known.MatchesAt(run, 0, kinds);
        for (var i = kinds.Count - 1; i >= 0; i--)
        {
            var (end, code) = kinds[i];
            if (end < run.Count && With.Value.LongestAt(run.Keys, end) is { End: > 0 } with && run.Keys.Skip(with.End).Any(k => Institutions.Value.Find(k) == "institution"))
                return (new Kind(run.Text(0, end), code), run.Text(with.End, run.Count));
        }

        return null;
    }

    private static NameTrouble? Trouble(TokenRun run, Kinds known)
    {
        var codes = Codes(run);
        var kinds = new List<(int End, string Code)>();
        known.MatchesAt(run, 0, kinds);
        if (kinds.Count > 0 && kinds.Exists(k => k.End < run.Count && (codes[k.End] == "joint" || With.Value.Find(run.Tokens[k.End]) is not null)) && !codes.Contains("institution"))
            return NameTrouble.NoPartner;
        if (Array.IndexOf(codes, "several") is >= 0 and var several && !codes.Contains("institution") && !EndsOnCountry(run) && !IsLinked(run, codes, several))
            return NameTrouble.NotSingle;
        return !codes.Contains("institution") && (HoldsInstrument(run) || CountriesIn(run) > 1) ? NameTrouble.NotSingle : null;
    }

    /// <summary>"Univerziteti i Tiranës": what is a plural in one language and "and" in it are one university and an article in Albanian.</summary>
    private static bool IsLinked(TokenRun run, string[] codes, int several) =>
        several + 2 < run.Count && run.Keys[several + 1] is "i" or "e" && char.IsUpper(run.Tokens[several + 2][0]) && codes[several + 2].Length == 0;

    /// <summary>"Open Universities Australia" is one body of that country.</summary>
    private static bool EndsOnCountry(TokenRun run) => run.Count > 1 && Countries.Find(run.Tokens[^1]) is not null;

    private static string[] Codes(TokenRun run) => [.. run.Keys.Select(k => Institutions.Value.Find(k) ?? "")];

    /// <summary>Whether an abbreviated instrument such as MoU stands in the name.</summary>
    private static bool HoldsInstrument(TokenRun run)
    {
        for (var i = 0; i < run.Count; i++)
        {
            if (run.Keys[i] is "mou" or "moa" or "moc" or "loi")
                return true;
        }

        return false;
    }

    private static int CountriesIn(TokenRun run) =>
        run.Tokens.SelectMany(t => t.Split(['-', '–', '/', ','], StringSplitOptions.RemoveEmptyEntries))
            .Select(t => Countries.Find(t)?.Code).Where(c => c is not null).Distinct().Count();

    /// <summary>"Unit, Institution" and "Institution Unit".</summary>
    private static string? Unit(string text)
    {
        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma > 0)
        {
            var (first, second) = (text[..comma], text[(comma + 2)..]);
            if (Holds(second, "institution") && !StartsAsUnit(second) && Holds(first, "unit") && !HoldsWhole(first))
                return first;
            return StartsAsUnit(second) && HoldsWhole(first) ? second : null;
        }

        var run = TokenRun.Of(WithoutAcronym(text));
        for (var i = run.Count - 1; i > 0; i--)
        {
            if (IsWhole(run.Keys[i - 1]) && run.Keys[i] is "library" or "museum" or "press" or "faculty" or "department")
                return run.Text(i, run.Count);
        }

        return null;
    }

    private static bool Holds(string text, string code) => PhraseBook.Keys(text).Any(k => Institutions.Value.Find(k) == code || (code == "unit" && IsUnit(k)));

    internal static bool IsUnit(string key) =>
        key is "library" or "faculty" or "department" or "laboratory" or "school" or "center" or "centre" or "museum" or "press" or "hospital"
        || Institutions.Value.Find(key) == "unit";

    private static bool StartsAsUnit(string text) => PhraseBook.Keys(text) is [var first, ..] && first is "faculty" or "department" or "school" or "library" or "chair" or "division";

    private static bool HoldsWhole(string text) => PhraseBook.Keys(text).Any(IsWhole);

    internal static bool IsWhole(string key) =>
        key is "institute" or "college" or "academy" || UniversityWords.Is(key);

    /// <summary>Cuts an acronym in brackets off the end of a name.</summary>
    private static string WithoutAcronym(string text)
    {
        var open = text.LastIndexOf('(');
        if (open <= 0 || !text.EndsWith(')'))
            return text;
        return IsAcronym(text[(open + 1)..^1]) ? text[..open].TrimEnd() : text;
    }

    /// <summary>Cuts every acronym in brackets out of a text.</summary>
    internal static string WithoutAcronyms(string text)
    {
        var at = 0;
        while (at < text.Length && text.IndexOf('(', at) is >= 0 and var open)
        {
            var close = text.IndexOf(')', open);
            var isAcronym = close > open && IsAcronym(text[(open + 1)..close]);
            text = isAcronym ? text.Remove(open, close + 1 - open) : text;
            at = isAcronym ? open : open + 1;
        }

        return text;
    }

    internal static bool IsAcronym(string inner) =>
        inner.Length is >= 2 and <= 12 && !inner.Contains(' ', StringComparison.Ordinal) && inner.Count(char.IsUpper) * 2 >= inner.Length;
}

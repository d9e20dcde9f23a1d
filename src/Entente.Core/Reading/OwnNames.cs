namespace Entente.Core.Reading;

/// <summary>What stands in a partner's place without the institution's own side.</summary>
/// <param name="Partner">As printed; the whole text where nothing is to be left out, or nothing would be left.</param>
/// <param name="Own">The own side as printed; null when it is not named.</param>
public sealed record OtherSide(string Partner, string? Own)
{
    /// <summary>The institution is named and nobody else.</summary>
    public bool IsOnlyOwn => Own is not null && Own == Partner;
}

/// <summary>The names of the institution itself: its own side of an agreement is no partner. In doubt nothing is cut,
/// for the own name may be a piece of another's.</summary>
public sealed class OwnNames
{
    /// <summary>What ties a part in front to its institution.</summary>
    private static readonly HashSet<string> Joints = ["of", "at", "de", "du", "des", "del", "di", "da", "do", "der", "die", "von", "van"];

    /// <summary>What may stand before the first of two parties, whatever is in front of it.</summary>
    private static readonly HashSet<string> Openings = ["between", "zwischen", "entre", "между"];

    private const int LongestPart = 6;

    private readonly List<string[]> names;

    private OwnNames(IEnumerable<string> names) =>
        this.names = [.. names.Select(WordsOf).Where(w => w.Length > 0).OrderByDescending(w => w.Length)];

    public static OwnNames None { get; } = new([]);

    public static OwnNames Of(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new OwnNames(names);
    }

    /// <summary>The side that is the partner.</summary>
    public OtherSide Other(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (names.Count == 0)
            return new OtherSide(text, null);
        var sides = Sides.Of(text);
        var own = new bool[sides.Count];
        foreach (var (first, last) in Parts(sides).Where(p => IsOwn(text[sides[p.First].Start..sides[p.Last].End])))
            own.AsSpan(first, last - first + 1).Fill(true);
        if (!own.Contains(true) && WithinPart(text, sides) is { } within)
            own.AsSpan(within.First, within.Last - within.First + 1).Fill(true);
        return !own.Contains(true) ? new OtherSide(text, null)
            : !own.Contains(false) ? new OtherSide(text, text)
            : new OtherSide(Runs(text, sides, own, false), Runs(text, sides, own, true));
    }

    private static List<(int First, int Last)> Parts(IReadOnlyList<Side> sides) =>
        [.. sides.Index().GroupBy(s => s.Item.Part, s => s.Index).Select(g => (g.First(), g.Last()))];

    /// <summary>The own side where only a comma or an "and" parts it from the other, and what is left looks like a party.</summary>
    private (int First, int Last)? WithinPart(string text, IReadOnlyList<Side> sides)
    {
        if (sides.Count < 2 || sides[^1].Part > 0)
            return null;
        var ranges = from first in Enumerable.Range(0, sides.Count)
                     from last in Enumerable.Range(first, sides.Count - first)
                     orderby last - first descending
                     where IsParty(0, first - 1) && IsParty(last + 1, sides.Count - 1) && IsOwn(text[sides[first].Start..sides[last].End])
                     select ((int, int)?)(first, last);
        return ranges.FirstOrDefault();

        bool IsParty(int first, int last) => last < first || LooksLikeParty(text[sides[first].Start..sides[last].End]);
    }

    /// <summary>"Technology" is none: it may be the end of a longer name.</summary>
    private static bool LooksLikeParty(string text) =>
        WordsOf(text).Any(Names.IsInstitutionWord) || (text.Length > 1 && text.All(char.IsUpper));

    /// <summary>The sides that are own, or those that are not, as printed: each stretch of them, with what parts it from the next side.</summary>
    private static string Runs(string text, IReadOnlyList<Side> sides, bool[] own, bool isOwn)
    {
        var of = Enumerable.Range(0, own.Length).Where(i => own[i] == isOwn).ToList();
        return string.Concat(of.Select(i => text[sides[i].Start..(i == of[^1] ? sides[i].End : sides[i + 1].Start)]));
    }

    /// <summary>Whether a text is one of the names, and nothing more than a part of the institution, its country or an acronym with it.</summary>
    private bool IsOwn(string text)
    {
        var words = WithBreaks(text);
        foreach (var name in names)
        {
            for (var at = 0; at + name.Length <= words.Count; at++)
            {
                var behind = at + name.Length;
                if (IsAt(words, at, name) && IsInFront(words, at) && IsBehind(words, behind))
                    return true;
            }
        }

        return false;
    }

    private static bool IsAt(List<(string Text, bool IsApart)> words, int at, string[] name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (words[at + i].Text != name[i])
                return false;
        }

        return true;
    }

    /// <summary>Nothing, "between", or "Faculty of Law of the"; a word such as "Gifu" makes it another name.</summary>
    private static bool IsInFront(List<(string Text, bool IsApart)> words, int at)
    {
        var front = words.Take(at).Select(w => w.Text).Where(w => w is not ("the" or "la")).ToList();
        if (front.Count == 0 || Openings.Contains(front[^1]))
            return !front.Exists(Names.IsWhole);
        var isTied = words[at].IsApart || Joints.Contains(front[^1]);
        return isTied && (Names.IsUnit(front[0]) || front[0] == "institute") && !front.Skip(1).Any(w => Names.IsWhole(w) || w == "joint");
    }

    /// <summary>Nothing, a country, or "Faculty of Law"; a word such as "of" makes it another name.</summary>
    private static bool IsBehind(List<(string Text, bool IsApart)> words, int from)
    {
        var rest = words.Skip(from).Select(w => w.Text).ToList();
        if (rest.Count == 0 || Countries.Find(string.Join(' ', rest)) is not null)
            return true;
        return !Joints.Contains(rest[0]) && !rest.Exists(Names.IsWhole) && (Names.IsUnit(rest[0]) || (rest.Count <= LongestPart && EndsAsUnit(rest)));
    }

    /// <summary>A Mongolian school is a part of an institution; one that is called great or high is an institution itself.</summary>
    private static bool EndsAsUnit(List<string> words) =>
        Names.IsUnit(words[^1]) || (words[^1] == "сургууль" && !(words.Count > 1 && words[^2] is "их" or "дээд"));

    private static string[] WordsOf(string text) => Folding.Fold(Names.WithoutAcronyms(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a text, each with whether a sign parts it from the word before.</summary>
    private static List<(string Text, bool IsApart)> WithBreaks(string text) =>
    [
        .. Names.WithoutAcronyms(text).Split([',', ';', '(', ')', '–', '—', '/']).SelectMany(piece =>
            Folding.Fold(piece).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => (word, i == 0))),
    ];
}

using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>A partner's name in its words, to be laid beside those of other partners of the same register.</summary>
/// <param name="Keys">What a name must share with another to be laid beside it.</param>
internal sealed record PartnerName(IReadOnlyList<NameWord> Words, IReadOnlyList<string> Acronyms, IReadOnlyList<string> Keys)
{
    private const int ShortestSlip = 6, FewestLetters = 3;

    public static PartnerName Of(NamedPartner partner, Registry? registry)
    {
        var name = InstitutionName.Of(partner.Name);
        NameWord[] words = [.. name.Words.Select(w => w.Class == WordClass.Own && GeneralWords.Meant(w.Text) is { } meant ? meant : w)];
        string[] acronyms = [.. name.Acronyms.Select(Folding.Fold), .. AcronymsIn(partner.Name)];
        var own = words.Where(w => w.Class == WordClass.Own).Select(w => w.Text).ToList();
        // A slip in the one word of its own leaves the first or the last half of it alone.
        var halves = own.Where(w => w.Length >= ShortestSlip).SelectMany(w => (string[])[$"{w[..(w.Length / 2)]}<", $">{w[((w.Length / 2) + 1)..]}"]);
        // Whoever has come from one another has one successor today, whatever the names.
        string[] links = partner.Institution is { } one && registry is not null ? [registry.IdOf(registry.LastSuccessorOf(one))] : [];
        string[] keys = [.. links, string.Join(' ', words.Select(w => w.Text)), .. own, .. acronyms, .. halves];
        return new PartnerName(words, [.. acronyms.Distinct()], [.. keys.Where(k => k.Length > 0).Distinct()]);
    }

    /// <summary>Words of capitals in a name that has small letters too.</summary>
    private static IEnumerable<string> AcronymsIn(string name) => name.Any(char.IsLower)
        ? name.Split((char[])[' ', ',', '(', ')', '-', '/', ';', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length >= FewestLetters && w.All(char.IsUpper) && GeneralWords.Find(Folding.Fold(w)) is null).Select(Folding.Fold)
        : [];

    /// <summary>All words are the same, or but for one slip of the hand in a word that no other partner has.</summary>
    public IReadOnlyList<MatchReason>? SameAs(PartnerName other, Dictionary<string, int> spread)
    {
        if (Words.Count == 0 || Words.Count != other.Words.Count)
            return null;
        MatchReason? slip = null;
        for (var i = 0; i < Words.Count; i++)
        {
            var (one, two) = (Words[i], other.Words[i]);
            if (one.Text == two.Text)
                continue;
            if (slip is not null || one.Class != WordClass.Own || two.Class != WordClass.Own || !IsSlip(one.Text, two.Text, spread) || Words.Count(w => w.Class == WordClass.Own) < 2)
                return null;
            slip = new MatchReason("slip", one.Text, two.Text);
        }

        return [new MatchReason("pair-same-words"), .. slip is null ? (MatchReason[])[] : [slip]];
    }

    private static bool IsSlip(string one, string two, Dictionary<string, int> spread) =>
        Math.Min(one.Length, two.Length) >= ShortestSlip && (spread[one] == 1 || spread[two] == 1) && one[0] == two[0] && NameWords.Distance(one, two, 1) == 1;

    /// <summary>The whole name of the other is in this one, at its begin or end, and the rest says what it is.</summary>
    public MatchReason? UnitOf(PartnerName whole)
    {
        var more = Words.Count - whole.Words.Count;
        if (more <= 0 || !InstitutionName.HasOwnIn(whole.Words) || !whole.Words.Any(w => w.Class == WordClass.Head))
            return null;
        var isFirst = Words.Take(whole.Words.Count).Select(w => w.Text).SequenceEqual(whole.Words.Select(w => w.Text));
        var isLast = Words.Skip(more).Select(w => w.Text).SequenceEqual(whole.Words.Select(w => w.Text));
        var rest = isFirst ? Words.Skip(whole.Words.Count).ToList() : isLast ? Words.Take(more).ToList() : [];
        return rest.Exists(w => w.Class is WordClass.Head or WordClass.Part) ? new MatchReason("unit", string.Join(' ', rest.Select(w => w.Text))) : null;
    }

    /// <summary>An acronym that the one has, and the other has too or is made of. Where the names of both spell it, two institutions have it.</summary>
    public string? SharedAcronym(PartnerName other) =>
        Acronyms.Where(a => other.Acronyms.Contains(a) || other.IsMadeOf(a)).Concat(other.Acronyms.Where(IsMadeOf))
            .FirstOrDefault(a => !(IsMadeOf(a) && other.IsMadeOf(a)));

    private bool IsMadeOf(string acronym) => acronym.Length >= FewestLetters && string.Concat(Words.Select(w => w.Text[0])) == acronym;
}

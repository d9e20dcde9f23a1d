using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>An institution that has the very name, or one that differs only by what may be left out.</summary>
/// <param name="Name">The name of the registry.</param>
/// <param name="IsPrinted">The registry prints the very words, not a translation of the general ones.</param>
/// <param name="Reasons">What was left out or mended to make them the same.</param>
internal sealed record ExactName(int Institution, int Name, NameForm Form, bool IsWhole, bool IsPrinted, IReadOnlyList<MatchReason> Reasons);

/// <summary>Looks up a name as it is, then without what may be left out of it.</summary>
internal static class ExactNames
{
    public static List<ExactName> Of(Registry registry, NameQuery query, string typed)
    {
        var found = new List<ExactName>();
        var folded = WithoutThe(typed);
        MatchReason[] slips = [.. query.Slips.Select(s => new MatchReason("slip", s.Typed!, s.Word.Text))];
        var words = query.Corrected;
        Add(words, isWhole: true, slips);
        foreach (var acronym in query.Name.Acronyms)
        {
            var more = InstitutionName.WordsOf(acronym);
            Add([.. words, .. more], isWhole: true, slips);
            Add([.. more, .. words], isWhole: true, slips);
        }

        if (InstitutionName.Latin(words) is { } latin)
            Add(latin, isWhole: false, slips);
        if (query.Name.Bare is { } bare)
            Add(bare, isWhole: !query.Name.HasQualifier, [new MatchReason("left-out", Rest(words, bare))]);
        if (found.Count == 0 && query.WithoutCountry() is var (fewer, country))
        {
            Add(fewer, isWhole: true, [new MatchReason("country-behind", country)]);
            if (found.Count > 0)
                query.Take(country);
        }

        if (found.Count == 0 && query.Name.Before is { } before)
            Add(before, isWhole: false, [new MatchReason("project", Rest(words, before))]);
        return found;

        void Add(IReadOnlyList<NameWord> of, bool isWhole, IReadOnlyList<MatchReason> reasons)
        {
            var (first, end) = registry.NamesOf(NameHash.OfWords(of));
            for (var name = first; name < end; name++)
            {
                var hit = new ExactName(registry.InstitutionOf(name), name, registry.FormOf(name), isWhole, WithoutThe(registry.NameTextOf(name)) == folded, reasons);
                var known = found.FindIndex(f => f.Institution == hit.Institution);
                if (known < 0)
                    found.Add(hit);
                else if (hit.Form < found[known].Form && hit.IsWhole)
                    found[known] = hit;
            }
        }
    }

    private static string WithoutThe(string text) => Folding.Fold(text) is var folded && folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;

    private static string Rest(IReadOnlyList<NameWord> words, IReadOnlyList<NameWord> kept) => string.Join(' ', words.Skip(kept.Count).Select(w => w.Text));
}

namespace Entente.Core.Matching;

/// <summary>What speaks for and against each institution that may be meant, in words and as one number to order them by.</summary>
internal static class MatchCandidates
{
    private const double OfSlip = 0.03, OfLeftOut = 0.04, OfAlias = 0.01, OfBare = 0.06, OfLatin = 0.08, OfAcronym = 0.35, OfStep = 0.001, Least = 0.3;

    private const double OfOtherCountry = 0.85, OfSameCountry = 1.03, OfFormer = 0.97;

    public static MatchCandidate Of(Registry registry, NameQuery query, ExactName found)
    {
        var printed = registry.NameTextOf(found.Name);
        var tier = Certainty.TierOf(found);
        var score = 1 - (found.Reasons.Count * (found.IsWhole ? OfSlip : OfLeftOut)) - found.Form switch
        {
            NameForm.Label => 0,
            NameForm.Alias => OfAlias,
            NameForm.Named or NameForm.Bare => OfBare,
            NameForm.Latin => OfLatin,
            _ => OfAcronym,
        };
        var how = new MatchReason(
            found.Form switch
            {
                NameForm.Acronym => "acronym",
                NameForm.Named or NameForm.Bare => "name-bare",
                NameForm.Latin => "name-latin",
                NameForm.Alias when tier == MatchTier.Exact => "name-alias",
                _ => tier == MatchTier.Exact ? "name-same" : "name-words",
            },
            printed);
        return WithCountry(registry, query, new MatchCandidate(found.Institution, tier, score, [how, .. found.Reasons]));
    }

    public static MatchCandidate Of(Registry registry, NameQuery query, NameComparison near)
    {
        var reasons = new List<MatchReason> { new("name-near", registry.NameTextOf(near.Name)) };
        var isUnit = UnitNames.IsUnit(registry, near);
        if (isUnit)
            reasons.Add(new MatchReason("unit", UnitNames.Rest(near)));
        else if (near.More.Count > 0)
            reasons.Add(new MatchReason("more", UnitNames.Rest(near)));
        if (near.Missing.Count > 0)
            reasons.Add(new MatchReason("missing", string.Join(' ', near.Missing.Select(registry.WordTextOf))));
        reasons.AddRange(near.Slips.Select(s => new MatchReason("slip", s.Typed.Word.Text, registry.WordTextOf(s.Meant))));
        reasons.AddRange(query.Slips.Except(near.More).Select(s => new MatchReason("slip", s.Typed!, s.Word.Text)));
        if (near.Places.Count > 0)
            reasons.Add(new MatchReason("place", string.Join(' ', near.Places.Select(p => p.Word.Text))));
        if (!near.IsInOrder)
            reasons.Add(new MatchReason("order"));
        var tier = isUnit ? MatchTier.Unit
            : near.IsComplete && near.IsInOrder ? near.Slips.Count > 0 ? MatchTier.Spelling : MatchTier.SameWords
            : MatchTier.Near;
        return WithCountry(registry, query, new MatchCandidate(near.Institution, tier, near.Score * 0.97, reasons));
    }

    private static MatchCandidate WithCountry(Registry registry, NameQuery query, MatchCandidate candidate)
    {
        var country = registry.CountryOf(candidate.Institution);
        if (query.Country is not { } stated || country is null)
            return candidate;
        return country == stated
            ? candidate with { Score = Math.Min(1, candidate.Score * OfSameCountry), Reasons = [.. candidate.Reasons, new MatchReason("in-country", country)] }
            : candidate with { Score = candidate.Score * OfOtherCountry, Reasons = [.. candidate.Reasons, new MatchReason("in-other-country", country, stated)] };
    }

    /// <summary>The certain one first; before each that is no more, whoever stands for it today.</summary>
    public static IReadOnlyList<MatchCandidate> Ranked(Registry registry, List<MatchCandidate> found, Certainty certain, int most)
    {
        var ranked = new List<MatchCandidate>();
        foreach (var candidate in found.OrderByDescending(c => c.Institution == certain.Institution).ThenByDescending(c => c.Score).ThenBy(c => c.Institution))
        {
            if (registry.StatusOf(candidate.Institution) == InstitutionStatus.Active || candidate.Institution == certain.Institution)
            {
                ranked.Add(candidate);
                continue;
            }

            ranked.AddRange(Successors(registry, candidate));
            ranked.Add(WithStatus(registry, candidate));
        }

        return [.. ranked.Where(c => c.Score >= Least).OrderByDescending(c => c.Institution == certain.Institution).ThenByDescending(c => c.Score).GroupBy(c => c.Institution).Select(g => g.First()).Take(most).Select(c => c with { Score = Math.Round(c.Score, 3) })];
    }

    private static IEnumerable<MatchCandidate> Successors(Registry registry, MatchCandidate candidate) =>
        registry.RelatedTo(candidate.Institution, InstitutionRelationKind.Successor).Select(registry.LastSuccessorOf).Distinct()
            .Where(s => s != candidate.Institution)
            .Select(s => new MatchCandidate(s, MatchTier.Former, (candidate.Score * OfFormer) + OfStep, ReasonsOf(registry, candidate, s)));

    /// <summary>What speaks for the former one is said of that one; only where it is, is said of the successor.</summary>
    private static IReadOnlyList<MatchReason> ReasonsOf(Registry registry, MatchCandidate former, int successor)
    {
        var said = new MatchReason("successor-of", registry.DisplayOf(former.Institution));
        return former.Reasons.FirstOrDefault(r => r.Code is "in-country" or "in-other-country") is not { } country || registry.CountryOf(successor) is not { } there ? [said]
            : [said, there == country.Arguments[^1] ? new MatchReason("in-country", there) : new MatchReason("in-other-country", there, country.Arguments[^1])];
    }

    private static MatchCandidate WithStatus(Registry registry, MatchCandidate candidate) => candidate with
    {
        Score = candidate.Score * OfFormer,
        Reasons = [.. candidate.Reasons, new MatchReason(registry.StatusOf(candidate.Institution) == InstitutionStatus.Withdrawn ? "withdrawn" : "inactive")],
    };
}

namespace Entente.Core.Matching;

/// <summary>When a name is certain enough to be linked without asking anyone. A wrong link is worse than none.</summary>
/// <param name="Institution">Null when nothing is certain.</param>
internal readonly record struct Certainty(int? Institution, MatchTier Tier, MatchReason Reason)
{
    /// <summary>A word that so few institutions have says by itself who is meant.</summary>
    private const int FewSpread = 2, LongWord = 6;

    private static Certainty None(string code, params IReadOnlyList<string> arguments) => new(null, MatchTier.None, new MatchReason(code, arguments));

    public static Certainty OfExact(Registry registry, NameQuery query, IReadOnlyList<ExactName> found)
    {
        var named = found.Where(f => f.Form != NameForm.Acronym).ToList();
        if (named.Count == 0)
            return None(found.Count > 0 ? "acronym-only" : "nothing-same");
        if (!query.Name.HasOwn && query.Country is null)
            return None("general-words");
        var alive = named.Where(f => registry.StatusOf(f.Institution) == InstitutionStatus.Active).ToList();
        var candidates = alive.Count > 0 ? alive : named;
        if (query.Country is not { } country)
            return candidates.Count == 1 ? OfOne(registry, candidates[0], isHome: false) : None("ambiguous", $"{candidates.Count}");
        var home = candidates.Where(f => registry.CountryOf(f.Institution) == country).ToList();
        if (home.Count == 0)
            return Elsewhere(registry, query, candidates);
        if (home.Count == 1)
            return OfOne(registry, home[0], isHome: true);
        var called = home.Where(f => f.Form == NameForm.Label).ToList();
        return called.Count == 1 && home.TrueForAll(f => f.Form != NameForm.Bare) ? OfOne(registry, called[0], isHome: true) : None("ambiguous", $"{home.Count}");
    }

    /// <summary>A perfect name in another country than the stated one: the country is doubtful where a word of the name is nobody else's.</summary>
    private static Certainty Elsewhere(Registry registry, NameQuery query, List<ExactName> found)
    {
        var isRare = query.Words.Any(w => w.Number >= 0 && w.Word.Class == WordClass.Own && w.Word.Text.Length >= LongWord && registry.SpreadOf(w.Number) <= FewSpread);
        return found.Count == 1 && isRare && found[0].Form <= NameForm.Alias && OfOne(registry, found[0], isHome: false) is { Institution: { } one, Tier: var tier }
            ? new Certainty(one, tier, new MatchReason("country-doubtful", query.Country!, registry.CountryOf(one) ?? ""))
            : None("country-other", query.Country!);
    }

    private static Certainty OfOne(Registry registry, ExactName found, bool isHome)
    {
        var tier = TierOf(found);
        if (registry.StatusOf(found.Institution) != InstitutionStatus.Active && (IsWithdrawn(registry, found) || HasSuccessor(registry, found)))
            return None("former-only");
        if (!found.IsWhole)
            return None(tier == MatchTier.Unit ? "project-only" : "not-all-words");
        return found.Form switch
        {
            <= NameForm.Alias => new Certainty(found.Institution, tier, new MatchReason("certain-name")),
            NameForm.Named when isHome => new Certainty(found.Institution, tier, new MatchReason("certain-name")),
            _ => None("not-all-words"),
        };
    }

    public static MatchTier TierOf(ExactName found) => found.Form switch
    {
        NameForm.Acronym => MatchTier.Acronym,
        NameForm.Named or NameForm.Bare => MatchTier.Bare,
        _ when found.Reasons.Any(r => r.Code == "project") => MatchTier.Unit,
        _ when found.Reasons.Any(r => r.Code == "left-out") => MatchTier.Bare,
        NameForm.Latin => MatchTier.SameWords,
        _ when found.Reasons.Count > 0 || !found.IsWhole => MatchTier.SameWords,
        _ => MatchTier.Exact,
    };

    private static bool IsWithdrawn(Registry registry, ExactName found) => registry.StatusOf(found.Institution) == InstitutionStatus.Withdrawn;

    private static bool HasSuccessor(Registry registry, ExactName found) => registry.RelatedTo(found.Institution, InstitutionRelationKind.Successor).Any();

    /// <summary>All words of both names are the same though not in the same order, or the rest says that it is a part of the institution.</summary>
    public static Certainty OfNear(Registry registry, NameQuery query, IReadOnlyList<NameComparison> near)
    {
        var fit = near.Where(n => IsAtHome(registry, query, n) && registry.FormOf(n.Name) <= NameForm.Alias).ToList();
        var whole = fit.Where(n => n is { IsComplete: true, IsInOrder: true, Slips.Count: 0 }).ToList();
        if (whole.Count == 1 && query.Name.HasOwn)
            return new Certainty(whole[0].Institution, MatchTier.SameWords, new MatchReason("certain-words"));
        if (whole.Count > 1)
            return None("ambiguous", $"{whole.Count}");
        var parent = fit.Where(n => UnitNames.IsUnit(registry, query, n)).OrderByDescending(n => registry.WordsOf(n.Name).Length).Take(2).ToList();
        if (parent.Count == 0 || !UnitNames.IsPart(registry, query, parent[0]))
            return None(near.Count == 0 ? "nothing-near" : parent.Count > 0 ? "unit-only" : "not-all-words");
        return parent.Count > 1 && registry.WordsOf(parent[1].Name).Length == registry.WordsOf(parent[0].Name).Length
            ? None("ambiguous", "2")
            : new Certainty(parent[0].Institution, MatchTier.Unit, new MatchReason("certain-unit"));
    }

    private static bool IsAtHome(Registry registry, NameQuery query, NameComparison near) =>
        registry.StatusOf(near.Institution) == InstitutionStatus.Active && (query.Country is null || registry.CountryOf(near.Institution) == query.Country);
}

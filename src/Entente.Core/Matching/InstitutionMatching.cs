namespace Entente.Core.Matching;

/// <summary>Which institution a printed name means, with what speaks for each that may be meant.</summary>
public static class InstitutionMatching
{
    private const int ComparedMore = 5;

    /// <param name="name">As printed.</param>
    /// <param name="country">ISO 3166-1 alpha-2, as stated beside the name: evidence, no gate.</param>
    /// <param name="most">So many candidates at most.</param>
    public static InstitutionMatch Match(Registry registry, string name, string? country = null, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > InstitutionName.Longest)
            return Nothing("too-long");
        var query = NameQuery.Of(registry, name, country);
        if (query.Words.Count == 0)
            return Nothing("no-name");
        var exact = ExactNames.Of(registry, query, name);
        var certain = Certainty.OfExact(registry, query, exact);
        var found = exact.ConvertAll(e => MatchCandidates.Of(registry, query, e));
        if (certain.Institution is null)
        {
            var near = NearNames.Of(registry, query, most + ComparedMore);
            if (exact.TrueForAll(e => e.Form == NameForm.Acronym))
                certain = Certainty.OfNear(registry, query, near) is var told && (told.Institution is not null || exact.Count == 0) ? told : certain;
            found.AddRange(near.Where(n => exact.TrueForAll(e => e.Institution != n.Institution)).Select(n => MatchCandidates.Of(registry, query, n)));
        }

        var candidates = MatchCandidates.Ranked(registry, found, certain, most);
        var tier = candidates.Count > 0 ? candidates[0].Tier : MatchTier.None;
        return new InstitutionMatch(certain.Institution, tier, candidates.Count > 0 ? candidates[0].Score : 0, [certain.Reason], candidates);
    }

    private static InstitutionMatch Nothing(string code) => new(null, MatchTier.None, 0, [new MatchReason(code)], []);
}

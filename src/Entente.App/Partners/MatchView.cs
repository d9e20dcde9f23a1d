using Entente.App.Shell;
using Entente.Core.Matching;

namespace Entente.App.Partners;

/// <summary>A name that was looked for, as <c>ror match</c> answers it.</summary>
/// <param name="Match">In full; null when nothing is certain.</param>
public sealed record MatchView(string Name, string? Match, MatchTier Tier, double Score, IReadOnlyList<string> Reasons, IReadOnlyList<CandidateView> Candidates)
{
    public static MatchView Of(Registry registry, string name, InstitutionMatch match)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(match);
        return new MatchView(
            name, match.Institution is { } one ? registry.IdOf(one) : null, match.Tier, match.Score, [.. match.Reasons.Select(Wording.Of)],
            [.. match.Candidates.Select(c => new CandidateView(registry.IdOf(c.Institution), registry.DisplayOf(c.Institution), registry.CountryOf(c.Institution), c.Score, [.. c.Reasons.Select(Wording.Of)]))]);
    }
}

public sealed record CandidateView(string Id, string Name, string? Country, double Score, IReadOnlyList<string> Reasons);

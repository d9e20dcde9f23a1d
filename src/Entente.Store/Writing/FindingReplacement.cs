using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>A new edition speaks anew of the records that it holds: what earlier editions found about them counts no longer,
/// and what was decided on it is decided for the same finding of the new one. A finding that is also about a record
/// that the new edition does not hold stays.</summary>
internal sealed class FindingReplacement
{
    private readonly Dictionary<string, (FindingState State, string Who, DateTimeOffset At, string? Why)> decided = new(StringComparer.Ordinal);

    public static async Task<FindingReplacement> ReplaceAsync(RegisterDb db, IReadOnlyList<DraftFate> fates, CancellationToken cancellation)
    {
        var replacement = new FindingReplacement();
        var held = fates.Select(f => f.Of?.Id).OfType<Guid>().ToHashSet();
        if (held.Count == 0)
            return replacement;
        var links = await db.FindingAgreements.AsNoTracking().ToListAsync(cancellation);
        var about = links.GroupBy(l => (l.EditionId, l.FindingOrder), l => l.AgreementId)
            .Where(g => g.All(held.Contains)).ToDictionary(g => g.Key, g => g.ToList());
        var linked = links.Select(l => (l.EditionId, l.FindingOrder)).ToHashSet();
        foreach (var finding in await db.Findings.Where(f => f.State != FindingState.Replaced).ToListAsync(cancellation))
        {
            var id = (finding.EditionId, finding.Order);
            if (about.TryGetValue(id, out var agreements))
                replacement.Keep(finding, agreements);
            else if (!linked.Contains(id))
                replacement.Keep(finding, []);
            if (agreements is not null)
                finding.Replace();
        }

        await db.SaveChangesAsync(cancellation);
        return replacement;
    }

    private void Keep(StoredFinding finding, IReadOnlyList<Guid> agreements)
    {
        if (finding is { State: not FindingState.Open, DecidedBy: { } who, DecidedAt: { } at })
            decided[Key(finding.Finding, agreements)] = (finding.State, who, at, finding.DecidedWhy);
    }

    public StoredFinding AsDecided(StoredFinding found, IReadOnlyList<Guid> agreements)
    {
        if (decided.TryGetValue(Key(found.Finding, agreements), out var before))
            found.Decide(before.State, before.Who, before.At, before.Why);
        return found;
    }

    private static string Key(Finding finding, IEnumerable<Guid> agreements) =>
        string.Join('\n', [finding.Code, finding.Field, .. finding.Arguments, .. agreements.Order().Select(id => id.ToString())]);
}

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>When an edition is taken back, what it found counts no longer, and what the editions before it found counts again,
/// as far as no other edition has spoken of the same records since.</summary>
public static class FindingReturn
{
    /// <param name="edition">Marked as taken back already, its agreements not yet removed.</param>
    public static async Task ReturnAsync(this RegisterDb db, Edition edition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        foreach (var own in await db.Findings.Where(f => f.EditionId == edition.Id && f.State != FindingState.Replaced).ToListAsync(cancellation))
            own.Replace();
        var holding = await db.Editions.AsNoTracking().Where(e => e.UndoneAt == null && e.Id != edition.Id).Select(e => e.Id).ToListAsync(cancellation);
        var replaced = await db.Findings.Where(f => f.State == FindingState.Replaced && f.EditionId != edition.Id && holding.Contains(f.EditionId)).ToListAsync(cancellation);
        if (replaced.Count == 0)
            return;
        var last = await LastHoldersAsync(db, holding, cancellation);
        var about = (await db.FindingAgreements.AsNoTracking().ToListAsync(cancellation)).ToLookup(l => (l.EditionId, l.FindingOrder), l => l.AgreementId);
        var decided = await DecisionsAsync(db, replaced, cancellation);
        var missed = replaced.Where(f => Finding.AllGone.Contains(f.Code)).SelectMany(f => about[(f.EditionId, f.Order)].Select(a => (Agreement: a, f.EditionId)))
            .GroupBy(m => m.Agreement).ToDictionary(g => g.Key, g => g.Max(m => m.EditionId));
        foreach (var finding in replaced)
        {
            var agreements = about[(finding.EditionId, finding.Order)].ToList();
            var counts = Finding.AllGone.Contains(finding.Code) ? agreements.Exists(a => missed[a] == finding.EditionId && last.GetValueOrDefault(a) < finding.EditionId)
                : agreements.Count == 0 ? finding.EditionId == holding.Max() : agreements.Exists(a => last.GetValueOrDefault(a) == finding.EditionId);
            if (counts)
                finding.Return(decided.GetValueOrDefault((finding.EditionId, finding.Order), FindingState.Accepted));
        }
    }

    /// <summary>For each agreement the last edition that has a row of it.</summary>
    private static async Task<Dictionary<Guid, Guid>> LastHoldersAsync(RegisterDb db, List<Guid> editions, CancellationToken cancellation)
    {
        var ids = await db.Agreements.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Id, cancellation);
        var last = new Dictionary<Guid, Guid>();
        foreach (var edition in editions.Order())
        {
            await foreach (var row in db.RowsOf(edition).WithCancellation(cancellation))
            {
                if (row.Agreement is { } number && ids.TryGetValue(number, out var id))
                    last[id] = edition;
            }
        }

        return last;
    }

    /// <summary>What was decided on findings, from the history: of those of which it was not kept.</summary>
    private static async Task<Dictionary<(Guid, int), FindingState>> DecisionsAsync(RegisterDb db, List<StoredFinding> findings, CancellationToken cancellation)
    {
        var decided = new Dictionary<(Guid, int), FindingState>();
        if (!findings.Exists(f => f is { DecidedBy: not null, DecidedAs: null }))
            return decided;
        await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Act != Recording.Imported).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var after in change.Findings())
                decided[(after.EditionId, after.Order)] = after.State;
        }

        return decided;
    }
}

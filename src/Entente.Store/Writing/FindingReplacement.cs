using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>A new edition speaks anew of the records that it holds: what earlier editions found about them counts no longer,
/// and what was decided on it is decided for the same finding of the new one. A finding that is also about a record
/// that the new edition does not hold stays, and so does one about a field that it says nothing of. What was found about a document as a whole counts until the next edition of that document.</summary>
internal sealed class FindingReplacement
{
    private readonly RegisterDb db;
    private readonly HashSet<Guid> held;
    private readonly HashSet<Guid> superseded;
    private readonly HashSet<Guid> missed;
    private readonly IReadOnlySet<string> silentOn;

    /// <summary>In the order of the findings, for the same may be found twice about one record; null: open.</summary>
    private readonly Dictionary<string, Queue<Decision?>> decided = new(StringComparer.Ordinal);

    /// <summary>The same of the very document, where a list since has spoken of its records: it says nothing new.</summary>
    private readonly Dictionary<string, Queue<Decision?>> decidedBefore = new(StringComparer.Ordinal);

    private FindingReplacement(RegisterDb db, HashSet<Guid> held, HashSet<Guid> superseded, HashSet<Guid> missed, IReadOnlySet<string> silentOn)
    {
        this.db = db;
        this.held = held;
        this.superseded = superseded;
        this.missed = missed;
        this.silentOn = silentOn;
    }

    /// <param name="fates">Before their agreements are revised.</param>
    /// <param name="missed">Agreements that the edition has no longer.</param>
    public static async Task<FindingReplacement> ForAsync(RegisterDb db, IReadOnlyList<DraftFate> fates, IReadOnlyList<Guid> missed, CancellationToken cancellation)
    {
        var held = fates.Where(f => !f.IsOlder).Select(f => f.Of).OfType<Agreement>().ToList();
        var counts = await db.Agreements.Where(a => a.EditionId != null).GroupBy(a => a.EditionId).Select(g => new { Id = g.Key!.Value, Count = g.Count() })
            .ToDictionaryAsync(e => e.Id, e => e.Count, cancellation);
        // The next edition of a document holds most of its agreements; another document may hold some.
        var superseded = held.Where(a => a.EditionId is not null).CountBy(a => a.EditionId!.Value).Where(e => e.Value * 2 > counts.GetValueOrDefault(e.Key));
        return new FindingReplacement(db, [.. held.Select(a => a.Id)], [.. superseded.Select(e => e.Key)], [.. missed], fates.FirstOrDefault(f => f.Of is not null)?.SilentOn ?? new HashSet<string>());
    }

    /// <param name="sha256">Of the document that is stored.</param>
    public async Task ReplaceAsync(string sha256, CancellationToken cancellation)
    {
        if (held.Count == 0)
            return;
        var about = (await db.FindingAgreements.AsNoTracking().ToListAsync(cancellation)).ToLookup(l => (l.EditionId, l.FindingOrder), l => l.AgreementId);
        var findings = db.Findings.Where(f => f.State != FindingState.Replaced).OrderBy(f => f.EditionId).ThenBy(f => f.Order);
        foreach (var finding in await findings.ToListAsync(cancellation))
        {
            var agreements = about[(finding.EditionId, finding.Order)].ToList();
            if (agreements.Count == 0 ? !superseded.Contains(finding.EditionId) : !agreements.TrueForAll(finding.Code == Finding.Gone ? a => held.Contains(a) || missed.Contains(a) : held.Contains))
                continue;
            if (agreements.Count > 0 && finding.Finding.Field is { } field && silentOn.Contains(field))
                continue;
            Keep(decided, finding, agreements);
            finding.Replace();
        }

        var standing = db.Editions.Where(e => e.Sha256 == sha256 && e.UndoneAt == null).Select(e => e.Id);
        foreach (var again in (await db.Findings.AsNoTracking().Where(f => f.State == FindingState.Replaced && standing.Contains(f.EditionId)).ToListAsync(cancellation)).GroupBy(f => f.EditionId).MaxBy(g => g.Key) ?? Enumerable.Empty<StoredFinding>())
            Keep(decidedBefore, again, about[(again.EditionId, again.Order)]);
        await db.SaveChangesAsync(cancellation);
    }

    public StoredFinding AsDecided(StoredFinding found, IReadOnlyList<Guid> agreements)
    {
        var key = Key(found.Finding, agreements);
        if ((decided.TryGetValue(key, out var before) || decidedBefore.TryGetValue(key, out before)) && before.TryDequeue(out var decision) && decision is not null)
            found.Decide(decision.State, decision.Who, decision.At, decision.Why);
        return found;
    }

    private static void Keep(Dictionary<string, Queue<Decision?>> into, StoredFinding finding, IEnumerable<Guid> agreements)
    {
        var key = Key(finding.Finding, agreements);
        if (!into.TryGetValue(key, out var same))
            into[key] = same = new Queue<Decision?>();
        same.Enqueue(finding is { DecidedBy: { } who, DecidedAt: { } at, DecidedAs: { } state } ? new Decision(state, who, at, finding.DecidedWhy) : null);
    }

    private static string Key(Finding finding, IEnumerable<Guid> agreements) =>
        string.Join('\n', [.. finding.Matter, .. agreements.Order().Select(id => id.ToString())]);

    private sealed record Decision(FindingState State, string Who, DateTimeOffset At, string? Why);
}

using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>Agreements of a list that is taken back while a later one still has them: they stay, and are that one's from then on, as if it had brought them.</summary>
/// <param name="First">Sequence of the first change of the import that brought or changed them; what they were before is older.</param>
/// <param name="Last">Likewise the last one.</param>
/// <param name="Read">What their row was read as.</param>
internal sealed record HandedOn(long First, long Last, Facts Read)
{
    /// <summary>Those that an edition has from earlier ones, by their ids.</summary>
    public static async Task<Dictionary<Guid, HandedOn>> ToAsync(RegisterDb db, Guid edition, CancellationToken stop)
    {
        var handed = new Dictionary<Guid, HandedOn>();
        foreach (var change in await db.Changes.AsNoTracking().Where(c => c.Act == Recording.Undone).OrderBy(c => c.Sequence).ToListAsync(stop))
        {
            if (change.EditionId is not { } from || change.HandedOn().Where(r => r.EditionId == edition).ToList() is not { Count: > 0 } rows)
                continue;
            // Who took them over before it was taken back itself has handed them on.
            var earlier = await ToAsync(db, from, stop);
            var imports = await db.Changes.Where(c => c.EditionId == from && c.Act == Recording.Imported).Select(c => c.Sequence).ToListAsync(stop);
            foreach (var row in rows)
            {
                var origin = earlier.GetValueOrDefault(row.Id);
                handed[row.Id] = new HandedOn(origin?.First ?? imports.Min(), origin?.Last ?? imports.Max(), row.Facts);
            }
        }

        return handed;
    }

    /// <summary>What was taken from an edition after it was stored, where the list and the register had both changed it: each field, and the sequence of the act.</summary>
    /// <returns>Also the acts that took such a field, whether that still counts or was opened again.</returns>
    public static async Task<(ILookup<Guid, (long Sequence, ReadAs Taken)> Taken, IReadOnlySet<long> Acts)> TakenAsync(RegisterDb db, Guid edition, CancellationToken stop)
    {
        var decided = await db.Changes.AsNoTracking().Where(c => c.Act == Recording.Accepted || c.Act == Recording.Reopened).OrderBy(c => c.Sequence).ToListAsync(stop);
        var reopened = decided.Where(c => c.Act == Recording.Reopened).SelectMany(c => c.Findings().Select(f => (f.EditionId, f.Order, c.Sequence))).ToLookup(f => (f.EditionId, f.Order), f => f.Sequence);
        var accepted = decided.Where(c => c.Act == Recording.Accepted && c.HandedOn().Any(r => r is { Field: not null } && r.EditionId == edition)).ToList();
        var acts = accepted.SelectMany(c => ReopenedBy(c).Append(c.Sequence)).ToHashSet();
        return (accepted.Where(c => !ReopenedBy(c).Any()).SelectMany(c => c.HandedOn().Select(r => (c.Sequence, Taken: r))).ToLookup(t => t.Taken.Id), acts);

        IEnumerable<long> ReopenedBy(Change change) => change.Findings().SelectMany(f => reopened[(f.EditionId, f.Order)]).Where(s => s > change.Sequence);
    }

    /// <summary>For each agreement of the register the first edition after an import that has a row of it and was not taken back.</summary>
    /// <param name="older">Rows that put nothing back, since the list of the import was newer.</param>
    public static async Task<Dictionary<Guid, Guid>> ListedSinceAsync(RegisterDb db, long import, OlderRows older, CancellationToken stop)
    {
        var later = await db.Changes.AsNoTracking().Where(c => c.Sequence > import && c.Act == Recording.Imported && db.Editions.Any(e => e.Id == c.EditionId && e.UndoneAt == null))
            .GroupBy(c => c.EditionId).Select(g => new { Id = g.Key, First = g.Min(c => c.Sequence) }).OrderBy(e => e.First).ToListAsync(stop);
        var listed = new Dictionary<Guid, Guid>();
        var ids = later.Count == 0 ? [] : await db.Agreements.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Id, stop);
        foreach (var edition in later)
        {
            await foreach (var row in db.RowsOf(edition.Id!.Value).WithCancellation(stop))
            {
                if (row.Agreement is { } number && ids.TryGetValue(number, out var id) && !older.Has(edition.Id.Value, id))
                    listed.TryAdd(id, edition.Id.Value);
            }
        }

        return listed;
    }
}

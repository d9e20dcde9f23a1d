using Entente.Core;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Takes all agreements of an edition out of the register, part by part as they were stored, with a change for each part.
/// None of them is loaded.</summary>
public static class EditionRemoval
{
    /// <summary>Joins the current transaction, if there is one. What follows from an agreement goes with it, by foreign key.</summary>
    public static Task<int> RemoveEditionAsync(this RegisterDb db, Edition edition, Authorship by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        return db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellation);
                await db.Findings.Where(f => f.EditionId == edition.Id && f.State != FindingState.Replaced)
                    .ExecuteUpdateAsync(f => f.SetProperty(e => e.State, FindingState.Replaced).SetProperty(e => e.Version, e => e.Version + 1), cancellation);
                using var bulk = new BulkSettings(db);
                using var removal = new PartRemoval(db, edition.Id);
                var firsts = await db.EditionRows.Where(r => r.EditionId == edition.Id).OrderBy(r => r.FirstOrder).Select(r => r.FirstOrder).ToListAsync(cancellation);
                var removed = 0;
                for (var i = 0; i < firsts.Count; i++)
                {
                    var (first, end) = (firsts[i], i + 1 < firsts.Count ? firsts[i + 1] : int.MaxValue);
                    var gone = await db.Agreements.Where(a => a.EditionId == edition.Id && a.Order >= first && a.Order < end).OrderBy(a => a.Order)
                        .Select(a => new RecordAfter(a.Id, a.Number, a.Version, null)).ToListAsync(cancellation);
                    removal.Remove(first, end);
                    await db.ChainAsync(Recording.Undone, by, new Outcome { EditionId = edition.Id }, gone, cancellation);
                    removed += gone.Count;
                    db.Written?.Report(new RowsWritten(removed, edition.Records));
                }

                removal.RemovePartners();
                return removed;
            },
            cancellation);
    }
}

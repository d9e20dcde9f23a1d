using Entente.App.Agreements;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>One act on an agreement, with what it changed.</summary>
public sealed record HistoryLine(Change Change, RecordAfter? After, IReadOnlyList<FieldDifference> Fields);

/// <summary>The changes of one agreement. What differs is computed from the records before and after, never stored.</summary>
public static class History
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(RegisterDb db, Guid id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = new List<HistoryLine>();
        RecordAfter? before = null;
        foreach (var change in await ChangesAsync(db, id).ToListAsync(stop))
        {
            var after = change.Records().FirstOrDefault(r => r.Id == id);
            lines.Insert(0, Line(change, before?.Facts, after));
            before = after ?? before;
        }

        return lines;
    }

    /// <summary>The record as it was after a change; the last one that the register had when no change is named.</summary>
    public static async Task<RecordAfter?> VersionAsync(RegisterDb db, Guid id, long? sequence, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changes = ChangesAsync(db, id).Where(c => sequence == null || c.Sequence == sequence);
        var records = (await changes.ToListAsync(stop)).SelectMany(c => c.Records()).Where(r => r.Id == id && r.Facts is not null);
        return records.LastOrDefault();
    }

    private static HistoryLine Line(Change change, Facts? before, RecordAfter? after) => before is not null && after?.Facts is { } now
        ? new HistoryLine(change, after, FactTexts.Differences(before, now))
        : new HistoryLine(change, after, []);

    private static IQueryable<Change> ChangesAsync(RegisterDb db, Guid id) =>
        db.Changes.AsNoTracking().Where(c => db.ChangedAgreements.Any(a => a.AgreementId == id && a.Sequence == c.Sequence)).OrderBy(c => c.Sequence);
}

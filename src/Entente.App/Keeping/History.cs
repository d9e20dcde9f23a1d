using Entente.App.Agreements;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>An act on an agreement, without the records that it keeps.</summary>
/// <param name="Source">The document that it came from; null when a person acted.</param>
public sealed record ChangeLine(long Sequence, DateTimeOffset At, string Who, string Act, string? Why, ChangeSource? Source);

public sealed record ChangeSource(string Name, string Sha256);

/// <summary>One act on an agreement, with what it changed.</summary>
/// <param name="After">The record after it; null where nothing came before or after, for then nothing differs.</param>
public sealed record HistoryLine(ChangeLine Change, RecordAfter? After, IReadOnlyList<FieldDifference> Fields);

/// <summary>The changes of one agreement. What differs is computed from the records before and after, never stored.</summary>
public static class History
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(RegisterDb db, Guid id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changes = await LinesAsync(db, id, stop);
        // An import keeps all its records; it is not unpacked to tell that a record was imported once.
        var records = changes.Count > 1 ? await RecordsAsync(db, id, stop) : [];
        var lines = new List<HistoryLine>();
        RecordAfter? before = null;
        foreach (var change in changes)
        {
            var after = records.GetValueOrDefault(change.Sequence);
            lines.Insert(0, new HistoryLine(change, after, before?.Facts is { } was && after?.Facts is { } now ? FactTexts.Differences(was, now) : []));
            before = after ?? before;
        }

        return lines;
    }

    /// <summary>The record as it was after a change; the last one that the register had when no change is named.</summary>
    public static async Task<RecordAfter?> VersionAsync(RegisterDb db, Guid id, long? sequence, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await foreach (var change in About(db, id).Where(c => sequence == null || c.Sequence == sequence).Reverse().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (change.Record(id) is { Facts: not null } record)
                return record;
        }

        return null;
    }

    /// <summary>The record as it was before a change; null where there was none.</summary>
    public static async Task<RecordAfter?> BeforeAsync(RegisterDb db, Guid id, long sequence, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var before = await About(db, id).Where(c => c.Sequence < sequence).OrderByDescending(c => c.Sequence).FirstOrDefaultAsync(stop);
        return before?.Record(id) is { Facts: not null } record ? record : null;
    }

    private static Task<List<ChangeLine>> LinesAsync(RegisterDb db, Guid id, CancellationToken stop) =>
        About(db, id).Select(c => new ChangeLine(
            c.Sequence, c.At, c.Who, c.Act, c.Why, db.Editions.Where(e => e.Id == c.EditionId).Select(e => new ChangeSource(e.SourceName, e.Sha256)).FirstOrDefault()))
            .ToListAsync(stop);

    private static async Task<Dictionary<long, RecordAfter>> RecordsAsync(RegisterDb db, Guid id, CancellationToken stop)
    {
        var records = new Dictionary<long, RecordAfter>();
        await foreach (var change in About(db, id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (change.Record(id) is { } record)
                records.Add(change.Sequence, record);
        }

        return records;
    }

    private static IQueryable<Change> About(RegisterDb db, Guid id) =>
        db.Changes.AsNoTracking().Where(c => db.ChangedAgreements.Any(a => a.AgreementId == id && a.Sequence == c.Sequence)).OrderBy(c => c.Sequence);
}

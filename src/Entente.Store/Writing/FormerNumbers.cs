using System.Runtime.CompilerServices;

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Numbers of agreements that were deleted, or went with a list that was taken back. Links, exports and printed papers name them:
/// none is given to another agreement. One that a list brings again has its own again. Where nothing is left of a register it begins again, with its numbers.</summary>
internal static class FormerNumbers
{
    /// <summary>Of a longer list the agreements are not known again one by one.</summary>
    private const int MostKnownAgain = 200_000;

    /// <param name="without">What went with this edition is not among them.</param>
    public static async Task<List<string>> AllAsync(RegisterDb db, Guid? without, CancellationToken cancellation)
    {
        var numbers = await DeletedAsync(db, cancellation);
        if (numbers.Count == 0 && !await db.Agreements.AnyAsync(cancellation))
            return numbers;
        await foreach (var record in RemovedAsync(db, db.Changes.Where(c => c.Act == Recording.Undone && c.EditionId != without), cancellation))
            numbers.Add(record.Number);
        return numbers;
    }

    /// <summary>Of those that were deleted, also where they were brought back.</summary>
    public static async Task<List<string>> DeletedAsync(RegisterDb db, CancellationToken cancellation)
    {
        var numbers = new List<string>();
        await foreach (var record in RemovedAsync(db, db.Changes.Where(c => c.Act == Recording.Deleted), cancellation))
            numbers.Add(record.Number);
        return numbers;
    }

    /// <summary>The numbers of agreements that went with lists, by what these said, in order; none of those that are in the bin.</summary>
    public static async Task<Dictionary<string, Queue<string>>> ByFactsAsync(RegisterDb db, CancellationToken cancellation)
    {
        var undone = db.Editions.Where(e => e.UndoneAt != null && e.Records <= MostKnownAgain).Select(e => e.Id);
        var gone = new HashSet<Guid>();
        await foreach (var record in RemovedAsync(db, db.Changes.Where(c => c.Act == Recording.Undone && undone.Contains(c.EditionId!.Value)), cancellation))
            gone.Add(record.Id);
        var known = new Dictionary<Guid, RecordAfter>();
        if (gone.Count > 0)
        {
            await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Act == Recording.Imported && undone.Contains(c.EditionId!.Value)).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                change.EachRecord(record =>
                {
                    if (record.Facts is not null && gone.Contains(record.Id))
                        known[record.Id] = record;
                });
            }
        }

        return known.Values.OrderBy(r => Agreement.OrderOf(r.Number)).ThenBy(r => r.Number, StringComparer.Ordinal)
            .GroupBy(r => KeyOf(r.Facts!)).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(r => r.Number).Distinct()));
    }

    /// <summary>The edition that was taken back last, when it is of this document and nothing was given a number since: all of it comes again as it was.</summary>
    public static async Task<Guid?> WholeAsync(RegisterDb db, string sha256, CancellationToken cancellation)
    {
        var last = await db.Changes.Where(c => c.Act == Recording.Imported || c.Act == Recording.Added || c.Act == Recording.Configured)
            .OrderByDescending(c => c.Sequence).Select(c => c.EditionId).FirstOrDefaultAsync(cancellation);
        var isWhole = await db.Editions.AnyAsync(e => e.Id == last && e.Sha256 == sha256 && e.UndoneAt != null, cancellation)
            && !await db.Changes.AnyAsync(c => c.Act == Recording.Deleted && c.EditionId == last, cancellation);
        return isWhole ? last : null;
    }

    public static string KeyOf(Facts facts) => Agreement.KeyOf(facts, p => SearchText.Plain(p.Name));

    private static async IAsyncEnumerable<RecordAfter> RemovedAsync(
        RegisterDb db, IQueryable<Change> acts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in acts.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var removed = new List<RecordAfter>();
            change.EachRecord(record =>
            {
                if (record.Facts is null)
                    removed.Add(record);
            });
            foreach (var record in removed)
                yield return record;
        }
    }
}

using Entente.Core;
using Entente.Store.Counts;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Everything that is stored beside the facts follows from them by the rules of one build of Core:
/// narrowed columns, lifelines, words. Another build derives it anew when it opens the folder.</summary>
internal static class Derivation
{
    public const string Column = "DerivedBy";

    private const int Chunk = 1_000;

    /// <summary>Names the build, so that nobody has to remember to raise a number when a rule changes.</summary>
    public static string Rule { get; } = typeof(Agreement).Module.ModuleVersionId.ToString("N");

    public static Task<bool> DeriveAgainAsync(this RegisterDb db, CancellationToken cancellation = default) =>
        db.InTransactionAsync(async () =>
        {
            await db.Lifelines.ExecuteDeleteAsync(cancellation);
            await db.LifelineGroups.ExecuteDeleteAsync(cancellation);
            var counting = await db.CountingAsync(cancellation);
            using var lifelines = await LifelineWriter.ForAsync(db, counting, cancellation);
            using var search = new SearchIndex(db);
            var (last, done, of) = (Guid.Empty, 0, await db.Agreements.CountAsync(cancellation));
            while (await NextAsync(db, last, cancellation) is { Count: > 0 } agreements)
            {
                foreach (var agreement in agreements)
                    Derive(agreement, lifelines, search);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
                last = agreements[^1].Id;
                db.Written?.Report(new RowsWritten(done += agreements.Count, of));
            }

            await db.Registers.ExecuteUpdateAsync(r => r.SetProperty(e => EF.Property<string>(e, Column), Rule), cancellation);
            return true;
        }, cancellation);

    private static Task<List<Agreement>> NextAsync(RegisterDb db, Guid last, CancellationToken cancellation) =>
        db.Agreements.Where(a => a.Id.CompareTo(last) > 0).OrderBy(a => a.Id).Take(Chunk).ToListAsync(cancellation);

    private static void Derive(Agreement agreement, LifelineWriter lifelines, SearchIndex search)
    {
        var folded = agreement.Folded;
        agreement.Narrow();
        lifelines.Write(agreement);
        if (folded == agreement.Folded)
            return;
        search.Remove(agreement);
        search.Add(agreement);
    }
}

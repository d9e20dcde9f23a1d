using Entente.Core;
using Entente.Edtf;
using Entente.Store.Sqlite;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Counts;

/// <summary>Counts of standings on any day, from the lifelines; equal to asking <see cref="Standing.Of"/> for each record.</summary>
public static class Tally
{
    /// <param name="by">Null: the total only.</param>
    public static Task<StandingCounts> TallyAsync(
        this RegisterDb db, Day day, CountBy? by = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var isWritten = db.Database.CurrentTransaction is not null;
        return db.InReadAsync(async () =>
        {
            var facet = FacetOf(by);
            var groups = await db.LifelineGroups.AsNoTracking().Where(g => g.Facet == facet).ToDictionaryAsync(g => g.GroupId, cancellation);
            var counter = new Counter();
            foreach (var count in await ParallelCount.OfAsync(db, [.. groups.Values], LifelineRow.DayNumber(day), isWritten, cancellation))
                counter.Add(groups[count.GroupId], count);
            if (groups.Values.Any(g => g.Turns == LifelineShape.TooMany))
                await AddUnshapedAsync(db, facet, day, counter, cancellation);
            return counter.Result(day, by);
        }, cancellation);
    }

    private static Facet FacetOf(CountBy? by) => by switch
    {
        CountBy.Country => Facet.Country,
        CountBy.Kind => Facet.Kind,
        _ => Facet.Year,
    };

    /// <summary>The few records whose life has more turns than a row has columns are asked one by one.</summary>
    private static async Task AddUnshapedAsync(RegisterDb db, Facet facet, Day day, Counter counter, CancellationToken cancellation)
    {
        var counting = await db.CountingAsync(cancellation);
        var rows =
            from g in db.LifelineGroups
            join l in db.Lifelines on g.GroupId equals l.GroupId
            join a in db.Agreements on l.AgreementId equals a.Id
            where g.Facet == facet && g.Turns == LifelineShape.TooMany
            select new { g.Position, g.Key, a.Facts };
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            counter.Add(row.Position, row.Key, Standing.Of(row.Facts, counting, day).Kind, 1);
    }

    private sealed class Counter
    {
        private readonly SortedDictionary<string, StandingCount> by = new(StringComparer.Ordinal);
        private StandingCount total;
        private long moreThanOnce;

        public void Add(LifelineGroup group, GroupCount count)
        {
            if (group.Turns == LifelineShape.TooMany)
                return;
            var reached = count.Count;
            for (var i = 0; i <= group.Turns; i++)
            {
                var further = i < group.Turns ? count.Passed[i] : 0;
                Add(group.Position, group.Key, LifelineShape.KindAfter(group.Shape, i), reached - further);
                reached = further;
            }
        }

        public void Add(int position, string key, StandingKind kind, long n)
        {
            by[key] = by.GetValueOrDefault(key).Plus(kind, n);
            if (position == 0)
                total = total.Plus(kind, n);
            else if (position == 1)
                moreThanOnce += n;
        }

        public StandingCounts Result(Day day, CountBy? of) => new(day, total, of switch
        {
            null => [],
            CountBy.Standing => [.. Enum.GetValues<StandingKind>().Select(k => new KeyedCount(Words.Kebab(k), default(StandingCount).Plus(k, total.Of(k))))],
            _ => [.. by.Select(b => new KeyedCount(b.Key, b.Value))],
        }, moreThanOnce);
    }
}

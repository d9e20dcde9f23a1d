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
        return db.InReadAsync(async () =>
        {
            var facet = FacetOf(by);
            var groups = await LifelineSql.GroupsAsync(db.Database.GetDbConnection(), db.RegisterId, facet, LifelineRow.DayNumber(day), cancellation);
            var counts = new Counter();
            foreach (var group in groups)
                counts.Add(group);
            if (groups.Exists(g => g.Shape == LifelineRow.Unshaped))
                await AddUnshapedAsync(db, facet, day, counts, cancellation);
            return counts.Result(day, by);
        }, cancellation);
    }

    private static Facet FacetOf(CountBy? by) => by switch
    {
        CountBy.Country => Facet.Country,
        CountBy.Kind => Facet.Kind,
        _ => Facet.Year,
    };

    /// <summary>The few records whose life has more turns than a row has columns are asked one by one.</summary>
    private static async Task AddUnshapedAsync(RegisterDb db, Facet facet, Day day, Counter counts, CancellationToken cancellation)
    {
        var counting = await db.CountingAsync(cancellation);
        var rows = db.Lifelines.Where(l => l.Facet == facet && l.Shape == LifelineRow.Unshaped)
            .Join(db.Agreements, l => l.AgreementId, a => a.Id, (l, a) => new { l.Position, l.Key, a.Facts });
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            counts.Add(row.Position, row.Key, Standing.Of(row.Facts, counting, day).Kind, 1);
    }

    private sealed class Counter
    {
        private readonly SortedDictionary<string, StandingCount> by = new(StringComparer.Ordinal);
        private StandingCount total;
        private long moreThanOnce;

        public void Add(LifelineGroup group)
        {
            if (group.Shape == LifelineRow.Unshaped)
                return;
            var turns = LifelineRow.TurnsOf(group.Shape);
            var reached = group.Count;
            for (var i = 0; i <= turns; i++)
            {
                var further = i < turns ? group.Passed[i] : 0;
                Add(group.Position, group.Key, LifelineRow.KindAfter(group.Shape, i), reached - further);
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

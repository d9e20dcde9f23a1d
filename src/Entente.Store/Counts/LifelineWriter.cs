using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Counts;

/// <summary>Writes the lifelines of agreements, each to its groups.</summary>
internal sealed class LifelineWriter : IDisposable
{
    private const int MostGathered = 100_000;

    private readonly List<LifelineRow> gathered = [];
    private readonly ShapeMemo shapes = new();
    private readonly int registerId;
    private readonly CountingRule counting;
    private readonly RowWriter<LifelineRow> lifelines;
    private readonly RowWriter<LifelineGroup> newGroups;
    private readonly Dictionary<(Facet, int Position, string Key, int Shape), int> known;
    private readonly Dictionary<(Facet, int Turns), int> next;

    private LifelineWriter(RegisterDb db, CountingRule counting, IReadOnlyList<LifelineGroup> groups)
    {
        registerId = db.RegisterId;
        this.counting = counting;
        known = groups.ToDictionary(g => (g.Facet, g.Position, g.Key, g.Shape), g => g.GroupId);
        next = groups.GroupBy(g => (g.Facet, g.Turns)).ToDictionary(g => g.Key, g => g.Max(one => one.GroupId) + 1);
        lifelines = new RowWriter<LifelineRow>(db);
        newGroups = new RowWriter<LifelineGroup>(db);
    }

    public static async Task<LifelineWriter> ForAsync(RegisterDb db, CountingRule counting, CancellationToken cancellation)
    {
        return new LifelineWriter(db, counting, await db.LifelineGroups.AsNoTracking().ToListAsync(cancellation));
    }

    public void Write(Agreement agreement)
    {
        Gather([agreement], [shapes.Of(agreement.Facts, counting)]);
        WriteGathered();
    }

    /// <summary>Those of very many agreements are written some at a time: what lies together is written together.</summary>
    /// <param name="of">Of each, the shape of its life.</param>
    public void Gather(IReadOnlyList<Agreement> agreements, IReadOnlyList<LifelineShape> of)
    {
        for (var i = 0; i < agreements.Count; i++)
        {
            var (agreement, shape) = (agreements[i], of[i]);
            var days = shape.Days;
            foreach (var (facet, position, key) in LifelineShape.KeysOf(agreement.Facts))
            {
                var group = GroupOf(facet, position, key, shape);
                gathered.Add(new LifelineRow(registerId, group, days[0], days[1], days[2], days[3], days[4], days[5], agreement.Id));
            }
        }

        if (gathered.Count >= MostGathered)
            WriteGathered();
    }

    /// <summary>In the order of their key.</summary>
    public void WriteGathered()
    {
        var all = gathered.ToArray();
        gathered.Clear();
        Array.Sort(Array.ConvertAll(all, row => ((long)row.GroupId << 32) | (uint)row.T1), all);
        foreach (var row in all)
            lifelines.Write(row);
    }

    public void Dispose()
    {
        lifelines.Dispose();
        newGroups.Dispose();
    }

    private int GroupOf(Facet facet, int position, string key, LifelineShape shape)
    {
        if (known.TryGetValue((facet, position, key, shape.Digits), out var id))
            return id;
        id = next.GetValueOrDefault((facet, shape.Turns), LifelineGroup.FirstId(facet, shape.Turns));
        next[(facet, shape.Turns)] = id + 1;
        newGroups.Write(new LifelineGroup(registerId, id, facet, shape.Turns, position, key, shape.Digits));
        known.Add((facet, position, key, shape.Digits), id);
        return id;
    }
}

using System.Collections.Concurrent;

using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Lists;

/// <summary>The day to which an agreement that is in force runs at least. Its line says it, unless periods follow each other:
/// then the standing says it, once for each day that is asked for.</summary>
internal sealed class ExtractEnds
{
    private const int MostDays = 16, Chunk = 2_000;

    private readonly ConcurrentDictionary<Day, ConcurrentDictionary<Guid, Day>> found = new();

    /// <summary>An end that is still to come is the next one: nothing before it can be the last day.</summary>
    public static bool IsKnown(in ExtractLine line, Day on) => line.EndDay > on.Number;

    public async Task<IReadOnlyDictionary<Guid, Day>> OnAsync(OpenRegister open, Extract extract, Day on, CancellationToken stop)
    {
        if (found.Count >= MostDays)
            found.Clear();
        var ends = found.GetOrAdd(on, _ => new ConcurrentDictionary<Guid, Day>());
        foreach (var ids in Unknown(extract, on, ends).Chunk(Chunk))
        {
            var asked = open.Db.Ids(ids);
            var facts = await open.Db.Agreements.AsNoTracking().Where(a => asked.Contains(a.Id)).Select(a => new { a.Id, a.Facts }).ToListAsync(stop);
            foreach (var one in facts)
                ends[one.Id] = Standing.Of(one.Facts, extract.Counting, on).Until?.Earliest ?? Day.Future;
        }

        return ends;
    }

    /// <summary>The same for other lines, some of which have changed.</summary>
    public ExtractEnds After(IReadOnlySet<Guid> changed)
    {
        var after = new ExtractEnds();
        foreach (var (on, ends) in found)
            after.found[on] = new ConcurrentDictionary<Guid, Day>(ends.Where(e => !changed.Contains(e.Key)));
        return after;
    }

    private static List<Guid> Unknown(Extract extract, Day on, ConcurrentDictionary<Guid, Day> ends)
    {
        var (unknown, standings) = (new List<Guid>(), extract.StandingsOn(on));
        foreach (var place in extract.Orders.Of(Agreements.AgreementOrder.Number, false))
        {
            ref readonly var line = ref extract.Lines[place];
            if (standings[place] == StandingKind.InForceUntil && !IsKnown(in line, on) && !ends.ContainsKey(line.Id))
                unknown.Add(line.Id);
        }

        return unknown;
    }
}

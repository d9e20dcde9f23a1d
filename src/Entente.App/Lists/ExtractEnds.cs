using System.Collections.Concurrent;

using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Lists;

/// <summary>The day to which an agreement that is in force runs at least. Its line says it, unless periods follow each other:
/// then the standing says it, once for each day that is asked for. By place: what an act changes gets another place, so the states after it go on with the same ends.</summary>
internal sealed class ExtractEnds
{
    private const int MostDays = 16, Chunk = 2_000;

    private readonly ConcurrentDictionary<Day, ConcurrentDictionary<int, Day>> found = new();

    /// <summary>An end that is still to come is the next one: nothing before it can be the last day.</summary>
    public static bool IsKnown(in ExtractLine line, Day on) => line.EndDay > on.Number;

    public async Task<IReadOnlyDictionary<int, Day>> OnAsync(OpenRegister open, Extract extract, Day on, CancellationToken stop)
    {
        if (found.Count >= MostDays)
            found.Clear();
        var ends = found.GetOrAdd(on, _ => new ConcurrentDictionary<int, Day>());
        foreach (var places in Unknown(extract, on, ends).Chunk(Chunk))
        {
            var asked = open.Db.Ids([.. places.Select(place => extract.Lines[place].Id)]);
            var facts = await open.Db.Agreements.AsNoTracking().Where(a => asked.Contains(a.Id)).Select(a => new { a.Id, a.Facts }).ToDictionaryAsync(a => a.Id, a => a.Facts, stop);
            foreach (var place in places)
                ends[place] = Standing.Of(facts[extract.Lines[place].Id], extract.Counting, on).Until?.Earliest ?? Day.Future;
        }

        return ends;
    }

    private static List<int> Unknown(Extract extract, Day on, ConcurrentDictionary<int, Day> ends)
    {
        var (unknown, standings) = (new List<int>(), extract.StandingsOn(on));
        foreach (var place in extract.Orders.Of(Agreements.AgreementOrder.Number, false))
        {
            ref readonly var line = ref extract.Lines[place];
            if (standings[place] == StandingKind.InForceUntil && !IsKnown(in line, on) && !ends.ContainsKey(place))
                unknown.Add(place);
        }

        return unknown;
    }
}

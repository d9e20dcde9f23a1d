using System.Globalization;
using System.Text;

using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Lists;

/// <summary>Reads the extract of a register from its database, or brings one up to the last change.</summary>
internal sealed class ExtractReading(KeySets keys, IReadOnlyDictionary<int, LifelineGroup> groups)
{
    private const int Chunk = 500;

    private readonly Dictionary<Guid, Counted> counted = [];

    public static async Task<Extract> ReadAsync(OpenRegister open, ChainLink state, CancellationToken stop)
    {
        var db = open.Db;
        var keys = new KeySets();
        var reading = new ExtractReading(keys, await GroupsAsync(db, stop));
        await reading.CountAsync(db.Lifelines, stop);
        var lines = (await reading.LinesAsync(db.Agreements, stop)).ToArray();
        return new Extract
        {
            RegisterId = db.RegisterId,
            Counting = await CountingAsync(db, stop),
            State = state,
            Lines = lines,
            Orders = ExtractOrders.Of(lines),
            Keys = keys,
            Restless = await RestlessAsync(db, lines, stop),
            Ends = new ExtractEnds(),
        };
    }

    /// <summary>The extract after the changes since; null when so much has changed that it is better read anew.</summary>
    public static async Task<Extract?> FollowAsync(OpenRegister open, Extract before, ChainLink state, CancellationToken stop)
    {
        var db = open.Db;
        var changed = (await db.ChangedAgreements.Where(c => c.Sequence > before.State.Sequence).Select(c => c.AgreementId).Distinct().ToListAsync(stop)).ToHashSet();
        if (changed.Count > Chunk || before.Counting != await CountingAsync(db, stop)
            || !await db.Changes.AnyAsync(c => c.Sequence == before.State.Sequence && c.Hash == before.State.Hash, stop))
            return null;
        var keys = before.Keys.Copy();
        var reading = new ExtractReading(keys, await GroupsAsync(db, stop));
        await reading.CountAsync(db.Lifelines.Where(l => changed.Contains(l.AgreementId)), stop);
        var now = await reading.LinesAsync(db.Agreements.Where(a => changed.Contains(a.Id)), stop);
        var gone = before.Orders.Of(Agreements.AgreementOrder.Number, false).Where(place => changed.Contains(before.Lines[place].Id)).ToHashSet();
        // What has gone leaves its place behind; when half of them are such, reading anew is better.
        if (before.Lines.Length > 2 * (before.Orders.Count + Chunk))
            return null;
        ExtractLine[] lines = [.. before.Lines, .. now];
        var restless = before.Restless.Where(r => !changed.Contains(r.Key)).Concat(await RestlessAsync(db, now, stop)).ToDictionary();
        return new Extract
        {
            RegisterId = before.RegisterId,
            Counting = before.Counting,
            State = state,
            Lines = lines,
            Orders = before.Orders.After(lines, gone, [.. Enumerable.Range(before.Lines.Length, now.Count)]),
            Keys = keys,
            Restless = restless,
            Ends = before.Ends.After(changed),
        };
    }

    private static Task<CountingRule> CountingAsync(RegisterDb db, CancellationToken stop) => db.Registers.Select(r => r.Counting).SingleAsync(stop);

    private static Task<Dictionary<int, LifelineGroup>> GroupsAsync(RegisterDb db, CancellationToken stop) =>
        db.LifelineGroups.AsNoTracking().ToDictionaryAsync(g => g.GroupId, stop);

    /// <summary>What each agreement is counted under, and the days on which its standing changes.</summary>
    private async Task CountAsync(IQueryable<LifelineRow> lifelines, CancellationToken stop)
    {
        await foreach (var row in lifelines.AsNoTracking().OrderBy(l => l.AgreementId).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!counted.TryGetValue(row.AgreementId, out var of))
                counted.Add(row.AgreementId, of = new Counted());
            of.Add(groups[row.GroupId], row);
        }
    }

    private async Task<List<ExtractLine>> LinesAsync(IQueryable<Agreement> agreements, CancellationToken stop)
    {
        var (lines, texts) = (new List<ExtractLine>(), new MemoryStream());
        var lengths = new List<int>();
        var narrow = agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Number, a.NumberOrder, a.BeginDay, a.EndDay, a.Folded });
        await foreach (var a in narrow.AsAsyncEnumerable().WithCancellation(stop))
        {
            var of = counted[a.Id];
            lines.Add(new ExtractLine(a.Id, a.NumberOrder)
            {
                Number = a.Number == a.NumberOrder.ToString(CultureInfo.InvariantCulture) ? null : a.Number,
                BeginDay = a.BeginDay,
                EndDay = a.EndDay,
                Years = keys.PlaceOf(of.Years),
                Countries = keys.PlaceOf(of.Countries),
                Kinds = keys.PlaceOf(of.Kinds),
                Shape = of.Shape,
                Turns = of.Turns,
            });
            var text = Encoding.UTF8.GetBytes(a.Folded);
            texts.Write(text);
            lengths.Add(text.Length);
        }

        var (all, at) = (texts.ToArray(), 0);
        for (var i = 0; i < lines.Count; at += lengths[i++])
            lines[i] = lines[i] with { Text = all.AsMemory(at, lengths[i]) };
        return lines;
    }

    private static async Task<IReadOnlyDictionary<Guid, Facts>> RestlessAsync(RegisterDb db, IEnumerable<ExtractLine> lines, CancellationToken stop)
    {
        var restless = new Dictionary<Guid, Facts>();
        foreach (var ids in lines.Where(l => l.Shape == 0).Select(l => l.Id).Chunk(Chunk))
        {
            await foreach (var a in db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).AsAsyncEnumerable().WithCancellation(stop))
                restless.Add(a.Id, a.Facts);
        }

        return restless;
    }

    private sealed class Counted
    {
        public List<string> Years { get; } = new(1);

        public List<string> Countries { get; } = new(1);

        public List<string> Kinds { get; } = new(1);

        public int Shape { get; private set; }

        public ExtractTurns Turns { get; private set; }

        public void Add(LifelineGroup group, LifelineRow row)
        {
            (group.Facet switch { Facet.Year => Years, Facet.Country => Countries, _ => Kinds }).Add(group.Key);
            (Shape, Turns) = (group.Shape, new ExtractTurns(row.T1, row.T2, row.T3, row.T4, row.T5, row.T6));
        }
    }
}

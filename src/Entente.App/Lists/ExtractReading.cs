using System.Globalization;

using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Lists;

/// <summary>Reads the extract of a register from its database, or brings one up to the last change.</summary>
internal sealed class ExtractReading
{
    private const int MostFollowed = 500;

    private readonly RegisterDb db;
    private readonly KeySets keys;
    private readonly List<ExtractLine> lines = [];
    private readonly List<ExtractLife> lives = [];
    private readonly List<string> texts = [];

    private ExtractReading(RegisterDb db, KeySets keys)
    {
        this.db = db;
        this.keys = keys;
    }

    public static async Task<Extract> ReadAsync(OpenRegister open, ChainLink state, CancellationToken stop)
    {
        var reading = new ExtractReading(open.Db, new KeySets());
        var groups = await open.Db.LifelineGroups.AsNoTracking().ToDictionaryAsync(g => g.GroupId, stop);
        var further = LifelineGroup.FirstId(Facet.Country, 0);
        var counted = new Dictionary<Guid, Counted>();
        await foreach (var row in open.Db.Lifelines.AsNoTracking().Where(l => l.GroupId < further).AsAsyncEnumerable().WithCancellation(stop))
            Add(counted, row, groups);
        var rest = open.Db.Lifelines.Where(l => l.GroupId >= further).OrderBy(l => l.GroupId).Select(l => new { l.AgreementId, l.GroupId });
        await foreach (var row in rest.AsAsyncEnumerable().WithCancellation(stop))
            counted[row.AgreementId].Add(groups[row.GroupId]);
        await reading.ReadAsync(open.Db.Agreements, counted, stop);
        ExtractLine[] lines = [.. reading.lines];
        var texts = ExtractTexts.Of(reading.texts);
        return new Extract
        {
            RegisterId = open.Db.RegisterId,
            Counting = await CountingAsync(open.Db, stop),
            State = state,
            Lines = lines,
            Lives = [.. reading.lives],
            Texts = texts,
            Orders = new ExtractOrders(lines, texts),
            Keys = reading.keys,
            Restless = await reading.RestlessAsync(stop),
            Ends = new ExtractEnds(),
        };
    }

    /// <summary>The extract after the changes since; null when so much has changed that it is better read anew.</summary>
    public static async Task<Extract?> FollowAsync(OpenRegister open, Extract before, ChainLink state, CancellationToken stop)
    {
        var db = open.Db;
        var changed = (await db.ChangedAgreements.Where(c => c.Sequence > before.State.Sequence).Select(c => c.AgreementId).Distinct().ToListAsync(stop)).ToHashSet();
        // What an act has changed leaves its old place behind; when half of the places are such, reading anew is better.
        if (changed.Count > MostFollowed || before.Lines.Length > 2 * (before.Orders.Count + MostFollowed) || before.Counting != await CountingAsync(db, stop)
            || !await db.Changes.AnyAsync(c => c.Sequence == before.State.Sequence && c.Hash == before.State.Hash, stop))
            return null;
        var arePartnersAsBefore = !await db.ChangedPartners.AnyAsync(c => c.Sequence > before.State.Sequence, stop);
        var reading = new ExtractReading(db, before.Keys.Copy());
        var ids = db.Ids(changed);
        var rows = await db.Lifelines.AsNoTracking().Where(l => ids.Contains(l.AgreementId)).ToListAsync(stop);
        var used = rows.Select(r => r.GroupId).Distinct().ToList();
        var groups = await db.LifelineGroups.AsNoTracking().Where(g => used.Contains(g.GroupId)).ToDictionaryAsync(g => g.GroupId, stop);
        var counted = new Dictionary<Guid, Counted>();
        foreach (var row in rows.OrderBy(r => r.GroupId))
            Add(counted, row, groups);
        await reading.ReadAsync(db.Agreements.Where(a => ids.Contains(a.Id)), counted, stop);
        ExtractLine[] lines = [.. before.Lines, .. reading.lines];
        var texts = before.Texts.With(reading.texts);
        var gone = before.Orders.Of(Agreements.AgreementOrder.Number, false).Where(place => changed.Contains(before.Lines[place].Id)).ToHashSet();
        var after = new Extract
        {
            RegisterId = before.RegisterId,
            Counting = before.Counting,
            State = state,
            Lines = lines,
            Lives = [.. before.Lives, .. reading.lives],
            Texts = texts,
            Orders = new ExtractOrders(lines, texts, before.Orders, gone, [.. Enumerable.Range(before.Lines.Length, reading.lines.Count)]),
            Keys = reading.keys,
            Restless = changed.Any(before.Restless.ContainsKey) || reading.lives.Exists(l => l.IsRestless)
                ? before.Restless.Where(r => !changed.Contains(r.Key)).Concat(await reading.RestlessAsync(stop)).ToDictionary() : before.Restless,
            Ends = before.Ends,
            PartnersBefore = arePartnersAsBefore ? PartnersBefore(before, changed) : null,
        };
        after.Standings.Follow(before.Standings, after);
        return after;
    }

    private static (PartnerLines Lines, IReadOnlySet<Guid> Changed)? PartnersBefore(Extract before, HashSet<Guid> changed) =>
        before.KnownPartners is { } known ? (known, changed) : before.PartnersBefore is { } earlier ? (earlier.Lines, changed.Union(earlier.Changed).ToHashSet()) : null;

    private static Task<CountingRule> CountingAsync(RegisterDb db, CancellationToken stop) => db.Registers.Select(r => r.Counting).SingleAsync(stop);

    private async Task ReadAsync(IQueryable<Agreement> agreements, Dictionary<Guid, Counted> counted, CancellationToken stop)
    {
        var narrow = agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Number, a.NumberOrder, a.BeginDay, a.EndDay, a.EndsOnDay, a.Folded });
        await foreach (var a in narrow.AsAsyncEnumerable().WithCancellation(stop))
        {
            var of = counted[a.Id];
            lives.Add(of.Life);
            texts.Add(a.Folded);
            lines.Add(new ExtractLine(a.Id, a.NumberOrder)
            {
                Number = a.Number == a.NumberOrder.ToString(CultureInfo.InvariantCulture) ? null : a.Number,
                BeginDay = a.BeginDay,
                EndDay = a.EndDay,
                EndsOnDay = a.EndsOnDay,
                Years = keys.PlaceOf([of.Year]),
                Countries = keys.PlaceOf(of.Countries),
                Kinds = keys.PlaceOf(of.Kinds),
            });
        }
    }

    /// <summary>What each agreement is counted under. The turns of its life stand in each of its rows and are read once: those of the first group come first.</summary>
    private static void Add(Dictionary<Guid, Counted> counted, LifelineRow row, Dictionary<int, LifelineGroup> groups)
    {
        var group = groups[row.GroupId];
        if (counted.TryGetValue(row.AgreementId, out var known))
            known.Add(group);
        else
            counted.Add(row.AgreementId, new Counted(group.Key, new ExtractLife(group.Shape, row)));
    }

    private async Task<Dictionary<Guid, Facts>> RestlessAsync(CancellationToken stop)
    {
        var ids = lines.Where((_, i) => lives[i].IsRestless).Select(l => l.Id).ToList();
        if (ids.Count == 0)
            return [];
        var asked = db.Ids(ids);
        return await db.Agreements.AsNoTracking().Where(a => asked.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Facts, stop);
    }

    private sealed record Counted(string Year, ExtractLife Life)
    {
        public List<string> Countries { get; } = new(1);

        public List<string> Kinds { get; } = new(1);

        public void Add(LifelineGroup group) => (group.Facet == Facet.Country ? Countries : Kinds).Add(group.Key);
    }
}

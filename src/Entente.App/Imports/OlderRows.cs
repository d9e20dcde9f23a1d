using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>A row of a list that was stored after the one that is taken back, and older than that by its day.</summary>
/// <param name="Says">The row, with what it counted as read as before where its list is silent, beside what the register says.</param>
/// <param name="IsOlder">It is older than a list that stands as well.</param>
internal sealed record OlderRow(Guid Edition, int Order, Func<Facts?, Facts?, Facts> Says, bool IsOlder);

/// <summary>What an agreement says, and what its row was read as, had a list never been.</summary>
/// <param name="Edition">The list that says so; null: those before the one that is taken back.</param>
internal sealed record WithoutList(Facts Facts, Facts Read, Guid? Edition, int Order);

/// <summary>The rows of lists that put nothing back because the one that is taken back is newer: without it they hold.</summary>
internal sealed class OlderRows
{
    private readonly Dictionary<Guid, List<OlderRow>> rows = [];
    private readonly HashSet<(Guid Edition, Guid Agreement)> all = [];

    /// <summary>What rows were read as before.</summary>
    private Dictionary<Guid, LastRead> read = [];

    /// <summary>The lists that they are of, and of these the ones that are older than no other one that stands.</summary>
    private readonly HashSet<Guid> editions = [], newest = [];

    /// <summary>Of the agreements that the edition has.</summary>
    /// <param name="first">Sequence of the first change by which it was stored.</param>
    /// <param name="import">Sequence of the last one.</param>
    public static async Task<OlderRows> AfterAsync(OpenRegister open, Edition edition, long first, long import, CancellationToken stop)
    {
        var older = new OlderRows();
        var lists = await NewerLists.StandingAsync(open.Db, stop);
        var later = lists.SkipWhile(e => e.Id != edition.Id).Skip(1).Select(e => (List: e, Newer: NewerLists.Of(lists, e))).Where(l => l.Newer.Contains(edition.Id)).ToList();
        if (later.Count == 0)
            return older;
        var ids = await open.Db.Agreements.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Id, stop);
        var here = (await OrdersAsync(open, edition.Id, ids, stop)).Keys.ToHashSet();
        var read = older.read = await KnownRow.ReadAsync(open.Db, stop, first);
        older.editions.UnionWith(later.Select(l => l.List.Id));
        older.newest.UnionWith(later.Where(l => l.Newer.Count == 1).Select(l => l.List.Id));
        foreach (var (list, newer) in later)
            await older.AddAsync(open, list, id => here.Contains(id), id => read.TryGetValue(id, out var last) && last.Newest != edition.Id && newer.Contains(last.Newest), ids, import, stop);
        return older;
    }

    /// <summary>The agreements that they are about.</summary>
    public IEnumerable<Guid> Agreements => rows.Keys;

    public bool Has(Guid edition, Guid agreement) => all.Contains((edition, agreement));

    /// <summary>What those lists were found to say otherwise than the newer one is none any more where that is taken back and the register says it.</summary>
    public async Task ForgetAsync(RegisterDb db, IReadOnlyDictionary<Guid, Facts> now, CancellationToken stop)
    {
        if (editions.Count == 0)
            return;
        var found = await db.Findings.Where(f => editions.Contains(f.EditionId) && f.State != FindingState.Replaced && (f.Code == Finding.Older || f.Code == Finding.OlderList || f.Code == Finding.ListAgain)).ToListAsync(stop);
        var about = (await db.FindingAgreements.AsNoTracking().Where(l => editions.Contains(l.EditionId)).ToListAsync(stop)).ToLookup(l => (l.EditionId, l.FindingOrder), l => l.AgreementId);
        foreach (var one in found)
        {
            var agreements = about[(one.EditionId, one.Order)].ToList();
            if (agreements.Count == 0 ? newest.Contains(one.EditionId) : agreements.TrueForAll(a => IsSaid(one.Finding, now.GetValueOrDefault(a))))
                one.Replace();
        }

        static bool IsSaid(Finding finding, Facts? facts) => facts is not null && finding is { Field: { } field, Listed: { } listed } && FactTexts.Of(field, facts) == FactTexts.Of(field, listed);
    }

    /// <summary>What would be, had the list never been that is taken back.</summary>
    /// <param name="before">What the agreement said before it; null: it brought it.</param>
    public WithoutList? Without(Guid agreement, Facts? before, CountingRule counting)
    {
        if (!rows.TryGetValue(agreement, out var later))
            return null;
        var so = before is null ? null : new WithoutList(before, read.GetValueOrDefault(agreement)?.Facts ?? before, null, 0);
        foreach (var row in later.Where(r => !r.IsOlder))
        {
            var says = row.Says(so?.Read, so?.Facts);
            var taken = so is null ? null : Taking.Of(so.Read, says, so.Facts, counting);
            so = new WithoutList(taken?.Facts ?? says, taken?.Read ?? says, row.Edition, row.Order);
        }

        return so;
    }

    private async Task AddAsync(OpenRegister open, Edition list, Func<Guid, bool> isHere, Func<Guid, bool> isOlder, Dictionary<string, Guid> ids, long import, CancellationToken stop)
    {
        var says = new Dictionary<Guid, Facts>();
        var others = new List<Facts>();
        foreach (var change in await open.Db.Changes.AsNoTracking().Where(c => c.EditionId == list.Id && c.Act == Recording.Imported && c.Sequence > import).OrderBy(c => c.Sequence).ToListAsync(stop))
        {
            foreach (var row in change.Read())
            {
                if (row.Older is { } facts)
                    says[row.Id] = facts;
                else
                    others.Add(row.Facts);
            }
        }

        // As a list tells of itself what it is silent on.
        var drafts = says.Values.Concat(others).Select((f, i) => new Draft(i + 1, null, f, "")).ToList();
        var (silent, printed) = (new SilentFields(list.Tables, drafts, open.Register.Counting), new PrintedOtherwise(drafts, p => SearchText.Plain(p.Name)));
        foreach (var (id, order) in (await OrdersAsync(open, list.Id, ids, stop)).Where(r => says.ContainsKey(r.Key) && isHere(r.Key)))
        {
            all.Add((list.Id, id));
            if (!rows.TryGetValue(id, out var known))
                rows[id] = known = [];
            known.Add(new OlderRow(list.Id, order, (read, ours) => read is null || ours is null ? says[id] : silent.Filled(printed.AsKnown(says[id], ours), read, ours), isOlder(id)));
        }
    }

    private static async Task<Dictionary<Guid, int>> OrdersAsync(OpenRegister open, Guid edition, Dictionary<string, Guid> ids, CancellationToken stop)
    {
        var orders = new Dictionary<Guid, int>();
        await foreach (var row in open.Db.RowsOf(edition).WithCancellation(stop))
        {
            if (row.Agreement is { } number && ids.TryGetValue(number, out var id))
                orders[id] = row.Order;
        }

        return orders;
    }
}

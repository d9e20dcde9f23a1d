using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.App.Statistics;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Lists;

/// <summary>Lists from the extract that a server keeps; only what is shown is read from the database.</summary>
internal static class ListQueries
{
    public static Task<AgreementList> ListAsync(OpenRegister open, AgreementFilter filter, CancellationToken stop) =>
        open.Db.InReadAsync(async () =>
        {
            var extract = await ExtractAsync(open, stop);
            var chosen = await ChooseAsync(open, extract, filter, stop);
            return new AgreementList(filter.On, chosen.Total, await AgreementsAsync(open, extract, chosen.Ids, filter.On, stop));
        }, stop);

    public static Task<Extract> ExtractAsync(OpenRegister open, CancellationToken stop) => (open.Extracts ?? new KeptExtracts()).OfAsync(open, stop);

    /// <param name="of">Null: of all.</param>
    public static async Task<Chosen> ChooseAsync(OpenRegister open, Extract extract, AgreementFilter filter, CancellationToken stop, IReadOnlySet<Guid>? of = null)
    {
        var among = new List<IReadOnlySet<Guid>>();
        if (of is not null)
            among.Add(of);
        foreach (var (question, ids) in AgreementQueries.Sets(open.Db, filter))
            among.Add(await extract.RememberAsync(question, async () => (await ids.ToListAsync(stop)).ToHashSet()));
        var ends = filter.EndsWithinDays is null ? null : await extract.Ends.OnAsync(open, extract, filter.On, stop);
        return extract.Choose(filter, among, ends);
    }

    /// <summary>In the order of their ids.</summary>
    public static async Task<IReadOnlyList<AgreementAt>> AgreementsAsync(
        OpenRegister open, Extract extract, IReadOnlyList<Guid> ids, Day on, CancellationToken stop)
    {
        var asked = open.Db.Ids(ids);
        var found = await open.Db.Agreements.AsNoTracking().Where(a => asked.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);

        return [.. ids.Select(id => new AgreementAt(found[id], found[id].StandingOn(on, extract.Counting)))];
    }

    /// <summary>The same with what columns say beside the facts.</summary>
    public static async Task<IReadOnlyList<ListRow>> RowsAsync(
        OpenRegister open, Extract extract, IReadOnlyList<Guid> ids, Day on, RowNeeds needs, CancellationToken stop)
    {
        var agreements = await AgreementsAsync(open, extract, ids, on, stop);
        var waiting = needs.HasFindings ? await WaitingAsync(open, ids, stop) : [];
        var sources = needs.HasSource ? await extract.RememberAsync("sources", () => open.Db.Editions.ToDictionaryAsync(e => e.Id, e => e.SourceName, stop)) : [];
        return [.. agreements.Select(at => new ListRow(
            at, waiting.GetValueOrDefault(at.Agreement.Id, WaitingFindings.None), at.Agreement.EditionId is { } edition ? sources.GetValueOrDefault(edition) : null))];
    }

    /// <summary>Pairs among the chosen that are probably one agreement.</summary>
    public static async Task<int> DuplicatesAsync(OpenRegister open, Extract extract, AgreementFilter filter, CancellationToken stop)
    {
        var pairs = await extract.RememberAsync("duplicates", () => CountQueries.DuplicatesAsync(open, stop));
        if (pairs.Count == 0)
            return 0;
        var all = filter with { Standing = null, EndsWithinDays = null, Skip = 0, Limit = null };
        var chosen = (await ChooseAsync(open, extract, all, stop, pairs.SelectMany(p => new[] { p.One, p.Other }).ToHashSet())).Ids.ToHashSet();
        return pairs.Count(p => chosen.Contains(p.One) && chosen.Contains(p.Other));
    }

    private static async Task<Dictionary<Guid, WaitingFindings>> WaitingAsync(OpenRegister open, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var asked = open.Db.Ids(ids);
        var findings = await open.Db.FindingAgreements.Where(f => asked.Contains(f.AgreementId))
            .Join(
                open.Db.Findings.Where(f => f.State == FindingState.Open),
                a => new { a.EditionId, Order = a.FindingOrder }, f => new { f.EditionId, f.Order }, (a, f) => new { a.AgreementId, f.Severity })
            .ToListAsync(stop);
        return findings.GroupBy(f => f.AgreementId, f => f.Severity).ToDictionary(
            g => g.Key, g => new WaitingFindings(g.Count(s => s == Severity.Error), g.Count(s => s == Severity.Doubt), g.Count(s => s == Severity.Note)));
    }
}

using Entente.App.Agreements;
using Entente.App.Changes;
using Entente.App.Findings;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>One way in which agreements print a partner.</summary>
/// <param name="Forms">Of which it consists, where it gives several.</param>
/// <param name="Numbers">Of the agreements that print it so.</param>
public sealed record PrintedName(string Text, string? Language, IReadOnlyList<PartyName> Forms, IReadOnlyList<string> Numbers);

/// <summary>An open finding about one of the agreements of a partner.</summary>
/// <param name="Id">In addresses.</param>
public sealed record FoundAbout(string Id, StoredFinding Stored, IReadOnlyList<string> Numbers);

/// <summary>All that the register knows of one partner.</summary>
/// <param name="Agreements">Of the page that is shown; what is printed is told of these.</param>
public sealed record PartnerFile(
    Partner Partner, StandingCount Counts, AgreementList Agreements, IReadOnlyList<PrintedName> Names, IReadOnlyList<string> Units,
    IReadOnlyList<FoundAbout> Findings, IReadOnlyList<ChangeEntry> Changes)
{
    /// <summary>Ids of those that are units of it.</summary>
    public IReadOnlyList<Guid> UnitPartners { get; init; } = [];

    /// <summary>Ids of those whose place it took.</summary>
    public IReadOnlyList<Guid> Predecessors { get; init; } = [];

    /// <summary>Numbers of agreements of the page that print another country than that of the partner, or none.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Those that are this one.</summary>
    public IReadOnlyList<Partner> Merged { get; init; } = [];

    /// <summary>Names of the partners that it is told with, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Others { get; init; } = new Dictionary<Guid, string>();

    public const int MostRows = 100;

    private const int MostFindings = 30, MostChanges = 8;

    /// <returns>Null when there is no such partner.</returns>
    internal static Task<PartnerFile?> FindAsync(OpenRegister open, Guid id, Day on, int page, CancellationToken stop) => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        var lines = await PartnerLines.OfAsync(open, extract, stop);
        var partner = await open.Db.Partners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop);
        var at = Array.FindIndex(lines.All, l => l.Id == id);
        // Of one that somebody worked on the page stays, also without an agreement.
        if (partner is null || (at < 0 && partner.Version == 1))
            return null;
        var filter = new AgreementFilter(on) { Partner = id, Skip = (page - 1) * MostRows, Limit = MostRows };
        var list = await AgreementQueries.ListAsync(open, filter, stop);
        var parties = await PartiesAsync(open, id, list.Agreements, stop);
        var about = list.Agreements.Select(a => a.Agreement.Id).ToList();
        var changes = await ChangeQueries.ListAsync(open, new ChangeFilter { About = about, Partner = id, Limit = MostChanges }, stop);
        var file = new PartnerFile(
            partner, at < 0 ? default : PartnerLines.Counted(extract, in lines.All[at], on), list, Printed(parties),
            [.. parties.Select(p => p.Party.Unit).OfType<string>().Distinct()], await FindingsAsync(open, list.Agreements, stop), changes.Entries)
        {
            Elsewhere = partner.ShownCountry is { } country ? [.. parties.Where(p => p.Party.Country != country).Select(p => p.Number).Distinct()] : [],
        };
        return await WithOthersAsync(open, file, stop);
    }, stop);

    private static async Task<PartnerFile> WithOthersAsync(OpenRegister open, PartnerFile file, CancellationToken stop)
    {
        var (id, identity) = (file.Partner.Id, file.Partner.Identity);
        var known = await open.Db.Partners.AsNoTracking().Where(p => p.Version > 1).OrderBy(p => p.Key).ToListAsync(stop);
        file = file with
        {
            UnitPartners = [.. known.Where(p => p.Identity.Parent == id).Select(p => p.Id)],
            Predecessors = [.. known.Where(p => p.Identity.Successor == id).Select(p => p.Id)],
            Merged = [.. known.Where(p => p.MergedInto == id)],
        };
        Guid?[] others = [identity.Parent, identity.Successor, .. file.UnitPartners, .. file.Predecessors];
        return file with { Others = await NamedPartners.NamesAsync(open, others.OfType<Guid>(), stop) };
    }

    private static async Task<IReadOnlyList<(Party Party, string Number)>> PartiesAsync(
        OpenRegister open, Guid id, IReadOnlyList<AgreementAt> agreements, CancellationToken stop)
    {
        var ids = agreements.Select(a => a.Agreement.Id).ToList();
        var links = await open.Db.AgreementPartners.AsNoTracking().Where(l => l.PartnerId == id && ids.Contains(l.AgreementId)).ToListAsync(stop);
        var positions = links.ToLookup(l => l.AgreementId, l => l.Position);
        return [.. agreements.SelectMany(a => positions[a.Agreement.Id].Order().Select(p => (a.Agreement.Facts.Parties[p], a.Agreement.Number)))];
    }

    private static IReadOnlyList<PrintedName> Printed(IReadOnlyList<(Party Party, string Number)> parties) =>
    [
        .. parties.GroupBy(p => p.Party.Name).OrderByDescending(g => g.Count()).Select(g => new PrintedName(
            g.Key, NameLanguage.Of(g.First().Party), [.. g.SelectMany(p => p.Party.Names).Where(n => n.Text != g.Key).Distinct()],
            [.. g.Select(p => p.Number).Distinct()])),
    ];

    private static async Task<IReadOnlyList<FoundAbout>> FindingsAsync(OpenRegister open, IReadOnlyList<AgreementAt> agreements, CancellationToken stop)
    {
        var numbers = agreements.ToDictionary(a => a.Agreement.Id, a => a.Agreement.Number);
        var found = await open.Db.FindingAgreements.AsNoTracking().Where(l => numbers.Keys.Contains(l.AgreementId))
            .Join(
                open.Db.Findings.AsNoTracking().Where(f => f.State == FindingState.Open),
                l => new { l.EditionId, Order = l.FindingOrder }, f => new { f.EditionId, f.Order }, (l, f) => new { l.AgreementId, Finding = f })
            .ToListAsync(stop);
        var ids = await FindingIds.OfAsync(open.Db, stop);
        return
        [
            .. found.GroupBy(f => (f.Finding.EditionId, f.Finding.Order)).Select(g => new FoundAbout(ids.Lasting(g.First().Finding), g.First().Finding, [.. g.Select(f => numbers[f.AgreementId])]))
                .OrderBy(f => f.Stored.Severity).ThenBy(f => f.Stored.Code, StringComparer.Ordinal).Take(MostFindings),
        ];
    }
}

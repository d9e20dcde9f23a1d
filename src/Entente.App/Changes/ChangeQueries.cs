using Entente.App.Keeping;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Changes;

/// <summary>An agreement that an act is about.</summary>
/// <param name="IsGone">It is not in the register any more.</param>
public sealed record ActedOn(string Number, bool IsGone);

/// <summary>A partner that an act is about itself.</summary>
/// <param name="Changed">What of it was changed, in words; empty where the act says it itself.</param>
public sealed record ActedOnPartner(Guid Id, string Name, IReadOnlyList<string> Changed);

/// <summary>The document that an act took in.</summary>
public sealed record ActedFrom(string Name, string Sha256, int Records);

/// <summary>One act on the register, without the records that it keeps.</summary>
/// <param name="Agreements">The first few that it is about.</param>
/// <param name="HasMore">It is about more of them than are named.</param>
public sealed record ChangeEntry(
    long Sequence, DateTimeOffset At, string Who, string Act, string? Why, IReadOnlyList<ActedOn> Agreements, bool HasMore, ActedFrom? Source)
{
    /// <summary>The first few.</summary>
    public IReadOnlyList<ActedOnPartner> Partners { get; init; } = [];
}

/// <param name="Total">Of all that are asked for, shown or not.</param>
public sealed record ChangeList(long Total, IReadOnlyList<ChangeEntry> Entries);

/// <summary>What of the history is asked for. Everything that is null asks for nothing.</summary>
public sealed record ChangeFilter
{
    /// <summary>Code of an act.</summary>
    public string? Act { get; init; }

    /// <summary>Number of an agreement, also of one that was deleted.</summary>
    public string? Number { get; init; }

    /// <summary>Ids: about any of these.</summary>
    public IReadOnlyList<Guid>? About { get; init; }

    /// <summary>Or about this partner itself.</summary>
    public Guid? Partner { get; init; }

    public int Skip { get; init; }

    public int Limit { get; init; } = 50;
}

public static class ChangeQueries
{
    private const int MostNamed = 4;

    /// <summary>The newest first.</summary>
    public static async Task<ChangeList> ListAsync(OpenRegister open, ChangeFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        var changes = open.Db.Changes.AsNoTracking();
        if (filter.Act is { } act)
            changes = changes.Where(c => c.Act == act);
        if (await AboutAsync(open, filter, stop) is { } about)
        {
            var sequences = open.Db.ChangedAgreements.Where(a => about.Contains(a.AgreementId)).Select(a => a.Sequence)
                .Concat(open.Db.ChangedPartners.Where(p => p.PartnerId == filter.Partner).Select(p => p.Sequence));
            changes = changes.Where(c => sequences.Contains(c.Sequence));
        }

        var shown = await changes.OrderByDescending(c => c.Sequence).Skip(filter.Skip).Take(filter.Limit)
            .Select(c => new Narrow(c.Sequence, c.At, c.Who, c.Act, c.Why, c.EditionId)).ToListAsync(stop);
        return new ChangeList(await changes.LongCountAsync(stop), await EntriesAsync(open, shown, filter.Partner, stop));
    }

    /// <summary>The acts that were ever done.</summary>
    public static Task<List<string>> ActsAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.Changes.Select(c => c.Act).Distinct().OrderBy(a => a).ToListAsync(stop);
    }

    private static async Task<IReadOnlyList<Guid>?> AboutAsync(OpenRegister open, ChangeFilter filter, CancellationToken stop)
    {
        if (filter.Number is not { } number)
            return filter.About;
        var id = await open.Db.Agreements.Numbered(number).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(stop) ?? await Bin.IdOfAsync(open.Db, number, stop);
        return id is { } known ? [known] : [];
    }

    private static async Task<IReadOnlyList<ChangeEntry>> EntriesAsync(OpenRegister open, IReadOnlyList<Narrow> shown, Guid? partner, CancellationToken stop)
    {
        var editions = shown.Select(c => c.EditionId).OfType<Guid>().ToList();
        var sources = await open.Db.Editions.AsNoTracking().Where(e => editions.Contains(e.Id))
            .Select(e => new { e.Id, e.SourceName, e.Sha256, e.Records }).ToDictionaryAsync(e => e.Id, e => new ActedFrom(e.SourceName, e.Sha256, e.Records), stop);
        var entries = new List<ChangeEntry>();
        foreach (var c in shown)
        {
            var source = c.EditionId is { } edition ? sources.GetValueOrDefault(edition) : null;
            // An import is about all of its records; the page of its source names them.
            var named = source is null ? await NamedAsync(open, c.Sequence, stop) : [];
            var partners = c.Act.StartsWith(Recording.Partner, StringComparison.Ordinal) ? await PartnersAsync(open, c.Sequence, partner, stop) : [];
            entries.Add(new ChangeEntry(c.Sequence, c.At, c.Who, c.Act, c.Why, [.. named.Take(MostNamed)], Math.Max(named.Count, partners.Count) > MostNamed, source)
            {
                Partners = [.. partners.Take(MostNamed)],
            });
        }

        return entries;
    }

    /// <summary>In the order in which the act has them: who is merged comes before the one that it is merged into.</summary>
    /// <param name="only">The one whose history it is; null: of all.</param>
    private static async Task<IReadOnlyList<ActedOnPartner>> PartnersAsync(OpenRegister open, long sequence, Guid? only, CancellationToken stop)
    {
        var change = await open.Db.Changes.AsNoTracking().FirstAsync(c => c.Sequence == sequence, stop);
        var all = change.Partners();
        // Very many were linked at once: their own pages do not name the others.
        var after = (all.Count > MostNamed && only is not null ? all.Where(p => p.Id == only) : all).Take(MostNamed + 1).ToList();
        var names = await NamedPartners.NamesAsync(open, after.Select(p => p.Id), stop);
        var acted = new List<ActedOnPartner>();
        foreach (var partner in after)
        {
            acted.Add(new ActedOnPartner(partner.Id, names.GetValueOrDefault(partner.Id, partner.Name), await PartnerChange.ToldAsync(open.Db, change, partner, stop)));
        }

        return acted;
    }

    private static async Task<List<ActedOn>> NamedAsync(OpenRegister open, long sequence, CancellationToken stop)
    {
        var db = open.Db;
        var about = await db.ChangedAgreements.Where(a => a.Sequence == sequence).Take(MostNamed + 1)
            .Select(a => new { a.AgreementId, Number = db.Agreements.Where(n => n.Id == a.AgreementId).Select(n => n.Number).FirstOrDefault() }).ToListAsync(stop);
        var named = about.Where(a => a.Number is not null).Select(a => new ActedOn(a.Number!, IsGone: false)).ToList();
        if (about.Count > 0 && named.Count == about.Count)
            return named;
        // What has gone, and what was only decided on, is told by the records that the change keeps.
        var change = await db.Changes.AsNoTracking().FirstAsync(c => c.Sequence == sequence, stop);
        var gone = about.Where(a => a.Number is null).Select(a => a.AgreementId).ToHashSet();
        named.AddRange(change.Records().Where(r => gone.Contains(r.Id)).Select(r => new ActedOn(r.Number, IsGone: true)));
        foreach (var finding in change.Findings().Where(_ => about.Count == 0).Take(MostNamed + 1))
        {
            var ids = db.FindingAgreements.Where(f => f.EditionId == finding.EditionId && f.FindingOrder == finding.Order).Select(f => f.AgreementId);
            named.AddRange((await db.Agreements.Where(a => ids.Contains(a.Id)).ByNumber().Select(a => a.Number).ToListAsync(stop)).Select(n => new ActedOn(n, IsGone: false)));
        }

        return named;
    }

    private sealed record Narrow(long Sequence, DateTimeOffset At, string Who, string Act, string? Why, Guid? EditionId);
}

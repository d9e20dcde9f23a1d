using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Ror;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>The office's acts on its partners: each is one function that page, API and command call, and one change in the history.
/// What says the same as before is no change. What agreements print stays as it is printed.</summary>
public static class PartnerActs
{
    internal const string Merged = "partner.merged", Unmerged = "partner.unmerged";

    /// <summary>The partner is this record of the world's registry, or a unit of that institution.</summary>
    /// <param name="asUnit">Null: as its name says.</param>
    /// <exception cref="RefusedException">partner.unknown, ror.no-id, ror.unknown, record.changed-since.</exception>
    public static Task<Partner> LinkAsync(OpenRegister open, RegistryFile registry, Guid id, string ror, Hand hand, bool? asUnit = null, CancellationToken stop = default)
    {
        var at = PlaceOf(registry, ror);
        return KnowAllAsync(open, id, hand, "partner.linked", partner =>
            UnitParents.WithAsync(open, registry, new Dictionary<Partner, Identity> { [partner] = Linked(partner, registry, at, asUnit ?? IsUnit(partner, registry, at)) }, stop), stop);
    }

    /// <summary>Each of these partners is the record that its name certainly means.</summary>
    /// <returns>How many were linked.</returns>
    public static Task<int> LinkCertainAsync(OpenRegister open, RegistryFile registry, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(hand);
        return open.Db.InTransactionAsync(async () =>
        {
            var certain = (await PartnerMatches.WaitingAsync(open, registry, stop)).Where(m => m.Match.Institution is not null).ToDictionary(m => m.Partner.Id, m => m.Match.Institution!.Value);
            var asked = open.Db.Ids(certain.Keys);
            var partners = await open.Db.Partners.Where(p => asked.Contains(p.Id)).ToListAsync(stop);
            var linked = partners.ToDictionary(p => p, p => Linked(p, registry, certain[p.Id], IsUnit(p, registry, certain[p.Id])));
            var known = await UnitParents.WithAsync(open, registry, linked, stop);
            foreach (var (partner, identity) in known)
                partner.Know(identity);
            if (known.Count > 0)
                await RecordAsync(open, "partner.linked", hand, [.. known.Keys], stop);
            return partners.Count;
        }, stop);
    }

    public static Task<Partner> UnlinkAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop = default) =>
        KnowAsync(open, id, hand, "partner.unlinked", partner => RegistryIdentity.Unlinked(partner.Identity), stop);

    /// <summary>Someone looked, and the registry does not have it; or that is taken back.</summary>
    /// <exception cref="RefusedException">partner.unknown, partner.is-linked, record.changed-since.</exception>
    /// <param name="registry">The one in which someone looked; null where none is loaded.</param>
    public static Task<Partner> ListAsync(OpenRegister open, RegistryFile? registry, Guid id, bool isUnlisted, Hand hand, CancellationToken stop = default) =>
        KnowAsync(open, id, hand, isUnlisted ? "partner.unlisted" : "partner.listed", partner =>
            !isUnlisted ? partner.Identity with { IsUnlisted = false, Refused = [] }
            : partner.Identity.Record is { } record ? throw new RefusedException("partner.is-linked", partner.ShownName, record)
            : RegistryIdentity.Unlisted(partner.Identity, registry is null ? null : PartnerMatches.CertainOf(registry, partner)), stop);

    /// <summary>What its record says of these fields becomes ours.</summary>
    /// <exception cref="RefusedException">partner.unknown, partner.not-linked, ror.unknown, record.changed-since.</exception>
    public static Task<Partner> TakeAsync(OpenRegister open, RegistryFile registry, Guid id, IReadOnlyList<IdentityField> fields, Hand hand, CancellationToken stop = default) =>
        KnowAsync(open, id, hand, "partner.taken", partner =>
        {
            var record = registry.InstitutionAt(LinkedTo(registry, partner));
            var differing = RegistryIdentity.Differences(partner, record).Select(d => d.Field).ToList();
            return fields.Where(differing.Contains).Aggregate(partner.Identity, (so, field) => RegistryIdentity.Taken(so, record, field));
        }, stop);

    /// <summary>The country of the partner becomes that of its agreements too: what they print otherwise was wrong.</summary>
    /// <returns>How many agreements were corrected.</returns>
    /// <exception cref="RefusedException">partner.unknown, record.changed-since.</exception>
    public static Task<int> CorrectCountryAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InTransactionAsync(async () =>
        {
            var partner = await GetAsync(open, id, hand, stop);
            var links = await open.Db.AgreementPartners.Where(l => l.PartnerId == id).Join(open.Db.Agreements, l => l.AgreementId, a => a.Id, (l, a) => new { l.Position, Agreement = a }).ToListAsync(stop);
            var others = links.Where(l => l.Agreement.Facts.Parties[l.Position].Country != partner.ShownCountry).ToList();
            foreach (var link in others)
            {
                var edit = new AgreementEdit { Parties = [.. Enumerable.Repeat(new PartyEdit(), link.Position), new PartyEdit(Country: partner.ShownCountry ?? "")] };
                link.Agreement.Revise(edit.On(link.Agreement.Facts, open.Rules));
            }

            List<Agreement> corrected = [.. others.Select(l => l.Agreement).Distinct()];
            if (corrected.Count > 0)
                await open.Db.RecordAsync("agreement.corrected", Keeping.Keeping.Author(open, hand), new Outcome { Changed = corrected }, stop);
            return corrected.Count;
        }, stop);
    }

    /// <summary>What has happened to its record was seen, and nothing follows from it; of a doubtful country, that the printed one is right; of one that is not in the registry, that it still is not.</summary>
    /// <exception cref="RefusedException">partner.unknown, partner.not-linked, record.changed-since.</exception>
    public static Task<Partner> LookAsync(OpenRegister open, RegistryFile registry, Guid id, Hand hand, CancellationToken stop = default) =>
        KnowAsync(open, id, hand, "partner.looked-at", partner =>
        {
            if (partner.Identity is { Record: null, IsUnlisted: true })
                return RegistryIdentity.Unlisted(partner.Identity, PartnerMatches.CertainOf(registry, partner));
            if (partner.Identity.Record is null)
                throw new RefusedException("partner.not-linked", partner.ShownName);
            return RegistryIdentity.Looked(partner, PartnerMatches.SeenNow(registry, partner));
        }, stop);

    /// <exception cref="FieldsException">Every field that is wrong.</exception>
    public static Task<Partner> EditAsync(OpenRegister open, Guid id, PartnerEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return KnowAsync(open, id, hand, "partner.changed", partner => edit.OnAsync(open, partner, stop), stop);
    }

    /// <summary>Two names, one partner: its agreements become those of the other.</summary>
    /// <exception cref="RefusedException">partner.unknown, partner.itself, partner.two-records, record.changed-since.</exception>
    /// <param name="intoVersion">The version of the other that the person saw; null when only the last one counts.</param>
    public static Task<Partner> MergeAsync(OpenRegister open, Guid id, Guid into, Hand hand, int? intoVersion = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InTransactionAsync(async () =>
        {
            var partner = await GetAsync(open, id, new Hand(hand.Who), stop);
            var other = await GetAsync(open, await open.Db.MergedAsync(into, stop), new Hand(hand.Who), stop);
            if (partner.MergedInto == other.Id)
                return other;
            CheckVersion(partner, hand);
            CheckVersion(other, hand with { Version = intoVersion });
            if (partner.Id == other.Id || partner.MergedInto is not null)
                throw new RefusedException("partner.itself", partner.ShownName, other.ShownName);
            if (partner.Identity.Record is { } one && other.Identity.Record is { } two && one != two)
                throw new RefusedException("partner.two-records", partner.ShownName, one, other.ShownName, two);
            partner.Merge(other.Id);
            other.Know(other.Identity.With(partner.Identity));
            await open.Db.RelinkAllAsync(partner.Id, other.Id, stop);
            await RecordAsync(open, Merged, hand, [partner, other], stop);
            return other;
        }, stop);
    }

    /// <summary>It was not one: the agreements that print this name are its own again.</summary>
    /// <exception cref="RefusedException">partner.unknown, partner.not-merged, record.changed-since.</exception>
    public static Task<Partner> UnmergeAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InTransactionAsync(async () =>
        {
            var partner = await GetAsync(open, id, hand, stop);
            if (partner.MergedInto is not { } into)
                throw new RefusedException("partner.not-merged", partner.ShownName);
            var other = await GetAsync(open, await open.Db.MergedAsync(into, stop), new Hand(hand.Who), stop);
            await open.Db.RelinkPrintedAsync(other.Id, partner.Id, stop);
            partner.Merge(null);
            other.Know(await WithoutAsync(open, other, partner, stop));
            await RecordAsync(open, Unmerged, hand, [partner, other], stop);
            return partner;
        }, stop);
    }

    /// <summary>What was known of a partner before another was merged into it; where somebody has worked on it since, that stays.</summary>
    private static async Task<Identity> WithoutAsync(OpenRegister open, Partner partner, Partner merged, CancellationToken stop)
    {
        var acts = await open.Db.ChangedPartners.Where(c => c.PartnerId == partner.Id).OrderByDescending(c => c.Sequence).Join(open.Db.Changes, c => c.Sequence, c => c.Sequence, (_, c) => c).Take(2).ToListAsync(stop);
        if (acts.Count == 0 || acts[0].Act != Merged || acts[0].Partners().All(p => p.Id != merged.Id))
            return partner.Identity;
        return acts.Count == 1 ? Identity.None : acts[1].Partners().First(p => p.Id == partner.Id).Identity;
    }

    /// <summary>Two partners that look like one, or like parts of one, and are not.</summary>
    public static Task<Partner> TellApartAsync(OpenRegister open, Guid id, Guid other, Hand hand, CancellationToken stop = default) =>
        KnowAsync(open, id, hand, "partner.told-apart", partner =>
            partner.Identity.Others.Contains(other) ? partner.Identity : partner.Identity with { Others = [.. partner.Identity.Others, other] }, stop);

    private static Task<Partner> KnowAsync(OpenRegister open, Guid id, Hand hand, string act, Func<Partner, Identity> know, CancellationToken stop) =>
        KnowAsync(open, id, hand, act, partner => Task.FromResult(know(partner)), stop);

    private static Task<Partner> KnowAsync(OpenRegister open, Guid id, Hand hand, string act, Func<Partner, Task<Identity>> know, CancellationToken stop) =>
        KnowAllAsync(open, id, hand, act, async partner => new Dictionary<Partner, Identity> { [partner] = await know(partner) }, stop);

    /// <param name="know">What is known then of the partner, and of others with it.</param>
    private static Task<Partner> KnowAllAsync(OpenRegister open, Guid id, Hand hand, string act, Func<Partner, Task<IReadOnlyDictionary<Partner, Identity>>> know, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InTransactionAsync(async () =>
        {
            var partner = await GetAsync(open, id, new Hand(hand.Who), stop);
            if (partner.MergedInto is { } into)
                throw new RefusedException("partner.is-merged", partner.Name, (await GetAsync(open, into, new Hand(hand.Who), stop)).ShownName);
            var known = (await know(partner)).Where(k => StoredJson.Text(k.Value) != StoredJson.Text(k.Key.Identity)).ToList();
            if (known.Count == 0)
                return partner;
            CheckVersion(partner, hand);
            known.ForEach(k => k.Key.Know(k.Value));
            await RecordAsync(open, act, hand, [.. known.Select(k => k.Key)], stop);
            return partner;
        }, stop);
    }

    private static Task<Change> RecordAsync(OpenRegister open, string act, Hand hand, IReadOnlyList<Partner> partners, CancellationToken stop) =>
        open.Db.RecordAsync(act, Keeping.Keeping.Author(open, hand), new Outcome { Partners = partners }, stop);

    private static async Task<Partner> GetAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(hand);
        var partner = await open.Db.Partners.FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new RefusedException("partner.unknown", $"{id:N}");
        CheckVersion(partner, hand);
        return partner;
    }

    private static void CheckVersion(Partner partner, Hand hand)
    {
        if (hand.Version is { } seen && seen != partner.Version)
            throw new RefusedException("record.changed-since", partner.ShownName);
    }

    /// <summary>Its name says so, or it is a unit of whose place this one took. Of who is linked to the record itself somebody has said that.</summary>
    private static bool IsUnit(Partner partner, RegistryFile registry, int at)
    {
        var id = registry.Registry.IdOf(at);
        if (partner.Identity.UnitOf is { } of)
            return of == id || partner.Identity.Seen?.Successors.Contains(id) == true || (registry.Registry.Find(of) is { } former && HasSuccessor(registry.Registry, former, at)) || PartnerMatches.IsUnit(registry, partner, at);
        return partner.Identity.Ror != id && PartnerMatches.IsUnit(registry, partner, at);
    }

    private static Identity Linked(Partner partner, RegistryFile registry, int at, bool asUnit)
    {
        var (record, seen) = (registry.InstitutionAt(at), RegistrySeen.Of(registry.Registry, at));
        var former = partner.Identity.Ror is { } id ? registry.Registry.Find(id) : null;
        if (asUnit || partner.Identity.UnitOf is not null)
            return RegistryIdentity.Linked(partner, record, seen, asUnit);
        return partner.Identity.Seen?.Successors.Contains(record.Id) == true || (former is { } one && one != at && HasSuccessor(registry.Registry, one, at))
            ? RegistryIdentity.Succeeded(partner, record, seen) : RegistryIdentity.Linked(partner, record, seen);
    }

    private static bool HasSuccessor(Registry registry, int former, int successor) =>
        registry.LastSuccessorOf(former) == successor || registry.RelatedTo(former, InstitutionRelationKind.Successor).Contains(successor);

    private static int LinkedTo(RegistryFile registry, Partner partner) =>
        PlaceOf(registry, partner.Identity.Record ?? throw new RefusedException("partner.not-linked", partner.ShownName));

    private static int PlaceOf(RegistryFile registry, string ror)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var id = RorId.Find(ror) ?? throw new RefusedException("ror.no-id", ror);
        return registry.Registry.Find(id) ?? throw new RefusedException("ror.unknown", id);
    }
}

using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Counts;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Writes agreements with everything that follows from their facts: partners, links, lifelines, words to search by.</summary>
/// <param name="of">How many there are in all.</param>
internal sealed class AgreementWriter(RegisterDb db, LifelineWriter lifelines, DateTimeOffset at, int of) : IDisposable
{
    private const int Chunk = 500;

    private const int MostKept = 50_000;

    private readonly RowWriter<Agreement> agreements = new(db), agreementsOfPart = new(db, nameof(Agreement.Facts));

    /// <summary>Partners by their keys, and by what they are called, over all parts of a long list.</summary>
    private readonly Dictionary<string, Guid> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string? Country), Guid> named = [];
    private readonly Memo<(string Name, string? Country), string> keys = new(p => Partner.KeyOf(p.Name, p.Country), MostKept);
    private readonly RowWriter<Partner> partners = new(db);
    private IReadOnlyDictionary<string, Guid>? called;
    private readonly RowWriter<AgreementPartner> links = new(db);
    private readonly SearchIndex search = new(db);
    private int written;

    /// <param name="at">The time in the ids of new partners.</param>
    /// <param name="of">How many there are in all; 0 where someone else tells how far it is.</param>
    public static async Task<AgreementWriter> ForAsync(RegisterDb db, DateTimeOffset at, int of, CancellationToken cancellation)
    {
        var counting = await db.CountingAsync(cancellation);
        return new AgreementWriter(db, await LifelineWriter.ForAsync(db, counting, cancellation), at, of);
    }

    public async Task AddAsync(IReadOnlyList<Agreement> added, CancellationToken cancellation)
    {
        var known = await PartnersAsync(added, cancellation);
        foreach (var agreement in added)
        {
            cancellation.ThrowIfCancellationRequested();
            agreements.Write(agreement);
            Follow(agreement, known);
            Tell();
        }
    }

    /// <summary>Some of very many, of which the partners are known again in the next ones.</summary>
    public async Task AddPartAsync(MadePart made, CancellationToken cancellation)
    {
        var added = made.Added;
        foreach (var (key, id) in await PartnersAsync(added.Where(a => a.Facts.Parties.Any(p => !named.ContainsKey((p.Name, p.Country)))), cancellation))
            kept[key] = id;
        for (var i = 0; i < added.Count; i++)
        {
            agreementsOfPart.Write(added[i], made.Facts[i]);
            Link(added[i], PartnerNamed);
            search.Add(added[i]);
        }

        lifelines.Gather(added, made.Shapes);
    }

    /// <summary>To be called after the last part.</summary>
    public void Complete() => lifelines.WriteGathered();

    /// <summary>What follows from the facts, anew; the agreements themselves are saved already.</summary>
    public async Task FollowAsync(IReadOnlyList<Agreement> changed, CancellationToken cancellation)
    {
        var before = await LinkedAsync(changed, cancellation);
        var known = await PartnersAsync(changed, cancellation);
        foreach (var agreement in changed)
        {
            await db.AgreementPartners.Where(l => l.AgreementId == agreement.Id).ExecuteDeleteAsync(cancellation);
            await db.Lifelines.Where(l => l.AgreementId == agreement.Id).ExecuteDeleteAsync(cancellation);
            search.Remove(agreement);
            Follow(agreement, known);
            Tell();
        }

        await ForgetAsync(before, cancellation);
    }

    /// <summary>Links, lifelines and findings go with their agreement, by foreign key.</summary>
    public async Task RemoveAsync(IReadOnlyList<Agreement> removed, CancellationToken cancellation)
    {
        var before = await LinkedAsync(removed, cancellation);
        foreach (var agreement in removed)
        {
            search.Remove(agreement);
            var gone = await db.Agreements.Where(a => a.Id == agreement.Id && a.Version == agreement.Version).ExecuteDeleteAsync(cancellation);
            if (gone == 0)
                throw new RefusedException("record.changed-since", agreement.Number);
            Tell();
        }

        await ForgetAsync(before, cancellation);
    }

    public void Dispose()
    {
        agreements.Dispose();
        agreementsOfPart.Dispose();
        partners.Dispose();
        links.Dispose();
        lifelines.Dispose();
        search.Dispose();
    }

    private void Tell() => db.Written?.Report(new RowsWritten(++written, of));

    private void Follow(Agreement agreement, Dictionary<string, Guid> known)
    {
        Link(agreement, party => PartnerOf(party, known));
        lifelines.Write(agreement);
        search.Add(agreement);
    }

    private void Link(Agreement agreement, Func<Party, Guid> partnerOf)
    {
        var parties = agreement.Facts.Parties;
        for (var i = 0; i < parties.Count; i++)
        {
            if (parties[i].Name.Length > 0)
                links.Write(new AgreementPartner(db.RegisterId, agreement.Id, i, partnerOf(parties[i])));
        }
    }

    private Guid PartnerNamed(Party party) =>
        named.TryGetValue((party.Name, party.Country), out var id) ? id : named[(party.Name, party.Country)] = PartnerOf(party, kept);

    private Guid PartnerOf(Party party, Dictionary<string, Guid> known)
    {
        var key = keys.Of((party.Name, party.Country));
        if (known.TryGetValue(key, out var id))
            return id;
        var partner = new Partner(db.RegisterId, Guid.CreateVersion7(at), party.Name, party.Country);
        partners.Write(partner);
        known.Add(key, partner.Id);
        return partner.Id;
    }

    private async Task<Dictionary<string, Guid>> PartnersAsync(IEnumerable<Agreement> of, CancellationToken cancellation)
    {
        var wanted = of.SelectMany(a => a.Facts.Parties).Where(p => p.Name.Length > 0)
            .Select(p => keys.Of((p.Name, p.Country))).Where(k => !kept.ContainsKey(k)).Distinct().ToList();
        var known = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in wanted.Chunk(Chunk))
        {
            var found = db.Partners.Where(p => chunk.Contains(p.Key)).Select(p => new { p.Key, p.Id, p.MergedInto });
            foreach (var partner in await found.ToListAsync(cancellation))
                known.Add(partner.Key, partner.MergedInto is { } into ? await db.MergedAsync(into, cancellation) : partner.Id);
        }

        foreach (var key in wanted.Where(k => !known.ContainsKey(k)).ToList())
        {
            if ((called ??= await db.CalledAsync(cancellation)).TryGetValue(key, out var id))
                known.Add(key, id);
        }

        return known;
    }

    private async Task<HashSet<Guid>> LinkedAsync(IReadOnlyList<Agreement> of, CancellationToken cancellation)
    {
        var linked = new HashSet<Guid>();
        foreach (var chunk in of.Select(a => a.Id).Chunk(Chunk))
            linked.UnionWith(await db.AgreementPartners.Where(l => chunk.Contains(l.AgreementId)).Select(l => l.PartnerId).ToListAsync(cancellation));
        return linked;
    }

    /// <summary>A partner that no agreement names any more, and that nobody has worked on, goes.</summary>
    private async Task ForgetAsync(HashSet<Guid> before, CancellationToken cancellation)
    {
        foreach (var chunk in before.Chunk(Chunk))
        {
            await db.Partners
                .Where(p => chunk.Contains(p.Id) && p.Version == 1 && !db.AgreementPartners.Any(l => l.PartnerId == p.Id))
                .ExecuteDeleteAsync(cancellation);
        }
    }
}

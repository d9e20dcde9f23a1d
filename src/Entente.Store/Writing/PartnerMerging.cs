using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Links of agreements to partners, when partners become one and when they are two again. What agreements print says whose they are.</summary>
public static class PartnerMerging
{
    /// <summary>The partner that this one is, in the end.</summary>
    public static async Task<Guid> MergedAsync(this RegisterDb db, Guid partner, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        while (await db.Partners.Where(p => p.Id == partner).Select(p => p.MergedInto).FirstOrDefaultAsync(cancellation) is { } into)
            partner = into;
        return partner;
    }

    /// <summary>The agreements of one partner become those of another.</summary>
    public static Task<int> RelinkAllAsync(this RegisterDb db, Guid from, Guid to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AgreementPartners.Where(l => l.PartnerId == from).ExecuteUpdateAsync(l => l.SetProperty(x => x.PartnerId, to), cancellation);
    }

    /// <summary>Of the agreements of one partner, those that print another one, or one that was merged into it, become that one's.</summary>
    public static async Task RelinkPrintedAsync(this RegisterDb db, Guid from, Guid to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = await db.KeysOfAsync(to, cancellation);
        var (stays, goes) = (await db.PartnerAsync(from, cancellation), await db.PartnerAsync(to, cancellation));
        keys.ExceptWith(stays.Keys);
        keys.Add(goes.Key);
        var links = await db.AgreementPartners.AsNoTracking().Where(l => l.PartnerId == from)
            .Join(db.Agreements, l => l.AgreementId, a => a.Id, (l, a) => new { l.AgreementId, l.Position, a.Facts }).ToListAsync(cancellation);
        foreach (var link in links)
        {
            var party = link.Facts.Parties[link.Position];
            if (keys.Contains(Partner.KeyOf(party.Name, party.Country)))
            {
                await db.AgreementPartners.Where(l => l.AgreementId == link.AgreementId && l.Position == link.Position)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.PartnerId, to), cancellation);
            }
        }
    }

    /// <summary>The partners that somebody has worked on, by each key that only one of them has.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> CalledAsync(this RegisterDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var worked = (await db.Partners.AsNoTracking().Where(p => p.Version > 1).ToListAsync(cancellation)).ToDictionary(p => p.Id);
        return worked.Values.SelectMany(p => p.Keys.Select(key => (Key: key, Id: InTheEnd(p)))).Distinct()
            .GroupBy(k => k.Key, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Id, StringComparer.Ordinal);

        Guid InTheEnd(Partner partner)
        {
            var id = partner.Id;
            while (worked.GetValueOrDefault(id)?.MergedInto is { } into)
                id = into;
            return id;
        }
    }

    private static Task<Partner> PartnerAsync(this RegisterDb db, Guid id, CancellationToken cancellation) =>
        db.Partners.AsNoTracking().SingleAsync(p => p.Id == id, cancellation);

    /// <summary>Its own and those of every partner that was merged into it.</summary>
    private static async Task<HashSet<string>> KeysOfAsync(this RegisterDb db, Guid partner, CancellationToken cancellation)
    {
        var (keys, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<Guid>([partner]));
        while (next.TryDequeue(out var id))
        {
            keys.UnionWith((await db.PartnerAsync(id, cancellation)).Keys);
            foreach (var merged in await db.Partners.Where(p => p.MergedInto == id).Select(p => p.Id).ToListAsync(cancellation))
                next.Enqueue(merged);
        }

        return keys;
    }
}

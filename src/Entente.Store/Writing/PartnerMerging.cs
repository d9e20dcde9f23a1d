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

    /// <summary>Its own and those of every partner that was merged into it.</summary>
    private static async Task<HashSet<string>> KeysOfAsync(this RegisterDb db, Guid partner, CancellationToken cancellation)
    {
        var (keys, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<Guid>([partner]));
        while (next.TryDequeue(out var id))
        {
            keys.Add(await db.Partners.Where(p => p.Id == id).Select(p => p.Key).SingleAsync(cancellation));
            foreach (var merged in await db.Partners.Where(p => p.MergedInto == id).Select(p => p.Id).ToListAsync(cancellation))
                next.Enqueue(merged);
        }

        return keys;
    }
}

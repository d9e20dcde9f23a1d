using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>Partners by what a person calls them.</summary>
internal static class NamedPartners
{
    /// <summary>By its id, or by a name that only one partner has.</summary>
    /// <returns>Null when there is none, or several.</returns>
    public static async Task<Partner?> FindAsync(OpenRegister open, string typed, CancellationToken stop)
    {
        if (PartnerAddress.Parse(typed) is { } id && await open.Db.Partners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is { } known)
            return known;
        var key = $"{SearchText.Plain(typed)}|";
        var printed = await open.Db.Partners.AsNoTracking().Where(p => p.Key.StartsWith(key)).Take(2).ToListAsync(stop);
        if (printed.Count > 0)
            return printed.Count == 1 ? printed[0] : null;
        var named = (await WithIdentityAsync(open, stop)).Where(p => p.Identity.Names.Any(n => SearchText.Plain(n.Text) == key[..^1])).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <exception cref="RefusedException">partner.unknown.</exception>
    public static async Task<Partner> GetAsync(OpenRegister open, string typed, CancellationToken stop) =>
        await FindAsync(open, typed, stop) ?? throw new RefusedException("partner.unknown", typed);

    /// <summary>Itself, or the partner that it is in the end.</summary>
    public static async Task<Partner> InTheEndAsync(OpenRegister open, Partner partner, CancellationToken stop)
    {
        var end = await open.Db.MergedAsync(partner.Id, stop);
        return await open.Db.Partners.AsNoTracking().SingleAsync(p => p.Id == end, stop);
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(OpenRegister open, IEnumerable<Guid> ids, CancellationToken stop)
    {
        var asked = open.Db.Ids([.. ids.Distinct()]);
        return (await open.Db.Partners.AsNoTracking().Where(p => asked.Contains(p.Id)).ToListAsync(stop)).ToDictionary(p => p.Id, p => p.ShownName);
    }

    /// <summary>Someone has worked on them.</summary>
    private static Task<List<Partner>> WithIdentityAsync(OpenRegister open, CancellationToken stop) =>
        open.Db.Partners.AsNoTracking().Where(p => p.Version > 1).ToListAsync(stop);
}

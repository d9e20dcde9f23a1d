using Entente.App.Registers;
using Entente.Core;
using Entente.Formats.Ror;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>Units of an institution, and the partner that is the institution: where it is linked to the record that they are units of, or has its very name.</summary>
internal static class UnitParents
{
    /// <summary>With the parents of those that are linked as units; and with units that were linked before, where these are their institutions.</summary>
    /// <param name="linked">What is going to be known of partners that are linked now.</param>
    public static async Task<IReadOnlyDictionary<Partner, Identity>> WithAsync(
        OpenRegister open, RegistryFile registry, IReadOnlyDictionary<Partner, Identity> linked, CancellationToken stop)
    {
        var known = linked.ToDictionary();
        foreach (var partner in await open.Db.Partners.Where(p => p.Version > 1 && p.MergedInto == null).ToListAsync(stop))
            known.TryAdd(partner, partner.Identity);
        var changed = linked.ToDictionary();
        foreach (var record in linked.Values.Select(i => i.Record).OfType<string>().Distinct())
        {
            var units = known.Where(k => k.Value.UnitOf == record && k.Value.Parent is null).Select(k => k.Key).ToList();
            if (units.Count == 0 || await InstitutionAsync(open, registry, known, record, stop) is not { } institution)
                continue;
            foreach (var unit in units.Where(u => !known[u].Others.Contains(institution) && !IsBelow(known, institution, u.Id)))
                changed[unit] = known[unit] = RegistryIdentity.WithParent(known[unit], institution);
        }

        return changed;
    }

    /// <summary>Null where no partner is it, or several.</summary>
    private static async Task<Guid?> InstitutionAsync(OpenRegister open, RegistryFile registry, Dictionary<Partner, Identity> known, string record, CancellationToken stop)
    {
        var own = known.Where(k => k.Value.Ror == record).Select(k => k.Key.Id).Take(2).ToList();
        if (own.Count > 0 || registry.Registry.Find(record) is not { } at)
            return own.Count == 1 ? own[0] : null;
        var key = Partner.KeyOf(registry.Registry.DisplayOf(at), registry.Registry.CountryOf(at));
        var named = await open.Db.Partners.FirstOrDefaultAsync(p => p.Key == key && p.MergedInto == null, stop);
        return named is not null && (known.GetValueOrDefault(named) ?? named.Identity) is { Record: null, IsUnlisted: false } ? named.Id : null;
    }

    /// <summary>Whether one is a unit of another, or of one of its units.</summary>
    private static bool IsBelow(Dictionary<Partner, Identity> known, Guid one, Guid other)
    {
        var parents = known.Where(k => k.Value.Parent is not null).ToDictionary(k => k.Key.Id, k => k.Value.Parent!.Value);
        var steps = parents.Count;
        for (Guid? at = one; at is { } id && steps-- >= 0; at = parents.TryGetValue(id, out var up) ? up : null)
        {
            if (id == other)
                return true;
        }

        return false;
    }
}

using System.Globalization;

using Entente.App.Lists;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Matching;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Reconciliation;

/// <summary>The partners that agreements name, in one state of the register, ready to be matched with.</summary>
internal sealed class KnownPartners
{
    private const string Question = "reconciliation";

    private readonly Dictionary<Guid, int> places = [];
    private readonly ILookup<string, int> holders, linked;
    private readonly Dictionary<int, string> records;

    private KnownPartners(IReadOnlyList<Partner> all, HashSet<Guid> named)
    {
        var known = all.ToDictionary(p => p.Id);
        var shown = all.Where(p => named.Contains(p.Id)).ToList();
        for (var at = 0; at < shown.Count; at++)
            places[shown[at].Id] = at;
        foreach (var partner in all.Where(p => p.MergedInto is not null))
        {
            if (places.TryGetValue(Final(known, partner).Id, out var at))
                places.TryAdd(partner.Id, at);
        }

        var merged = all.Where(p => p.MergedInto is not null && places.ContainsKey(p.Id)).ToLookup(p => places[p.Id]);
        var entities = shown.Select((p, at) => Entity.Of(p, merged[at].Select(m => m.Name))).ToList();
        All = new Entities(RegistryBuild.Of(shown.Select((p, at) => Named(p, entities[at], at)), _ => []), at => entities[at]);
        holders = shown.SelectMany((p, at) => Certain(p).Concat(merged[at].Select(m => m.Name)).Select(SearchText.Plain).Distinct().Select(n => (Name: n, At: at))).ToLookup(n => n.Name, n => n.At);
        records = shown.Select((p, at) => (p.Identity.Ror, At: at)).Where(p => p.Ror is not null).ToDictionary(p => p.At, p => p.Ror!);
        linked = records.ToLookup(r => r.Value, r => r.Key);
    }

    public Entities All { get; }

    public static Task<KnownPartners> OfAsync(OpenRegister open, CancellationToken stop) => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        return await extract.RememberAsync(Question, async () =>
        {
            var named = (await PartnerLines.OfAsync(open, extract, stop)).All.Select(l => l.Id).ToHashSet();
            return new KnownPartners(await open.Db.Partners.AsNoTracking().OrderBy(p => p.Key).ToListAsync(stop), named);
        });
    }, stop);

    public int? Find(Guid id) => places.TryGetValue(id, out var at) ? at : null;

    /// <summary>Those that are called so, letter by letter but for case and marks, where the country does not speak against it.
    /// Of several only the ones in the country that is stated.</summary>
    public IReadOnlyList<int> Called(string name, string? country)
    {
        var all = SearchText.Plain(name) is { Length: > 0 } folded ? holders[folded].ToList() : [];
        if (country is null)
            return all;
        return all.Exists(at => All[at].Country == country) ? all.FindAll(at => All[at].Country == country) : all.FindAll(at => All[at].Country is null);
    }

    /// <summary>Those that are linked to a record of the registry.</summary>
    public IEnumerable<int> LinkedTo(string ror) => linked[ror];

    public string? RecordOf(int at) => records.GetValueOrDefault(at);

    /// <summary>Names that say who is meant; an acronym alone does not.</summary>
    private static IEnumerable<string> Certain(Partner partner) =>
        partner.Identity.Names.Where(n => n.Kind != OwnNameKind.Acronym).Select(n => n.Text).Append(partner.Name);

    private static Partner Final(Dictionary<Guid, Partner> known, Partner partner)
    {
        var steps = known.Count;
        while (partner.MergedInto is { } into && steps-- > 0 && known.TryGetValue(into, out var next))
            partner = next;
        return partner;
    }

    /// <summary>As the matching of names takes it: ids in the order of places, which nobody sees.</summary>
    private static Institution Named(Partner partner, Entity entity, int at)
    {
        var acronyms = partner.Identity.Names.Where(n => n.Kind == OwnNameKind.Acronym).Select(n => n.Text).ToHashSet();
        return new Institution
        {
            Id = RorId.Address + at.ToString(CultureInfo.InvariantCulture).PadLeft(Registry.IdLength, '0'),
            Names = [.. entity.Names.Select((name, i) => new RegistryName(name, null, i == 0 ? RegistryNameKinds.Display | RegistryNameKinds.Label
                : acronyms.Contains(name) ? RegistryNameKinds.Acronym : RegistryNameKinds.Alias))],
            Places = entity.Country is { } country ? [new InstitutionPlace(entity.Place?.Name ?? "", country, null, null, null)] : [],
        };
    }
}

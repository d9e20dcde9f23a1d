using System.Globalization;

using Entente.Core.Matching;
using Entente.Edtf;

namespace Entente.Core;

public enum IdentityField
{
    Name,
    Country,
    Place,
    Types,
    Website,
    Names,
    Identifiers,

    /// <summary>Not a field of the record: the partner that is the institution that it is a unit of.</summary>
    Parent,
}

/// <summary>Where what the office knows of a partner and its record in the registry say something else.</summary>
/// <param name="Ours">Null where the office knows nothing.</param>
/// <param name="Theirs">Of names and identifiers: those that are not ours.</param>
public sealed record IdentityDifference(IdentityField Field, string? Ours, string Theirs);

/// <summary>What of a record of the world's registry becomes part of a partner. Nothing of the office's own is overwritten unless it is asked to be.</summary>
public static class RegistryIdentity
{
    private static readonly Dictionary<string, IdentifierKind> kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["isni"] = IdentifierKind.Isni, ["wikidata"] = IdentifierKind.Wikidata, ["grid"] = IdentifierKind.Grid, ["fundref"] = IdentifierKind.Fundref,
    };

    /// <summary>What can be taken from a record.</summary>
    public static IReadOnlyList<IdentityField> Fields { get; } = [.. Enum.GetValues<IdentityField>().Where(f => f != IdentityField.Parent)];

    /// <summary>The partner linked to a record: what the office did not know is the record's, but its name and its country stay.</summary>
    /// <param name="asUnit">The record is that of the institution of which the partner is a unit: only where it is becomes known by it.</param>
    public static Identity Linked(Partner partner, Institution record, RegistrySeen seen, bool asUnit = false)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(record);
        var identity = (asUnit ? partner.Identity.UnitOf : partner.Identity.Ror) == record.Id ? partner.Identity
            : asUnit ? Unlinked(partner.Identity) with { UnitOf = record.Id } : LinkedTo(record.Id, Unlinked(partner.Identity));
        identity = identity with { Seen = seen, IsUnlisted = false, Refused = [] };
        var gaps = Differences(partner, identity, record)
            .Where(d => d.Field is IdentityField.Names or IdentityField.Identifiers || (d.Ours is null && d.Field is not IdentityField.Name));
        return gaps.Aggregate(identity, (so, gap) => Taken(so, record, gap.Field));
    }

    /// <summary>As <see cref="Linked"/>, to the record of who took the place of the one that it was linked to: the id and the name of that one, and of those before, stay as
    /// former ones. Since when they are is not known.</summary>
    public static Identity Succeeded(Partner partner, Institution record, RegistrySeen seen)
    {
        var linked = Linked(partner, record, seen);
        var (before, over) = (partner.Identity, EdtfValue.Parse("../").Value);
        var ids = before.Identifiers.Where(i => i is { Kind: IdentifierKind.Ror, IsFromRecord: true }).Prepend(new PartnerIdentifier(IdentifierKind.Ror, before.Ror ?? record.Id))
            .Where(i => i.Value != record.Id).Select(i => i with { Valid = over, IsFromRecord = true });
        var names = before.Names.Where(n => n is { Kind: OwnNameKind.Former, IsFromRecord: true }).Append(new OwnName(before.Seen?.Name ?? partner.Name, OwnNameKind.Former) { IsFromRecord = true })
            .Where(n => n.Text != partner.Name && n.Text != record.Display()).DistinctBy(n => n.Text).ToList();
        return linked with
        {
            Identifiers = [.. linked.Identifiers, .. ids],
            Names = [.. linked.Names.Where(n => !n.IsFromRecord || names.All(f => f.Text != n.Text)), .. names.Where(f => linked.Names.All(n => n.IsFromRecord || n.Text != f.Text))],
        };
    }

    private static Identity LinkedTo(string id, Identity identity) =>
        identity with { Identifiers = [new PartnerIdentifier(IdentifierKind.Ror, id), .. identity.Identifiers] };

    /// <summary>What came from the record goes with it: a wrong link leaves nothing of another institution behind. What the office typed stays.</summary>
    public static Identity Unlinked(Identity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return WithoutRecord(identity) with { Identifiers = [.. identity.Identifiers.Where(i => !i.IsFromRecord && i.Value != identity.Ror)] };
    }

    private static Identity WithoutRecord(Identity identity) => identity with
    {
        Names = [.. identity.Names.Where(n => !n.IsFromRecord)],
        Identifiers = [.. identity.Identifiers.Where(i => !i.IsFromRecord)],
        Country = identity.FromRecord.Contains(IdentityField.Country) ? null : identity.Country,
        Place = identity.FromRecord.Contains(IdentityField.Place) ? null : identity.Place,
        Types = identity.FromRecord.Contains(IdentityField.Types) ? [] : identity.Types,
        Website = identity.FromRecord.Contains(IdentityField.Website) ? null : identity.Website,
        Parent = identity.FromRecord.Contains(IdentityField.Parent) ? null : identity.Parent,
        UnitOf = null,
        FromRecord = [],
        Seen = null,
    };

    /// <summary>The institution that it is linked to as a unit is a partner, too: known by the link, and gone with it.</summary>
    public static Identity WithParent(Identity identity, Guid parent)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return identity with { Parent = parent, FromRecord = [.. identity.FromRecord.Append(IdentityField.Parent).Distinct().Order()] };
    }

    public static IReadOnlyList<IdentityDifference> Differences(Partner partner, Institution record)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(record);
        return [.. Differences(partner, partner.Identity, record)];
    }

    /// <summary>What the record says of one field, taken over. Whoever takes its name or its country has seen it.</summary>
    public static Identity Taken(Identity identity, Institution record, IdentityField field)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(record);
        var marked = field is IdentityField.Country or IdentityField.Place or IdentityField.Types or IdentityField.Website
            ? identity with { FromRecord = [.. identity.FromRecord.Append(field).Distinct().Order()] } : identity;
        return field switch
        {
            IdentityField.Name => WithOfficial(marked, record.Display(), LanguageOf(record)) with { Seen = marked.Seen is { } seen ? seen with { Name = record.Display() } : null },
            IdentityField.Country => marked with { Country = record.Country(), Seen = marked.Seen is { } seen ? seen with { Country = record.Country() } : null },
            IdentityField.Place => marked with { Place = record.Places[0] },
            IdentityField.Types => marked with { Types = TypesOf(record) },
            IdentityField.Website => marked with { Website = record.Links[0] },
            IdentityField.Names => marked with { Names = [.. marked.Names, .. NewNames(marked, null, record)] },
            _ => marked with { Identifiers = [.. marked.Identifiers, .. NewIdentifiers(marked, record)] },
        };
    }

    /// <summary>What someone typed over what came from the record is the office's own. Who types another id has linked it anew.</summary>
    public static Identity Typed(Identity identity, Identity before)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(before);
        var typed = identity with
        {
            IsUnlisted = identity.IsUnlisted && identity.Ror is null,
            Refused = identity.Ror is null ? identity.Refused : [],
            Names = [.. identity.Names.Select(n => n with { IsFromRecord = before.Names.Contains(n with { IsFromRecord = true }) })],
            Identifiers = [.. identity.Identifiers.Select(i => i with { IsFromRecord = before.Identifiers.Contains(i with { IsFromRecord = true }) })],
            FromRecord =
            [
                .. before.FromRecord.Where(f => f switch
                {
                    IdentityField.Country => identity.Country == before.Country,
                    IdentityField.Place => identity.Place == before.Place,
                    IdentityField.Types => identity.Types.SequenceEqual(before.Types),
                    IdentityField.Parent => identity.Parent == before.Parent,
                    _ => identity.Website == before.Website,
                }),
            ],
        };
        return typed.Ror == before.Ror ? typed : WithoutRecord(typed);
    }

    /// <summary>What has happened to a linked institution since someone looked, and whether its country is doubtful; nothing when it is not linked.</summary>
    /// <param name="now">Null when its id is in the registry no longer.</param>
    public static IReadOnlyList<RegistryDifference> Since(Partner partner, RegistrySeen? now)
    {
        ArgumentNullException.ThrowIfNull(partner);
        if (partner.Identity.Record is not { } id)
            return [];
        var seen = partner.Identity.Seen;
        if (now is null)
            return seen?.Status == InstitutionStatus.Withdrawn ? [] : [new RegistryDifference(RegistryDifferenceKind.Gone, id, seen?.Name ?? partner.ShownName, seen?.Name, null)];
        var happened = seen is null ? [] : RegistryDifferences.Of(id, seen, now).ToList();
        // What the institution is called is nothing of its units.
        if (partner.Identity.UnitOf is not null)
            happened.RemoveAll(d => d.Kind == RegistryDifferenceKind.Renamed);
        return IsCountryDoubtful(partner, now) && happened.All(d => d.Kind != RegistryDifferenceKind.MovedCountry)
            ? [.. happened, new RegistryDifference(RegistryDifferenceKind.CountryDoubtful, id, now.Name, partner.Country, now.Country)] : happened;
    }

    /// <summary>Someone has seen what the registry says now, and nothing follows: where the country was doubtful, the printed one is right.</summary>
    /// <param name="now">Null when its id is in the registry no longer, which is as good as withdrawn.</param>
    public static Identity Looked(Partner partner, RegistrySeen? now)
    {
        ArgumentNullException.ThrowIfNull(partner);
        if (now is null)
            return partner.Identity with { Seen = (partner.Identity.Seen ?? new RegistrySeen(partner.ShownName, InstitutionStatus.Withdrawn, partner.ShownCountry)) with { Status = InstitutionStatus.Withdrawn } };
        return partner.Identity with { Seen = now, Country = IsCountryDoubtful(partner, now) ? partner.Country : partner.Identity.Country };
    }

    /// <summary>Someone has said that it is not in the registry, or that again.</summary>
    /// <param name="certain">Id in full of the record that its name certainly means, which it is not; null when it means none.</param>
    public static Identity Unlisted(Identity identity, string? certain)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return identity with { IsUnlisted = true, Refused = certain is null ? identity.Refused : [.. identity.Refused.Append(certain).Distinct()] };
    }

    private static bool IsCountryDoubtful(Partner partner, RegistrySeen now) =>
        partner.Identity.Country is null && partner.Country is { } printed && now.Country is { } country && printed != country;

    /// <summary>Of a unit only where it is.</summary>
    private static IEnumerable<IdentityDifference> Differences(Partner partner, Identity identity, Institution record) =>
        AllDifferences(partner, identity, record).Where(d => identity.UnitOf is null || d.Field is IdentityField.Country or IdentityField.Place);

    private static IEnumerable<IdentityDifference> AllDifferences(Partner partner, Identity identity, Institution record)
    {
        var shown = identity.Official ?? partner.Name;
        if (record.Display() != shown)
            yield return new IdentityDifference(IdentityField.Name, shown, record.Display());
        if (record.Country() is { } country && country != (identity.Country ?? partner.Country))
            yield return new IdentityDifference(IdentityField.Country, identity.Country ?? partner.Country, country);
        if (record.Places is [var place, ..] && place != identity.Place)
            yield return new IdentityDifference(IdentityField.Place, identity.Place is { } ours ? Told(ours) : null, Told(place));
        if (TypesOf(record) is { Count: > 0 } types && !types.SequenceEqual(identity.Types))
            yield return new IdentityDifference(IdentityField.Types, identity.Types.Count == 0 ? null : Told(identity.Types), Told(types));
        if (record.Links is [var link, ..] && link != identity.Website)
            yield return new IdentityDifference(IdentityField.Website, identity.Website, link);
        if (NewNames(identity, partner.Name, record) is { Count: > 0 } names)
            yield return new IdentityDifference(IdentityField.Names, null, string.Join(" · ", names.Select(n => n.Text)));
        if (NewIdentifiers(identity, record) is { Count: > 0 } identifiers)
            yield return new IdentityDifference(IdentityField.Identifiers, null, string.Join(" · ", identifiers.Select(i => i.Value)));
    }

    /// <summary>Its name, and where it is: degrees to the north and to the east.</summary>
    public static string Told(InstitutionPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place is { Latitude: { } north, Longitude: { } east }
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Name} ({north:0.###}, {east:0.###})") : place.Name;
    }

    private static string Told(IReadOnlyList<PartnerType> types) => string.Join(' ', types.Select(Words.Kebab));

    /// <summary>What was official stays as an alias; as a former name where the institution was called so, and is no more.</summary>
    private static Identity WithOfficial(Identity identity, string name, string? language) => identity with
    {
        Names =
        [
            new OwnName(name, OwnNameKind.Official, language) { IsFromRecord = identity.Names.All(n => n.Text != name || n.IsFromRecord) },
            .. identity.Names.Where(n => n.Text != name).Select(n => n is { Kind: OwnNameKind.Official, IsEnded: false } ? n with { Kind = n.Text == identity.Seen?.Name ? OwnNameKind.Former : OwnNameKind.Alias } : n),
        ],
    };

    private static string? LanguageOf(Institution record) => record.Names.FirstOrDefault(n => n.Kinds.HasFlag(RegistryNameKinds.Display))?.Language;

    private static List<OwnName> NewNames(Identity identity, string? printed, Institution record) =>
    [
        .. record.Names.Where(n => n.Text != printed && n.Text != record.Display() && identity.Names.All(o => o.Text != n.Text)).DistinctBy(n => n.Text)
            .Select(n => new OwnName(n.Text, n.Kinds.HasFlag(RegistryNameKinds.Acronym) ? OwnNameKind.Acronym : OwnNameKind.Alias, n.Language) { IsFromRecord = true }),
    ];

    private static List<PartnerIdentifier> NewIdentifiers(Identity identity, Institution record) =>
    [
        .. record.Identifiers.Where(i => kinds.ContainsKey(i.Kind)).Select(i => (Kind: kinds[i.Kind], Value: i.Preferred ?? (i.All.Count > 0 ? i.All[0] : null)))
            .Where(i => i.Value is not null && identity.Identifiers.All(o => o.Kind != i.Kind || o.Value != i.Value))
            .Select(i => new PartnerIdentifier(i.Kind, i.Value!) { IsFromRecord = true }),
    ];

    private static IReadOnlyList<PartnerType> TypesOf(Institution record) => [.. record.Types.Select(TypeOf).Distinct()];

    private static PartnerType TypeOf(InstitutionType type) => type switch
    {
        InstitutionType.Education => PartnerType.Education,
        InstitutionType.Facility => PartnerType.Research,
        InstitutionType.Government => PartnerType.Government,
        InstitutionType.Company => PartnerType.Company,
        InstitutionType.Healthcare => PartnerType.Healthcare,
        InstitutionType.Archive => PartnerType.Archive,
        InstitutionType.Nonprofit => PartnerType.Nonprofit,
        InstitutionType.Funder => PartnerType.Funder,
        _ => PartnerType.Other,
    };
}

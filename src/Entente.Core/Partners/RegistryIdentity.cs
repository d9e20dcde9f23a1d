using Entente.Core.Matching;

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

    /// <summary>The partner linked to a record: what the office did not know is the record's, but its name and its country stay.</summary>
    public static Identity Linked(Partner partner, Institution record, RegistrySeen seen)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(record);
        var identity = Unlinked(partner.Identity);
        identity = identity with
        {
            Identifiers = [new PartnerIdentifier(IdentifierKind.Ror, record.Id), .. identity.Identifiers],
            Seen = seen,
            IsUnlisted = false,
        };
        var gaps = Differences(partner, identity, record)
            .Where(d => d.Field is IdentityField.Names or IdentityField.Identifiers || (d.Ours is null && d.Field is not IdentityField.Name));
        return gaps.Aggregate(identity, (so, gap) => Taken(so, record, gap.Field));
    }

    /// <summary>What was taken from the record stays until someone changes it.</summary>
    public static Identity Unlinked(Identity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return identity with { Identifiers = [.. identity.Identifiers.Where(i => i.Kind != IdentifierKind.Ror)], Seen = null };
    }

    public static IReadOnlyList<IdentityDifference> Differences(Partner partner, Institution record)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(record);
        return [.. Differences(partner, partner.Identity, record)];
    }

    /// <summary>What the record says of one field, taken over.</summary>
    public static Identity Taken(Identity identity, Institution record, IdentityField field)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(record);
        return field switch
        {
            IdentityField.Name => WithOfficial(identity, record.Display(), LanguageOf(record)),
            IdentityField.Country => identity with { Country = record.Country() },
            IdentityField.Place => identity with { Place = record.Places[0] },
            IdentityField.Types => identity with { Types = TypesOf(record) },
            IdentityField.Website => identity with { Website = record.Links[0] },
            IdentityField.Names => identity with { Names = [.. identity.Names, .. NewNames(identity, null, record)] },
            _ => identity with { Identifiers = [.. identity.Identifiers, .. NewIdentifiers(identity, record)] },
        };
    }

    /// <summary>What has happened to a linked institution since someone looked; nothing when it is not linked.</summary>
    /// <param name="now">Null when its id is in the registry no longer.</param>
    public static IReadOnlyList<RegistryDifference> Since(Identity identity, RegistrySeen? now)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity is not { Seen: { } seen, Ror: { } id })
            return [];
        return now is null
            ? [new RegistryDifference(RegistryDifferenceKind.Gone, id, seen.Name, seen.Name, null)]
            : [.. RegistryDifferences.Of(id, seen, now)];
    }

    private static IEnumerable<IdentityDifference> Differences(Partner partner, Identity identity, Institution record)
    {
        var shown = identity.Names.FirstOrDefault(n => n.Kind == OwnNameKind.Official)?.Text ?? partner.Name;
        if (record.Display() != shown)
            yield return new IdentityDifference(IdentityField.Name, shown, record.Display());
        if (record.Country() is { } country && country != (identity.Country ?? partner.Country))
            yield return new IdentityDifference(IdentityField.Country, identity.Country ?? partner.Country, country);
        if (record.Places is [var place, ..] && place != identity.Place)
            yield return new IdentityDifference(IdentityField.Place, identity.Place?.Name, place.Name);
        if (TypesOf(record) is { Count: > 0 } types && !types.SequenceEqual(identity.Types))
            yield return new IdentityDifference(IdentityField.Types, identity.Types.Count == 0 ? null : Told(identity.Types), Told(types));
        if (record.Links is [var link, ..] && link != identity.Website)
            yield return new IdentityDifference(IdentityField.Website, identity.Website, link);
        if (NewNames(identity, partner.Name, record) is { Count: > 0 } names)
            yield return new IdentityDifference(IdentityField.Names, null, string.Join(" · ", names.Select(n => n.Text)));
        if (NewIdentifiers(identity, record) is { Count: > 0 } identifiers)
            yield return new IdentityDifference(IdentityField.Identifiers, null, string.Join(" · ", identifiers.Select(i => i.Value)));
    }

    private static string Told(IReadOnlyList<PartnerType> types) => string.Join(' ', types.Select(Words.Kebab));

    /// <summary>What was official stays as an alias.</summary>
    private static Identity WithOfficial(Identity identity, string name, string? language) => identity with
    {
        Names =
        [
            new OwnName(name, OwnNameKind.Official, language),
            .. identity.Names.Where(n => n.Text != name).Select(n => n.Kind == OwnNameKind.Official ? n with { Kind = OwnNameKind.Alias } : n),
        ],
    };

    private static string? LanguageOf(Institution record) => record.Names.FirstOrDefault(n => n.Kinds.HasFlag(RegistryNameKinds.Display))?.Language;

    private static List<OwnName> NewNames(Identity identity, string? printed, Institution record) =>
    [
        .. record.Names.Where(n => n.Text != printed && n.Text != record.Display() && identity.Names.All(o => o.Text != n.Text)).DistinctBy(n => n.Text)
            .Select(n => new OwnName(n.Text, n.Kinds.HasFlag(RegistryNameKinds.Acronym) ? OwnNameKind.Acronym : OwnNameKind.Alias, n.Language)),
    ];

    private static List<PartnerIdentifier> NewIdentifiers(Identity identity, Institution record) =>
    [
        .. record.Identifiers.Where(i => kinds.ContainsKey(i.Kind)).Select(i => (Kind: kinds[i.Kind], Value: i.Preferred ?? (i.All.Count > 0 ? i.All[0] : null)))
            .Where(i => i.Value is not null && identity.Identifiers.All(o => o.Kind != i.Kind || o.Value != i.Value))
            .Select(i => new PartnerIdentifier(i.Kind, i.Value!)),
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

using System.Text.Json.Serialization;

using Entente.Core;
using Entente.Core.Matching;

namespace Entente.Formats.Ror;

/// <summary>One record of ROR's dump in its schema 2.0 or 2.1 (https://ror.readme.io/docs/data-structure), as far as it is kept. Of schema 1 only what tells it.</summary>
internal sealed record RorRecord(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("types")] IReadOnlyList<string>? Types,
    [property: JsonPropertyName("names")] IReadOnlyList<RorName>? Names,
    [property: JsonPropertyName("locations")] IReadOnlyList<RorLocation>? Locations,
    [property: JsonPropertyName("established")] int? Established,
    [property: JsonPropertyName("links")] IReadOnlyList<RorLink>? Links,
    [property: JsonPropertyName("domains")] IReadOnlyList<string>? Domains,
    [property: JsonPropertyName("external_ids")] IReadOnlyList<RorExternalId>? ExternalIds,
    [property: JsonPropertyName("relationships")] IReadOnlyList<RorRelationship>? Relationships,
    [property: JsonPropertyName("admin")] RorAdmin? Admin,
    [property: JsonPropertyName("name")] string? NameOfSchema1)
{
    /// <summary>Records that were not touched since say the schema that they were made in.</summary>
    private static readonly string[] Schemas = ["1.0", "2.0", "2.1"];

    /// <summary>Registers whose identifiers a dump has: those of the schema, and some that older records still have.</summary>
    private static readonly string[] Registers = ["fundref", "grid", "isni", "wikidata", "orgref", "cnrs", "hesa", "lei", "ucas", "ukprn"];

    private IEnumerable<RorPlace> Placed => (Locations ?? []).Select(l => l?.Details).OfType<RorPlace>();

    private IEnumerable<RorExternalId> Identified => (ExternalIds ?? []).OfType<RorExternalId>();

    /// <summary>What of it is left out.</summary>
    public IEnumerable<RorFlaw> Flaws() =>
    [
        .. Placed.Where(p => !p.HasCountry).Select(_ => RorFlaw.Country),
        .. Placed.Where(p => p.HasCountry && !p.HasDegrees && (p.Lat ?? p.Lng) is not null).Select(_ => RorFlaw.Coordinates),
        .. Identified.Where(e => !IsKnown(e)).Select(_ => RorFlaw.Identifier),
        .. Placed.Any() ? (RorFlaw[])[] : [RorFlaw.NoPlace],
    ];

    private static bool IsKnown(RorExternalId identifier) => Registers.Contains(identifier.Type, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RefusedException">ror.schema, ror.id, ror.type, ror.no-name.</exception>
    public Institution ToInstitution()
    {
        var id = RorId.Find(Id ?? "") ?? throw new RefusedException("ror.id", Id ?? "");
        if (Names is null && NameOfSchema1 is not null)
            throw new RefusedException("ror.schema", "1");
        if (Admin?.LastModified?.SchemaVersion is { } schema && !Schemas.Contains(schema))
            throw new RefusedException("ror.schema", schema);
        if (Names is not { Count: > 0 } || Names.Any(n => string.IsNullOrWhiteSpace(n.Value)))
            throw new RefusedException("ror.no-name", id);
        return new Institution
        {
            Id = id,
            Status = Known<InstitutionStatus>(Status, id),
            Types = [.. (Types ?? []).Select(t => Known<InstitutionType>(t, id))],
            Names = [.. Names.Select(n => new RegistryName(n.Value!.Trim(), n.Lang, KindsOf(n, id)))],
            Places = [.. Placed.Where(p => p.HasCountry)
                .Select(p => new InstitutionPlace(p.Name ?? "", p.CountryCode!, p.CountrySubdivisionName, p.HasDegrees ? p.Lat : null, p.HasDegrees ? p.Lng : null))],
            Established = Established,
            Links = [.. (Links ?? []).Select(l => l.Value).OfType<string>()],
            Domains = Domains ?? [],
            Identifiers = [.. Identified.Where(IsKnown).Select(e => new InstitutionIdentifier(e.Type ?? "", e.Preferred, e.All ?? []))],
            Relations = [.. (Relationships ?? []).Select(r => new InstitutionRelation(Known<InstitutionRelationKind>(r.Type, id), r.Id ?? "", r.Label ?? ""))],
        };
    }

    private static RegistryNameKinds KindsOf(RorName name, string id) => (name.Types ?? []).Aggregate(RegistryNameKinds.None, (all, type) => all | type switch
    {
        "ror_display" => RegistryNameKinds.Display,
        "label" => RegistryNameKinds.Label,
        "alias" => RegistryNameKinds.Alias,
        "acronym" => RegistryNameKinds.Acronym,
        _ => throw new RefusedException("ror.type", type, id),
    });

    /// <summary>The names of our enumerations are those of the schema.</summary>
    private static T Known<T>(string? type, string id)
        where T : struct, Enum =>
        type is { Length: > 0 } && char.IsAsciiLetter(type[0]) && Enum.TryParse<T>(type, ignoreCase: true, out var known) ? known : throw new RefusedException("ror.type", type ?? "", id);
}

internal sealed record RorName(
    [property: JsonPropertyName("value")] string? Value,
    [property: JsonPropertyName("lang")] string? Lang,
    [property: JsonPropertyName("types")] IReadOnlyList<string>? Types);

internal sealed record RorLocation([property: JsonPropertyName("geonames_details")] RorPlace? Details);

internal sealed record RorPlace(
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("country_code")] string? CountryCode,
    [property: JsonPropertyName("country_subdivision_name")] string? CountrySubdivisionName,
    [property: JsonPropertyName("lat")] double? Lat,
    [property: JsonPropertyName("lng")] double? Lng)
{
    public bool HasCountry => CountryCode is { Length: 2 } code && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);

    public bool HasDegrees => Lat is >= -90 and <= 90 && Lng is >= -180 and <= 180;
}

internal sealed record RorLink([property: JsonPropertyName("value")] string? Value);

internal sealed record RorExternalId(
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("preferred")] string? Preferred,
    [property: JsonPropertyName("all")] IReadOnlyList<string>? All);

internal sealed record RorRelationship(
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("label")] string? Label);

internal sealed record RorAdmin([property: JsonPropertyName("last_modified")] RorModified? LastModified);

internal sealed record RorModified(
    [property: JsonPropertyName("schema_version")] string? SchemaVersion,
    [property: JsonPropertyName("date")] string? Date);

namespace Entente.Core.Matching;

public enum InstitutionStatus
{
    Active,

    /// <summary>It exists no longer; it may have successors.</summary>
    Inactive,

    /// <summary>The record was a mistake or a second one; it may name the record that stands for it.</summary>
    Withdrawn,
}

public enum InstitutionType
{
    Education,
    Funder,
    Healthcare,
    Company,
    Archive,
    Nonprofit,
    Government,
    Facility,
    Other,
}

[Flags]
public enum RegistryNameKinds
{
    None = 0,

    /// <summary>The one that the registry shows.</summary>
    Display = 1,
    Label = 2,
    Alias = 4,
    Acronym = 8,
}

/// <param name="Language">ISO 639-1, when known.</param>
public sealed record RegistryName(string Text, string? Language, RegistryNameKinds Kinds);

/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees, north is positive.</param>
/// <param name="Longitude">Degrees, east is positive.</param>
public sealed record InstitutionPlace(string Name, string Country, string? Subdivision, double? Latitude, double? Longitude);

/// <summary>What another register calls it.</summary>
/// <param name="Kind">isni, wikidata, grid, fundref …, as the registry writes it.</param>
public sealed record InstitutionIdentifier(string Kind, string? Preferred, IReadOnlyList<string> All);

public enum InstitutionRelationKind
{
    Parent,
    Child,
    Related,
    Successor,
    Predecessor,
}

public sealed record InstitutionRelation(InstitutionRelationKind Kind, string Id, string Label);

/// <summary>One record of the world's registry of research organisations.</summary>
public sealed record Institution
{
    /// <summary>As the registry writes it, in full: <c>https://ror.org/03vek6s52</c>.</summary>
    public required string Id { get; init; }

    public InstitutionStatus Status { get; init; }

    public IReadOnlyList<InstitutionType> Types { get; init; } = [];

    public IReadOnlyList<RegistryName> Names { get; init; } = [];

    public IReadOnlyList<InstitutionPlace> Places { get; init; } = [];

    /// <summary>A year.</summary>
    public int? Established { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Domains { get; init; } = [];

    public IReadOnlyList<InstitutionIdentifier> Identifiers { get; init; } = [];

    public IReadOnlyList<InstitutionRelation> Relations { get; init; } = [];

    /// <summary>The name that the registry shows.</summary>
    public string Display() => (Names.FirstOrDefault(n => n.Kinds.HasFlag(RegistryNameKinds.Display)) ?? Names[0]).Text;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country() => Places.Count > 0 ? Places[0].Country : null;
}

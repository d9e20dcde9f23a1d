using Entente.Core.Matching;
using Entente.Edtf;

namespace Entente.Core;

public enum PartnerType
{
    Education,
    Research,
    Government,
    Company,
    Healthcare,
    Library,
    Archive,
    Consortium,
    Nonprofit,
    Funder,
    Other,
}

public enum OwnNameKind
{
    /// <summary>The one that the register shows; without one it shows the name that was printed first.</summary>
    Official,
    Alias,
    Acronym,
    Former,
}

/// <summary>What a partner is called, whatever agreements print.</summary>
/// <param name="Language">BCP 47, when known.</param>
public sealed record OwnName(string Text, OwnNameKind Kind, string? Language = null)
{
    /// <summary>When it was called so: a date or an interval.</summary>
    public EdtfValue? Valid { get; init; }

    /// <summary>It was called so, and is no more.</summary>
    public bool IsEnded => Valid.IsOver();

    /// <summary>It came from the record that the partner is linked to, and goes with the link.</summary>
    public bool IsFromRecord { get; init; }
}

/// <param name="Value">As its register writes it: <see cref="Identifiers.Normal"/>.</param>
public sealed record PartnerIdentifier(IdentifierKind Kind, string Value)
{
    /// <summary>When it was its: a date or an interval.</summary>
    public EdtfValue? Valid { get; init; }

    /// <summary>It was its, and is no more.</summary>
    public bool IsEnded => Valid.IsOver();

    /// <summary>It came from the record that the partner is linked to, and goes with the link.</summary>
    public bool IsFromRecord { get; init; }
}

internal static class Validity
{
    public static bool IsOver(this EdtfValue? valid) => valid is not (null or EdtfInterval { EndIsOpen: true });
}

/// <summary>What the world's registry said of a linked partner when someone last looked.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record RegistrySeen(string Name, InstitutionStatus Status, string? Country)
{
    /// <summary>Ids in full, in their order; of those that are in the registry themselves.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <param name="institution">Its place in the registry.</param>
    public static RegistrySeen Of(Registry registry, int institution)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new RegistrySeen(registry.DisplayOf(institution), registry.StatusOf(institution), registry.CountryOf(institution))
        {
            Successors = [.. registry.RelatedTo(institution, InstitutionRelationKind.Successor).Select(registry.IdOf).Order(StringComparer.Ordinal)],
        };
    }
}

/// <summary>What the office knows of a partner beside what agreements print of it.</summary>
public sealed record Identity
{
    public static Identity None { get; } = new();

    public IReadOnlyList<PartnerType> Types { get; init; } = [];

    public IReadOnlyList<OwnName> Names { get; init; } = [];

    public IReadOnlyList<PartnerIdentifier> Identifiers { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null: the one that is printed.</summary>
    public string? Country { get; init; }

    public InstitutionPlace? Place { get; init; }

    public string? Website { get; init; }

    /// <summary>The partner that this one is a unit of.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The partner that took its place.</summary>
    public Guid? Successor { get; init; }

    /// <summary>Id in full of a record: it is linked to it as a unit of that institution, which has a name, identifiers and a website of its own.</summary>
    public string? UnitOf { get; init; }

    /// <summary>Of country, place, types, website and parent: those that came from the record that it is linked to, and go with the link.</summary>
    public IReadOnlyList<IdentityField> FromRecord { get; init; } = [];

    /// <summary>Null when it is not linked.</summary>
    public RegistrySeen? Seen { get; init; }

    /// <summary>Someone looked for it in the registry, and it is not there.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Ids in full of records that its name certainly meant when someone said that it is not in the registry.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Partners of which someone said that they are not this one, whatever they are called.</summary>
    public IReadOnlyList<Guid> Others { get; init; } = [];

    /// <summary>With what is known of another partner that is this one, where nothing is known here; of names and identifiers, all that are not here.</summary>
    public Identity With(Identity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (names, values) = (Names.Select(n => n.Text).ToHashSet(), Identifiers.Select(i => (i.Kind, i.Value)).ToHashSet());
        // That it is an institution tells more than that it is a unit of one.
        var isOurs = Record is not null && (Ror is not null || other.Ror is null);
        var own = Official is null ? other.Names : other.Names.Select(n => n is { Kind: OwnNameKind.Official, IsEnded: false } ? n with { Kind = OwnNameKind.Alias } : n);
        return this with
        {
            Types = Types.Count > 0 ? Types : other.Types,
            Names = [.. Names, .. own.Where(n => !names.Contains(n.Text))],
            Identifiers = [.. Identifiers, .. other.Identifiers.Where(i => !values.Contains((i.Kind, i.Value)))],
            Country = Country ?? other.Country,
            Place = Place ?? other.Place,
            Website = Website ?? other.Website,
            Parent = Parent ?? other.Parent,
            Successor = Successor ?? other.Successor,
            UnitOf = isOurs ? UnitOf : other.UnitOf,
            FromRecord = isOurs ? FromRecord : other.FromRecord,
            Seen = isOurs ? Seen : other.Seen,
            IsUnlisted = Record is null && other.Record is null && (IsUnlisted || other.IsUnlisted),
            Refused = Record is null && other.Record is null ? [.. Refused.Union(other.Refused)] : [],
            Others = [.. Others.Union(other.Others)],
        };
    }

    /// <summary>Id in full of its own record in the world's registry; null when it has none, or is not linked.</summary>
    public string? Ror => ValueOf(IdentifierKind.Ror);

    /// <summary>Id in full of the record that it is linked to: its own, or that of the institution that it is a unit of; null when it is not linked.</summary>
    public string? Record => Ror ?? UnitOf;

    /// <summary>What it is called officially now; null when nobody has said so.</summary>
    public string? Official => Names.FirstOrDefault(n => n.Kind == OwnNameKind.Official && !n.IsEnded)?.Text;

    /// <summary>The first that is its now.</summary>
    public string? ValueOf(IdentifierKind kind) => Identifiers.FirstOrDefault(i => i.Kind == kind && !i.IsEnded)?.Value;
}

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Reconciliation;

/// <summary>What a name may be matched with; what comes first is preferred.</summary>
public enum EntityKind
{
    /// <summary>Of the register.</summary>
    Partner,

    /// <summary>A record of the world's registry.</summary>
    Institution,
}

/// <summary>A partner, or a record of the registry, as other programs see it.</summary>
/// <param name="Id">Of a partner 32 hexadecimal digits, of a record its id in full.</param>
/// <param name="Names">All of them, the shown one first.</param>
public sealed record Entity(EntityKind Kind, string Id, IReadOnlyList<string> Names)
{
    public string Name => Names[0];

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; private init; }

    public InstitutionPlace? Place { get; private init; }

    /// <summary>In words.</summary>
    public IReadOnlyList<string> Types { get; private init; } = [];

    public string? Website { get; private init; }

    public IReadOnlyList<PartnerIdentifier> Identifiers { get; private init; } = [];

    /// <summary>That it exists no longer; else null.</summary>
    public string? Status { get; private init; }

    /// <summary>Where it is, and that it is no more.</summary>
    public string? Description =>
        string.Join(", ", new[] { Place?.Name, Country is null ? null : Shown.Country(Country), Status }.Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } told ? told : null;

    public IEnumerable<string> ValuesOf(IdentifierKind kind) => Identifiers.Where(i => i.Kind == kind).Select(i => i.Value);

    /// <param name="merged">Names of partners that turned out to be this one.</param>
    public static Entity Of(Partner partner, IEnumerable<string> merged)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return new Entity(EntityKind.Partner, $"{partner.Id:N}", [.. partner.Identity.Names.Select(n => n.Text).Prepend(partner.ShownName).Append(partner.Name).Concat(merged).Distinct()])
        {
            Country = partner.ShownCountry,
            Place = partner.Identity.Place,
            Types = [.. partner.Identity.Types.Select(t => Wording.Of("partner-type", t))],
            Website = partner.Identity.Website,
            Identifiers = partner.Identity.Identifiers,
        };
    }

    public static Entity Of(Institution record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Entity(EntityKind.Institution, record.Id, [.. record.Names.Select(n => n.Text).Prepend(record.Display()).Distinct()])
        {
            Country = record.Country(),
            Place = record.Places is [var place, ..] ? place : null,
            Types = [.. record.Types.Select(t => Wording.Of("institution-type", t))],
            Website = record.Links is [var link, ..] ? link : null,
            Identifiers = [new PartnerIdentifier(IdentifierKind.Ror, record.Id), .. record.Identifiers.SelectMany(Written)],
            Status = record.Status == InstitutionStatus.Active ? null : Wording.Of("institution-status", record.Status),
        };
    }

    /// <summary>Of one kind, the preferred one first, each as its own register writes it.</summary>
    private static IEnumerable<PartnerIdentifier> Written(InstitutionIdentifier other) =>
        Words.Parse<IdentifierKind>(other.Kind.ToLowerInvariant()) is not { } kind ? []
        : other.All.Prepend(other.Preferred).Select(v => v is null ? null : Core.Identifiers.Normal(kind, v)).OfType<string>().Distinct().Select(v => new PartnerIdentifier(kind, v));
}

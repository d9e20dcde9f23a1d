using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Reconciliation;

/// <summary>What is known of an entity beside its identifiers.</summary>
public enum EntityProperty
{
    Name,

    /// <summary>All names.</summary>
    Names,
    Country,

    /// <summary>ISO 3166-1 alpha-2.</summary>
    CountryCode,
    Place,
    Latitude,
    Longitude,
    Type,
    Website,
}

/// <summary>A property as other programs name it: those of <see cref="EntityProperty"/>, and each kind of identifier.</summary>
internal sealed record PropertyView(string Id, string Name)
{
    public static IReadOnlyList<PropertyView> All { get; } =
    [
        .. Enum.GetValues<EntityProperty>().Select(p => new PropertyView(Words.Kebab(p), Wording.Of("entity-property", p))),
        .. Enum.GetValues<IdentifierKind>().Select(k => new PropertyView(Words.Kebab(k), Wording.Of("identifier-kind", k))),
    ];

    /// <summary>One that is not ours keeps its place, and has no values.</summary>
    public static PropertyView Of(string id) => All.FirstOrDefault(p => p.Id == id) ?? new PropertyView(id, id);

    public IEnumerable<ValueView> ValuesOf(Entity entity)
    {
        if (Words.Parse<IdentifierKind>(Id) is { } kind)
            return entity.ValuesOf(kind).Select(ValueView.Of);
        return Words.Parse<EntityProperty>(Id) switch
        {
            EntityProperty.Name => [ValueView.Of(entity.Name)],
            EntityProperty.Names => entity.Names.Select(ValueView.Of),
            EntityProperty.Country => entity.Country is { } code ? [ValueView.Of(Shown.Country(code))] : [],
            EntityProperty.CountryCode => entity.Country is { } code ? [ValueView.Of(code)] : [],
            EntityProperty.Place => entity.Place is { Name.Length: > 0 } place ? [ValueView.Of(place.Name)] : [],
            EntityProperty.Latitude => Degrees(entity.Place?.Latitude),
            EntityProperty.Longitude => Degrees(entity.Place?.Longitude),
            EntityProperty.Type => entity.Types.Select(ValueView.Of),
            EntityProperty.Website => entity.Website is { } site ? [ValueView.Of(site)] : [],
            _ => [],
        };
    }

    private static IEnumerable<ValueView> Degrees(double? degrees) => degrees is { } known ? [new ValueView(null, known)] : [];
}

/// <summary>A text or a number.</summary>
internal sealed record ValueView(string? Str, double? Float)
{
    public static ValueView Of(string text) => new(text, null);
}

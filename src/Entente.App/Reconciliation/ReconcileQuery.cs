using System.Text.Json;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Reconciliation;

/// <summary>One of the queries of a batch, as it was understood.</summary>
/// <param name="Name">Empty when only identifiers are asked for.</param>
internal sealed record ReconcileQuery(string Name, int Limit)
{
    /// <summary>Longer names are none; the matching of names finds nothing for them.</summary>
    public const int LongestName = 1000;

    /// <summary>As many as the matching of names was measured with.</summary>
    public const int UsualCandidates = 5;

    private const int MostCandidates = 50, MostProperties = 50, MostValues = 20;

    public IReadOnlyList<EntityKind> Kinds { get; private init; } = Enum.GetValues<EntityKind>();

    /// <summary>ISO 3166-1 alpha-2; null when none is stated, none that is known, or several.</summary>
    public string? Country { get; private init; }

    /// <summary>Those that can be such.</summary>
    public IReadOnlyList<PartnerIdentifier> Identifiers { get; private init; } = [];

    /// <returns>Else what is wrong with it, in words.</returns>
    public static (ReconcileQuery? Query, string? Wrong) Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, Wording.Of("reconcile.query-no-object"));
        var name = Text(Field(json, "query")) ?? "";
        if (name.Length > LongestName)
            return (null, Wording.Of("reconcile.too-long", $"{LongestName}"));
        if (LimitOf(Field(json, "limit")) is not { } limit)
            return (null, Wording.Of("reconcile.limit"));
        if (PropertiesOf(Field(json, "properties")) is not { } properties)
            return (null, Wording.Of("reconcile.properties"));
        if (KindsOf(Field(json, "type")) is not { } kinds)
            return (null, Wording.Of("reconcile.type", KindsThere));
        var query = new ReconcileQuery(name, limit) { Kinds = kinds, Country = CountryOf(properties), Identifiers = [.. IdentifiersOf(properties)] };
        return string.IsNullOrWhiteSpace(name) && query.Identifiers.Count == 0 ? (null, Wording.Of("reconcile.no-query")) : (query, null);
    }

    private static JsonElement? Field(JsonElement json, string name) => json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    /// <summary>A value as OpenRefine may send it: text, a number, or something that was matched before.</summary>
    private static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString(),
        JsonValueKind.Number => value.Value.GetRawText(),
        JsonValueKind.Object => Text(Field(value.Value, "id")) ?? Text(Field(value.Value, "name")),
        _ => null,
    };

    private static int? LimitOf(JsonElement? limit) => limit switch
    {
        null => UsualCandidates,
        { ValueKind: JsonValueKind.Number } number when number.GetDouble() is >= 1 and var most => (int)Math.Min(most, MostCandidates),
        _ => null,
    };

    /// <summary>Of several types those that are ours; null where none is.</summary>
    private static EntityKind[]? KindsOf(JsonElement? type)
    {
        var asked = Values(type).Select(Words.Parse<EntityKind>).ToList();
        return asked.Count == 0 ? Enum.GetValues<EntityKind>() : asked.Exists(k => k is not null) ? [.. asked.OfType<EntityKind>().Distinct()] : null;
    }

    /// <summary>As addresses have them.</summary>
    public static string KindsThere => string.Join(", ", Enum.GetValues<EntityKind>().Select(Words.Kebab));

    private static List<(string Property, string Value)>? PropertiesOf(JsonElement? properties)
    {
        if (properties is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.Object || Text(Field(p, "pid")) is null))
            return null;
        return [.. list.EnumerateArray().Take(MostProperties).SelectMany(p => Values(Field(p, "v")).Select(v => (Text(Field(p, "pid"))!, v)))];
    }

    private static IEnumerable<string> Values(JsonElement? value)
    {
        IEnumerable<JsonElement?> all = value is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Take(MostValues).Cast<JsonElement?>() : [value];
        return all.Select(Text).Where(t => !string.IsNullOrWhiteSpace(t) && t.Length <= LongestName).Select(t => t!.Trim());
    }

    private static string? CountryOf(List<(string Property, string Value)> properties)
    {
        string[] names = [Words.Kebab(EntityProperty.Country), Words.Kebab(EntityProperty.CountryCode)];
        var stated = properties.Where(p => names.Contains(p.Property)).Select(p => Countries.OnlyCodeOf(p.Value)).Distinct().ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    private static IEnumerable<PartnerIdentifier> IdentifiersOf(List<(string Property, string Value)> properties) =>
        from property in properties
        let kind = Words.Parse<IdentifierKind>(property.Property)
        where kind is not null
        let value = Core.Identifiers.Normal(kind.Value, property.Value)
        where value is not null
        select new PartnerIdentifier(kind.Value, value);
}

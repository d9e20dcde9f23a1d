using System.Globalization;
using System.Text.Json;

using Entente.App.Shell;

namespace Entente.App.Reconciliation;

/// <summary>What is known of these entities, for the columns that someone wants beside them.</summary>
internal sealed record Extension(IReadOnlyList<string> Ids, IReadOnlyList<(PropertyView Property, int Most)> Properties)
{
    /// <summary>How many values of a property are given at most.</summary>
    public const string Limit = "limit";

    public const int MostIds = 1000;

    private const int MostProperties = 50;

    /// <returns>Else what is wrong with it, in words.</returns>
    public static (Extension? Asked, string? Wrong) Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("ids", out var ids) || !json.TryGetProperty("properties", out var properties)
            || ids.ValueKind != JsonValueKind.Array || properties.ValueKind != JsonValueKind.Array
            || ids.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.String) || properties.EnumerateArray().Any(p => IdOf(p) is null))
            return (null, Wording.Of("reconcile.extend"));
        if (ids.GetArrayLength() > MostIds || properties.GetArrayLength() > MostProperties)
            return (null, Wording.Of("reconcile.extend-too-many", $"{MostIds}", $"{MostProperties}"));
        return (new Extension([.. ids.EnumerateArray().Select(i => i.GetString()!).Distinct()], [.. properties.EnumerateArray().Select(p => (PropertyView.Of(IdOf(p)!), MostOf(p))).DistinctBy(p => p.Item1.Id)]), null);
    }

    public ExtensionView Of(Known known) => new(
        [.. Properties.Select(p => p.Property)],
        Ids.ToDictionary(id => id, id =>
        {
            var entity = known.Find(id) is { } at ? known[at] : null;
            return Properties.ToDictionary(p => p.Property.Id, p => entity is null ? [] : p.Property.ValuesOf(entity).Take(p.Most).ToList());
        }));

    private static string? IdOf(JsonElement property) =>
        property.ValueKind == JsonValueKind.Object && property.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <summary>OpenRefine sends what is typed in a field: a number as a text.</summary>
    private static int MostOf(JsonElement property)
    {
        if (!property.TryGetProperty("settings", out var settings) || settings.ValueKind != JsonValueKind.Object || !settings.TryGetProperty(Limit, out var limit))
            return int.MaxValue;
        var typed = limit.ValueKind == JsonValueKind.String ? limit.GetString() : limit.ValueKind == JsonValueKind.Number ? limit.GetRawText() : null;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : int.MaxValue;
    }
}

internal sealed record ExtensionView(IReadOnlyList<PropertyView> Meta, IReadOnlyDictionary<string, Dictionary<string, List<ValueView>>> Rows);

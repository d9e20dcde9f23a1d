using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Tests.Formats;

/// <summary>The part of JSON Schema that reading.schema.json uses, and a property that no schema knows is a fault too.</summary>
public sealed class Schema
{
    private readonly JsonElement root;

    private Schema(string json) => root = JsonDocument.Parse(json).RootElement;

    public static Schema Reading { get; } = new(File.ReadAllText(Path.Combine(Root(), "docs", "reading.schema.json")));

    public IReadOnlyList<string> Faults(string json)
    {
        var faults = new List<string>();
        using var document = JsonDocument.Parse(json);
        Check(root, document.RootElement, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            faults.Add($"{at} is {value}, not {only}");
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)))
            faults.Add($"{at} is {value}");
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(t, value)))
            faults.Add($"{at} is {value.ValueKind}, not {type}");
        if (schema.TryGetProperty("pattern", out var pattern) && value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
            faults.Add($"{at} is {value}, not {pattern}");
        if (schema.TryGetProperty("minimum", out var minimum) && value.ValueKind == JsonValueKind.Number && value.GetDouble() < minimum.GetDouble())
            faults.Add($"{at} is {value}, below {minimum}");
        if (value.ValueKind == JsonValueKind.Array)
            CheckItems(schema, value, at, faults);
        if (value.ValueKind == JsonValueKind.Object)
            CheckProperties(schema, value, at, faults);
    }

    private void CheckItems(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
            faults.Add($"{at} has {value.GetArrayLength()} items");
        foreach (var (i, item) in value.EnumerateArray().Index())
            Check(schema.GetProperty("items"), item, $"{at}[{i}]", faults);
    }

    private void CheckProperties(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at}.{r} is missing"));
        foreach (var property in value.EnumerateObject())
        {
            if (schema.GetProperty("properties").TryGetProperty(property.Name, out var inner))
                Check(inner, property.Value, $"{at}.{property.Name}", faults);
            else
                faults.Add($"{at}.{property.Name} is not in the schema");
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(t => t.GetString()!);

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}

using System.Globalization;
using System.Text.Json;

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Json;

/// <summary>JSON with an array of objects in it: each object is a row, each name a column.</summary>
internal static class JsonBlocks
{
    /// <summary>Null when the text is no JSON with such an array.</summary>
    public static SourceBlocks? Read(string text)
    {
        if (text.TrimStart() is not ['[' or '{', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            var arrays = Arrays(document.RootElement, "$").ToList();
            return arrays.Count == 0 ? null : new SourceBlocks([.. arrays.Select(a => new TableBlock(GridOf(a.Array, a.Path)))]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(JsonElement Array, string Path)> Arrays(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object))
            return [(element, path)];
        return element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().SelectMany(p => Arrays(p.Value, $"{path}.{p.Name}")) : [];
    }

    private static Grid GridOf(JsonElement array, string path)
    {
        var columns = new Dictionary<string, int>();
        var cells = new List<GridCell>();
        var row = 1;
        foreach (var item in array.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
        {
            foreach (var (name, value) in Values(item, ""))
            {
                if (!columns.TryGetValue(name, out var column))
                    columns.Add(name, column = columns.Count);
                if (value.Length > 0)
                    cells.Add(new GridCell(row, column, value, new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"{path}[{row - 1}].{name}"))));
            }

            row++;
        }

        return new Grid(path == "$" ? "" : path, [.. columns.Select(c => new GridCell(0, c.Value, Spaced(c.Key), new Place(Cell: $"{path}[].{c.Key}")) { IsHead = true }), .. cells]);
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement item, string prefix)
    {
        foreach (var property in item.EnumerateObject())
        {
            var name = prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Values(property.Value, name))
                    yield return inner;
            }
            else
            {
                yield return (name, TextOf(property.Value));
            }
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    /// <summary>partnerCountry and partner_country are two words.</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $" {c}" : c is '_' or '.' or '-' ? " " : c.ToString()));
}

using System.Globalization;
using System.Text.Json;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Json;

/// <summary>JSON with an array of objects in it: each object is a row, each name a column.</summary>
internal static class JsonBlocks
{
    /// <summary>So many objects under keys of their own are rows, too.</summary>
    private const int FewestKeyed = 3;

    private const int MostOfPart = 2;

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
        if (element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Count() >= FewestKeyed && element.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object))
            return [(element, path)];
        return element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().SelectMany(p => Arrays(p.Value, $"{path}.{p.Name}")) : [];
    }

    private static Grid GridOf(JsonElement array, string path)
    {
        var columns = new Dictionary<string, int>();
        var cells = new List<GridCell>();
        var row = 1;
        foreach (var values in Items(array).SelectMany(Rows))
        {
            foreach (var (name, value) in values)
            {
                if (!columns.TryGetValue(name, out var column))
                    columns.Add(name, column = columns.Count);
                if (value.Length > 0)
                    cells.Add(new GridCell(row, column, value, new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"{path}[{row - 1}].{name}"))));
            }

            row++;
        }

        return new Grid(path == "$" ? "" : path, [.. columns.Select(c => new GridCell(0, c.Value, HeadOf(c.Key), new Place(Cell: $"{path}[].{c.Key}")) { IsHead = true }), .. cells]);
    }

    private static IEnumerable<JsonElement> Items(JsonElement all) =>
        all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : all.EnumerateObject().Select(p => p.Value);

    /// <summary>An object that holds an array of objects says of each of them what it says itself: a country and its agreements. Objects that say
    /// little beside it are what it consists of: an agreement and its partners.</summary>
    private static IEnumerable<List<(string Name, string Value)>> Rows(JsonElement item)
    {
        var inner = item.EnumerateObject().FirstOrDefault(p => p.Value.ValueKind == JsonValueKind.Array && p.Value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object));
        if (inner.Value.ValueKind != JsonValueKind.Array)
            return [[.. Values(item, "")]];
        var outer = Values(item, "").Where(v => v.Name != inner.Name).ToList();
        var objects = inner.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).ToList();
        if (outer.Count > MostOfPart && objects.TrueForAll(o => o.EnumerateObject().Count() <= MostOfPart))
            return [[.. outer, .. objects.SelectMany(o => Values(o, inner.Name)).GroupBy(v => v.Name).Select(v => (v.Key, string.Join("; ", v.Select(p => p.Value).Where(t => t.Length > 0))))]];
        return inner.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(Rows).Select(row => outer.Concat(row).ToList());
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

    /// <summary>Of a name within a name the last part, where it is a head by itself.</summary>
    private static string HeadOf(string name) =>
        name.LastIndexOf('.') is >= 0 and var dot && Spaced(name[(dot + 1)..]) is var last && Heads.FieldsOf(last) is [{ Score: 1 }, ..] ? last : Spaced(name);

    /// <summary>partnerCountry and partner_country are two words.</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $" {c}" : c is '_' or '.' or '-' ? " " : c.ToString()));
}

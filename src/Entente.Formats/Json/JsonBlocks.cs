using System.Globalization;
using System.Text.Json;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Registers;
using Entente.Formats.Sheets;
using Entente.Formats.Tables;

namespace Entente.Formats.Json;

/// <summary>JSON with an array of objects in it: each object is a row, each name a column.</summary>
internal static class JsonBlocks
{
    /// <summary>So many objects under keys of their own are rows, too.</summary>
    private const int FewestKeyed = 3;

    private const int MostOfPart = 2;

    /// <summary>Values within values.</summary>
    private const int Deepest = 256;

    private const int LongestName = 100;

    /// <summary>What people write by hand is read as well.</summary>
    public static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>Null when the text is no JSON with such an array.</summary>
    /// <exception cref="RefusedException">source.too-deep, source.too-many-cells.</exception>
    public static SourceBlocks? Read(string name, string text)
    {
        if (text.AsSpan().TrimStart() is not ['[' or '{', ..])
            return null;
        if (IsTooDeep(text))
            throw new RefusedException("source.too-deep", name);
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (RegisterJson.Is(document.RootElement))
                return RegisterJson.Blocks(document.RootElement);
            var blocks = Blocks(name, document.RootElement, "$").ToList();
            return blocks.Exists(b => b is TableBlock) ? new SourceBlocks(blocks) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsTooDeep(string text)
    {
        var (depth, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && text[i] is '[' or '{' && ++depth > Deepest)
                return true;
            else if (!isQuoted && text[i] is ']' or '}')
                depth--;
        }

        return false;
    }

    /// <summary>In the order of the document; a value beside the arrays is a line that says it.</summary>
    private static IEnumerable<Block> Blocks(string source, JsonElement element, string path)
    {
        if (IsOfRows(element))
            return [new TableBlock(GridOf(source, element, path))];
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Object || IsOfRows(p.Value)
            ? Blocks(source, p.Value, $"{path}.{Short(p.Name)}")
            : TextOf(p.Value) is { Length: > 0 } value ? [new TextBlock($"{Spaced(p.Name)}: {value}", new Place(Cell: $"{path}.{Short(p.Name)}"))] : Enumerable.Empty<Block>());
    }

    private static bool IsOfRows(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object)
        : element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Count() >= FewestKeyed && element.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object);

    private static Grid GridOf(string source, JsonElement array, string path)
    {
        var columns = new Dictionary<string, int>();
        var cells = new List<GridCell>();
        // Of each column its last cell: a name may come twice in one object.
        var last = new Dictionary<int, int>();
        var row = 1;
        foreach (var values in Items(array).SelectMany(Rows))
        {
            ReadingStop.Look();
            foreach (var (name, value) in values)
            {
                if (!columns.TryGetValue(name, out var column))
                    columns.Add(name, column = columns.Count);
                if (value.Length == 0)
                    continue;
                if (last.TryGetValue(column, out var at) && cells[at].Row == row)
                {
                    cells[at] = cells[at] with { Text = $"{cells[at].Text}; {value}" };
                    continue;
                }

                last[column] = cells.Count;
                cells.Add(new GridCell(row, column, value, new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"{path}[{row - 1}].{Short(name)}"))));
            }

            if (cells.Count > Workbook.MostCells)
                throw new RefusedException("source.too-many-cells", source, Workbook.MostCells.ToString("N0", CultureInfo.InvariantCulture));
            row++;
        }

        return new Grid(path == "$" ? "" : path, [.. columns.Select(c => new GridCell(0, c.Value, HeadOf(c.Key), new Place(Cell: $"{path}[].{Short(c.Key)}")) { IsHead = true }), .. cells]);
    }

    private static string Short(string name) => name.Length > LongestName ? name[..LongestName] : name;

    private static IEnumerable<JsonElement> Items(JsonElement all) =>
        all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : all.EnumerateObject().Select(p => p.Value);

    /// <summary>An object that holds an array of objects says of each of them what it says itself: a country and its agreements. Objects that say
    /// little beside it are what it consists of: an agreement and its partners.</summary>
    private static IEnumerable<List<(string Name, string Value)>> Rows(JsonElement item)
    {
        var inner = item.EnumerateObject().FirstOrDefault(p => p.Value.ValueKind == JsonValueKind.Array && p.Value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object));
        if (inner.Value.ValueKind != JsonValueKind.Array)
            return [[.. Values(item, "")]];
        var outer = Values(item, "", inner.Name).ToList();
        var objects = inner.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).ToList();
        if (outer.Count > MostOfPart && objects.TrueForAll(o => o.EnumerateObject().Count() <= MostOfPart))
            return [[.. outer, .. objects.SelectMany(o => Values(o, inner.Name)).GroupBy(v => v.Name).Select(v => (v.Key, string.Join("; ", v.Select(p => p.Value).Where(t => t.Length > 0))))]];
        return inner.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(Rows).Select(row => outer.Concat(row).ToList());
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement item, string prefix, string? without = null)
    {
        foreach (var property in item.EnumerateObject().Where(p => p.Name != without))
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

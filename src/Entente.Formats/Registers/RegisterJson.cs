using System.Globalization;
using System.Text.Json;

using Entente.Core;
using Entente.Formats.Json;
using Entente.Formats.Tables;

namespace Entente.Formats.Registers;

/// <summary>A register as JSON: each property of an agreement is a cell of its row.</summary>
internal static class RegisterJson
{
    private const string Form = "register/1", List = "agreements";

    private static readonly Dictionary<string, string?> Fields = new(StringComparer.Ordinal)
    {
        ["number"] = "number", ["title"] = "title", ["reference"] = "reference", ["partners"] = "partner", ["kinds"] = "kind", ["events"] = "start", ["term"] = "term", ["ends"] = "end",
        ["state"] = "state", ["stateText"] = "state", ["subject"] = "subject", ["note"] = "note", ["other"] = null,
    };

    public static bool Is(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("entente", out var form) && form.ValueKind == JsonValueKind.String && form.GetString() == Form
        && root.TryGetProperty(List, out var all) && all.ValueKind == JsonValueKind.Array;

    /// <summary>As it stands, for a person to look at.</summary>
    public static SourceBlocks Blocks(JsonElement root)
    {
        var columns = new List<string>();
        var cells = new List<GridCell>();
        var row = 0;
        foreach (var agreement in root.GetProperty(List).EnumerateArray())
        {
            row++;
            foreach (var (name, text, place) in Cells(agreement, row - 1))
            {
                var column = columns.IndexOf(name);
                if (column < 0)
                {
                    column = columns.Count;
                    columns.Add(name);
                }

                cells.Add(new GridCell(row, column, text, place));
            }
        }

        var path = $"$.{List}";
        return new SourceBlocks([new TableBlock(new Grid(path, [.. columns.Select((c, i) => new GridCell(0, i, c, new Place(Cell: $"{path}[].{c}")) { IsHead = true }), .. cells]))]);
    }

    /// <summary>Null for any other JSON.</summary>
    public static SourceReading? Read(Source source, string text, ReadOptions options)
    {
        if (!text.Contains(Form, StringComparison.Ordinal))
            return null;
        using var document = JsonDocument.Parse(text, JsonBlocks.Lenient);
        if (!Is(document.RootElement))
            return null;
        var records = new List<FormRecord>();
        foreach (var agreement in document.RootElement.GetProperty(List).EnumerateArray())
        {
            ReadingStop.Look();
            records.Add(RecordOf(agreement, records.Count, options));
        }

        return RegisterForm.Of(source, records, [.. Fields.Select(f => new TableColumn(f.Key, f.Value))], [], [], options);
    }

    private static FormRecord RecordOf(JsonElement agreement, int at, ReadOptions options)
    {
        var cells = Cells(agreement, at).ToList();
        var placed = cells.ToLookup(c => c.Name, c => c.Place);
        var findings = new List<Finding>();
        if (agreement.ValueKind != JsonValueKind.Object)
            findings.Add(new Finding("form.not-read", Severity.Doubt, [], null, [List, agreement.GetRawText()]));
        foreach (var (name, text, place) in cells.Where(c => !Fields.ContainsKey(c.Name)))
            findings.Add(new Finding("form.not-read", Severity.Doubt, [], null, [name, text]) { Places = [place] });
        var facts = new RegisterObject(agreement, name => [.. placed[name]], options.Rules.Kinds, (name, text) =>
            findings.Add(new Finding("form.not-read", Severity.Doubt, [], Fields.GetValueOrDefault(name), [name, text]) { Places = [.. placed[name]] })).Facts();
        return new FormRecord(facts, string.Join(" | ", cells.Select(c => c.Text)), [.. cells.Select(c => c.Place)], [.. cells.Select(c => Fields.GetValueOrDefault(c.Name))], findings);
    }

    /// <summary>The properties that say anything.</summary>
    private static IEnumerable<(string Name, string Text, Place Place)> Cells(JsonElement agreement, int at)
    {
        if (agreement.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var property in agreement.EnumerateObject())
        {
            var text = property.Value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => property.Value.GetString()!, JsonValueKind.Array when property.Value.GetArrayLength() == 0 => "", _ => property.Value.GetRawText() };
            if (!string.IsNullOrWhiteSpace(text))
                yield return (property.Name, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"$.{List}[{at}].{property.Name}")));
        }
    }
}

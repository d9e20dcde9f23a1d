using Entente.Core;

namespace Entente.Formats.Tables;

public enum PartKind
{
    /// <summary>Columns have letters.</summary>
    Sheet,

    /// <summary>Of a page or a document: columns have numbers.</summary>
    Table,

    /// <summary>Objects of JSON: the first has no row of its own.</summary>
    Objects,

    /// <summary>Running text: each line is a row with one cell.</summary>
    Text,
}

/// <summary>A sheet, a table, or the text between two of them.</summary>
/// <param name="Name">Of a sheet; empty where there is none.</param>
/// <param name="IsHidden">Its program does not show it.</param>
public sealed record DocumentPart(PartKind Kind, string Name, bool IsHidden);

/// <param name="Column">From 0, as the document has it.</param>
/// <param name="Spot">What its place is found by; see <see cref="DocumentCells.SpotOf"/>.</param>
public sealed record DocumentCell(int Column, string Text, string? Spot)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    public bool IsHead { get; init; }
}

/// <param name="Part">Index of the part that it is of.</param>
/// <param name="Number">From 0, as the document has it.</param>
/// <param name="IsHidden">Its program does not show it.</param>
public sealed record DocumentRow(int Part, int Number, bool IsHidden, IReadOnlyList<DocumentCell> Cells);

/// <summary>A document of cells as it stands, for a person to look at. Nothing in it is computed, fetched or run.</summary>
/// <param name="Rows">Those with something in them, in the order of the document.</param>
public sealed record DocumentCells(IReadOnlyList<DocumentPart> Parts, IEnumerable<DocumentRow> Rows)
{
    /// <summary>What a place in a document of cells is called; null where it has none.</summary>
    public static string? SpotOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Cell ?? (place.Line is { } line ? $"line {line}" : null);
    }

    /// <summary>Whether documents of this type are shown so.</summary>
    public static bool Has(string mediaType) => mediaType is MediaTypes.Xlsx or MediaTypes.Xls or MediaTypes.Ods or MediaTypes.Docx or MediaTypes.Html or MediaTypes.Json;

    /// <exception cref="RefusedException">As of <see cref="SourceReader"/>.</exception>
    public static DocumentCells Read(string name, ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken stop)
    {
        var blocks = ReadingStop.Within(() => SourceReader.BlocksOf(name, bytes, mediaType), stop).Blocks;
        var kind = mediaType switch { MediaTypes.Docx or MediaTypes.Html => PartKind.Table, MediaTypes.Json => PartKind.Objects, _ => PartKind.Sheet };
        var (parts, of) = (new List<DocumentPart>(), new List<(int Part, Block Block)>());
        foreach (var block in blocks)
        {
            if (block is TableBlock { Grid: var grid })
                parts.Add(new DocumentPart(kind, grid.Name, grid.IsHidden));
            else if (parts.Count == 0 || parts[^1].Kind != PartKind.Text)
                parts.Add(new DocumentPart(PartKind.Text, "", false));
            of.Add((parts.Count - 1, block));
        }

        return new DocumentCells(parts, of.SelectMany((b, i) => b.Block is TableBlock { Grid: var grid } ? RowsOf(grid, b.Part) : [RowOf((TextBlock)b.Block, b.Part, i)]));
    }

    private static DocumentRow RowOf(TextBlock text, int part, int number) =>
        new(part, number, false, [new DocumentCell(0, text.Text, SpotOf(text.Place)) { IsHead = text.Level > 0 }]);

    private static IEnumerable<DocumentRow> RowsOf(Grid grid, int part)
    {
        var hidden = grid.HiddenRows.ToHashSet();
        return grid.Given.GroupBy(c => c.Row).OrderBy(r => r.Key).Select(row => new DocumentRow(part, row.Key, hidden.Contains(row.Key + 1),
            [.. row.OrderBy(c => c.Column).Select(c => new DocumentCell(c.Column, c.Text, SpotOf(c.Place)) { RowSpan = c.RowSpan, ColumnSpan = c.ColumnSpan, IsHead = c.IsHead })]));
    }

    /// <summary>As spreadsheets name it.</summary>
    /// <param name="column">From 0.</param>
    public static string LettersOf(int column) => CellName.Of(0, column).TrimEnd('1');
}

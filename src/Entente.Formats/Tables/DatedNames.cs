using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Columns whose cells hold partners line by line, each with its date in brackets: "Sister cities | Kyoto (1998.10.12)". The head says
/// what kind of agreement it is. Each line becomes a row of its own.</summary>
internal static class DatedNames
{
    private const int FewestNames = 3, PartnerFirst = 0;

    private sealed record Entry(GridCell Cell, string Kind, string Name, string? When);

    /// <summary>The same grid where no columns are such.</summary>
    public static Grid Unfolded(Grid grid, Contents contents)
    {
        if (!grid.Cells.Any(c => c.Text.Contains('\n', StringComparison.Ordinal)) || new HeadRows(grid, contents).FindFirst() is not { } head)
            return grid;
        var below = grid.Cells.Where(c => c.Row > head.Last && c.ColumnSpan == 1).ToLookup(c => c.Column);
        var columns = Enumerable.Range(0, grid.Columns).Where(c => IsSuch(below[c], contents)).ToList();
        if (columns.Count == 0 || (columns.Count == 1 && !grid.Cells.Any(c => c.Column == columns[0] && c.Row > head.Last && Lines(c).Count(l => Parted(l, contents) is not null) > 1)))
            return grid;
        var cells = new List<GridCell>(grid.Cells.Where(c => c.Row <= head.Last));
        var row = head.Last + 1;
        for (var from = row; from < grid.Rows; from++)
        {
            var own = grid.Between(from, from).ToList();
            var entries = own.Where(c => columns.Contains(c.Column)).SelectMany(c => Entries(c, head.Texts[c.Column], contents)).ToList();
            var isSuch = entries.Exists(e => e.When is not null);
            var rows = isSuch ? entries.Count : 1;
            cells.AddRange(own.Where(c => !isSuch || !columns.Contains(c.Column)).Select(c => c with { Row = row, RowSpan = rows }));
            for (var i = 0; i < rows && isSuch; i++)
                cells.AddRange(CellsOf(entries[i], row + i, columns[PartnerFirst], grid.Columns));
            row += rows;
        }

        return new Grid(grid.Name, [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)]) { Said = new Dictionary<int, string> { [columns[PartnerFirst]] = "partner", [grid.Columns] = "start", [grid.Columns + 1] = "kind" } };
    }

    private static IEnumerable<GridCell> CellsOf(Entry entry, int row, int partner, int behind)
    {
        yield return new GridCell(row, partner, entry.Name, entry.Cell.Place);
        if (entry.When is { } when)
            yield return new GridCell(row, behind, when, entry.Cell.Place with { });
        yield return new GridCell(row, behind + 1, entry.Kind, entry.Cell.Place with { });
    }

    private static bool IsSuch(IEnumerable<GridCell> cells, Contents contents)
    {
        var lines = cells.SelectMany(Lines).Where(l => !contents.Of(l).IsBlank).ToList();
        return lines.Count >= FewestNames && lines.Count(l => Parted(l, contents) is not null) * 10 >= lines.Count * 7;
    }

    private static IEnumerable<Entry> Entries(GridCell cell, string head, Contents contents)
    {
        var kind = head.Split('(', '（')[0].Trim();
        return Lines(cell).Where(l => !contents.Of(l).IsBlank).Select(l => Parted(l, contents) is var (name, when) ? new Entry(cell, kind, name, when) : new Entry(cell, kind, l, null));
    }

    private static (string Name, string When)? Parted(string line, Contents contents)
    {
        var open = line.LastIndexOfAny(['(', '（']);
        if (open <= 0 || line[^1] is not (')' or '）'))
            return null;
        var (name, when) = (line[..open].Trim(), line[(open + 1)..^1].Trim());
        return contents.Of(name) is { IsName: true, Whens.Items.Count: 0 } && contents.Of(when).Whens is { Unread: <= 1, Items.Count: > 0 } ? (name, when) : null;
    }

    private static string[] Lines(GridCell cell) => cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

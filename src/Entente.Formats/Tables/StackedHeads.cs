using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Heads of two lines that each name a field: below them each cell holds both, one over the other. Two columns are made of such a one.</summary>
internal static class StackedHeads
{
    private const double Known = 0.9;

    private const int MostRowsAbove = 20;

    /// <summary>What such a head says of the upper line and the lower one; null where the two lines are one head.</summary>
    public static (string Upper, string Lower)? FieldsOf(IReadOnlyList<string> lines) =>
        lines.Count == 2 && FieldOf(lines[0]) is { } upper && FieldOf(lines[1]) is { } lower && upper != lower
        && Heads.FieldsOf(string.Join(' ', lines)) is not [{ Score: 1 }, ..] ? (upper, lower) : null;

    private static string? FieldOf(string line) => Heads.FieldsOf(line) is [{ Score: >= Known } field, ..] ? field.Field : null;

    /// <summary>The grid with a column for each field; the same where no head has two lines, or what is below has one.</summary>
    public static Grid Unfolded(Grid grid, Contents contents)
    {
        var stacked = Find(grid);
        if (stacked.Count == 0)
            return grid;
        var cells = new List<GridCell>(grid.Cells.Count);
        foreach (var cell in grid.Cells)
        {
            var at = cell.ColumnSpan == 1 ? stacked.FindIndex(s => s.Column == cell.Column) : -1;
            if (at < 0)
            {
                cells.Add(cell);
                continue;
            }

            var (upper, lower) = Parted(LinesOf(cell), stacked[at].Fields, contents);
            if (upper.Length > 0 || lower.Length == 0)
                cells.Add(cell with { Text = upper });
            if (lower.Length > 0)
                cells.Add(cell with { Text = lower, Column = grid.Columns + at, Place = cell.Place with { } });
        }

        return new Grid(grid.Name, [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)]);
    }

    private static List<(int Column, (string Upper, string Lower) Fields)> Find(Grid grid)
    {
        for (var row = 0; row < Math.Min(grid.Rows, MostRowsAbove); row++)
        {
            var heads = grid.FilledIn(row);
            var stacked = heads.Where(c => c.ColumnSpan == 1).Select(c => (c.Column, Fields: FieldsOf(LinesOf(c)))).Where(s => s.Fields is not null).Select(s => (s.Column, s.Fields!.Value)).ToList();
            if (stacked.Count > 1 || (stacked.Count > 0 && heads.Count > 1 && heads.TrueForAll(c => stacked.Exists(s => s.Column == c.Column) || Heads.FieldsOf(c.Text).Count > 0)))
                return AreMostly(grid, row, [.. stacked.Select(s => s.Column)]) ? stacked : [];
        }

        return [];
    }

    /// <summary>Of two lines below the head too, in one of its columns.</summary>
    private static bool AreMostly(Grid grid, int head, HashSet<int> columns) =>
        grid.Cells.Where(c => c.Row > head && columns.Contains(c.Column) && !c.IsEmpty).GroupBy(c => c.Column).Any(c => c.Count(o => LinesOf(o).Length > 1) * 2 > c.Count());

    private static string[] LinesOf(GridCell cell) => cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A name may take several lines, and so may a remark; a date or a kind takes one.</summary>
    private static (string Upper, string Lower) Parted(string[] lines, (string Upper, string Lower) fields, Contents contents)
    {
        if (lines.Length < 2)
            return lines.Length == 1 && IsWhen(fields.Upper) && contents.Of(lines[0]).Whens.Items.Count == 0 ? ("", lines[0]) : (string.Concat(lines), "");
        var upper = fields.Upper == "partner" && fields.Lower is not ("note" or "subject" or "title") ? lines.Length - 1 : 1;
        return (string.Join('\n', lines[..upper]), string.Join('\n', lines[upper..]));
    }

    private static bool IsWhen(string field) => field is "start" or "end" or "term" or "period" or "renewed";
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>A small table for each agreement, of labels and what they say: together they are one table, with the labels as its heads.</summary>
internal static class LabelTables
{
    private const int FewestLabels = 3;

    public static IReadOnlyList<Block> Joined(IReadOnlyList<Block> blocks, Contents contents)
    {
        var of = blocks.OfType<TableBlock>().Where(b => IsOfLabels(b.Grid, contents)).ToList();
        if (of.Count == 0)
            return blocks;
        var joined = new TableBlock(GridOf([.. of.Select(b => b.Grid)]));
        var others = of.Skip(1).ToHashSet();
        return [.. blocks.Where(b => b is not TableBlock table || !others.Contains(table)).Select(b => b == of[0] ? joined : b)];
    }

    private static bool IsOfLabels(Grid grid, Contents contents)
    {
        if (grid.Columns != 2 || grid.Rows < FewestLabels || grid.Cells.Any(c => c.ColumnSpan > 1 || c.RowSpan > 1))
            return false;
        var fields = grid.Cells.Where(c => c is { Column: 0, IsEmpty: false }).Select(c => contents.HeadOf(c.Text.TrimEnd(':', ' ')) is [{ Score: >= 0.6 } field, ..] ? field.Field : null).ToList();
        var known = fields.OfType<string>().ToList();
        // A list of partners and countries has heads in its first row only.
        return known.Count >= FewestLabels && known.Count * 10 >= fields.Count * 6 && known.Distinct().Count() * 10 >= known.Count * 6;
    }

    private static Grid GridOf(IReadOnlyList<Grid> grids)
    {
        var columns = new Dictionary<string, int>();
        var cells = new List<GridCell>();
        foreach (var (row, grid) in grids.Index())
        {
            foreach (var label in grid.Cells.Where(c => c is { Column: 0, IsEmpty: false }))
            {
                var key = string.Join(' ', PhraseBook.Keys(label.Text));
                if (!columns.TryGetValue(key, out var column))
                {
                    columns.Add(key, column = columns.Count);
                    cells.Add(label with { Row = 0, Column = column, Text = label.Text.TrimEnd(':', ' '), IsHead = true });
                }

                if (grid.At(label.Row, 1) is { IsEmpty: false } value)
                    cells.Add(value with { Row = row + 1, Column = column });
            }
        }

        return new Grid(grids[0].Name, [.. cells.OrderBy(c => c.Row)]);
    }
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>A stretch of rows of a grid under one head, or without any.</summary>
internal sealed class TablePart
{
    private readonly Contents contents;

    private TablePart(Grid grid, TableHead? head, int first, int last, Contents contents)
    {
        (Grid, Head, First, Last, this.contents) = (grid, head, first, last, contents);
        Heads = head?.Texts ?? [.. Enumerable.Repeat("", grid.Columns)];
        Shifts = new RowShifts(grid, first, last, Heads, contents);
    }

    public Grid Grid { get; }

    public TableHead? Head { get; }

    /// <summary>Its first row below the head.</summary>
    public int First { get; }

    public int Last { get; }

    public RowShifts Shifts { get; }

    public IReadOnlyList<string> Heads { get; }

    public static IEnumerable<TablePart> Of(Grid grid, Contents contents)
    {
        var heads = new HeadRows(grid, contents).FindAll();
        if (heads.Count == 0)
            yield return new TablePart(grid, null, 0, grid.Rows - 1, contents);
        for (var i = 0; i < heads.Count; i++)
            yield return new TablePart(grid, heads[i], heads[i].Last + 1, (i + 1 < heads.Count ? heads[i + 1].First : grid.Rows) - 1, contents);
    }

    /// <summary>What looks like records, for telling the columns.</summary>
    public IEnumerable<IReadOnlyList<CellContent>> Body()
    {
        for (var row = First; row <= Last; row++)
        {
            if (Filled(row) < 2)
                continue;
            var cells = new CellContent[Grid.Columns];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = contents.Of(Shifts.At(row, column));
            yield return cells;
        }
    }

    /// <summary>How many columns of a row have a cell of its own.</summary>
    private int Filled(int row)
    {
        var filled = 0;
        for (var column = 0; column < Grid.Columns; column++)
        {
            if (Grid.At(row, column) is { IsEmpty: false } cell && cell.Row == row)
                filled++;
        }

        return filled;
    }
}

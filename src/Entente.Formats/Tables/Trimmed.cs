namespace Entente.Formats.Tables;

/// <summary>The cells of a table without the room in which nothing stands: spans end where cells end, columns without a text are left out, and
/// of many blank rows some remain.</summary>
internal sealed class Trimmed
{
    private const int MostBlankRows = 100;

    /// <summary>Those in which a text begins, in order.</summary>
    private readonly List<int> rows, columns;

    private readonly int[] places;

    private Trimmed(List<int> rows, List<int> columns)
    {
        (this.rows, this.columns, places) = (rows, columns, new int[rows.Count]);
        for (var i = 0; i < rows.Count; i++)
            places[i] = i == 0 ? Math.Min(rows[0], MostBlankRows) : places[i - 1] + 1 + Math.Min(rows[i] - rows[i - 1] - 1, MostBlankRows);
    }

    public static IReadOnlyList<GridCell> Of(IReadOnlyList<GridCell> cells)
    {
        var (rows, columns) = (new List<int>(), new HashSet<int>());
        foreach (var cell in cells)
        {
            if (cell.IsEmpty)
                continue;
            columns.Add(cell.Column);
            if (rows.Count == 0 || rows[^1] != cell.Row)
                rows.Add(cell.Row);
        }

        if (rows.Count == 0)
            return [];
        var trimmed = new Trimmed([.. rows.Distinct().Order()], [.. columns.Order()]);
        return trimmed.Holds(cells) ? cells : [.. cells.Select(trimmed.Find).OfType<GridCell>()];
    }

    private bool Holds(IReadOnlyList<GridCell> cells)
    {
        if (columns[^1] != columns.Count - 1 || places[^1] != rows[^1])
            return false;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if ((long)cell.Row + cell.RowSpan > rows[^1] + 1 || (long)cell.Column + cell.ColumnSpan > columns.Count)
                return false;
        }

        return true;
    }

    /// <summary>Null for one without a text in a column or below the last row that has one.</summary>
    private GridCell? Find(GridCell cell)
    {
        var column = columns.BinarySearch(cell.Column);
        if (column < 0 || cell.Row > rows[^1])
            return null;
        var row = PlaceOf(cell.Row);
        var last = (int)Math.Min((long)cell.Row + cell.RowSpan - 1, rows[^1]);
        var end = columns.BinarySearch((int)Math.Min((long)cell.Column + cell.ColumnSpan, int.MaxValue));
        return cell with { Row = row, Column = column, RowSpan = Math.Max(PlaceOf(last) - row + 1, 1), ColumnSpan = Math.Max((end < 0 ? ~end : end) - column, 1) };
    }

    private int PlaceOf(int row)
    {
        var at = rows.BinarySearch(row);
        if (at >= 0)
            return places[at];
        var next = ~at;
        return next == 0 ? Math.Max(places[0] - (rows[0] - row), 0) : Math.Min(places[next - 1] + row - rows[next - 1], places[next] - 1);
    }
}

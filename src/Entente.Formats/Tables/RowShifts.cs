using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Rows that lost their first cells, which stood merged over several rows: all that is left stands too far to the front.</summary>
internal sealed class RowShifts
{
    private const int MostLost = 3;

    /// <summary>How much better the moved cells must go with the heads.</summary>
    private const double Clearly = 1, Rounding = 1e-9;

    private readonly Grid grid;
    private readonly Dictionary<int, int> shifts = [];
    private readonly List<GridCell?> own = [];

    public RowShifts(Grid grid, int first, int last, IReadOnlyList<string> heads, Contents contents)
    {
        this.grid = grid;
        var fields = heads.Select(h => contents.HeadOf(h) is [var first, ..] ? first.Field : null).ToArray();
        if (fields.Count(f => f is not null) < 2)
            return;
        for (var row = first; row <= last; row++)
        {
            if (Best(row, fields, contents) is > 0 and var shift)
                shifts[row] = shift;
        }
    }

    /// <summary>Where the cell of a column stands that belongs to a row; null for one that the row lost.</summary>
    public GridCell? At(int row, int column)
    {
        var shift = Of(row);
        return column < shift ? null : shift == 0 ? grid.At(row, column) : grid.At(row, column - shift) is { } cell ? cell with { Column = column } : null;
    }

    public int Of(int row) => shifts.GetValueOrDefault(row);

    private int Best(int row, string?[] fields, Contents contents)
    {
        if (grid.At(row, grid.Columns - 1) is { IsEmpty: false, ColumnSpan: 1 } last && last.Row == row)
            return 0;
        own.Clear();
        var (end, filled) = (0, 0);
        for (var column = 0; column < grid.Columns; column++)
        {
            var cell = grid.At(row, column) is { IsEmpty: false, ColumnSpan: 1 } at && at.Row == row ? at : null;
            own.Add(cell);
            (end, filled) = cell is null ? (end, filled) : (column + 1, filled + 1);
        }

        if (end < 2 || own[0] is null)
            return 0;
        var (best, most) = (0, Fit(own, 0, fields, contents) + Clearly);
        // No cell goes better with a field than wholly.
        if (most >= filled)
            return 0;
        for (var shift = 1; shift <= Math.Min(MostLost, grid.Columns - end); shift++)
        {
            if (MayFit(own, shift, fields, contents, filled - most) && Fit(own, shift, fields, contents) is var fit && fit > most)
                (best, most) = (shift, fit);
        }

        return best;
    }

    /// <summary>Whether the cells behind the first one leave room for it to be enough: the first is a running number, which comes once in its list.</summary>
    private static bool MayFit(List<GridCell?> own, int shift, string?[] fields, Contents contents, double room)
    {
        for (var column = own.Count - shift - 1; column > 0; column--)
        {
            if (own[column] is { } cell)
                room -= 1 - (fields[column + shift] is { } field ? contents.FitOf(field, cell.Text) : 0);
        }

        return room > -Rounding;
    }

    private static double Fit(List<GridCell?> own, int shift, string?[] fields, Contents contents)
    {
        var fit = 0.0;
        for (var column = 0; column < own.Count - shift; column++)
        {
            if (own[column] is { } cell && fields[column + shift] is { } field)
                fit += column == 0 ? FieldFit.Of(field, contents.Of(cell)) : contents.FitOf(field, cell.Text);
        }

        return fit;
    }
}

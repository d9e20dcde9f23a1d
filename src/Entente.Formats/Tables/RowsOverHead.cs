namespace Entente.Formats.Tables;

/// <summary>Rows of the list that stand over its head, where it was not found at their top: they are read, and not taken for a title.</summary>
internal static class RowsOverHead
{
    private const int FewestRows = 3, MostRows = 100, FewestCells = 3, FewestColumns = 2;

    private const double Often = 0.8, Most = 0.6;

    /// <summary>The first row over a head that says in the same columns what the rows below say; null: none does.</summary>
    /// <param name="last">The last row below it.</param>
    public static int? First(Grid grid, TableHead head, int last, Contents contents)
    {
        var over = Enumerable.Range(0, head.First).Where(r => grid.FilledIn(r).Count >= FewestCells).ToList();
        if (over.Count == 0)
            return null;
        var below = Enumerable.Range(head.Last + 1, last - head.Last).Where(r => grid.FilledIn(r).Count >= FewestCells).Take(MostRows).ToList();
        var usual = Enumerable.Range(0, grid.Columns).Select(c => below.Select(r => Said(r, c)).GroupBy(s => s).MaxBy(s => s.Count())).Index()
            .Where(s => s.Item is { Key: not null } often && often.Count() >= Often * below.Count).ToDictionary(s => s.Index, s => s.Item!.Key!);
        if (below.Count < FewestRows || usual.Count < FewestColumns)
            return null;
        var like = over.FindIndex(r => usual.Count(u => Said(r, u.Key) == u.Value) is >= FewestColumns and var same && same >= Most * usual.Count);
        return like < 0 ? null : over[like];

        string? Said(int row, int column) => grid.At(row, column) is { IsEmpty: false } cell ? SaidBy(contents.Of(cell)) : null;
    }

    /// <summary>What a cell is that no head says.</summary>
    private static string? SaidBy(Core.Reading.CellContent content) =>
        content.Number is not null ? "number" : content.Whens.HasDate ? "date" : content.Countries.Count > 0 ? "country" : content.Kinds.Count > 0 ? "kind" : null;
}

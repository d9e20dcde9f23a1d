namespace Entente.Formats.Tables;

/// <summary>Rows of the list that stand over its head, where it was not found at their top: they are read, and not taken for a title.</summary>
internal static class RowsOverHead
{
    private const int FewestRows = 3, MostRows = 100, FewestCells = 3, FewestColumns = 2;

    private const double Often = 0.8, Most = 0.6;

    /// <summary>The first row over a head that says in the same columns what the rows below say; or what the head says, where hardly a row is below and several over it. Null: none does.</summary>
    /// <param name="last">The last row below it.</param>
    public static int? First(Grid grid, TableHead head, int last, Contents contents)
    {
        var over = Enumerable.Range(0, head.First).Where(r => grid.FilledIn(r).Count >= FewestCells).ToList();
        if (over.Count == 0)
            return null;
        var below = Enumerable.Range(head.Last + 1, last - head.Last).Where(r => grid.FilledIn(r).Count >= FewestCells).Take(MostRows).ToList();
        var isBelow = below.Count >= FewestRows;
        var usual = isBelow ? SaidBelow() : SaidByHeads(head);
        if (usual.Count < FewestColumns)
            return null;
        var like = over.FindAll(r => usual.Count(u => Said(r, u.Key) == u.Value) is >= FewestColumns and var same && same >= Most * usual.Count);
        return like.Count < (isBelow ? 1 : FewestRows) ? null : like[0];

        Dictionary<int, string> SaidBelow() => Enumerable.Range(0, grid.Columns).Select(c => below.Select(r => Said(r, c)).GroupBy(s => s).MaxBy(s => s.Count())).Index()
            .Where(s => s.Item is { Key: not null } often && often.Count() >= Often * below.Count).ToDictionary(s => s.Index, s => s.Item!.Key!);

        string? Said(int row, int column) => grid.At(row, column) is { IsEmpty: false } cell ? SaidBy(contents.Of(cell)) : null;
    }

    private static Dictionary<int, string> SaidByHeads(TableHead head) =>
        head.Texts.Select(text => Core.Reading.Heads.FieldsOf(text) is [{ Score: 1 } named, ..] ? SaidIn(named.Field) : null).Index().Where(s => s.Item is not null).ToDictionary(s => s.Index, s => s.Item!);

    private static string? SaidIn(string field) => field switch
    {
        "start" or "end" or "renewed" or "period" => "date",
        "number" or "country" or "kind" => field,
        _ => null,
    };

    /// <summary>What a cell is that no head says.</summary>
    private static string? SaidBy(Core.Reading.CellContent content) =>
        content.Number is not null ? "number" : content.Whens.HasDate ? "date" : content.Countries.Count > 0 ? "country" : content.Kinds.Count > 0 ? "kind" : null;
}

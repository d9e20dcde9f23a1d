using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>A stretch of rows of a grid under one head, or without any.</summary>
internal sealed class TablePart
{
    private readonly Contents contents;

    private TablePart(Grid grid, TableHead? head, int first, int last, Contents contents, Memo<(int, Contents), bool> isGrouped, IReadOnlyList<string>? heads = null)
    {
        IsGrouped = isGrouped;
        (Grid, Head, First, Last, this.contents) = (grid, head, first, last, contents);
        Heads = heads ?? head?.Texts ?? [.. Enumerable.Repeat("", grid.Columns)];
        Shifts = new RowShifts(grid, first, last, Heads, contents);
    }

    public Grid Grid { get; }

    public TableHead? Head { get; }

    /// <summary>The head that stands below its rows.</summary>
    public TableHead? Below { get; init; }

    /// <summary>Its first row below the head.</summary>
    public int First { get; }

    public int Last { get; }

    public RowShifts Shifts { get; }

    public IReadOnlyList<string> Heads { get; }

    /// <summary>Whether a column is filled only in the first row of each group: the same for all parts of a grid, and told once.</summary>
    public Memo<(int Column, Contents Contents), bool> IsGrouped { get; }

    public static IEnumerable<TablePart> Of(Grid grid, Contents contents)
    {
        var heads = new HeadRows(grid, contents).FindAll();
        var isGrouped = new Memo<(int Column, Contents Contents), bool>(c => GroupedColumn.Is(grid, c.Column, c.Contents, heads));
        if (heads.Count == 0)
            yield return new TablePart(grid, null, 0, grid.Rows - 1, contents, isGrouped);
        else if (RowsOverHead.First(grid, heads[0], LastUnder(0), contents) is { } over)
            yield return new TablePart(grid, null, over, heads[0].First - 1, contents, isGrouped, heads[0].Texts) { Below = heads[0] };
        for (var i = 0; i < heads.Count; i++)
            yield return new TablePart(grid, heads[i], heads[i].Last + 1, LastUnder(i), contents, isGrouped);

        int LastUnder(int head) => (head + 1 < heads.Count ? heads[head + 1].First : grid.Rows) - 1;
    }

    /// <summary>Rows of a table whose head was read with others, and in whose columns each row says what it says.</summary>
    public static TablePart Further(Grid grid, IReadOnlyList<string> heads, Contents contents) =>
        new(grid, null, 0, grid.Rows - 1, contents, new Memo<(int Column, Contents Contents), bool>(_ => false), heads);

    /// <summary>What is said of its columns: by what the grid was made of, by a person of every list, or of this one.</summary>
    public IReadOnlyList<ColumnChoice> Chosen(ReadOptions options) =>
    [
        .. Grid.Said.Where(s => s.Key < Grid.Columns).Select(s => new ColumnChoice(Table.HeadsOf(Heads), s.Key, s.Value)),
        .. Decided(options.Rules, Heads, RuleField.Column).Select(r => new ColumnChoice(Table.HeadsOf(Heads), r.Column, r.Meaning == ColumnChoice.None ? null : r.Meaning)),
        .. options.Columns,
    ];

    /// <summary>What was decided on columns with these heads.</summary>
    public static IEnumerable<(int Column, string Meaning)> Decided(ReadingRules rules, IReadOnlyList<string> heads, RuleField field) =>
        from rule in rules.Decided
        where rule.Field == field
        from head in heads.Index()
        where rule.IsAbout(field, head.Item)
        select (head.Index, rule.Meaning);

    /// <summary>What looks like records, for telling the columns.</summary>
    public IEnumerable<IReadOnlyList<CellContent>> Body()
    {
        for (var row = First; row <= Last; row++)
        {
            if (Filled(row) < 2 || TableRows.AreColumnNumbers(Grid.FilledIn(row)))
                continue;
            var cells = new CellContent[Grid.Columns];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = contents.Of(Shifts.At(row, column));
            yield return cells;
        }
    }

    /// <summary>How many cells of its own a row has: a heading over all columns is one.</summary>
    private int Filled(int row)
    {
        var filled = 0;
        for (var column = 0; column < Grid.Columns; column++)
        {
            if (Grid.At(row, column) is { IsEmpty: false } cell && cell.Row == row && cell.Column == column)
                filled++;
        }

        return filled;
    }
}

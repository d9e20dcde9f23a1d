using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>The first rows of a long list, read as a list of their own: they tell what its columns are.</summary>
internal sealed class ListOpening
{
    private const int LastRowOfAHead = 50, FewestColumns = 3;

    private readonly HeadRows headRows;

    private ListOpening(Grid grid, TablePart part, TableHead head, HeadRows headRows, Contents plain, ReadOptions options)
    {
        this.headRows = headRows;
        (Heads, FirstRow) = (head.Texts, head.Last + 1);
        Around = new Surroundings(options.Rules.Kinds);
        Around.TakeOver(grid, head.First);
        HeadCells = [.. grid.Between(head.First, head.Last).Where(c => !c.IsEmpty)];
        var reader = new TableReader(part, "t1", options, plain, null, DayOrder.Unknown);
        var read = reader.Read(Around.Above);
        Fields = reader.Fields;
        Table = read.Table;
        HasCountries = read.Rows.Count(r => r.Countries.Count > 0) * 2 >= read.Rows.Count;
        OrderOfWholeYears = reader.OrderOfWholeYears(plain);
        IsMostlyRead = [.. Fields.Select((f, column) => f is "start" or "renewed" or "period" or "term" or "end" && RowBuilder.IsMostlyRead(grid, column, plain))];
        var filled = Enumerable.Range(FirstRow, grid.Rows - FirstRow).Select(r => grid.FilledIn(r).Count).Where(n => n > 0).Order().ToList();
        Usual = filled.Count == 0 ? 0 : filled[filled.Count / 2];
    }

    public IReadOnlyList<string> Heads { get; }

    public string?[] Fields { get; }

    /// <summary>With the rows of the opening only.</summary>
    public Table Table { get; }

    /// <summary>The first one below the head.</summary>
    public int FirstRow { get; }

    public IReadOnlyList<GridCell> HeadCells { get; }

    /// <summary>What stands over the head.</summary>
    public Surroundings Around { get; }

    public bool HasCountries { get; }

    public DayOrder? OrderOfWholeYears { get; }

    public bool[] IsMostlyRead { get; }

    /// <summary>How many cells a row commonly has.</summary>
    public int Usual { get; }

    /// <summary>Null where it is not plain that it is one table of agreements.</summary>
    /// <param name="cells">Row by row.</param>
    public static ListOpening? Of(List<GridCell> cells, Contents plain, ReadOptions options)
    {
        var grid = new Grid("", cells);
        if (!ReferenceEquals(grid.Cells, cells) || grid.Columns is < FewestColumns or > Grid.MostColumns || grid.HasTooManyCells)
            return null;
        var heads = new HeadRows(grid, plain);
        if (heads.FindAll() is not [{ First: < LastRowOfAHead } head] || SideTables.CutAt(head.Texts, SideTables.Below(grid, head)) is not null || head.Last + 1 >= grid.Rows)
            return null;
        // Rows over the head are a part of their own.
        if (TablePart.Of(grid, plain).ToList() is not [var part])
            return null;
        var opening = new ListOpening(grid, part, head, heads, plain, options);
        return opening.Table.Role == TableRole.Agreements && opening.Table.Columns.Count == grid.Columns ? opening : null;
    }

    /// <summary>Whether a row further down is a head: another table begins there, or the same again.</summary>
    public bool IsHead(List<GridCell> cells) => headRows.IsHeadFurtherDown(cells);
}

using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>A cell of a table as its format gives it, at its first row and column, both from 0.</summary>
/// <param name="Text">As a person sees it; lines kept apart by a line feed.</param>
internal sealed record GridCell(int Row, int Column, string Text, Place Place)
{
    /// <summary>The longest cells of lists have some hundreds, and each is weighed with those beside it.</summary>
    public const int MostLines = 5_000;

    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>The format says that it is a head of a column or a row.</summary>
    public bool IsHead { get; init; }

    /// <summary>A value that the format itself holds as a date.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>A number of the format's, and no text.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Code of a doubt that the format raises about it.</summary>
    public string? Doubt { get; init; }

    /// <summary>Why it is blank, where the format shows that it is a cell of its own row and not a part of the one above.</summary>
    public BlankCell Blank { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public bool HasTooManyLines => Text.Length > MostLines && Text.AsSpan().Count('\n') >= MostLines;
}

/// <summary>A cell in which nothing stands, or nothing that can be read.</summary>
internal enum BlankCell
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>Lines are drawn around it.</summary>
    Drawn,

    /// <summary>Nothing says which letters stand in it.</summary>
    Unread,
}

/// <summary>A table as its format gives it.</summary>
/// <param name="Name">Of a sheet, or "table 3": for messages.</param>
internal sealed class Grid
{
    /// <summary>Lists have some twenty columns.</summary>
    public const int MostColumns = 1_000;

    /// <summary>Of all rows and columns: a cell stands in some of them only, and room is taken for each.</summary>
    public const int MostSlots = 1 << 25;

    private GridCell?[,]? covering;
    private FilledRow? lastFilled;

    /// <summary>The cells by row, and of each row the index of the first one that begins in it or further down.</summary>
    private readonly IReadOnlyList<GridCell> byRow;
    private readonly int[] firsts;

    public Grid(string name, IReadOnlyList<GridCell> cells)
    {
        ReadingStop.Look();
        Name = name;
        Given = cells;
        Cells = cells = Trimmed.Of(cells);
        foreach (var cell in cells)
        {
            (Rows, Columns) = (Math.Max(Rows, cell.Row + cell.RowSpan), Math.Max(Columns, cell.Column + cell.ColumnSpan));
            slots += (long)cell.RowSpan * cell.ColumnSpan;
        }

        slots = Math.Max(slots, (long)Rows * Columns);
        byRow = IsInOrder(cells) ? cells : [.. cells.OrderBy(c => c.Row)];
        firsts = FirstsOf(byRow, Rows);
    }

    /// <summary>Some rows of a table that is not there as a whole.</summary>
    /// <param name="cells">Row by row, the first row of these being 0; none spans others.</param>
    /// <param name="columns">How many the table has.</param>
    public Grid(IReadOnlyList<GridCell> cells, int rows, int columns)
    {
        (Name, Given, Cells, byRow, Rows, Columns, slots) = ("", cells, cells, cells, rows, columns, (long)rows * columns);
        firsts = FirstsOf(cells, rows);
    }

    public string Name { get; }

    /// <summary>Columns without a head of which is known what they hold, from what the grid was made of.</summary>
    public IReadOnlyDictionary<int, string> Said { get; init; } = new Dictionary<int, string>();

    public IReadOnlyList<GridCell> Cells { get; }

    /// <summary>Where its format has them, with the room between them.</summary>
    public IReadOnlyList<GridCell> Given { get; }

    /// <summary>A sheet that its program does not show.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Rows that its program does not show, from 1.</summary>
    public IReadOnlyList<int> HiddenRows { get; init; } = [];

    public int Rows { get; }

    public int Columns { get; }

    private readonly long slots;

    /// <summary>To be asked before any of its cells is looked for.</summary>
    public bool HasTooManyCells => slots > MostSlots;

    /// <summary>The cell that begins in a row and column, or reaches there from above or before.</summary>
    public GridCell? At(int row, int column) => (covering ??= Covering())[row, column];

    private GridCell?[,] Covering()
    {
        var all = new GridCell?[Rows, Columns];
        foreach (var cell in Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    all[row, column] ??= cell;
            }
        }

        return all;
    }

    /// <summary>The cells that begin in some rows, row by row.</summary>
    public IEnumerable<GridCell> Between(int first, int last)
    {
        for (var i = firsts[first]; i < firsts[last + 1]; i++)
            yield return byRow[i];
    }

    /// <summary>The cells with a text that begin in a row, from the left; of a merged one only its first row has it.</summary>
    public List<GridCell> FilledIn(int row)
    {
        // A row is asked for several times before the next one is.
        if (lastFilled is { } known && known.Row == row)
            return known.Cells;
        var filled = Filled(row);
        lastFilled = new FilledRow(row, filled);
        return filled;
    }

    private List<GridCell> Filled(int row)
    {
        ReadingStop.Look();
        var filled = new List<GridCell>(Columns);
        for (var column = 0; column < Columns; column++)
        {
            if (At(row, column) is { IsEmpty: false } cell && cell.Row == row && !(filled.Count > 0 && ReferenceEquals(filled[^1], cell)) && (cell.Column == column || !IsIn(filled, cell)))
                filled.Add(cell);
        }

        return filled;
    }

    private static bool IsIn(List<GridCell> cells, GridCell cell)
    {
        foreach (var one in cells)
        {
            if (ReferenceEquals(one, cell))
                return true;
        }

        return false;
    }

    private sealed record FilledRow(int Row, List<GridCell> Cells);

    private static int[] FirstsOf(IReadOnlyList<GridCell> byRow, int rows)
    {
        var firsts = new int[rows + 1];
        for (int row = 0, at = 0; row <= rows; row++)
        {
            while (at < byRow.Count && byRow[at].Row < row)
                at++;
            firsts[row] = at;
        }

        return firsts;
    }

    private static bool IsInOrder(IReadOnlyList<GridCell> cells)
    {
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Row < cells[i - 1].Row)
                return false;
        }

        return true;
    }
}

/// <summary>A piece of a document, in the order in which people read it.</summary>
internal abstract record Block;

/// <summary>Running text: a heading, a paragraph, a line.</summary>
/// <param name="Level">Of a heading, from 1; 0 for text.</param>
internal sealed record TextBlock(string Text, Place Place, int Level = 0) : Block
{
    /// <summary>How deep it stands as an item of a list, from 1; 0: it is none.</summary>
    public int Item { get; init; }

    /// <summary>A further line of the item above it.</summary>
    public bool GoesOn { get; init; }

    /// <summary>It is set in columns, as rows of tables are.</summary>
    public bool IsOfColumns { get; init; }

    /// <summary>It stands within a table, and in no cell of it.</summary>
    public bool IsLost { get; init; }

    /// <summary>What is set off at its begin, in bold or as a link.</summary>
    public string? Name { get; init; }
}

internal sealed record TableBlock(Grid Grid) : Block;

/// <summary>A document taken apart by its format, and not yet understood.</summary>
internal sealed record SourceBlocks(IReadOnlyList<Block> Blocks)
{
    public string? Title { get; init; }

    /// <summary>What belongs to the pages and not to what is written on them.</summary>
    public IReadOnlyList<Piece> OfPages { get; init; } = [];

    /// <summary>Each of its lines has as many values: a program wrote them, and a value that is left out is a blank one.</summary>
    public bool HasAllColumns { get; init; }

    /// <summary>What the format has to say: hidden sheets that were read, broken quotes that were mended.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

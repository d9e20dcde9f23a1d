namespace Entente.Formats.Tables;

/// <summary>Whether a column is filled only in the first row of each group, so that what is blank below is what stands above: told by how it is filled, since
/// a cell that is only missing has nothing to do with the one above it.</summary>
internal static class GroupedColumn
{
    private const int FewestBlanks = 2, FewestSorted = 4;

    /// <summary>Of so many rows one at least is blank.</summary>
    private const int Seldom = 6, Sometimes = 4, Often = 3, Mostly = 2;

    /// <summary>Of so many groups one may be that of a country which had one before.</summary>
    private const int FewAgain = 5;

    /// <param name="heads">What names the columns, and is in no group.</param>
    public static bool Is(Grid grid, int column, Contents contents, IReadOnlyList<TableHead> heads)
    {
        // Where the format itself merges cells, one that is blank is blank.
        if (grid.Cells.Any(c => c.Column == column && c.RowSpan > 1 && !c.IsEmpty))
            return false;
        var texts = new List<string>();
        for (var row = 0; row < grid.Rows; row++)
        {
            if (grid.At(row, column)?.Blank != BlankCell.Unread && !heads.Any(h => h.First <= row && row <= h.Last) && IsOfRecord(grid.FilledIn(row), column))
                texts.Add(contents.Of(grid.At(row, column)).Text);
        }

        return IsFilledOnce(texts);
    }

    /// <summary>At least half of its rows have nothing there.</summary>
    public static bool IsMostlyBlank(Grid grid, int column)
    {
        var rows = Enumerable.Range(0, grid.Rows).Where(row => grid.FilledIn(row).Count > 1).ToList();
        return rows.Count(row => grid.At(row, column) is null or { IsEmpty: true }) * 2 >= rows.Count;
    }

    private static bool IsOfRecord(List<GridCell> cells, int column) => cells.Count > 1 || (cells.Count == 1 && cells[0].Column != column && cells[0].ColumnSpan == 1);

    private static bool IsFilledOnce(List<string> texts)
    {
        var filled = texts.FindAll(t => t.Length > 0);
        var (rows, blanks, different) = (texts.Count, texts.Count - filled.Count, filled.Distinct().Count());
        // What is said again right below is printed in each row.
        if (filled.Count == 0 || texts[0].Length == 0 || blanks < FewestBlanks || blanks * Seldom < rows || filled.Zip(filled.Skip(1)).Any(p => p.First == p.Second))
            return false;
        var runs = Runs(texts);
        // One gap, between two rows or at the end, is only that.
        if (runs.Count == 1)
            return false;
        var areSeveral = runs.Max() > 1;
        if (different == filled.Count)
            return blanks * Often >= rows || areSeveral || IsSorted(filled);
        var again = filled.Count - different;
        return (again <= Math.Max(1, filled.Count / FewAgain) && blanks * Mostly >= rows) || (different * 10 >= filled.Count * 9 && blanks * Sometimes >= rows && areSeveral);
    }

    /// <summary>How many blanks stand below each other, each time.</summary>
    private static List<int> Runs(List<string> texts)
    {
        var runs = new List<int>();
        for (var i = 1; i < texts.Count; i++)
        {
            if (texts[i].Length > 0)
                continue;
            if (texts[i - 1].Length > 0)
                runs.Add(1);
            else
                runs[^1]++;
        }

        return runs;
    }

    private static bool IsSorted(List<string> texts) =>
        texts.Count >= FewestSorted && texts.Zip(texts.Skip(1)).All(p => StringComparer.InvariantCultureIgnoreCase.Compare(p.First, p.Second) < 0);
}

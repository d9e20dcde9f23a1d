namespace Entente.Formats.Pdf;

/// <summary>A row of a table from page to page, and where it ends above and below.</summary>
/// <param name="Table">Which of its pages.</param>
/// <param name="IsOfData">A heading or a sum is no row that a merged cell counts for.</param>
internal sealed record TiledRow(int Table, int Number, Box Box, bool IsOfData)
{
    public double Top { get; init; } = Box.Top;

    public double Bottom { get; init; } = Box.Bottom;
}

/// <summary>Parts the rows of a table among the cells of a column, each of which stands in the middle of its rows; where a page's end cuts them, in the middle of what is on its page, of the whole, or on the first of them.</summary>
internal sealed class CellTiling
{
    /// <summary>Rows of one cell, and distances of rows that a cell is off at most.</summary>
    private const int MostRows = 100;

    private const double Farthest = 2.5;

    /// <summary>Points: what a cut costs, and a cell on the first of its rows.</summary>
    private const double Cut = 0.5, OnFirst = 1;

    private readonly IReadOnlyList<TiledRow> rows;
    private readonly IReadOnlyList<(int Table, Box Box)> cells;
    private readonly double farthest;

    /// <summary>How high all rows over one are together, and where the rows of a page begin and end.</summary>
    private readonly double[] heights;

    private readonly Dictionary<int, (int From, int To)> pages;

    private CutText cut;

    private CellTiling(IReadOnlyList<TiledRow> rows, IReadOnlyList<(int Table, Box Box)> cells, double pitch)
    {
        (this.rows, this.cells, farthest) = (rows, cells, Farthest * pitch);
        heights = new double[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
            heights[i + 1] = heights[i] + rows[i].Bottom - rows[i].Top;
        pages = rows.Index().GroupBy(r => r.Item.Table, r => r.Index).ToDictionary(g => g.Key, g => (g.First(), g.Last() + 1));
    }

    /// <summary>The first row of each cell, the one behind its last, and how far off it stands, where that costs least, the text of all that are cut in the same place; null where rows are left over.</summary>
    public static List<(int From, int To, double Off)>? Of(IReadOnlyList<TiledRow> rows, IReadOnlyList<(int Table, Box Box)> cells, double pitch)
    {
        var tiling = new CellTiling(rows, cells, pitch);
        return Enum.GetValues<CutText>().Select(c => tiling.Best(c)).OfType<List<(int From, int To, double Off)>>().MinBy(t => t.Sum(g => g.Off));
    }

    /// <summary>Where the text of a cell stands that a page's end cuts.</summary>
    private enum CutText
    {
        InWhatIsLeft,
        OnFirst,
        InWhole,
    }

    private List<(int From, int To, double Off)>? Best(CutText text)
    {
        cut = text;
        var reached = new Dictionary<int, double> { [Over(0)] = 0 };
        var steps = new List<Dictionary<int, (int From, double Off)>>();
        for (var cell = 0; cell < cells.Count && reached.Count > 0; cell++)
        {
            ReadingStop.Look();
            var (next, step) = (new Dictionary<int, double>(), new Dictionary<int, (int, double)>());
            foreach (var (from, cost) in reached)
            {
                foreach (var (to, off) in Ends(from, cell))
                {
                    if (next.TryGetValue(Over(to), out var known) && known <= cost + off)
                        continue;
                    (next[Over(to)], step[Over(to)]) = (cost + off, (from, off));
                }
            }

            reached = next;
            steps.Add(step);
        }

        return steps.Count == cells.Count && reached.ContainsKey(rows.Count) ? Traced(steps) : null;
    }

    private List<(int From, int To, double Off)> Traced(List<Dictionary<int, (int From, double Off)>> steps)
    {
        var traced = new List<(int, int, double)>();
        for (var (cell, at) = (cells.Count - 1, rows.Count); cell >= 0; cell--)
        {
            var (from, off) = steps[cell][at];
            var to = from + 1;
            while (to < at && rows[to].IsOfData)
                to++;
            traced.Insert(0, (from, to, off));
            at = from;
        }

        return traced;
    }

    /// <summary>The next row of data.</summary>
    private int Over(int row)
    {
        while (row < rows.Count && !rows[row].IsOfData)
            row++;
        return row;
    }

    /// <summary>The rows with which a cell that begins with one may end, and how far off it then stands.</summary>
    private IEnumerable<(int To, double Off)> Ends(int from, int cell)
    {
        var (table, box) = cells[cell];
        for (var to = from + 1; to <= rows.Count && to - from <= MostRows && rows[to - 1].IsOfData && rows[to - 1].Table <= table + 1 && rows[from].Table >= table - 1; to++)
        {
            var off = Off(from, to, table, box);
            if (off < farthest)
                yield return (to, off);
        }
    }

    private double Off(int from, int to, int table, Box box)
    {
        if (!pages.TryGetValue(table, out var page) || from >= page.To || to <= page.From)
            return double.PositiveInfinity;
        var (top, bottom) = (rows[Math.Max(from, page.From)].Top, rows[Math.Min(to, page.To) - 1].Bottom);
        var off = Math.Abs(((top + bottom) / 2) - box.Centre);
        if (from >= page.From && to <= page.To)
            return off;
        var half = (heights[to] - heights[from]) / 2;
        return Cut + cut switch
        {
            CutText.InWhole => Math.Abs((from >= page.From ? top + half : bottom - half) - box.Centre),
            _ when from < page.From => double.PositiveInfinity,
            // Browsers leave the text of a cell that they cut where its first row is.
            CutText.OnFirst when box.Top > top - OnFirst && box.Top < rows[from].Bottom => OnFirst,
            _ => off,
        };
    }
}

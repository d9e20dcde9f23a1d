namespace Entente.Formats.Pdf;

/// <summary>Cells over several rows of which a page does not show how far they reach.</summary>
internal static class MergedCells
{
    private const int MostHeads = 3, FewestLabels = 4;

    /// <summary>Points: how exactly a cell stands in the middle of its rows.</summary>
    private const double Exact = 1.5;

    /// <summary>A cell that the end of a page cut goes on at the top of the next one, where the column has merged cells and leaves nothing else blank.</summary>
    /// <param name="run">A table from page to page.</param>
    public static List<PdfTable> GoneOn(List<PdfTable> run)
    {
        var heads = Enumerable.Range(0, MostHeads).Select(row => BrokenRows.TextOf(run[0], row)).Where(t => t.Length > 0).ToHashSet();
        var tables = run.ToList();
        for (var i = 1; i < tables.Count; i++)
        {
            var table = tables[i];
            var first = Enumerable.Range(0, table.Rows).FirstOrDefault(r => BrokenRows.TextOf(table, r) is { Length: > 0 } text && !heads.Contains(text), -1);
            for (var column = 0; first >= 0 && column < table.Columns; column++)
            {
                if (CellAt(table, first, column) is { Text.Length: > 0 } || CellAt(tables[i - 1], tables[i - 1].Rows - 1, column) is not { Text.Length: > 0 } above || !IsMerged(run, column, first))
                    continue;
                var blank = table.Cells.FirstOrDefault(c => c.Column == column && c.Row == first);
                var rows = blank?.RowSpan ?? Enumerable.Range(first, table.Rows - first).TakeWhile(r => CellAt(table, r, column) is null).Count();
                table = table with { Cells = [.. table.Cells.Where(c => c != blank), above with { Row = first, RowSpan = rows }] };
            }

            tables[i] = table;
        }

        return tables;
    }

    /// <param name="first">The first row below the heads of a further page.</param>
    private static bool IsMerged(List<PdfTable> run, int column, int first) =>
        run.Exists(t => t.Cells.Any(c => c.Column == column && c.RowSpan > 1 && c.Row + 1 >= first && c.Text.Length > 0))
        && run.TrueForAll(t => Enumerable.Range(first + 1, Math.Max(0, t.Rows - first - 1)).All(r => CellAt(t, r, column) is { Text.Length: > 0 } || Enumerable.Range(first, r - first).All(o => CellAt(t, o, column) is null or { Text.Length: 0 })));

    private static PdfCell? CellAt(PdfTable table, int row, int column) =>
        table.Cells.FirstOrDefault(c => c.Column <= column && column < c.Column + c.ColumnSpan && c.Row <= row && row < c.Row + c.RowSpan);

    /// <summary>Where cells of a column all stand in the middle of rows that together are all of the table, they are of those rows.</summary>
    /// <param name="heads">The number of rows of heads.</param>
    /// <param name="goesOn">From the page before: a cell there may have rows here.</param>
    public static List<PdfCell> Centred(List<PdfCell> cells, int columns, int heads, bool goesOn)
    {
        for (var column = 0; column < columns; column++)
        {
            var own = cells.FindAll(c => c.Column == column && c.ColumnSpan == 1 && c.Row >= heads);
            var rows = cells.Where(c => c.Column != column && c.Row >= heads).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => (Row: g.Key, Box: Box.Around(g.Select(c => c.Box)))).ToList();
            if (own.Count < 2 || own.Count >= rows.Count || own.Select(c => c.Text).Distinct().Count() < own.Count || own.Exists(c => c.RowSpan > 1) || own.Exists(c => c.Text.Any(char.IsDigit)))
                continue;
            var borders = Borders([.. rows.Select(r => r.Box)]);
            var isBetween = own.Exists(c => rows.TrueForAll(r => c.Box.Bottom < r.Box.Top || c.Box.Top > r.Box.Bottom));
            if ((isBetween || own.Count >= FewestLabels) && Enumerable.Range(0, goesOn ? rows.Count : 1).Select(skip => Tiled(own, borders, skip)).FirstOrDefault(t => t is not null) is { } begins)
            {
                for (var i = 0; i < own.Count; i++)
                    cells[cells.IndexOf(own[i])] = own[i] with { Row = rows[begins[i]].Row, RowSpan = rows[begins[i + 1] - 1].Row - rows[begins[i]].Row + 1 };
            }
            else if (isBetween)
            {
                foreach (var cell in own)
                    cells[cells.IndexOf(cell)] = cell with { Doubt = "cell.of-rows" };
            }
        }

        return cells;
    }

    /// <summary>Where rows end, half way to the next; the first and the last reach as far from their middle on both sides.</summary>
    private static List<double> Borders(List<Box> rows)
    {
        var between = rows.Zip(rows.Skip(1), (one, next) => (one.Bottom + next.Top) / 2).ToList();
        return [(2 * rows[0].Centre) - between[0], .. between, (2 * rows[^1].Centre) - between[^1]];
    }

    /// <summary>The row with which each cell begins, and where the last one ends; null where they leave rows out.</summary>
    /// <param name="skip">Rows at the top of a page that belong to a cell of the page before.</param>
    private static List<int>? Tiled(List<PdfCell> own, List<double> borders, int skip)
    {
        var begins = new List<int> { skip };
        foreach (var cell in own)
        {
            // The end of a page may cut the last one.
            if (begins.Count == own.Count && own.Count >= FewestLabels && cell.Box.Top > borders[begins[^1]] && cell.Box.Bottom < borders[^1])
            {
                begins.Add(borders.Count - 1);
                break;
            }

            var end = borders.FindIndex(begins[^1] + 1, b => Math.Abs(((borders[begins[^1]] + b) / 2) - cell.Box.Centre) < Exact);
            if (end < 0)
                return null;
            begins.Add(end);
        }

        // Where each is of one row nothing was told; the last one says nothing either.
        return begins[^1] == borders.Count - 1 && Enumerable.Range(1, own.Count - 1).Any(i => begins[i] - begins[i - 1] > 1) ? begins : null;
    }
}

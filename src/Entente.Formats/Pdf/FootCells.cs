using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>Merged cells of countries, and on sheets of partners, whose text stands in the last of their rows, as sheets print them: where the first row of a table is blank and the last one is not, each is of the rows above it, too.</summary>
internal static class FootCells
{
    private const int Fewest = 2, MostHeads = 6;

    private sealed record Row(int Table, int Number, bool IsOfData);

    /// <param name="run">A table from page to page.</param>
    /// <param name="isSheet">A program for sheets printed it.</param>
    public static List<PdfTable> OverTheirRows(List<PdfTable> run, bool isSheet)
    {
        if (run.Exists(t => t.IsDrawn || t.Columns != run[0].Columns))
            return run;
        var tables = run.ToList();
        for (var column = 0; column < run[0].Columns; column++)
        {
            var records = RowsOf(tables, column).Where(r => r.IsOfData).Select(r => (r.Table, r.Number)).ToHashSet();
            var all = tables.SelectMany((t, i) => t.Cells.Where(c => c.Column == column && c.Text.Length > 0).Select(c => (Table: i, Cell: c))).ToList();
            var own = all.FindAll(c => !isSheet || records.Contains((c.Table, c.Cell.Row))).ConvertAll(c => c.Cell);
            var areCountries = own.Exists(c => Countries.FindAlone(c.Text) is not null);
            bool IsLike(PdfCell cell) => areCountries ? Countries.FindAlone(cell.Text) is not null : isSheet && Names.HoldsInstitution(cell.Text);
            var begun = isSheet ? own.FindIndex(IsLike) is >= 0 and var at ? own[at].Row : 0 : MostHeads;
            var heads = all.FindAll(c => c.Table == 0 && c.Cell.Row < MostHeads && (areCountries ? !IsLike(c.Cell) && c.Cell.Row < begun : HasNoFigure(tables[0], c.Cell.Row))).ConvertAll(c => c.Cell);
            own.RemoveAll(c => heads.Exists(h => h.Text == c.Text));
            if (own.Count(IsLike) is >= Fewest and var known && known * 10 >= own.Count * 8 && own.TrueForAll(c => c.RowSpan == 1 && c.ColumnSpan == 1))
                tables = Spread(tables, column, own, heads.Count == 0 ? 0 : heads.Max(h => h.Row) + 1);
        }

        return tables;
    }

    /// <summary>Heads of partners are called as partners are; rows have dates or numbers.</summary>
    private static bool HasNoFigure(PdfTable table, int row) => !table.Cells.Any(c => c.Row == row && c.Text.Any(char.IsDigit));

    private static List<PdfTable> Spread(List<PdfTable> tables, int column, List<PdfCell> own, int first)
    {
        var heads = tables[0].Cells.Where(c => c.Column == column && c.Row < first).Select(c => c.Text).ToHashSet();
        var rows = RowsOf(tables, column).Where(r => (r.Table > 0 || r.Number >= first) && !(TextOf(r) is { } text && heads.Contains(text))).ToList();
        if (!rows.Exists(r => r.IsOfData) || CellAt(rows.Find(r => r.IsOfData)!) is not null || own.Select(c => c.Text).Distinct().Count() < own.Count)
            return tables;
        var (over, pending) = (new List<(PdfCell Cell, List<Row> Rows)>(), new List<Row>());
        foreach (var row in rows)
        {
            var cell = CellAt(row);
            if (cell is null && row.IsOfData)
                pending.Add(row);
            else if (cell is null ? pending.Count > 0 : !row.IsOfData && pending.Count > 0)
                return tables;
            if (cell is null || pending.Count == 0)
                continue;
            over.Add((cell, [.. pending, row]));
            pending = [];
        }

        return pending.Count > 0 ? tables : over.Aggregate(tables, With);

        string? TextOf(Row row) => CellAt(row)?.Text;
        PdfCell? CellAt(Row row) => tables[row.Table].Cells.FirstOrDefault(c => c.Column == column && c.Row == row.Number && c.Text.Length > 0);
    }

    /// <summary>Rows of records, and others such as totals and headings, which fill few columns. A row of nothing is none.</summary>
    private static IEnumerable<Row> RowsOf(List<PdfTable> tables, int column)
    {
        var filled = tables.SelectMany((t, i) => t.Cells.Where(c => c.Column != column && c.Text.Length > 0).GroupBy(c => c.Row).Select(g => (Table: i, Number: g.Key, Count: g.Count()))).OrderBy(r => r.Table).ThenBy(r => r.Number).ToList();
        var usual = filled.Count == 0 ? 0 : filled.Select(f => f.Count).Order().ElementAt(filled.Count / 2);
        return filled.Select(f => new Row(f.Table, f.Number, f.Count * 2 >= usual && f.Count > 1));
    }

    /// <summary>Rows of a page before have the text of the next one.</summary>
    private static List<PdfTable> With(List<PdfTable> tables, (PdfCell Cell, List<Row> Rows) over) =>
    [
        .. tables.Select((table, i) =>
        {
            var rows = over.Rows.FindAll(r => r.Table == i).ConvertAll(r => r.Number);
            return rows.Count == 0 ? table : table with
            {
                Cells = [.. table.Cells.Where(c => c.Column != over.Cell.Column || !rows.Contains(c.Row)), over.Cell with { Row = rows[0], RowSpan = rows[^1] - rows[0] + 1 }],
            };
        }),
    ];
}

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>A cell as it is shown.</summary>
/// <param name="Piece">What it became; null: that is not told here.</param>
/// <param name="IsPointed">Whether it is what is spoken of.</param>
/// <param name="Id">By which a link finds it.</param>
public sealed record ShownCell(string Text, SourcePiece? Piece, bool IsPointed, string? Id)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    public bool IsHead { get; init; }

    /// <summary>It begins in a row that is not shown.</summary>
    public bool GoesOn { get; init; }
}

/// <param name="IsOwn">Whether it holds something of what is spoken of.</param>
/// <param name="IsAfterGap">Whether rows before it are left out.</param>
/// <param name="Records">Those that begin in it.</param>
public sealed record ShownRow(int Number, bool IsHidden, bool IsOwn, bool IsAfterGap, IReadOnlyList<int> Records, IReadOnlyList<ShownCell> Cells);

/// <summary>Rows of one part of a document, set into the columns in which they have something.</summary>
/// <param name="Columns">From 0, as the document has them.</param>
/// <param name="IsCut">Whether it has more columns than are shown.</param>
public sealed record CellTable(DocumentPart Part, IReadOnlyList<int> Columns, bool IsCut, IReadOnlyList<ShownRow> Rows)
{
    private const int MostColumns = 100;

    /// <param name="above">Cells of rows before that reach into them.</param>
    /// <param name="shown">Which of the rows of the page are shown.</param>
    /// <param name="marks">What the cells became.</param>
    /// <param name="named">The spots that have an id on the page by now.</param>
    public static CellTable Of(DocumentPart part, IReadOnlyList<DocumentRow> above, IReadOnlyList<DocumentRow> all, Func<DocumentRow, bool> shown, CellMarks marks, HashSet<string> named)
    {
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(marks);
        var rows = all.Where(shown).ToList();
        // Merged cells reach over rows, whether those that they begin in are shown or not.
        var reaching = above.Concat(all).SelectMany(r => r.Cells.Where(c => c.RowSpan > 1).Select(c => (r.Number, Cell: c))).ToList();
        var seen = rows.SelectMany(r => r.Cells.Select(c => c.Column).Concat(reaching.Where(c => Covers(c, r.Number)).Select(c => c.Cell.Column))).Distinct().Order().ToList();
        var columns = seen.Count <= MostColumns ? seen
            : [.. seen.Take(MostColumns).Union(rows.SelectMany(r => r.Cells).Where(c => marks.IsOwn(c.Spot)).Select(c => c.Column)).Order()];
        var free = new Dictionary<int, int>();
        var made = new List<ShownRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            var isAfterGap = i > 0 && all.Any(r => r.Number > rows[i - 1].Number && r.Number < rows[i].Number);
            made.Add(new ShownRow(rows[i].Number, rows[i].IsHidden, rows[i].Cells.Any(c => marks.IsOwn(c.Spot)), isAfterGap, marks.Beginning(rows[i]), CellsOf(rows, i, columns, reaching, free, marks, named)));
        }

        return new CellTable(part, columns, columns.Count < seen.Count, made);
    }

    private static bool Covers((int Number, DocumentCell Cell) cell, int row) => row > cell.Number && row < cell.Number + cell.Cell.RowSpan;

    private static List<ShownCell> CellsOf(
        List<DocumentRow> rows, int at, IReadOnlyList<int> columns, List<(int Number, DocumentCell Cell)> reaching, Dictionary<int, int> free, CellMarks marks, HashSet<string> named)
    {
        var row = rows[at];
        var own = row.Cells.GroupBy(c => c.Column).ToDictionary(c => c.Key, c => c.First());
        foreach (var cell in reaching.Where(c => Covers(c, row.Number)))
            own.TryAdd(cell.Cell.Column, cell.Cell with { RowSpan = cell.Number + cell.Cell.RowSpan - row.Number });
        var cells = new List<ShownCell>();
        foreach (var column in columns.Where(c => free.GetValueOrDefault(c) <= at))
        {
            if (!own.TryGetValue(column, out var cell))
            {
                cells.Add(new ShownCell("", null, false, null));
                continue;
            }

            var (down, across) = (rows.Skip(at).TakeWhile(r => r.Number < row.Number + cell.RowSpan).Count(), columns.Where(c => c >= column && c < column + cell.ColumnSpan).TakeWhile(c => c == column || free.GetValueOrDefault(c) <= at).ToList());
            foreach (var covered in across)
                free[covered] = at + down;
            cells.Add(new ShownCell(cell.Text, marks.Of(cell), marks.IsPointed(cell.Spot), IdOf(cell.Spot, named))
            {
                RowSpan = Math.Max(1, down),
                ColumnSpan = Math.Max(1, across.Count),
                IsHead = cell.IsHead,
                GoesOn = !row.Cells.Any(c => c.Column == column),
            });
        }

        return cells;
    }

    private static string? IdOf(string? spot, HashSet<string> named) => spot is not null && named.Add(spot) ? SourcesApi.CellOf(spot) : null;
}

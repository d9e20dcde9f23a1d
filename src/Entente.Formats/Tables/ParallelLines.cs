using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Several agreements in one row of a table: a line for each of them in the cells of kinds, dates and terms.</summary>
internal static class ParallelLines
{
    private const int Most = 6;

    private static readonly HashSet<string?> parted = ["kind", "start", "end", "term", "period", "renewed", "title", "reference", "state"];

    /// <summary>How many agreements the cells of a row tell of.</summary>
    public static int Count(IReadOnlyList<GridCell?> cells, IReadOnlyList<string?> fields, Kinds kinds)
    {
        var begins = Cells("start").Concat(Cells("period")).FirstOrDefault();
        if (begins is null || Lines(begins) is not { Length: > 1 and <= Most } dates || !dates.All(IsWhen) || dates.Any(Renews))
            return 1;
        var others = fields.Zip(cells).Where(c => parted.Contains(c.First) && c.Second is { IsEmpty: false } && c.Second != begins).Select(c => (Field: c.First, Lines: Lines(c.Second!))).ToList();
        var alike = others.FindAll(o => o.Lines.Length == dates.Length);
        var isEach = alike.Exists(o => o.Field == "kind") && others.TrueForAll(o => o.Lines.Length == 1 || o.Lines.Length == dates.Length);
        // "Cooperation" over "Agreement" is one kind.
        return isEach && alike.TrueForAll(o => o.Field switch
        {
            "kind" => o.Lines.Any(l => kinds.Find(l) is not null) && kinds.Find(string.Join(' ', o.Lines)) is null,
            "end" or "term" or "period" or "renewed" => o.Lines.All(l => IsWhen(l) || new CellContent(l, kinds).IsBlank),
            _ => true,
        }) ? dates.Length : 1;

        IEnumerable<GridCell> Cells(string field) => fields.Zip(cells).Where(c => c.First == field && c.Second is { IsEmpty: false }).Select(c => c.Second!);
        // "30.08.2016, renewed 02.09.2021" is one agreement, wherever its cell is broken.
        bool Renews(string line) => new CellContent(line, kinds).Whens.Items.Any(i => i.Piece is { Kind: TermPieceKind.Act, Act: Act.Renewed or Act.Extended or Act.Amended });
        bool IsWhen(string line) => new CellContent(line, kinds).Whens is { IsWhole: true, Items.Count: > 0 };
    }

    /// <summary>What of a cell is of one of them: its line, or all of it where it has no line for each.</summary>
    public static GridCell? Of(GridCell? cell, string? field, int at, int count) =>
        cell is { IsEmpty: false } && parted.Contains(field) && Lines(cell) is { } lines && lines.Length == count ? cell with { Text = lines[at] } : cell;

    private static string[] Lines(GridCell cell) => cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Two tables beside each other under one line of heads: the second begins where a head comes again.</summary>
internal static class SideTables
{
    private const double Known = 0.4;

    /// <summary>The column in which the second table begins; null where all columns are of one.</summary>
    /// <param name="heads">Texts over the columns.</param>
    public static int? CutAt(IReadOnlyList<string> heads)
    {
        var fields = heads.Select(h => Heads.FieldsOf(h) is [{ Score: >= Known } first, ..] ? first.Field : null).ToList();
        for (var cut = 2; cut + 1 < fields.Count; cut++)
        {
            var (left, right) = (fields.Take(cut).ToHashSet(), fields.Skip(cut).OfType<string>().ToList());
            var begins = fields[cut] is "number" or "country" && left.Contains(fields[cut]);
            var isTable = right.Count == right.Distinct().Count() && (right.Contains("partner") || (right.Contains("country") && right.Contains("count")));
            if (isTable && left.Contains("partner") && (begins || IsSaidAgain(heads, cut)))
                return cut;
        }

        return null;
    }

    /// <summary>All heads come a second time, in their order.</summary>
    private static bool IsSaidAgain(IReadOnlyList<string> heads, int cut) =>
        heads.Count == 2 * cut && Enumerable.Range(0, cut).All(i => heads[i].Length > 0 && string.Equals(heads[i], heads[cut + i], StringComparison.OrdinalIgnoreCase));

    /// <summary>The tables of a grid, each a grid of its own.</summary>
    public static IEnumerable<Grid> Of(Grid grid, Contents contents)
    {
        if (new HeadRows(grid, contents).FindFirst() is not { } head || CutAt(head.Texts) is not { } cut)
            return [grid];
        return
        [
            new Grid(grid.Name, [.. grid.Cells.Where(c => c.Column < cut).Select(c => c with { ColumnSpan = Math.Min(c.ColumnSpan, cut - c.Column) })]),
            new Grid(grid.Name, [.. grid.Cells.Where(c => c.Column >= cut).Select(c => c with { Column = c.Column - cut })]),
        ];
    }
}

using Entente.Core.Reading;

namespace Entente.Formats.Tables;

/// <summary>Tables beside each other under one line of heads: the next begins where a head comes again, in the same words or in others.</summary>
internal static class SideTables
{
    /// <summary>How well a head must be known.</summary>
    public const double Known = 0.4;

    /// <summary>So many columns of a list, the partner first, that come again in other words are those of a second one.</summary>
    private const int FewestAgain = 3;

    /// <summary>The column in which the second table begins; null where all columns are of one.</summary>
    /// <param name="heads">Texts over the columns.</param>
    /// <param name="rows">What stands below them.</param>
    public static int? CutAt(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var fields = heads.Select(h => Heads.FieldsOf(h) is [{ Score: >= Known } first, ..] ? first.Field : null).ToList();
        for (var cut = 2; cut + 1 < fields.Count; cut++)
        {
            var isSaidAgain = IsSaidAgain(heads, cut);
            var (left, right) = (fields.Take(cut).ToHashSet(), fields.Skip(cut).Take(isSaidAgain ? cut : fields.Count).OfType<string>().ToList());
            var begins = fields[cut] is "number" or "country" && left.Contains(fields[cut]);
            var isTable = right.Count == right.Distinct().Count() && (right.Contains("partner") || (right.Contains("country") && right.Contains("count")));
            begins |= fields[cut] == "partner" && (right.Count(left.Contains) >= FewestAgain || (IsWhole(left) && IsWhole(right)));
            if (isTable && left.Contains("partner") && (begins || isSaidAgain))
                return cut;
            if ((IsOfCountries(left) && AreCounts(cut, heads.Count)) || (IsOfCountries(fields.Skip(cut)) && AreCounts(0, cut)))
                return cut;
        }

        return null;

        bool AreCounts(int from, int to) => CountryCounts.Are([.. heads.Take(to).Skip(from)], rows.Select(r => r.Take(to).Skip(from).ToList()));
    }

    /// <summary>Columns that say with whom, since when and until when are no part of a list.</summary>
    private static bool IsWhole(IReadOnlyCollection<string?> fields) =>
        fields.Contains("partner") && (fields.Contains("period") || (fields.Contains("start") && (fields.Contains("end") || fields.Contains("term"))));

    private static bool IsOfCountries(IEnumerable<string?> fields) => fields.Contains("partner") && fields.Contains("country");

    /// <summary>All heads come a second time, or more often, in their order.</summary>
    private static bool IsSaidAgain(IReadOnlyList<string> heads, int cut) =>
        heads.Count % cut == 0 && Enumerable.Range(0, heads.Count).All(i => heads[i].Length > 0 && string.Equals(heads[i], heads[i % cut], StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<IReadOnlyList<string>> Below(Grid grid, TableHead head) =>
        Enumerable.Range(head.Last + 1, grid.Rows - head.Last - 1).Select(row => Enumerable.Range(0, grid.Columns).Select(c => grid.At(row, c)?.Text ?? "").ToList());

    /// <summary>The tables of a grid, each a grid of its own.</summary>
    public static IEnumerable<Grid> Of(Grid grid, Contents contents)
    {
        if (new HeadRows(grid, contents).FindFirst() is not { } head || CutAt(head.Texts, Below(grid, head)) is not { } cut)
            return [grid];
        return
        [
            new Grid(grid.Name, [.. grid.Cells.Where(c => c.Column < cut).Select(c => c with { ColumnSpan = Math.Min(c.ColumnSpan, cut - c.Column) })]),
            .. Of(new Grid(grid.Name, [.. grid.Cells.Where(c => c.Column >= cut).Select(c => c with { Column = c.Column - cut })]), contents),
        ];
    }
}

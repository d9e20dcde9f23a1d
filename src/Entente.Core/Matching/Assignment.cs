namespace Entente.Core.Matching;

/// <summary>A pair that may belong together, and what taking it costs: 0 is the same, 1 has nothing in common.</summary>
public readonly record struct Pair(int Left, int Right, double Cost);

/// <summary>Minimum-cost assignment: of pairs that may belong together those that cost least in all, each side in one pair at most.</summary>
public static class Assignment
{
    /// <summary>What leaving a left one alone costs: any pair is better.</summary>
    private const double Alone = 2;

    /// <summary>Larger groups that hang together are taken pair by pair, the cheapest first.</summary>
    private const int LargestGroup = 300;

    public static IReadOnlyList<Pair> Of(IReadOnlyList<Pair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return [.. Groups(pairs).SelectMany(g => g.Count <= 1 ? g : g.Select(p => p.Left).Distinct().Count() <= LargestGroup ? Least(g) : Cheapest(g))];
    }

    /// <summary>Pairs that share a side, directly or by others, decide together.</summary>
    private static IEnumerable<List<Pair>> Groups(IReadOnlyList<Pair> pairs)
    {
        var root = new Dictionary<(bool, int), (bool, int)>();
        (bool, int) Root((bool, int) of)
        {
            while (root.TryGetValue(of, out var over) && over != of)
                of = over;
            return of;
        }

        foreach (var pair in pairs)
        {
            var (one, other) = (Root((true, pair.Left)), Root((false, pair.Right)));
            if (one != other)
                root[one] = other;
        }

        return pairs.GroupBy(p => Root((true, p.Left))).Select(g => g.ToList());
    }

    private static IEnumerable<Pair> Cheapest(List<Pair> pairs)
    {
        var (lefts, rights) = (new HashSet<int>(), new HashSet<int>());
        foreach (var pair in pairs.OrderBy(p => p.Cost).ThenBy(p => p.Left).ThenBy(p => p.Right))
        {
            if (!lefts.Contains(pair.Left) && rights.Add(pair.Right))
            {
                lefts.Add(pair.Left);
                yield return pair;
            }
        }
    }

    /// <summary>The Hungarian method with potentials; rows are the lefts, columns the rights and one place to stay alone for each left.</summary>
    private static IEnumerable<Pair> Least(List<Pair> pairs)
    {
        var lefts = pairs.Select(p => p.Left).Distinct().Order().ToList();
        var rights = pairs.Select(p => p.Right).Distinct().Order().ToList();
        var (rows, columns) = (lefts.Count, rights.Count + lefts.Count);
        var costs = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                costs[row, column] = column < rights.Count ? 2 * Alone : Alone;
        }

        foreach (var pair in pairs)
            costs[lefts.BinarySearch(pair.Left), rights.BinarySearch(pair.Right)] = pair.Cost;
        foreach (var (row, column) in Rows(costs, rows, columns).Index())
        {
            if (column < rights.Count && costs[row, column] < Alone)
                yield return new Pair(lefts[row], rights[column], costs[row, column]);
        }
    }

    /// <summary>The column of each row.</summary>
    private static int[] Rows(double[,] costs, int rows, int columns)
    {
        var (ofRow, ofColumn) = (new double[rows + 1], new double[columns + 1]);
        var taken = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            taken[0] = row;
            var way = Way(costs, ofRow, ofColumn, taken, columns);
            for (var column = way.End; column != 0;)
            {
                var before = way.From[column];
                taken[column] = taken[before];
                column = before;
            }
        }

        var found = new int[rows];
        for (var column = 1; column <= columns; column++)
        {
            if (taken[column] > 0)
                found[taken[column] - 1] = column - 1;
        }

        return found;
    }

    /// <summary>The cheapest way from the row in column 0 to a free column.</summary>
    private static (int End, int[] From) Way(double[,] costs, double[] ofRow, double[] ofColumn, int[] taken, int columns)
    {
        var (from, least, isUsed) = (new int[columns + 1], new double[columns + 1], new bool[columns + 1]);
        Array.Fill(least, double.PositiveInfinity);
        var at = 0;
        do
        {
            isUsed[at] = true;
            var (row, next, step) = (taken[at], 0, double.PositiveInfinity);
            for (var column = 1; column <= columns; column++)
            {
                if (isUsed[column])
                    continue;
                var cost = costs[row - 1, column - 1] - ofRow[row] - ofColumn[column];
                if (cost < least[column])
                    (least[column], from[column]) = (cost, at);
                if (least[column] < step)
                    (step, next) = (least[column], column);
            }

            for (var column = 0; column <= columns; column++)
            {
                if (isUsed[column])
                {
                    ofRow[taken[column]] += step;
                    ofColumn[column] -= step;
                }
                else
                {
                    least[column] -= step;
                }
            }

            at = next;
        }
        while (taken[at] != 0);
        return (at, from);
    }
}

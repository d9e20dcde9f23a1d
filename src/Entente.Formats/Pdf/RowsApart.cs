namespace Entente.Formats.Pdf;

/// <summary>Rows of several lines that stand apart from each other: between them more is left blank than within any, and no text could have begun on the line above its own.</summary>
internal static class RowsApart
{
    private const int FewestRows = 3, FewestPairs = 3;

    /// <summary>How much more is blank between rows than between lines, in distances of lines; and how far lines are from each other at most, and rows at least, in the same: lines of cells that are centred stand between those of others.</summary>
    private const double More = 0.15, Farthest = 1.1, Further = 1.05;

    /// <summary>The share of texts that may have had room above: some are broken by hand.</summary>
    private const double MayHaveRoom = 0.05, MayHaveRoomAsBefore = 0.15;

    /// <returns>The row of each line; null where they do not stand so.</returns>
    public static List<int>? Of(List<List<Piece>> lines, double leading, CellRoom room, PagesBefore before)
    {
        var blanks = new List<double>();
        var bottom = lines[0].Max(p => p.Box.Bottom);
        foreach (var line in lines.Skip(1))
        {
            blanks.Add(line.Min(p => p.Box.Top) - bottom);
            bottom = Math.Max(bottom, line.Max(p => p.Box.Bottom));
        }

        if (Border(lines, blanks, leading) is { } own && RowsOf(blanks, own) is var rows && AreGoneOn(lines, rows, room, MayHaveRoom))
        {
            before.BetweenRows ??= own;
            return rows;
        }

        return before.BetweenRows is { } known && blanks.Exists(b => b > known) && RowsOf(blanks, known) is var asBefore && AreGoneOn(lines, asBefore, room, MayHaveRoomAsBefore) ? asBefore : null;
    }

    /// <summary>What is blank between rows at least; null where nothing tells it from what is between lines.</summary>
    private static double? Border(List<List<Piece>> lines, List<double> blanks, double leading)
    {
        var height = lines.Max(l => l.Max(p => p.Box.Height));
        var sorted = blanks.Order().ToList();
        var border = Enumerable.Range(1, Math.Max(0, sorted.Count - 1)).Where(i => sorted[i - 1] <= (Farthest * leading) - height && sorted[i] > (Further * leading) - height).DefaultIfEmpty(0).MaxBy(i => i == 0 ? 0 : sorted[i] - sorted[i - 1]);
        if (border == 0 || sorted.Count - border + 1 < FewestRows || sorted[border] - sorted[border - 1] < More * leading)
            return null;
        return (sorted[border - 1] + sorted[border]) / 2;
    }

    private static List<int> RowsOf(List<double> blanks, double least)
    {
        var rows = new List<int> { 0 };
        foreach (var blank in blanks)
            rows.Add(rows[^1] + (blank > least ? 1 : 0));
        return rows;
    }

    /// <summary>In each row what stands below a text goes on with it.</summary>
    private static bool AreGoneOn(List<List<Piece>> lines, List<int> rows, CellRoom room, double mayHaveRoom)
    {
        var (pairs, apart) = (0, 0);
        foreach (var row in lines.Zip(rows).GroupBy(l => l.Second, l => l.First))
        {
            foreach (var column in row.SelectMany(l => l).GroupBy(p => (p.Column, p.Span)))
            {
                foreach (var (above, below) in column.Zip(column.Skip(1)))
                {
                    pairs++;
                    apart += room.IsLeft(above, below) ? 1 : 0;
                }
            }
        }

        return pairs >= FewestPairs && apart <= mayHaveRoom * pairs;
    }
}

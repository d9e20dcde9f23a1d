using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>A table copied column by column: the head of one, its cells each on a line of its own, then the next head.</summary>
internal static class ColumnLines
{
    private const int FewestColumns = 3, FewestRows = 3, MostRows = 2_000, MostHeads = 200;

    private const double Known = 0.4;

    /// <summary>Null when heads do not stand equally far from each other.</summary>
    public static SourceBlocks? Read(IReadOnlyList<TextLine> lines, Kinds kinds)
    {
        ReadingStop.Look();
        var contents = new Contents(kinds);
        var heads = Enumerable.Range(0, lines.Count).Where(i => contents.HeadOf(lines[i].Text) is [{ Score: >= Known }, ..] && contents.Of(lines[i].Text) is { Whens.HasDate: false, IsLong: false }).ToList();
        if (heads.Count is < FewestColumns or > MostHeads || Best(lines, heads, contents) is not var (first, rows, columns))
            return null;
        var cells = new List<GridCell>();
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var line = lines[first + (column * (rows + 1)) + row];
                cells.Add(new GridCell(row, column, line.Text, line.Place) { IsHead = row == 0 });
            }
        }

        var end = first + (columns * (rows + 1));
        return new SourceBlocks([.. Texts(lines.Take(first)), new TableBlock(new Grid("", cells)), .. Texts(lines.Skip(end))]);
    }

    private static IEnumerable<Block> Texts(IEnumerable<TextLine> lines) => lines.Select(l => new TextBlock(l.Text, l.Place, l.Level));

    /// <summary>The most columns of one length.</summary>
    private static (int First, int Rows, int Columns)? Best(IReadOnlyList<TextLine> lines, List<int> heads, Contents contents)
    {
        var isHead = heads.ToHashSet();
        (int First, int Rows, int Columns)? best = null;
        foreach (var first in heads)
        {
            foreach (var second in heads.Where(h => h > first + FewestRows && h <= first + MostRows))
            {
                var step = second - first;
                var fields = new HashSet<string>();
                var columns = 0;
                while (first + ((columns + 1) * step) <= lines.Count && isHead.Contains(first + (columns * step)) && fields.Add(contents.HeadOf(lines[first + (columns * step)].Text)[0].Field))
                    columns++;
                if (columns >= FewestColumns && fields.Contains("partner") && columns > (best?.Columns ?? 0) && AreCells(lines, first, step, columns, contents))
                    best = (first, step - 1, columns);
            }
        }

        return best;
    }

    /// <summary>What stands below each head goes with it.</summary>
    private static bool AreCells(IReadOnlyList<TextLine> lines, int first, int step, int columns, Contents contents)
    {
        for (var column = 0; column < columns; column++)
        {
            var head = first + (column * step);
            var field = contents.HeadOf(lines[head].Text)[0].Field;
            if (lines.Skip(head + 1).Take(step - 1).Average(l => FieldFit.Of(field, contents.Of(l.Text))) < 0)
                return false;
        }

        return true;
    }
}

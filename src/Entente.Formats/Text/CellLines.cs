using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>A table whose cells stand each on a line of its own, first the heads and then row by row: what is left when a table is copied cell by cell.</summary>
internal sealed class CellLines
{
    private const int FewestHeads = 3, MostHeads = 14, FewestRows = 3;

    private const double Known = 0.4;

    /// <summary>What it costs to leave a cell out at the end of a row, to leave one out before others, to begin a row with another than its first cell, and to leave a line out.</summary>
    private const double Gap = 0.4, InnerGap = 0.42, LateBegin = 0.3, Furniture = 0.25;

    private readonly IReadOnlyList<TextLine> lines;
    private readonly Contents contents;
    private readonly int first, columns;
    private readonly string?[] fields;

    private CellLines(IReadOnlyList<TextLine> lines, Contents contents, int first, int columns)
    {
        (this.lines, this.contents, this.first, this.columns) = (lines, contents, first, columns);
        fields = [.. Enumerable.Range(first, columns).Select(i => contents.HeadOf(lines[i].Text)[0].Field)];
    }

    /// <summary>Null when no run of heads is followed by lines that go with them.</summary>
    public static SourceBlocks? Read(IReadOnlyList<TextLine> lines, Kinds kinds)
    {
        ReadingStop.Look();
        var contents = new Contents(kinds);
        if (HeadsIn(lines, contents) is not var (first, columns))
            return null;
        var cells = new CellLines(lines, contents, first, columns).Cells();
        if (cells.Select(c => c.Row).Distinct().Count() <= FewestRows || (cells.Count - columns) * 3 < (lines.Count - first - columns) * 2)
            return null;
        var taken = cells.Select(c => c.Place).ToHashSet();
        var over = lines.Take(first).Select(l => (Block)new TextBlock(l.Text, l.Place, l.Level));
        var around = lines.Skip(first).Where(l => !taken.Contains(l.Place)).Select(l => (Block)new TextBlock(l.Text, l.Place, l.Level));
        return new SourceBlocks([.. over, new TableBlock(new Grid("", cells)), .. around]);
    }

    /// <summary>The first lines, one below the other, that are each the head of another column.</summary>
    private static (int First, int Columns)? HeadsIn(IReadOnlyList<TextLine> lines, Contents contents)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var fields = new HashSet<string>();
            var end = at;
            while (end < lines.Count && end - at < MostHeads && contents.HeadOf(lines[end].Text) is [{ Score: >= Known } head, ..] && contents.Of(lines[end].Text) is { Whens.HasDate: false, IsLong: false } && fields.Add(head.Field))
                end++;
            if (end - at >= FewestHeads && fields.Contains("partner"))
                return (at, end - at);
        }

        return null;
    }

    private readonly record struct Step(double Score, int Before, bool IsTaken);

    /// <summary>Each line behind the heads goes into the next column or a later one, or begins a row, or is none of the table's; the best whole is taken.</summary>
    private List<GridCell> Cells()
    {
        var count = lines.Count - first - columns;
        var best = new Step[count + 1, columns + 1];
        for (var state = 0; state <= columns; state++)
            best[0, state] = new Step(state == columns ? 0 : double.NegativeInfinity, 0, false);
        for (var i = 0; i < count; i++)
        {
            for (var state = 0; state <= columns; state++)
                best[i + 1, state] = new Step(best[i, state].Score - Furniture, state, false);
            var content = contents.Of(lines[first + columns + i].Text);
            for (var to = 0; to < columns; to++)
            {
                var fit = FieldFit.Of(fields[to]!, content);
                for (var from = 0; from <= columns; from++)
                {
                    var score = best[i, from].Score + fit - Skipped(from, to);
                    if (score > best[i + 1, to].Score)
                        best[i + 1, to] = new Step(score, from, true);
                }
            }
        }

        return Told(best, count);
    }

    /// <summary>The cells that are left out between one and the next.</summary>
    /// <param name="from">The number of columns: before the first row.</param>
    private double Skipped(int from, int to) =>
        from < to ? InnerGap * (to - from - 1) : (Gap * (from == columns ? 0 : columns - 1 - from)) + (Gap * to) + (to > 0 ? LateBegin : 0);

    private List<GridCell> Told(Step[,] best, int count)
    {
        var state = Enumerable.Range(0, columns + 1).MaxBy(s => best[count, s].Score);
        var taken = new List<(int Line, int Column, bool Begins)>();
        for (var i = count; i > 0; i--)
        {
            var step = best[i, state];
            if (step.IsTaken)
                taken.Add((first + columns + i - 1, state, step.Before == columns || step.Before >= state));
            state = step.Before;
        }

        taken.Reverse();
        var cells = Enumerable.Range(0, columns).Select(c => new GridCell(0, c, lines[first + c].Text, lines[first + c].Place) { IsHead = true }).ToList();
        var row = 0;
        foreach (var (line, column, begins) in taken)
        {
            row += begins ? 1 : 0;
            cells.Add(new GridCell(row, column, lines[line].Text, lines[line].Place));
        }

        return cells;
    }
}

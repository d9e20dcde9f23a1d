using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Lines of values with a separator: comma, semicolon, tab or stroke; quoted or not.</summary>
internal static class Delimited
{
    private const int LinesToLookAt = 200, MostTold = 20, FewestColumns = 3;

    private static readonly char[] Candidates = ['\t', ';', ',', '|'];

    /// <summary>Null when the text is not made of such lines.</summary>
    public static SourceBlocks? Read(string text)
    {
        ReadingStop.Look();
        return ItemLines.AreMost(text) || Separator(text) is not { } separator ? null : Read(text, separator);
    }

    /// <summary>Where one of its lines is known, the separator is what cuts that most.</summary>
    public static SourceBlocks ReadAs(string text, string line) => Read(text, Candidates.MaxBy(c => line.Count(l => l == c)));

    private static SourceBlocks Read(string text, char separator)
    {
        var cells = new List<GridCell>();
        var lines = new QuotedLines(text, separator);
        var counts = new HashSet<int>();
        for (var row = 0; lines.Next(); row++)
        {
            Take(lines.Values, row, row, lines.Line, cells);
            if (lines.Values is not [{ } only] || !string.IsNullOrWhiteSpace(only))
                counts.Add(lines.Values.Count);
        }

        return new SourceBlocks([new TableBlock(new Grid("", cells))])
        {
            Findings = FindingsOf(lines.Broken),
            HasAllColumns = lines.Broken.Count == 0 && counts.Count == 1 && counts.Single() >= FewestColumns,
        };
    }

    /// <summary>The cells of a line that hold something.</summary>
    /// <param name="row">Of the text, which names the cells.</param>
    /// <param name="gridRow">Of the grid that they are for.</param>
    public static void Take(IReadOnlyList<string> values, int row, int gridRow, int line, List<GridCell> into)
    {
        for (var column = 0; column < values.Count; column++)
        {
            var value = values[column].Trim();
            if (value.Length > 0 && !value.Equals("NULL", StringComparison.Ordinal))
                into.Add(new GridCell(gridRow, column, value, new Place(Line: line, Cell: CellName.Of(row, column))));
        }
    }

    /// <param name="broken">Lines with a quote that opens and never closes.</param>
    public static IReadOnlyList<Finding> FindingsOf(IReadOnlyList<int> broken) =>
        broken.Count == 0 ? [] : [new Finding("quote.broken", Severity.Doubt, [], null, [string.Join(", ", broken.Take(MostTold))]) { Places = [.. broken.Take(MostTold).Select(l => new Place(Line: l))] }];

    /// <summary>The separator that cuts most lines into as many pieces, of two or more.</summary>
    /// <param name="most">So many of them at least.</param>
    public static char? Separator(string text, double most = 0.6)
    {
        var lines = text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Take(LinesToLookAt).ToList();
        char? best = null;
        foreach (var candidate in Candidates)
        {
            var evenness = Evenness(lines, candidate);
            if (evenness > most || (best is null && evenness >= most))
                (best, most) = (candidate, evenness);
        }

        return best;
    }

    /// <summary>The share of lines that have the commonest number of separators, those outside quotes counted; a line within quotes counts for none.</summary>
    private static double Evenness(List<string> lines, char separator)
    {
        var counts = new List<int>();
        var isQuoted = false;
        var count = 0;
        foreach (var line in lines)
        {
            foreach (var c in line)
            {
                if (c == '"')
                    isQuoted = !isQuoted;
                else if (c == separator && !isQuoted)
                    count++;
            }

            if (isQuoted)
                continue;
            counts.Add(count);
            count = 0;
        }

        // Empty cells at the end of a line are often left out.
        if (separator == '\t' && counts.Count(c => c >= 2) * 10 >= counts.Count * 7)
            return (double)counts.Count(c => c >= 2) / counts.Count;
        var common = counts.Where(c => c > 0).GroupBy(c => c).MaxBy(g => g.Count());
        return common is null || (separator == ',' && common.Key < 2 && lines.Count > 3) ? 0 : (double)common.Count() / counts.Count;
    }
}

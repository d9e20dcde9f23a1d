using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Columns kept apart by runs of blanks, as a text file or a fixed font has them. A row may be wrapped over several lines.</summary>
internal static class BlankColumns
{
    private const int FewestLines = 4, FewestColumns = 3, NarrowestGutter = 2, LongestPageNumber = 4;

    /// <summary>The second column of a wide letter.</summary>
    private const char Filler = '\u2060';

    /// <summary>The share of lines that may cross a gutter: titles and notes do.</summary>
    private const double MayCross = 0.1;

    /// <summary>Null when no gutters run down the text.</summary>
    public static SourceBlocks? Read(string text)
    {
        ReadingStop.Look();
        var lines = text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal).Split('\n').Select(Spread).ToArray();
        var filled = Enumerable.Range(0, lines.Length).Where(i => lines[i].Any(char.IsLetterOrDigit)).ToList();
        var inColumns = filled.Where(i => Pieces(lines[i]) >= FewestColumns).ToList();
        if (inColumns.Count < FewestLines || inColumns.Count * 3 < filled.Count)
            return null;
        var starts = Starts([.. inColumns.Select(i => lines[i])]);
        if (starts.Count < FewestColumns)
            return null;
        var blocks = new List<Block>();
        var cells = new List<GridCell>();
        foreach (var i in filled.Where(i => i < inColumns[0]))
            blocks.Add(new TextBlock(Narrow(lines[i]).Trim(), PlaceOf(i, lines[i], 0, lines[i])));
        var row = -1;
        var below = Below(lines, inColumns[^1]);
        foreach (var i in filled.Where(i => i >= inColumns[0] && i < below))
        {
            if (Crosses(lines[i], starts) || IsPageNumber(lines, i))
                blocks.Add(new TextBlock(Narrow(lines[i]).Trim(), PlaceOf(i, lines[i], 0, lines[i])));
            else
                Take(cells, ref row, lines[i], i, starts);
        }

        blocks.Add(new TableBlock(new Grid("", cells)));
        blocks.AddRange(filled.Where(i => i >= below).Select(i => new TextBlock(Narrow(lines[i]).Trim(), PlaceOf(i, lines[i], 0, lines[i]))));
        return new SourceBlocks(blocks);
    }

    /// <summary>The line below the table: its last row may be wrapped, and what stands apart from it is no part of it.</summary>
    private static int Below(string[] lines, int last)
    {
        while (last < lines.Length && !string.IsNullOrWhiteSpace(lines[last]))
            last++;
        return last;
    }

    /// <summary>A number alone on its line and apart from the row above.</summary>
    private static bool IsPageNumber(string[] lines, int i) =>
        i > 0 && string.IsNullOrWhiteSpace(lines[i - 1]) && lines[i].Trim(' ', '\f', '-', '–', '—') is { Length: > 0 and <= LongestPageNumber } alone && alone.All(char.IsDigit);

    /// <summary>Wide letters take two columns; a blank as wide takes two blanks.</summary>
    private static string Spread(string line) =>
        line.AsSpan().ContainsAnyInRange('\u2E80', '\uFFEF') ? string.Concat(line.Select(c => c == '\u3000' ? "  " : c is >= '\u2E80' and <= '\uFFEF' ? $"{c}{Filler}" : c.ToString())) : line;

    private static string Narrow(string piece) => piece.Replace($"{Filler}", "", StringComparison.Ordinal);

    private static int Pieces(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;

    /// <summary>Where columns begin: behind each gutter that is blank in nearly all lines.</summary>
    private static List<int> Starts(List<string> lines)
    {
        var width = lines.Max(l => l.Length);
        var blank = new bool[width + 1];
        for (var at = 0; at < width; at++)
            blank[at] = lines.Count(l => at < l.Length && l[at] != ' ') <= Math.Max(1, lines.Count * MayCross / 4);
        blank[width] = true;
        var starts = new List<int>();
        for (var at = 0; at < width; at++)
        {
            if (!blank[at] && (at == 0 || (blank[at - 1] && GutterBefore(blank, at) >= (starts.Count == 0 ? 0 : NarrowestGutter))))
                starts.Add(at);
        }

        starts.RemoveAll(s => s > 0 && IsWithinTexts(lines, s));
        return starts;
    }

    /// <summary>Where a text of several words is longer than the others of its column, blanks may run down it too: no column begins there.</summary>
    private static bool IsWithinTexts(List<string> lines, int start) =>
        lines.Count(l => start < l.Length && l[start] != ' ' && IsWithinText(l, start)) is > 0 and var within && within > lines.Count(l => start < l.Length && l[start] != ' ' && !IsWithinText(l, start));

    private static bool IsWithinText(string line, int start) => line[(start - NarrowestGutter)..start].Any(c => c != ' ');

    /// <summary>A line of running text goes on where columns part.</summary>
    private static bool Crosses(string line, List<int> starts) =>
        Pieces(line) < FewestColumns && starts.Skip(1).Any(s => s < line.Length && line[s] != ' ' && line[s - 1] != ' ' && line[s - 2] != ' ');

    private static int GutterBefore(bool[] blank, int at)
    {
        var from = at;
        while (from > 0 && blank[from - 1])
            from--;
        return at - from;
    }

    private static void Take(List<GridCell> cells, ref int row, string line, int number, List<int> starts)
    {
        var pieces = new List<GridCell>();
        for (var column = 0; column < starts.Count; column++)
        {
            var from = column == 0 ? 0 : starts[column];
            var to = column + 1 < starts.Count ? starts[column + 1] : line.Length;
            if (from >= line.Length)
                break;
            var piece = line[from..Math.Min(to, line.Length)];
            if (!string.IsNullOrWhiteSpace(piece))
                pieces.Add(new GridCell(row + 1, column, Narrow(piece).Trim(), PlaceOf(number, line, from, piece)));
        }

        if (row >= 0 && IsWrapped(cells, row, pieces, starts.Count))
        {
            foreach (var piece in pieces)
                Append(cells, row, piece);
            return;
        }

        row++;
        cells.AddRange(pieces);
    }

    /// <summary>A line goes on with the row above when it begins no row of its own: its first column is blank while the row above has it, and few are filled.</summary>
    private static bool IsWrapped(List<GridCell> cells, int row, List<GridCell> pieces, int columns) =>
        pieces.Count > 0 && pieces[0].Column > 0 && pieces.Count * 2 <= columns + 1 && Find(cells, row, 0) >= 0;

    /// <param name="row">The last one.</param>
    private static int Find(List<GridCell> cells, int row, int column)
    {
        for (var i = cells.Count - 1; i >= 0 && cells[i].Row == row; i--)
        {
            if (cells[i].Column == column)
                return i;
        }

        return -1;
    }

    private static void Append(List<GridCell> cells, int row, GridCell piece)
    {
        var at = Find(cells, row, piece.Column);
        if (at < 0)
            cells.Add(piece with { Row = row });
        else
            cells[at] = cells[at] with { Text = $"{cells[at].Text}{(cells[at].Text.EndsWith('-') ? "" : " ")}{piece.Text}" };
    }

    private static Place PlaceOf(int number, string line, int from, string piece)
    {
        var start = from + piece.Length - piece.TrimStart().Length;
        return new Place(Line: number + 1, Column: Narrow(line[..start]).Length + 1, Length: Narrow(piece).Trim().Length);
    }
}

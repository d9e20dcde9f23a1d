using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Tables drawn with strokes between cells, as in Markdown, with text around them. A row may be broken over several lines.</summary>
internal static class StrokeTables
{
    private const int FewestLines = 2;

    /// <summary>Null when too few lines hold strokes.</summary>
    public static SourceBlocks? Read(string text)
    {
        ReadingStop.Look();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Count(l => l.Count(c => c == '|') >= 2) < FewestLines)
            return null;
        var blocks = new List<Block>();
        var drawn = new Drawn();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line) || IsRule(line))
                continue;
            if (!line.Contains('|', StringComparison.Ordinal) && !GoesOn(drawn, line))
            {
                drawn = Closed(blocks, drawn);
                var heading = line.TrimStart('#');
                blocks.Add(new TextBlock(heading.Trim(), new Place(Line: i + 1, Column: 1, Length: line.Length), line.Length - heading.Length));
                continue;
            }

            Take(drawn, line, i + 1);
        }

        Closed(blocks, drawn);
        return new SourceBlocks(blocks);
    }

    /// <summary>|---|:--:|</summary>
    public static bool IsRule(string line) => line.Contains('-', StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ' or '+' or '=');

    /// <summary>A table as far as it is read.</summary>
    private sealed class Drawn
    {
        public List<GridCell> Cells { get; } = [];

        public int Rows { get; set; }

        public int Columns { get; set; }

        /// <summary>The last column of its last row that has a text; below 0 when none has.</summary>
        public int LastColumn { get; set; } = -1;
    }

    private static Drawn Closed(List<Block> blocks, Drawn drawn)
    {
        if (drawn.Cells.Count > 0)
            blocks.Add(new TableBlock(new Grid("", drawn.Cells)));
        return new Drawn();
    }

    /// <summary>A line without strokes within a table: what it holds belongs to the row before.</summary>
    private static bool GoesOn(Drawn drawn, string line) =>
        drawn.Rows > 1 && line.TrimStart() == line && drawn.Columns - 1 > drawn.LastColumn;

    private static void Take(Drawn drawn, string line, int number)
    {
        var pieces = Pieces(line);
        var isOpen = drawn.Rows > 1 && drawn.LastColumn + 1 < drawn.Columns;
        var isMore = isOpen && !line.TrimStart().StartsWith('|');
        if (isOpen && line.Trim() is "|")
            return;
        var at = isMore ? drawn.Rows - 1 : drawn.Rows;
        var from = isMore ? drawn.LastColumn + 1 : 0;
        drawn.Rows = at + 1;
        drawn.LastColumn = isMore ? drawn.LastColumn : -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Text.Length == 0)
                continue;
            drawn.Cells.Add(new GridCell(at, from + i, pieces[i].Text, new Place(Line: number, Column: pieces[i].Column, Length: pieces[i].Text.Length)));
            drawn.LastColumn = from + i;
            drawn.Columns = Math.Max(drawn.Columns, from + i + 1);
        }
    }

    private static List<(string Text, int Column)> Pieces(string line)
    {
        var pieces = new List<(string, int)>();
        var start = line.Length - line.TrimStart().Length;
        if (line.AsSpan(start).StartsWith("|"))
            start++;
        while (start <= line.Length)
        {
            var end = line.IndexOf('|', start);
            if (end < 0)
                end = line.Length;
            var piece = line[start..end];
            if (end < line.Length || piece.Trim().Length > 0)
                pieces.Add((Markdown.Plain(piece.Trim()), start + piece.Length - piece.TrimStart().Length + 1));
            start = end + 1;
        }

        return pieces;
    }
}

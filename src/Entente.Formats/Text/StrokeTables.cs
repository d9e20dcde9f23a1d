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
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Count(l => l.Count(c => c == '|') >= 2) < FewestLines)
            return null;
        var blocks = new List<Block>();
        var cells = new List<GridCell>();
        var row = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line) || IsRule(line))
                continue;
            if (!line.Contains('|', StringComparison.Ordinal) && !GoesOn(cells, row, line))
            {
                Close(blocks, cells, ref row);
                var heading = line.TrimStart('#');
                blocks.Add(new TextBlock(heading.Trim(), new Place(Line: i + 1, Column: 1, Length: line.Length), line.Length - heading.Length));
                continue;
            }

            row = Take(cells, row, line, i + 1);
        }

        Close(blocks, cells, ref row);
        return new SourceBlocks(blocks);
    }

    /// <summary>|---|:--:|</summary>
    public static bool IsRule(string line) => line.Contains('-', StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ' or '+' or '=');

    private static void Close(List<Block> blocks, List<GridCell> cells, ref int row)
    {
        if (cells.Count > 0)
            blocks.Add(new TableBlock(new Grid("", [.. cells])));
        cells.Clear();
        row = 0;
    }

    /// <summary>A line without strokes within a table: what it holds belongs to the row before.</summary>
    private static bool GoesOn(List<GridCell> cells, int row, string line) =>
        cells.Count > 0 && row > 1 && line.TrimStart() == line && cells.Max(c => c.Column) > cells.Where(c => c.Row == row - 1).Max(c => c.Column);

    private static int Take(List<GridCell> cells, int row, string line, int number)
    {
        var pieces = Pieces(line);
        var width = cells.Count == 0 ? 0 : cells.Max(c => c.Column) + 1;
        var last = cells.Where(c => c.Row == row - 1).Select(c => c.Column).DefaultIfEmpty(-1).Max();
        var isMore = row > 1 && !line.TrimStart().StartsWith('|') && last + 1 < width;
        var isAfterStroke = row > 1 && line.Trim() is "|" && last + 1 < width;
        if (isAfterStroke)
            return row;
        var at = isMore ? row - 1 : row;
        var from = isMore ? last + 1 : 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Text.Length > 0)
                cells.Add(new GridCell(at, from + i, pieces[i].Text, new Place(Line: number, Column: pieces[i].Column, Length: pieces[i].Text.Length)));
        }

        return at + 1;
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

using System.Globalization;
using System.Text.RegularExpressions;

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>The lines of a plain text or of Markdown, with what is an item and how deep it stands.</summary>
internal static partial class ItemLines
{
    private const int FewestNumbers = 3;

    /// <summary>Characters: how near to the longest line others end where a text is wrapped, and how long its lines are at least.</summary>
    private const int AtEdge = 12, Wrapped = 50;

    /// <param name="mayBeNumbered">Lines that begin with a number are items, where most of them do.</param>
    public static List<TextLine> Of(string text, bool mayBeNumbered)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var widest = lines.Max(l => l.TrimEnd().Length);
        var isWrapped = widest >= Wrapped && lines.Count(l => l.TrimEnd().Length > widest - AtEdge) > 2;
        return Marked(
            [.. lines.Select((line, i) => new TextLine(line, new Place(Line: i + 1, Column: line.Length - line.TrimStart().Length + 1, Length: line.Trim().Length)) { GoesOn = isWrapped && i > 0 && IsFull(lines[i - 1], line, widest) })
                .Where(l => !string.IsNullOrWhiteSpace(l.Text))], mayBeNumbered);
    }

    /// <summary>The first word of a line had no room on the one above.</summary>
    private static bool IsFull(string above, string line, int widest) =>
        !string.IsNullOrWhiteSpace(above) && above.TrimEnd().Length + 1 + line.TrimStart().Split(' ')[0].Length > widest;

    /// <summary>Lines whose marks of items were typed.</summary>
    public static List<TextLine> Marked(IReadOnlyList<TextLine> lines, bool mayBeNumbered)
    {
        var marked = new List<TextLine>(lines.Count);
        var indents = new Stack<int>();
        var isNumbered = mayBeNumbered && IsNumbered(lines);
        foreach (var line in lines)
        {
            var indent = line.Text.Length - line.Text.TrimStart().Length;
            var mark = isNumbered ? NumberMark().Match(line.Text) : Mark().Match(line.Text);
            var goesOn = !mark.Success && indents.Count > 0 && (indent > 0 || line.GoesOn);
            if (mark.Success)
            {
                while (indents.Count > 0 && indents.Peek() >= indent)
                    indents.Pop();
                indents.Push(indent);
            }
            else if (!goesOn)
            {
                indents.Clear();
            }

            var content = line.Text[(mark.Success ? mark.Length : 0)..].Trim();
            var plain = content.TrimStart('#');
            marked.Add(new TextLine(Markdown.Plain(plain.Trim()), line.Place, line.Level + content.Length - plain.Length)
            {
                Item = indents.Count, Number = isNumbered && mark.Success ? mark.Value.Trim() : null, GoesOn = goesOn, Name = Bold().Match(content) is { Success: true } bold ? Markdown.Plain(bold.Value) : line.Name,
            });
        }

        return marked;
    }

    /// <summary>Lines with no blank line between them, joined, unless each of them ends a sentence.</summary>
    public static IEnumerable<TextLine> Paragraphs(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var end = at;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]))
                end++;
            var isEach = lines[at..end].All(l => l.TrimEnd()[^1] is '.' or '。' or '।' or ';');
            for (var first = at; first < end; first = isEach ? first + 1 : end)
                yield return new TextLine(string.Join(' ', lines[first..(isEach ? first + 1 : end)].Select(l => l.Trim())), new Place(Line: first + 1));
            at = end;
        }
    }

    /// <summary>It begins with the mark or the number of an item.</summary>
    public static bool IsMarked(string text) => Mark().IsMatch(text) || NumberMark().IsMatch(text);

    public static TextLine WithoutNumber(TextLine line) =>
        NumberMark().Match(line.Text) is { Success: true } mark ? line with { Text = line.Text[mark.Length..], Number = mark.Value.Trim() } : line;

    /// <summary>Whether most lines begin with the mark of an item.</summary>
    public static bool AreMost(string text)
    {
        var (marked, filled) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            filled += line.IsWhiteSpace() ? 0 : 1;
            marked += Mark().IsMatch(line) ? 1 : 0;
        }

        return marked > FewestNumbers && marked * 2 > filled;
    }

    /// <summary>Most of its lines with a number at the begin have the next one.</summary>
    private static bool IsNumbered(IReadOnlyList<TextLine> lines)
    {
        var numbers = lines.Select(l => NumberMark().Match(l.Text)).Where(m => m.Success).Select(m => int.Parse(Scripts.InPlainDigits(m.Groups["number"].Value), CultureInfo.InvariantCulture)).ToList();
        return numbers.Count >= FewestNumbers && numbers.Zip(numbers.Skip(1)).Count(p => p.Second == p.First + 1) * 10 >= (numbers.Count - 1) * 8;
    }

    [GeneratedRegex(@"^\s*(?:[(（]?(?<number>\d{1,3})[.)]\s+|[(（]?(?<number>\d{1,3})[．、）]\s*)(?=[\p{L}\p{Pi}""„「『《])")]
    private static partial Regex NumberMark();

    [GeneratedRegex(@"^\s*(?:[・･◆◇▶►]\s*|(?:[•·▪◦‣●○■*+]|-{1,2}|–|—)\s+)(?=\S)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:\*\*|__)(?=\S).+?(?<=\S)(?:\*\*|__)")]
    private static partial Regex Bold();
}

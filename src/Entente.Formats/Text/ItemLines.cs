using System.Globalization;
using System.Text.RegularExpressions;

using Entente.Core;

namespace Entente.Formats.Text;

/// <summary>The lines of a plain text or of Markdown, with what is an item and how deep it stands.</summary>
internal static partial class ItemLines
{
    private const int FewestNumbers = 3;

    /// <param name="mayBeNumbered">Lines that begin with a number are items, where most of them do.</param>
    public static List<TextLine> Of(string text, bool mayBeNumbered)
    {
        var lines = new List<TextLine>();
        var indents = new Stack<int>();
        var number = 0;
        var all = text.ReplaceLineEndings("\n").Split('\n');
        var isNumbered = mayBeNumbered && IsNumbered(all);
        foreach (var line in all)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var indent = line.Length - line.TrimStart().Length;
            var mark = isNumbered ? NumberMark().Match(line) : Mark().Match(line);
            var goesOn = !mark.Success && indents.Count > 0 && indent > 0;
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

            var content = line[(mark.Success ? mark.Length : 0)..].Trim();
            var level = content.Length - content.TrimStart('#').Length;
            lines.Add(new TextLine(Markdown.Plain(content.TrimStart('#').Trim()), new Place(Line: number, Column: line.Length - line.TrimStart().Length + 1, Length: line.Trim().Length), level)
            {
                Item = indents.Count, Number = isNumbered && mark.Success ? mark.Value.Trim() : null, GoesOn = goesOn, Name = Bold().Match(content) is { Success: true } bold ? Markdown.Plain(bold.Value) : null,
            });
        }

        return lines;
    }

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
    private static bool IsNumbered(string[] lines)
    {
        var numbers = lines.Select(l => NumberMark().Match(l)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return numbers.Count >= FewestNumbers && numbers.Zip(numbers.Skip(1)).Count(p => p.Second == p.First + 1) * 10 >= (numbers.Count - 1) * 8;
    }

    [GeneratedRegex(@"^\s*\(?(\d{1,3})[.)]\s+(?=\p{L})")]
    private static partial Regex NumberMark();

    [GeneratedRegex(@"^\s*(?:[•·▪◦‣●○■*+]|-{1,2}|–|—)\s+(?=\S)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:\*\*|__)(?=\S).+?(?<=\S)(?:\*\*|__)")]
    private static partial Regex Bold();
}

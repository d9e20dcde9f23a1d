using Entente.Core.Reading;
using Entente.Formats.Text;

namespace Entente.Formats.Pdf;

/// <summary>A text in lines no wider than its cell, broken only where who reads it, a person or a program, joins it as it was.</summary>
internal static class PdfWrap
{
    /// <summary>So much of a line of Hangul stays empty, in sizes: a full one would be read as broken within a word.</summary>
    internal const double HangulRest = 1.8;

    /// <param name="widthOf">Of a character.</param>
    public static List<string> Lines(string text, double width, double size, Func<char, double> widthOf)
    {
        var room = text.Any(IsHangul) ? width - (HangulRest * size) : width;
        var lines = new List<string>();
        var (start, breakAt, wide) = (0, 0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > start && CanBreak(text, i))
                breakAt = i;
            wide += widthOf(text[i]);
            while (wide > room && text[i] != ' ' && i > start)
            {
                // A word that is wider than its cell is broken where the cell ends.
                var end = breakAt > start ? breakAt : i;
                lines.Add(text[start..end].TrimEnd());
                start = text[end] == ' ' ? end + 1 : end;
                wide = 0;
                for (var j = start; j <= i; j++)
                    wide += widthOf(text[j]);
            }
        }

        lines.Add(text[start..]);
        return lines;
    }

    /// <summary>Whether a line may end before a place: at a blank, between characters of a script without blanks.
    /// Not at a blank that would be lost when lines are joined again.</summary>
    private static bool CanBreak(string text, int at)
    {
        if (text[at] != ' ')
            return Scripts.IsUnspaced(text[at]) && Scripts.IsUnspaced(text[at - 1]) && !IsSmall(text[at]);
        if (at + 1 >= text.Length)
            return true;
        var isBetweenUnspaced = Scripts.IsUnspaced(text[at - 1]) && Scripts.IsUnspaced(text[at + 1]);
        var isBehindHyphen = BrokenText.IsHyphened(text.AsSpan(0, at)) && char.IsLetter(text[at + 1]);
        return !isBetweenUnspaced && !isBehindHyphen;
    }

    /// <summary>Marks of length and repetition, and small kana, begin no line.</summary>
    private static bool IsSmall(char c) => "々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".Contains(c, StringComparison.Ordinal);

    internal static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}

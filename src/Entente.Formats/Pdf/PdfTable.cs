using System.Globalization;
using System.Text.RegularExpressions;

using Entente.Core.Reading;
using Entente.Formats.Text;
using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>A cell of a table as it stands on a page.</summary>
internal sealed record PdfCell(int Page, int Row, int Column, int RowSpan, int ColumnSpan, Box Box, string Text)
{
    /// <summary>Code of what is doubtful about it.</summary>
    public string? Doubt { get; init; }

    /// <summary>Of one without a text.</summary>
    public BlankCell Blank { get; init; }

    /// <summary>How wide its last line is and the first word of its first one; 0: that is not known.</summary>
    public double LastLine { get; init; }

    public double FirstWord { get; init; }

    /// <summary>Where its words stand, from side to side; 0: that is not known.</summary>
    public (double Left, double Right) Extent { get; init; }

    public double LineHeight => Box.Height / (Text.Count(c => c == '\n') + 1);

    public PdfCell Measured(IEnumerable<PdfWord> words) =>
        PdfLine.Of(words) is { Count: > 0 } lines ? this with { Extent = (lines.Min(l => l.Box.Left), lines.Max(l => l.Box.Right)), LastLine = lines[^1].Box.Width, FirstWord = (PdfLine.RunsToTheLeft(lines[0].Words) ? lines[0].Words[^1] : lines[0].Words[0]).Box.Width } : this;
}

/// <summary>A table on one page.</summary>
/// <param name="Edges">Where its columns begin, and where the last one ends.</param>
internal sealed partial record PdfTable(int Page, Box Box, IReadOnlyList<double> Edges, IReadOnlyList<PdfCell> Cells)
{
    public int Columns => Edges.Count - 1;

    /// <summary>What stands in its cells: a word of the page within its box may still stand in none.</summary>
    public required IReadOnlyCollection<PdfWord> Words { get; init; }

    /// <summary>The lines that lie within it, where they do not show its cells.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Lines show its cells.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>How many of its rows are heads, where that is known.</summary>
    public int Heads { get; init; }

    public int Rows => Cells.Count == 0 ? 0 : Cells.Max(c => c.Row + c.RowSpan);

    /// <summary>How near to the end of its cell a line is full, in sizes of its font.</summary>
    private const double Full = 1.7;

    /// <summary>Letters of a known word that is broken.</summary>
    private const int FewestLetters = 6, LongestWord = 40, LongestAbbreviation = 2;

    private const int LongWord = 12, MostDays = 31, MostMonths = 12;

    /// <summary>Vowels, and letters that are words of some language.</summary>
    private const string OwnWords = "aeiouykvszw";

    /// <summary>The text of words in a cell, none where a word of it is unknown: its lines kept apart, where its script has blanks.</summary>
    /// <param name="right">Where the cell ends.</param>
    public static string TextOf(PdfPage page, IEnumerable<PdfWord> words, double right)
    {
        var text = "";
        PdfLine? above = null;
        var lines = PdfLine.Of(words);
        // Names in two scripts run as the page does.
        var isRightToLeft = lines.Exists(l => PdfLine.RunsToTheLeft(l.Words)) || (page.RunsToTheLeft && lines.Exists(l => l.Words.Any(w => w.IsRightToLeft)));
        if (lines.Exists(l => l.IsUnknown) || (lines.Count > 0 && lines.TrueForAll(l => l.Words.All(w => w.Text == PdfWord.Unknown))))
            return "";
        foreach (var line in lines)
        {
            var own = PdfLine.TextOf(line.Words, isRightToLeft);
            text = above is null ? own : IsWithin(page, above, line, right) ? text + own : BrokenText.Joined(text, own, '\n');
            above = line;
        }

        return text;
    }

    /// <summary>What the end of a page or of a column parted.</summary>
    public static string Joined(string above, string below) => BrokenText.Joined(above, below, '\n');

    /// <summary>A full line that ends within a word or a date. Hangul is broken anywhere.</summary>
    private static bool IsWithin(PdfPage page, PdfLine above, PdfLine below, double right)
    {
        var (one, other) = (above.Words[^1].Text, below.Words[0].Text);
        return right - above.Box.Right < Full * above.Size
            && ((PdfWrap.IsHangul(one[^1]) && PdfWrap.IsHangul(other[0])) || IsWithinWord(page, one, other.TrimEnd(',', ';', '.', ')'), isAlone: above.Words.Count == 1) || IsWithinFigures(one, other));
    }

    /// <summary>A word that is wider than its cell is broken anywhere: where the page has it whole, where it ends on a word that is known, or where what is left over can be no word.</summary>
    private static bool IsWithinWord(PdfPage page, string one, string other, bool isAlone)
    {
        if (other.Length == 0 || !char.IsLetter(one[^1]) || !other.All(char.IsLower))
            return false;
        return page.Says(one + other) ? !page.Says(other) || isAlone
            : isAlone && (EndsOnWord(one, other) || (one.Length > LongWord && other.Length < 3 && !other.Any(c => c > 'z' || OwnWords.Contains(c, StringComparison.Ordinal))));
    }

    /// <summary>Kooperationsvertr and ag: a known word begins in one of them and ends in the other, which is more than an abbreviation only where it is none itself.</summary>
    private static bool EndsOnWord(string one, string other)
    {
        if (other.Length > LongestAbbreviation && PhraseBook.IsWord(other))
            return false;
        var most = Math.Min(one.Length, LongestWord);
        for (var letters = Math.Max(1, FewestLetters - other.Length); letters <= most; letters++)
        {
            if (PhraseBook.IsWord(one[^letters..] + other))
                return true;
        }

        return false;
    }

    /// <summary>13.01.201 and 0: a date that is wider than its cell is broken anywhere; together they are one, and each alone is none.</summary>
    private static bool IsWithinFigures(string one, string other) => char.IsDigit(one[^1]) && char.IsDigit(other[0]) && !(IsDay(one) && char.IsDigit(one[^2])) && !IsDay(other) && IsDay(one + other);

    /// <summary>2019-03- and 15: together they are a day, and neither is one alone.</summary>
    public static bool IsBrokenDay(string above, string below) => !IsDay(above) && !IsDay(below) && IsDay(above + below);

    /// <summary>With a year of four digits.</summary>
    private static bool IsDay(string text)
    {
        int Of(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return Day().Match(text) is { Success: true } day && (Of(day.Groups["one"]), Of(day.Groups["other"])) is (> 0 and <= MostDays, > 0 and <= MostDays) and var (one, other) && Math.Min(one, other) <= MostMonths;
    }

    [GeneratedRegex("^(?:(?<one>[0-9]{1,2})([./-])(?<other>[0-9]{1,2})\\1[12][0-9]{3}|[12][0-9]{3}([./-])(?<one>[0-9]{1,2})\\2(?<other>[0-9]{1,2}))[.,;)]?$")]
    private static partial Regex Day();
}

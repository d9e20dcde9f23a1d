using UglyToad.PdfPig.Content;

namespace Entente.Formats.Pdf;

/// <summary>A text as it was drawn on a page.</summary>
/// <param name="Hash">Of what it says.</param>
/// <param name="Foot">Where its letters stand.</param>
internal readonly record struct DrawnText(int Hash, bool IsLong, float Left, float Right, float Foot, float Size)
{
    public float Middle => (Left + Right) / 2;

    public (int, double, double) Key => (Hash, Math.Round(Left / RepeatedTexts.SamePlace), Math.Round(Foot / RepeatedTexts.SamePlace));
}

/// <summary>Stamps, seals and notes of a program that prints, in the colour of the text: what stands at the same place of most pages over words or lines that are other ones on each page.</summary>
internal static class RepeatedTexts
{
    /// <summary>Points.</summary>
    public const int SamePlace = 3;

    private const double Exact = 0.5;

    /// <summary>Shares of the size of a letter: how far letters reach over their foot and below it, how far two texts reach into each other at least, and by how much they are not on one line.</summary>
    private const double High = 0.7, Low = 0.2, Into = 0.1, OtherLine = 0.04;

    private const int FewestLetters = 3, FewestAligned = 2, FewestBorders = 2;

    public static List<(DrawnText Drawn, Watermarks.Stretch Stretch)> Of(IReadOnlyList<Letter> letters, Turn turn) =>
        [.. Watermarks.Stretches(letters, Watermarks.IsSlanted).Where(s => s.Text.Length > 0 && !s.IsSlanted).Select(s => (DrawnOf(s, turn), s))];

    private static DrawnText DrawnOf(Watermarks.Stretch stretch, Turn turn)
    {
        var (from, to) = (turn.Point(stretch.From.X, stretch.From.Y), turn.Point(stretch.To.X, stretch.To.Y));
        return new DrawnText(stretch.Text.GetHashCode(StringComparison.Ordinal), stretch.Text.Count(char.IsLetter) >= FewestLetters, (float)Math.Min(from.X, to.X), (float)Math.Max(from.X, to.X), (float)from.Y, (float)stretch.Size);
    }

    /// <summary>Those that are none of the words of their pages.</summary>
    public static HashSet<(int, double, double)> Stamped(List<PdfPage> pages)
    {
        var often = pages.SelectMany(p => p.Drawn.Select(d => d.Key).Distinct()).CountBy(k => k).Where(c => c.Value > 1 && c.Value * 2 > pages.Count).Select(c => c.Key).ToHashSet();
        var found = new HashSet<(int, double, double)>();
        foreach (var page in often.Count == 0 ? [] : pages)
        {
            var feet = page.Drawn.Where(d => !often.Contains(d.Key)).Select(d => d.Foot).ToHashSet();
            var others = page.Drawn.Where(d => feet.Contains(d.Foot)).ToList();
            var same = page.Drawn.Where(d => often.Contains(d.Key)).ToList();
            // The rows of a page are what it has and others have not. Heads and cells stand on the line of others, or below each other.
            found.UnionWith(same.Where(d => d.IsLong && !same.Exists(o => o != d && Math.Abs(o.Foot - d.Foot) < Exact) && others.Count(o => IsAligned(d, o)) < FewestAligned
                && (others.Exists(o => IsOver(d, o)) || IsCrossed(d, page, pages) || page.Rulings.Count(r => Parts(r, d)) >= FewestBorders)).Select(d => d.Key));
        }

        return found;
    }

    private static bool IsAligned(DrawnText one, DrawnText other) =>
        Math.Abs(one.Left - other.Left) < Exact || Math.Abs(one.Middle - other.Middle) < Exact || Math.Abs(one.Right - other.Right) < Exact;

    private static bool IsOver(DrawnText one, DrawnText other) =>
        Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > Into * one.Size
        && Math.Min(one.Foot + (Low * one.Size), other.Foot + (Low * other.Size)) - Math.Max(one.Foot - (High * one.Size), other.Foot - (High * other.Size)) > Into * Math.Min(one.Size, other.Size)
        && Math.Abs(one.Foot - other.Foot) > OtherLine * one.Size;

    /// <summary>A line goes through it that other pages do not have there.</summary>
    private static bool IsCrossed(DrawnText text, PdfPage page, List<PdfPage> pages) =>
        page.Rulings.Any(r => Crosses(r, text)) && pages.Exists(p => p.Drawn.Any(d => d.Key == text.Key) && !p.Rulings.Any(r => Crosses(r, text)));

    private static bool Crosses(Ruling ruling, DrawnText text) =>
        ruling.Lies && ruling.At > text.Foot - (High / 2 * text.Size) && ruling.At < text.Foot - (Into * text.Size) && ruling.From < text.Middle && ruling.To > text.Middle;

    /// <summary>The border of a column goes through it: a cell ends there.</summary>
    private static bool Parts(Ruling ruling, DrawnText text) =>
        !ruling.Lies && ruling.At > text.Left + text.Size && ruling.At < text.Right - text.Size && ruling.From < text.Foot - (High * text.Size) && ruling.To > text.Foot;
}

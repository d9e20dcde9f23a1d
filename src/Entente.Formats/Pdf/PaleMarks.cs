using UglyToad.PdfPig.Content;

namespace Entente.Formats.Pdf;

/// <summary>A pale text of a page, whose words are among those of the page.</summary>
/// <param name="IsOver">It stands over dark text or half beside it, on no line of its own.</param>
internal sealed record PaleMark(PdfWatermark Mark, IReadOnlyList<PdfWord> Words, bool IsOver);

/// <summary>Level watermarks, also small ones: pale texts that stand at the same place of most pages, whatever the page has there.</summary>
internal static class PaleMarks
{
    /// <summary>From 0, black, to 1, white: dark letters, and pale ones on paper.</summary>
    private const double Dark = 0.45, Pale = 0.55, White = 0.97;

    /// <summary>Shares of the size of a letter: how far apart lines are that are not the same; how near beside it a letter stands.</summary>
    private const double OtherLine = 0.08, Beside = 0.5;

    private const int FewestLetters = 3, SamePlace = 3;

    public static List<(PdfWatermark Mark, List<Letter> Letters, bool IsOver)> Of(IReadOnlyList<Letter> letters, Turn turn, Action look)
    {
        var shades = letters.Select(ShadeOf).ToList();
        // Nothing stands out where most is pale.
        if (shades.Count(s => s < Dark) * 2 < letters.Count || !shades.Exists(IsPale))
            return [];
        var dark = letters.Where((l, i) => shades[i] < Dark && !string.IsNullOrWhiteSpace(l.Value)).ToList();
        var found = new List<(PdfWatermark, List<Letter>, bool)>();
        foreach (var stretch in Watermarks.Stretches([.. letters.Where((l, i) => IsPale(shades[i]) && !Watermarks.IsSlanted(l))], Watermarks.IsSlanted))
        {
            look();
            if (stretch.Text.Count(char.IsLetter) >= FewestLetters)
                found.Add((Watermarks.MarkOf(stretch, turn), stretch.Letters, IsOver(Box.Around(stretch.Letters.Select(l => turn.Box(l.BoundingBox))), stretch.Size, dark, turn)));
        }

        return found;
    }

    /// <summary>The pages without those that stand at the same place of most of them, and over other words of one at least.</summary>
    public static List<PdfPage> Taken(List<PdfPage> pages)
    {
        var marks = pages.SelectMany(p => p.PaleMarks).GroupBy(KeyOf)
            .Where(same => same.Count() is > 1 and var often && often * 2 > pages.Count && same.Any(m => m.IsOver)).Select(same => same.Key).ToHashSet();
        return marks.Count == 0 ? pages : pages.ConvertAll(page => page.PaleMarks.Where(m => marks.Contains(KeyOf(m))).ToList() is { Count: > 0 } own ? Without(page, own) : page);
    }

    private static PdfPage Without(PdfPage page, List<PaleMark> marks)
    {
        var words = marks.SelectMany(m => m.Words).ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        return page with { Words = [.. page.Words.Where(w => !words.Contains(w))], Watermarks = [.. page.Watermarks, .. marks.Select(m => m.Mark)] };
    }

    private static (string Text, double X, double Y) KeyOf(PaleMark mark) => (mark.Mark.Text, Math.Round(mark.Mark.Start.X / SamePlace), Math.Round(mark.Mark.Start.Y / SamePlace));

    /// <summary>Heads and grey remarks stand on the lines of their rows.</summary>
    private static bool IsOver(Box box, double size, List<Letter> dark, Turn turn) => dark.Exists(l =>
    {
        var other = turn.Box(l.BoundingBox);
        return other.Top < box.Bottom && other.Bottom > box.Top && other.Left < box.Right + (Beside * size) && other.Right > box.Left - (Beside * size)
            && (Math.Abs(other.Bottom - box.Bottom) > OtherLine * size || (other.Left < box.Right && other.Right > box.Left));
    });

    private static bool IsPale(double shade) => shade is > Pale and < White;

    private static double ShadeOf(Letter letter)
    {
        if (letter.Color is not { } color)
            return 0;
        var (red, green, blue) = color.ToRGBValues();
        return (0.3 * red) + (0.59 * green) + (0.11 * blue);
    }
}

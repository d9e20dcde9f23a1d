using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Entente.Formats.Pdf;

/// <summary>How a page is turned so that most of its text is upright, with the origin above.</summary>
/// <param name="quarter">Quarters of a circle by which its text runs against the clock.</param>
internal sealed class Turn(double pageWidth, double pageHeight, int quarter)
{
    public double Width => quarter % 2 == 0 ? pageWidth : pageHeight;

    /// <summary>Whether a letter is upright on the page as it is turned; one without a width says nothing.</summary>
    public bool Stands(Letter letter) => letter.StartBaseLine == letter.EndBaseLine || QuarterOf(letter) == quarter;

    /// <summary>The turn by which a letter would be upright.</summary>
    public Turn OtherOf(Letter letter) => Others[QuarterOf(letter)];

    /// <summary>Quarters of a circle by which what is upright here runs against the clock on a page that is turned otherwise.</summary>
    public int From(Turn other) => (quarter - other.Quarter + 4) % 4;

    private int Quarter => quarter;

    private Turn[] Others => field ??= [.. Enumerable.Range(0, 4).Select(q => q == quarter ? this : new Turn(pageWidth, pageHeight, q))];

    public double Height => quarter % 2 == 0 ? pageHeight : pageWidth;

    public static Turn Of(Page page, IReadOnlyList<Letter> letters)
    {
        var usual = letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).CountBy(QuarterOf).OrderByDescending(c => c.Value).FirstOrDefault();
        return new Turn(page.Width, page.Height, usual.Key);
    }

    private static int QuarterOf(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return Math.Abs(x) >= Math.Abs(y) ? (x >= 0 ? 0 : 2) : y > 0 ? 1 : 3;
    }

    public (double X, double Y) Point(double x, double y) => quarter switch
    {
        0 => (x, pageHeight - y),
        1 => (y, x),
        2 => (pageWidth - x, y),
        _ => (pageHeight - y, pageWidth - x),
    };

    public Box Box(PdfRectangle r)
    {
        (double X, double Y)[] corners = [Point(r.TopLeft.X, r.TopLeft.Y), Point(r.TopRight.X, r.TopRight.Y), Point(r.BottomLeft.X, r.BottomLeft.Y), Point(r.BottomRight.X, r.BottomRight.Y)];
        return new Box(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    public IReadOnlyList<double> Back(Box box)
    {
        var (one, other) = (Stored(box.Left, box.Bottom), Stored(box.Right, box.Top));
        return [Round(Math.Min(one.X, other.X)), Round(Math.Min(one.Y, other.Y)), Round(Math.Max(one.X, other.X)), Round(Math.Max(one.Y, other.Y))];
    }

    /// <summary>What <see cref="Back"/> gives, as it is read.</summary>
    public Box Upright(IReadOnlyList<double> stored) => Box(new PdfRectangle(stored[0], stored[1], stored[2], stored[3]));

    private (double X, double Y) Stored(double x, double y) => quarter switch
    {
        0 => (x, pageHeight - y),
        1 => (y, x),
        2 => (pageWidth - x, y),
        _ => (pageWidth - y, pageHeight - x),
    };

    private static double Round(double value) => Math.Round(value, 1);
}

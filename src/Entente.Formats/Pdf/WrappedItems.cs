using Entente.Core.Reading;
using Entente.Formats.Text;

namespace Entente.Formats.Pdf;

/// <summary>Lines of plain text below the mark of an item that is printed, and go on with the item: they are set in, stand nearer to it than items do
/// to each other, or begin with a word that had no room on the line above. An item goes on over the end of a page.</summary>
internal sealed class WrappedItems
{
    /// <summary>Sizes of the font: how far lines of a paragraph are apart at most; how much nearer they are than items; how near to its edge a line of a text ends.</summary>
    private const double Leading = 1.7, Farthest = 2.5, Nearer = 0.15, AtEdge = 4;

    /// <summary>Sizes of the font: the blank between words, and what a sign of a script without blanks needs with the comma that must not begin a line.</summary>
    private const double Blank = 0.2, OfSign = 2;

    private PdfLine? above;
    private (double Left, double Right, bool HasEdge, bool ToTheLeft) edges;
    private double between, usual;
    private bool isNewPage, isWithin;

    /// <param name="lines">Of the page, from its top.</param>
    /// <param name="size">Of its usual letters.</param>
    public void Begin(PdfPage page, List<PdfLine> lines, Func<PdfLine, bool> isMarked, double size)
    {
        // What stood at the end of the page before is measured by its edges.
        isWithin = isWithin && above is not null && !isMarked(lines[0]) && HasNoRoom(lines[0]);
        (isNewPage, usual) = (true, size);
        var (left, right) = (lines.Min(l => l.Box.Left), lines.Max(l => l.Box.Right));
        var toTheLeft = page.RunsToTheLeft;
        var atEdge = lines.Count(l => toTheLeft ? l.Box.Left - left < AtEdge * size : right - l.Box.Right < AtEdge * size);
        edges = (left, right, atEdge > 1, toTheLeft);
        between = lines.Zip(lines.Skip(1)).Where(p => isMarked(p.Second)).Select(p => p.Second.Box.Bottom - p.First.Box.Bottom).DefaultIfEmpty().Min();
    }

    /// <param name="isInset">It stands further in than the lines at the margin.</param>
    /// <param name="isHeading">It is set off as headings are.</param>
    public bool GoesOn(PdfLine line, bool isMarked, bool isInset, bool isHeading)
    {
        var goesOn = !isMarked && isWithin && (isNewPage ? !isHeading : IsNear(line) && (isInset || (!isHeading && (IsNearer(line) || HasNoRoom(line)))));
        (isWithin, isNewPage, above) = (isMarked || goesOn, false, line);
        return goesOn;
    }

    /// <summary>Some scripts have their lines further apart.</summary>
    private bool IsNear(PdfLine line) => line.Box.Bottom - above!.Box.Bottom < Math.Max(Leading * usual, Math.Min(between, Farthest * usual) + 0.5);

    private bool IsNearer(PdfLine line) => line.Box.Bottom - above!.Box.Bottom < between - (Nearer * usual);

    private bool HasNoRoom(PdfLine line)
    {
        var word = edges.ToTheLeft ? line.Words[^1] : line.Words[0];
        var room = edges.ToTheLeft ? above!.Box.Left - edges.Left : edges.Right - above!.Box.Right;
        return BrokenText.IsWithinDate(above!.Text, line.Text) || (edges.HasEdge && room < Needed(word) + (Blank * usual));
    }

    /// <summary>The width of what of a word could have stood on the line above: lines end behind hyphens, too, and anywhere in scripts without blanks.</summary>
    private double Needed(PdfWord word)
    {
        if (Scripts.IsUnspaced(word.Text[0]))
            return OfSign * usual;
        var hyphen = word.Text.AsSpan(1).IndexOfAny("-–") + 2;
        return hyphen > 1 && hyphen < word.Text.Length ? word.Box.Width * hyphen / word.Text.Length : word.Box.Width;
    }
}

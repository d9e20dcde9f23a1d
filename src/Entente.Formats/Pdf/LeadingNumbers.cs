namespace Entente.Formats.Pdf;

/// <summary>Cells of sheets that begin with a number are set from the left, though their words run to the left: the number stands on the left of them, and comes first.
/// Such a cell begins where others of its column do, or ends before those do that are set from the right.</summary>
internal static class LeadingNumbers
{
    /// <summary>Points: how exactly cells begin or end at one place, and by how much others do not.</summary>
    private const double SamePlace = 1, Elsewhere = 2;

    public static IReadOnlyList<PdfWord> Marked(IReadOnlyList<PdfWord> words)
    {
        if (!words.Any(w => w.IsRightToLeft))
            return words;
        var pieces = PdfLine.Of(words).SelectMany(l => l.Pieces).ToList();
        var leading = pieces.FindAll(p => p.Count > 1 && IsNumber(p[0]) && p.Exists(w => w.IsRightToLeft) && IsSetFromTheLeft(p, pieces)).Select(p => p[0]).ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        return leading.Count == 0 ? words : [.. words.Select(w => leading.Contains(w) ? w with { LeadsLine = true } : w)];
    }

    private static bool IsNumber(PdfWord word) => !word.IsRightToLeft && char.IsDigit(word.Text[0]) && !word.Text.Any(char.IsLetter);

    private static bool IsSetFromTheLeft(List<PdfWord> piece, List<List<PdfWord>> pieces)
    {
        ReadingStop.Look();
        var (left, right) = (piece[0].Box.Left, piece[^1].Box.Right);
        bool IsAt(double one, double other) => Math.Abs(one - other) < SamePlace;
        bool IsElsewhere(double one, double other) => Math.Abs(one - other) > Elsewhere;
        var begun = pieces.Count(p => IsAt(p[0].Box.Left, left) && IsElsewhere(p[^1].Box.Right, right));
        var toTheLeft = pieces.FindAll(p => p[^1].IsRightToLeft);
        var beside = pieces.FindAll(p => p != piece && p[0].Box.Left > right && PdfLine.ShareLine(p[0], piece[^1]));
        begun += toTheLeft.Count(p => p[0].Box.Left < right && p[^1].Box.Right > right + Elsewhere && IsElsewhere(p[0].Box.Left + p[^1].Box.Right, left + right) && !beside.Exists(b => b[0].Box.Left < p[^1].Box.Right));
        return begun > toTheLeft.Count(p => IsAt(p[^1].Box.Right, right) && IsElsewhere(p[0].Box.Left, left));
    }
}

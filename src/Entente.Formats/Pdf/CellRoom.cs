using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>What room was left behind a line of a cell: where the next line could have stood there, it does not go on with it.</summary>
/// <param name="widths">Of the columns.</param>
internal sealed class CellRoom(IReadOnlyList<double> widths)
{
    /// <summary>Sizes of a font: what is left blank where no letter of Han has room.</summary>
    private const double NoRoom = 1.5;

    /// <summary>The first word of a line could have stood on the line above; figures only go on behind a comma or a dash.</summary>
    public bool IsLeft(Piece above, Piece line) =>
        !IsPeriod(above, line) && (widths[line.Column] - above.Box.Width - (0.5 * line.Size) > FirstOf(above, line) || (IsFigure(above) && IsFigure(line) && char.IsLetterOrDigit(above.Words[0].Text[^1])));

    /// <summary>What must have room on the line above. Han and kana are broken between any letters.</summary>
    private static double FirstOf(Piece above, Piece line)
    {
        var (first, last) = PdfLine.RunsToTheLeft(line.Words) ? (line.Words.MaxBy(w => w.Box.Right)!, above.Words.MinBy(w => w.Box.Left)!) : (line.Words.MinBy(w => w.Box.Left)!, above.Words.MaxBy(w => w.Box.Right)!);
        return IsHan(first.Text[0]) && IsHan(last.Text[^1]) ? Math.Min(first.Box.Width, NoRoom * line.Size) : first.Box.Width;
    }

    private static bool IsHan(char c) => c > '\u3000' && Scripts.IsUnspaced(c);

    /// <summary>A day and the next one with a dash between them.</summary>
    private static bool IsPeriod(Piece above, Piece line) =>
        (above.Words[^1].Text[^1] is '-' or '–' or '—' || line.Words[0].Text[0] is '-' or '–' or '—') && above.Words.Concat(line.Words).All(w => !w.Text.Any(char.IsLetter)) && above.Words.Concat(line.Words).Any(w => w.Text.Any(char.IsDigit));

    private static bool IsFigure(Piece piece) => piece.Words.Count == 1 && !piece.Words[0].Text.Any(char.IsLetter);
}

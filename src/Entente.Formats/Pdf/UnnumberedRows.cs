using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Lines of a table without lines that are rows though they hold little: sums, and headings in the middle of their table.</summary>
internal static class UnnumberedRows
{
    /// <summary>How near the middles of headings are, and how far their beginnings are apart at least, in points; the distance of lines of one cell, in sizes of their font; and times the size of rows: that of headings.</summary>
    private const double Same = 1.5, Differ = 3, Leading = 1.55, Larger = 1.08;

    private const int FewestHeadings = 2, MostTexts = 2, MostOver = 3;

    /// <summary>Headings in the middle of their table are texts over all of its columns.</summary>
    public static void Spread(List<List<Piece>> lines, int columns)
    {
        foreach (var at in Enumerable.Range(0, Math.Max(lines.Count - 1, 0)).Where(i => IsSetOff(lines, i)).ToList())
            lines[at] = [lines[at][0] with { Column = 0, Span = columns }];
        if (columns < 3)
            return;
        var alone = Enumerable.Range(1, Math.Max(lines.Count - 2, 0)).Where(i => lines[i] is [{ Column: > 0 } piece] && piece.Words.Any(w => w.Text.Any(char.IsLetter)) && !IsAround(lines, i, -1) && !IsAround(lines, i, 1)).ToList();
        foreach (var at in alone.Where(i => IsInMiddle(lines, alone, i) || IsBold(lines, i)).ToList())
            lines[at] = [lines[at][0] with { Column = 0, Span = columns }];
        foreach (var at in alone.Where(i => lines[i][0].Span < columns && IsAsOthers(lines, columns, i)).ToList())
            lines[at] = [lines[at][0] with { Column = 0, Span = columns }];
    }

    /// <summary>The first one below the heads, which are bold as well, stands where the others do.</summary>
    private static bool IsAsOthers(List<List<Piece>> lines, int columns, int at)
    {
        var own = lines[at][0];
        var others = lines.FindAll(l => l is [{ Column: 0 } piece] && piece.Span == columns && IsBold(piece)).ConvertAll(l => l[0].Box);
        return IsBold(own) && BrokenRows.SaysOfItself(PdfLine.TextOf(own.Words)) && HasPlainRow(lines, at)
            && (others.Count(o => Math.Abs(o.Middle - own.Box.Middle) < Same) >= FewestHeadings || others.Count(o => Math.Abs(o.Left - own.Box.Left) < Same) >= FewestHeadings || others.Count(o => Math.Abs(o.Right - own.Box.Right) < Same) >= FewestHeadings);
    }

    /// <summary>Two lines of a cell in the middle of its row have the line of the others between them, which has nothing in their column.</summary>
    private static bool IsAround(List<List<Piece>> lines, int at, int step)
    {
        var own = lines[at][0];
        return at + (2 * step) is var other && other >= 0 && other < lines.Count && lines[other] is [var next] && next.Column == own.Column && next.Span == own.Span && !lines[at + step].Exists(p => p.Covers(own.Column))
            && Math.Abs(next.Box.Bottom - own.Box.Bottom) < Leading * own.Size;
    }

    private static bool IsBold(Piece piece) => piece.Words.All(w => w.IsBold);

    /// <summary>Soon below it stands a row, which may begin with a line of a cell that is alone on it; nothing is bold there.</summary>
    private static bool HasPlainRow(List<List<Piece>> lines, int at)
    {
        var below = lines.Skip(at + 1).Take(MostOver).TakeWhile(l => !l.Exists(p => p.Words[0].IsBold)).ToList();
        return below.Exists(l => l.Count > 1);
    }

    /// <summary>In the first column, larger than the rows below it or bold among others that are not, it says which rows these are.</summary>
    private static bool IsSetOff(List<List<Piece>> lines, int at) =>
        lines[at] is [{ Column: 0, Span: 1 } piece] && lines[at + 1].Count > 1 && !(at > 0 && lines[at - 1].Exists(p => p.Column == 0 && p.Words[^1].IsBold)) && IsSetOff(piece.Words, [.. lines[at + 1].SelectMany(p => p.Words)]);

    /// <summary>The same of a line of a page.</summary>
    public static bool IsSetOff(List<PdfLine> lines, int at) => at + 1 < lines.Count && lines[at].Pieces.Count == 1 && lines[at + 1].Pieces.Count > 1 && IsSetOff(lines[at].Words, lines[at + 1].Words);

    private static bool IsSetOff(IReadOnlyList<PdfWord> heading, IReadOnlyList<PdfWord> next) =>
        (heading.Max(w => w.Size) > Larger * next.Max(w => w.Size) || (heading.All(w => w.IsBold) && !next[0].IsBold)) && BrokenRows.SaysOfItself(PdfLine.TextOf(heading));

    /// <summary>Others stand alone as well, have the same middle and not the same width, which what goes on with a cell has not.</summary>
    private static bool IsInMiddle(List<List<Piece>> lines, List<int> alone, int at)
    {
        var middle = lines[at][0].Box.Middle;
        var alike = alone.FindAll(i => Math.Abs(lines[i][0].Box.Middle - middle) < Same);
        return alike.Count >= FewestHeadings && alike.Max(i => lines[i][0].Box.Left) - alike.Min(i => lines[i][0].Box.Left) > Differ
            && (!IsColumn(lines, alike) || alike.TrueForAll(i => IsApart(lines, i)) || alike.TrueForAll(i => BrokenRows.SaysOfItself(PdfLine.TextOf(lines[i][0].Words))));
    }

    /// <summary>Whether the cells of their column stand in its middle.</summary>
    private static bool IsColumn(List<List<Piece>> lines, List<int> alike)
    {
        var middle = lines[alike[0]][0].Box.Middle;
        var over = lines.Where(l => l.Count > 1).SelectMany(l => l).Where(p => p.Box.Left < middle && p.Box.Right > middle).ToList();
        return over.Count(p => Math.Abs(p.Box.Middle - middle) < Same) * 2 > over.Count;
    }

    /// <summary>No line of a cell is so far from the next.</summary>
    private static bool IsApart(List<List<Piece>> lines, int at) =>
        lines[at][0].Box.Bottom - lines[at - 1].Max(p => p.Box.Bottom) > Leading * lines[at][0].Size && lines[at + 1].Max(p => p.Box.Bottom) - lines[at][0].Box.Bottom > Leading * lines[at][0].Size;

    /// <summary>Bold among others that are not, it says by itself which rows stand below it.</summary>
    private static bool IsBold(List<List<Piece>> lines, int at) =>
        IsBold(lines[at][0]) && HasPlainRow(lines, at) && !lines[at - 1].Exists(p => p.Covers(lines[at][0].Column) && p.Words[^1].IsBold) && BrokenRows.SaysOfItself(PdfLine.TextOf(lines[at][0].Words));

    /// <summary>How many there are in the rows above.</summary>
    public static bool IsSum(List<Piece> line) => IsSum(new PdfLine([.. line.SelectMany(p => p.Words).OrderBy(w => w.Box.Left)]).Pieces, line.Min(p => p.Column));

    /// <summary>A sum of one number, whose text may stand over several columns.</summary>
    public static bool IsSum(PdfLine line) => line.Pieces.Count <= MostTexts && IsSum(line.Pieces, 0);

    private static bool IsSum(IReadOnlyList<IReadOnlyList<PdfWord>> texts, int column)
    {
        var isOne = texts.Count == 1;
        return (isOne ? column < 2 && texts[0].Any(w => w.Text.Any(char.IsDigit)) : texts.Skip(1).All(t => t.All(w => !w.Text.Any(char.IsLetter))) && texts[^1].Any(w => w.Text.Any(char.IsDigit)))
            && TableRows.BeginsTotal(PdfLine.TextOf(texts[0]));
    }
}

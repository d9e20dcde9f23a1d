using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>Lists of plain lines that are set in columns, as in a newsletter: each column is put below the one before it, so that a page is read as one column.
/// Columns of a table say different things; these all name institutions and years, or are numbered one after the other.</summary>
internal static class TextColumns
{
    private const int FewestLines = 4, FewestWords = 3, MostColumns = 3;

    /// <summary>Shares of the lines of a column that name an institution, and that have a year.</summary>
    private const double Named = 0.3, Dated = 0.3;

    public static PdfPage Stacked(PdfPage page, HashSet<PdfWord> furniture)
    {
        ReadingStop.Look();
        if (page.Rulings.Any(r => !r.Lies))
            return page;
        var lines = PdfLine.Of(page.Words.Where(w => !furniture.Contains(w)));
        var (first, last) = (lines.FindIndex(l => l.Pieces.Count > 1), lines.FindLastIndex(l => l.Pieces.Count > 1));
        if (first < 0 || last - first + 1 < FewestLines)
            return page;
        var gaps = ColumnGaps.Of([.. lines[first..(last + 1)].Where(l => l.Pieces.Count > 1)], new HashSet<PdfLine>());
        if (gaps.Count is 0 or >= MostColumns || lines[first..(last + 1)].Exists(l => IsOver(gaps, l)))
            return page;
        // The columns need not end at one height.
        while (last + 1 < lines.Count && !IsOver(gaps, lines[last + 1]) && lines[last + 1].Box.Top - lines[last].Box.Bottom < lines[last].Size)
            last++;
        var within = lines[first..(last + 1)];
        var columns = Enumerable.Range(0, gaps.Count + 1).Select(c => PdfLine.Of(within.SelectMany(l => l.Words).Where(w => gaps.Count(g => g.Middle < w.Box.Middle) == c))).ToList();
        return columns.TrueForAll(c => c.Count >= FewestLines) && (columns.TrueForAll(IsOfRecords) || AreNumberedOn(columns)) ? Stacked(page, columns, [.. lines[(last + 1)..].SelectMany(l => l.Words)]) : page;
    }

    private static bool IsOver(List<Gap> gaps, PdfLine line) => gaps.Exists(g => line.Words.Any(w => w.Box.Left < g.Middle && w.Box.Right > g.Middle) || line.Pieces.Any(p => p[0].Box.Left < g.Middle && p[^1].Box.Right > g.Middle));

    private static bool IsOfRecords(List<PdfLine> lines) =>
        lines.Average(l => l.Words.Count) >= FewestWords && lines.Count(l => Names.HoldsInstitution(l.Text)) >= Named * lines.Count && lines.Count(HasYear) >= Dated * lines.Count;

    private static bool HasYear(PdfLine line) => line.Words.Any(w => w.Text.Split(['.', '-', '/', '–', ',', '(', ')', ';']).Any(p => p.Length == 4 && int.TryParse(p, out var year) && year is >= Dates.FirstYear and <= Dates.LastYear));

    /// <summary>1 to 8 in one column, 9 to 15 in the next, each with a text behind it.</summary>
    private static bool AreNumberedOn(List<List<PdfLine>> columns)
    {
        var numbers = columns.ConvertAll(c => c.Where(l => l.Words.Count >= FewestWords).Select(NumberOf).OfType<int>().ToList());
        return numbers.TrueForAll(n => n.Count > 1 && n.Zip(n.Skip(1)).All(p => p.Second == p.First + 1)) && numbers.Zip(numbers.Skip(1)).All(p => p.Second[0] == p.First[^1] + 1);
    }

    private static int? NumberOf(PdfLine line) =>
        line.Words[0].Text is [.. var digits, '.' or ')'] && digits.Length is > 0 and < 4 && int.TryParse(digits, out var number) ? number : null;

    private static PdfPage Stacked(PdfPage page, List<List<PdfLine>> columns, List<PdfWord> below)
    {
        var moves = new List<(Box From, double Right, double Down)>();
        var moved = new Dictionary<PdfWord, PdfWord>(ReferenceEqualityComparer.Instance);
        var top = columns.Min(c => c[0].Box.Top);
        var left = columns[0].Min(l => l.Box.Left);
        var leading = columns[0].Zip(columns[0].Skip(1), (one, next) => next.Box.Top - one.Box.Bottom).Max();
        var end = columns[0][^1].Box.Bottom;
        foreach (var column in columns.Skip(1))
        {
            var box = Box.Around(column.Select(l => l.Box));
            Move(column.SelectMany(l => l.Words), box, left - box.Left, end + leading - box.Top);
            end += leading + box.Height;
        }

        var bottom = columns.Max(c => c[^1].Box.Bottom);
        if (below.Count > 0)
            Move(below, Box.Around(below.Select(w => w.Box)), 0, end - bottom);
        return page with
        {
            Height = page.Height + end - bottom,
            Words = [.. page.Words.Select(w => moved.GetValueOrDefault(w, w))],
            PlaceOf = box => moves.FindLast(m => m.From.Top + m.Down <= box.Centre && m.From.Bottom + m.Down >= box.Centre && box.Top > top) is { From.Width: > 0 } move ? page.PlaceOf(Moved(box, -move.Right, -move.Down)) : page.PlaceOf(box),
        };

        void Move(IEnumerable<PdfWord> words, Box from, double right, double down)
        {
            moves.Add((from, right, down));
            foreach (var word in words)
                moved[word] = word with { Box = Moved(word.Box, right, down) };
        }
    }

    private static Box Moved(Box box, double right, double down) => new(box.Left + right, box.Top + down, box.Right + right, box.Bottom + down);
}

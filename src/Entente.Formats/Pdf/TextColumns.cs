using Entente.Core.Reading;

namespace Entente.Formats.Pdf;

/// <summary>Lists of plain lines that are set in columns, as in a newsletter: each column is put below the one before it, so that a page is read as one column.
/// Columns of a table say different things; these all name institutions and years, are numbered one after the other, or say under the same labels what they say:
/// cards that stand beside each other come one after the other.</summary>
internal static class TextColumns
{
    private const int FewestLines = 4, FewestWords = 3, MostColumns = 3;

    /// <summary>Shares of the lines of a column that name an institution, and that have a year.</summary>
    private const double Named = 0.3, Dated = 0.3;

    /// <summary>Share of the lines of a column that begin with a label of all columns; sizes of the font between rows of cards at least; how much further than the others the last row may be.</summary>
    private const double Labelled = 0.5, CardGap = 0.9, MostBetween = 1.2;
    private const int FewestLabels = 2;

    /// <summary>Points that a frame stands around a card at most.</summary>
    private const double MostFrame = 24;

    public static PdfPage Stacked(PdfPage page, HashSet<PdfWord> furniture)
    {
        ReadingStop.Look();
        var lines = PdfLine.Of(page.Words.Where(w => !furniture.Contains(w)));
        var (first, last) = (lines.FindIndex(l => l.Pieces.Count > 1), lines.FindLastIndex(l => l.Pieces.Count > 1));
        if (first < 0 || last - first + 1 < FewestLines)
            return page;
        var gaps = ColumnGaps.Of([.. lines[first..(last + 1)].Where(l => l.Pieces.Count > 1)], new HashSet<PdfLine>(), page.IsSheet);
        if (gaps.Count is 0 or >= MostColumns || lines[first..(last + 1)].Exists(l => IsOver(gaps, l)))
            return page;
        // The columns need not end at one height, and the last row of cards need not be full.
        var isOfCards = AreCards(Columns(lines[first..(last + 1)], gaps));
        var apart = isOfCards ? MostBetween * lines[first..(last + 1)].Zip(lines[(first + 1)..(last + 1)]).Max(p => p.Second.Box.Top - p.First.Box.Bottom) : 0;
        while (last + 1 < lines.Count && !IsOver(gaps, lines[last + 1]) && lines[last + 1].Box.Top - lines[last].Box.Bottom < Math.Max(lines[last].Size, apart))
            last++;
        var within = lines[first..(last + 1)];
        var columns = Columns(within, gaps);
        if (!columns.TrueForAll(c => c.Count >= FewestLines))
            return page;
        List<PdfWord> below = [.. lines[(last + 1)..].SelectMany(l => l.Words)];
        if (isOfCards)
            return WithoutFrames(page, Box.Around(within.Select(l => l.Box))) is { } bare ? ColumnsBelow.Stacked(bare, AreNumberedOn(columns) ? [columns] : Bands(within).ConvertAll(b => Columns(b, gaps)), below) : page;
        return !page.Rulings.Any(r => !r.Lies) && (columns.TrueForAll(IsOfRecords) || AreNumberedOn(columns)) ? ColumnsBelow.Stacked(page, [columns], below) : page;
    }

    /// <summary>What is drawn around cards is no table; null where more is drawn below them.</summary>
    private static PdfPage? WithoutFrames(PdfPage page, Box cards) =>
        page.Rulings.Any(r => (r.Lies ? r.At : r.From) > cards.Bottom + MostFrame) ? null : page with { Rulings = [.. page.Rulings.Where(r => (r.Lies ? r.At : r.To) < cards.Top - MostFrame)] };

    private static List<List<PdfLine>> Columns(List<PdfLine> lines, List<Gap> gaps) =>
        [.. Enumerable.Range(0, gaps.Count + 1).Select(c => PdfLine.Of(lines.SelectMany(l => l.Words).Where(w => gaps.Count(g => g.Middle < w.Box.Middle) == c)))];

    /// <summary>Rows of cards stand further apart than the lines of a card.</summary>
    private static List<List<PdfLine>> Bands(List<PdfLine> lines)
    {
        var bands = new List<List<PdfLine>>();
        foreach (var line in lines)
        {
            if (bands.Count == 0 || line.Box.Top - bands[^1].Max(l => l.Box.Bottom) > CardGap * line.Size)
                bands.Add([]);
            bands[^1].Add(line);
        }

        return bands;
    }

    private static bool AreCards(List<List<PdfLine>> columns)
    {
        var labels = columns.ConvertAll(c => c.Select(LabelOf).OfType<string>().ToHashSet());
        var ofAll = labels.Aggregate((one, other) => [.. one.Intersect(other)]);
        return ofAll.Count >= FewestLabels && columns.TrueForAll(c => c.Count(l => LabelOf(l) is { } label && ofAll.Contains(label)) >= Labelled * c.Count);
    }

    private static string? LabelOf(PdfLine line) => line.Text.IndexOfAny([':', '：']) is > 0 and var colon ? line.Text[..colon] : null;

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
}

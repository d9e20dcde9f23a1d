namespace Entente.Formats.Pdf;

/// <summary>Small tables below headings of their own, as one for each country, on a page that is set in columns: each column is put below the one before it.
/// In a table the headings stand over its first column; here each column of the page has headings over rows of its own.</summary>
internal static class HeadedColumns
{
    private const int MostColumns = 4, FewestHeadings = 3, FewestLines = 4;

    /// <summary>Places where columns of the page may begin: those where most texts do.</summary>
    private const int MostBegins = 16;

    /// <summary>Points: how exactly texts begin at one side, and how far a line may reach over it.</summary>
    private const double Same = 1.5, Reach = 2;

    /// <summary>Times the size of other texts: that of headings; and times the usual distance of lines: what is left over a heading.</summary>
    private const double Larger = 1.08, Over = 1.1;

    public static PdfPage Stacked(PdfPage page, HashSet<PdfWord> furniture)
    {
        var lines = PdfLine.Of(page.Words.Where(w => !furniture.Contains(w)));
        if (Found(page, lines) is not var (first, last, columns))
            return page;
        if (page.RunsToTheLeft)
            columns.Reverse();
        var below = lines[(last + 1)..].SelectMany(l => l.Words).ToList();
        return ColumnsBelow.Stacked(page, [columns], below, isDrawn: true);
    }

    /// <param name="most">Of columns: what is parted has fewer of them, each time.</param>
    private static (int First, int Last, List<List<PdfLine>> Columns)? Found(PdfPage page, List<PdfLine> lines, int most = MostColumns)
    {
        var begins = lines.SelectMany(l => l.Pieces).Select(p => page.RunsToTheLeft ? p[^1].Box.Right : p[0].Box.Left).CountBy(x => Math.Round(x)).Where(c => c.Value >= FewestLines)
            .OrderByDescending(c => c.Value).Take(MostBegins).Select(c => c.Key).Order();
        var best = (Headings: 0, Found: ((int, int, List<List<PdfLine>>)?)null);
        foreach (var at in begins.Skip(1))
        {
            ReadingStop.Look();
            var border = page.RunsToTheLeft ? at + Reach : at - Reach;
            if (Stretch(lines, border) is not var (first, last) || IsDrawnOver(page, lines[first..(last + 1)], border))
                continue;
            List<List<PdfLine>> columns = [.. Parted(lines[first..(last + 1)], border)];
            // Of three columns the first two are parted first.
            while (columns.Count > 1 && columns.Count < most && Further(page, columns[^1], most - columns.Count + 1) is { } more)
                columns = [.. columns[..^1], .. more];
            // A head that stands alone beside the other column is none of these: of several places that is right over which most headings stand.
            if (Headings(columns, page.RunsToTheLeft) is var headings && headings > best.Headings)
                best = (headings, (first, last, columns));
        }

        return best.Found;
    }

    private static List<List<PdfLine>>? Further(PdfPage page, List<PdfLine> column, int most) => Found(page, column, most) is var (first, last, columns) && first == 0 && last == column.Count - 1 ? columns : null;

    /// <summary>The most lines below each other that do not cross a place; null where only one side of them is filled.</summary>
    private static (int First, int Last)? Stretch(List<PdfLine> lines, double border)
    {
        var (best, from) = ((First: 0, Last: -1), 0);
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !lines[i].Pieces.Any(p => p[0].Box.Left < border && p[^1].Box.Right > border))
                continue;
            if (i - from > best.Last - best.First + 1)
                best = (from, i - 1);
            from = i + 1;
        }

        return best.Last - best.First + 1 >= FewestLines && Parted(lines[best.First..(best.Last + 1)], border).All(c => c.Count >= FewestLines) ? best : null;
    }

    private static IEnumerable<List<PdfLine>> Parted(List<PdfLine> lines, double border) =>
        lines.SelectMany(l => l.Words).ToLookup(w => w.Box.Middle > border) is var sides ? [PdfLine.Of(sides[false]), PdfLine.Of(sides[true])] : [];

    /// <summary>A line is drawn over the border, or cells are drawn; one between the columns parts them.</summary>
    private static bool IsDrawnOver(PdfPage page, List<PdfLine> lines, double border)
    {
        var box = Box.Around(lines.Select(l => l.Box));
        bool IsBetween(double x) => !lines.Exists(l => l.Words.Any(w => w.Box.Right > x == w.Box.Middle < border));
        return page.Rulings.Any(r => r.Lies ? r.At > box.Top && r.At < box.Bottom && r.From < border - (2 * Reach) && r.To > border + (2 * Reach) : r.To > box.Top && r.From < box.Bottom && !IsBetween(r.At));
    }

    /// <summary>How many headings there are where each column has some, and together they say several things; else 0.</summary>
    private static int Headings(List<List<PdfLine>> columns, bool runsToTheLeft)
    {
        var headings = columns.ConvertAll(c => HeadingsOf(c, runsToTheLeft));
        var all = headings.SelectMany(h => h).ToList();
        return headings.TrueForAll(h => h.Count > 0) && all.Count >= FewestHeadings && all.Distinct().Count() == all.Count ? all.Count : 0;
    }

    /// <summary>Texts that stand alone over rows of their column, further from what stands over them than rows are.</summary>
    private static List<string> HeadingsOf(List<PdfLine> lines, bool runsToTheLeft)
    {
        var size = lines.Select(l => l.Size).Order().ElementAt(lines.Count / 2);
        var usual = lines.Zip(lines.Skip(1), (one, next) => next.Box.Bottom - one.Box.Bottom).Order().ElementAt((lines.Count - 1) / 2);
        var box = Box.Around(lines.Select(l => l.Box));
        bool IsAtSide(PdfLine line) => runsToTheLeft ? box.Right - line.Box.Right < Same : line.Box.Left - box.Left < Same;
        bool IsHeading(int i) => lines[i].Pieces.Count == 1 && (IsAtSide(lines[i]) || Math.Abs(lines[i].Box.Middle - box.Middle) < Same) && lines[i + 1].Pieces.Count > 1
            && (i == 0 || lines[i].Box.Bottom - lines[i - 1].Box.Bottom > Over * usual)
            && ((lines[i].Words.All(w => w.IsBold) && lines.Exists(l => !l.Words[0].IsBold)) || lines[i].Size > Larger * size || BrokenRows.SaysOfItself(lines[i].Text));
        return [.. Enumerable.Range(0, lines.Count - 1).Where(IsHeading).Select(i => lines[i].Text)];
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Formats.Pdf;

/// <summary>The tables of pages: those that are drawn, and in what is left those that are only set in columns.</summary>
internal static partial class PdfTables
{
    /// <summary>The share of a page's height in which heads and feet stand, and how many points at least: the same on a page that lies.</summary>
    private const double Margin = 0.09, LeastMargin = 76;

    private const int MostLines = 3;

    private const int MostOfPages = 500, MostLettersOfPages = 10;

    /// <summary>Sizes of the font between a row and the number of its page.</summary>
    private const double LeastApart = 0.8;

    /// <summary>How far the frame of a table may stand around its words.</summary>
    private const double Slack = 12;

    public static List<PdfTable> Of(List<PdfPage> pages) => Of(pages, Furniture(pages));

    /// <summary>The table of which only its place on a page is known.</summary>
    public static List<PdfTable> Within(PdfPage page, Box box)
    {
        var words = page.Words.Where(w => box.Holds(w.Box.Middle, w.Box.Centre)).ToList();
        var within = page with { Words = words, Rulings = [.. page.Rulings.Where(r => Holds(box, r))] };
        if (RuledTables.Of(within).Find(t => words.Count(w => t.Box.Holds(w.Box.Middle, w.Box.Centre)) * 10 >= words.Count * 9) is { } ruled)
            return [FramedTables.Of(within, ruled)];
        return words.Count == 0 ? [] : OpenTables.Tables([new TableArea(within, PdfLine.Of(words))]);
    }

    private static bool Holds(Box box, Ruling r) =>
        r.Lies ? r.At > box.Top - Slack && r.At < box.Bottom + Slack && r.To > box.Left && r.From < box.Right : r.At > box.Left - Slack && r.At < box.Right + Slack && r.To > box.Top && r.From < box.Bottom;

    public static List<PdfTable> Of(List<PdfPage> pages, HashSet<PdfWord> furniture)
    {
        var (ruled, open) = (new List<PdfTable>(), new List<List<TableArea>>());
        foreach (var (page, here) in pages.Zip(RuledTables.Of(pages)))
        {
            ruled.AddRange(here.Select(t => FramedTables.Of(page, t)));
            open.Add([.. Between(page.Words.Where(w => !furniture.Contains(w)), here).SelectMany(w => new TableAreas(page).Of(w)).OrderBy(a => a.Box.Top)]);
        }

        return [.. ruled, .. OpenTables.Of(open)];
    }

    /// <summary>The words above, beside and below drawn tables.</summary>
    private static IEnumerable<IEnumerable<PdfWord>> Between(IEnumerable<PdfWord> words, List<PdfTable> tables) =>
        words.Where(w => !tables.Exists(t => t.Box.Holds(w.Box.Middle, w.Box.Centre)))
            .GroupBy(w => string.Concat(tables.Select(t => w.Box.Centre < t.Box.Top ? 'a' : w.Box.Centre > t.Box.Bottom ? 'b' : w.Box.Middle < t.Box.Left ? 'l' : 'r')));

    /// <summary>Heads, feet and numbers of pages: what stands at the same height of many pages and differs only in numbers.</summary>
    public static HashSet<PdfWord> Furniture(List<PdfPage> pages)
    {
        var found = new HashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        var edges = pages.SelectMany(p => Outermost(PdfLine.Of(p.Words)).Where(l => l.Box.Centre < MarginOf(p) || l.Box.Centre > p.Height - MarginOf(p))
            .Select(line => (Page: p.Number, Line: line, Key: $"{Math.Round(line.Box.Centre / 6)} {new string([.. line.Text.Where(c => !char.IsDigit(c))])}"))).ToList();
        foreach (var same in edges.GroupBy(e => e.Key))
        {
            if (same.Select(s => s.Page).Distinct().Count() is > 1 and var often && often * 2 >= pages.Count)
                found.UnionWith(same.SelectMany(s => s.Line.Words));
        }

        // A number alone at the foot is that of the page, where it stands below everything else.
        found.UnionWith(edges.Where(e => IsLast(e.Line, pages.First(p => p.Number == e.Page)) && e.Line.Words.Count <= 3 && e.Line.Text.Any(char.IsDigit) && e.Line.Text.All(c => !char.IsLetter(c)) && e.Line.Text.Contains($"{e.Page}", StringComparison.Ordinal) && e.Line.Box.Top > 0.9 * pages.First(p => p.Number == e.Page).Height)
            .SelectMany(e => e.Line.Words));
        found.UnionWith(edges.Where(e => IsPageOfPages(e.Line.Text)).SelectMany(e => e.Line.Words));
        return found;
    }

    private static double MarginOf(PdfPage page) => Math.Max(Margin * page.Height, LeastMargin);

    /// <summary>"Page 2 of 3", in whatever language: two numbers, the first no larger, and few letters.</summary>
    public static bool IsPageOfPages(string text)
    {
        var numbers = Number().Matches(text).Select(m => int.Parse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        return numbers is [> 0 and var page, <= MostOfPages and var pages] && page <= pages && text.Count(char.IsLetter) is > 0 and <= MostLettersOfPages && text.All(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || c is '/' or '-' or '–' or '|' or '(' or ')' or '.' or ':');
    }

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Number();

    private static bool IsLast(PdfLine line, PdfPage page) =>
        !page.Words.Any(w => w.Box.Bottom > line.Box.Top - (LeastApart * line.Size) && !line.Words.Contains(w));

    /// <summary>The first line of a head that stands directly over those of other columns: of one column, or of several.</summary>
    private static bool IsOverHeads(PdfLine line, PdfLine next) =>
        OpenTables.IsOfColumns(next) && next.Box.Bottom - line.Box.Bottom < line.Size && (line.Pieces.Count > 1 || line.Box.Left > next.Box.Left + line.Size);

    /// <summary>The first lines of a page and the last ones, as long as they are no row of a table.</summary>
    private static IEnumerable<PdfLine> Outermost(List<PdfLine> lines) =>
        lines.TakeWhile((l, i) => !OpenTables.IsOfColumns(l) && !(i + 1 < lines.Count && IsOverHeads(l, lines[i + 1]))).Take(MostLines)
            .Concat(Enumerable.Range(1, lines.Count).TakeWhile(i => !OpenTables.IsOfColumns(lines[^i]) && !HangingLines.IsOne(lines, lines.Count - i)).Take(MostLines).Select(i => lines[^i])).Distinct();
}

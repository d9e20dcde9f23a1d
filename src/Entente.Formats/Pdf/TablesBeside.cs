using Entente.Formats.Tables;

namespace Entente.Formats.Pdf;

/// <summary>Tables that are not drawn and stand beside each other: their heads are on one line, or each has its own because a heading stands over one of them.</summary>
internal static class TablesBeside
{
    private const int MostOver = 4, MostBeside = 6, FewestKnown = 2;

    private const double Known = 0.4;

    /// <summary>How far heads are apart that are not on one line, in sizes of their font.</summary>
    private const double Apart = 0.4;

    /// <summary>The columns of each of them.</summary>
    public static List<List<double>> Of(List<double> edges, List<PdfLine> lines)
    {
        var parts = new List<List<double>> { edges };
        while (parts.Count < MostBeside && (OnOneLine(parts[^1], lines) ?? EachItsOwn(parts[^1], lines)) is { } cut)
        {
            var both = parts[^1];
            parts[^1] = both[..(cut + 1)];
            parts.Add(both[cut..]);
        }

        return parts;
    }

    /// <summary>The lines of one of them, without the headings over its heads.</summary>
    public static List<PdfLine> BelowHeadings(List<PdfLine> lines, List<double> edges) =>
        HeadAt(lines) is > 0 and var at && TextsOf(lines[at], edges) is { } heads && IsOfAgreements(heads) ? lines[at..] : lines;

    public static List<PdfLine> LinesIn(List<PdfLine> lines, List<double> edges) =>
        PdfLine.Of(lines.SelectMany(l => l.Words).Where(w => w.Box.Middle >= edges[0] - 1 && w.Box.Middle < edges[^1]));

    private static int? OnOneLine(List<double> edges, List<PdfLine> lines) =>
        LinesIn(lines, edges) is { Count: > 0 } own && Math.Max(own.FindIndex(OpenTables.IsOfColumns), 0) is var at ? SideTables.CutAt(TextsOf(own[at], edges), Below(own, at, edges)) : null;

    private static IEnumerable<List<string>> Below(List<PdfLine> lines, int head, List<double> edges) => lines.Skip(head + 1).Select(l => TextsOf(l, edges));

    /// <summary>What stands over one of two tables, or how they are set, moves its heads away from those of the other: they are parted where least stands over the heads, and where both begin with the same.</summary>
    private static int? EachItsOwn(List<double> edges, List<PdfLine> lines)
    {
        var best = (Cut: (int?)null, Over: int.MaxValue, Differs: true);
        for (var cut = 2; cut + 2 < edges.Count; cut++)
        {
            var (left, right) = (LinesIn(lines, edges[..(cut + 1)]), LinesIn(lines, edges[cut..]));
            if (HeadAt(left) is not { } one || HeadAt(right) is not { } other || Math.Abs(left[one].Box.Centre - right[other].Box.Centre) <= Apart * left[one].Size)
                continue;
            var (heads, others) = (TextsOf(left[one], edges[..(cut + 1)]), TextsOf(right[other], edges[cut..]));
            var areLists = AreSame(heads, others) || (IsOfAgreements(heads) && IsOfAgreements(others));
            var isCounted = (IsOfAgreements(heads) && CountryCounts.Are(others, Below(right, other, edges[cut..]))) || (IsOfAgreements(others) && CountryCounts.Are(heads, Below(left, one, edges[..(cut + 1)])));
            if (!areLists && !isCounted)
                continue;
            var (over, differs) = (one + other, heads[0] != others[0]);
            if (over < best.Over || (over == best.Over && !differs && best.Differs))
                best = (cut, over, differs);
        }

        return best.Cut;
    }

    private static bool AreSame(List<string> heads, List<string> others) => heads.Count > 2 && heads.SequenceEqual(others) && heads.TrueForAll(h => h.Length > 0);

    /// <summary>The first line of several texts; over it only headings stand.</summary>
    private static int? HeadAt(List<PdfLine> lines) =>
        lines.FindIndex(l => l.Pieces.Count > 1) is >= 0 and <= MostOver and var at ? at : null;

    private static List<string> TextsOf(PdfLine line, List<double> edges)
    {
        var words = line.Words.ToLookup(w => OpenTables.ColumnOf(w.Box.Middle, edges));
        return [.. Enumerable.Range(0, edges.Count - 1).Select(c => PdfLine.TextOf([.. words[c]]))];
    }

    /// <summary>Heads, the first column among them: each says something else, and one says whose the agreement is.</summary>
    private static bool IsOfAgreements(List<string> heads)
    {
        var fields = heads.ConvertAll(h => Core.Reading.Heads.FieldsOf(h) is [{ Score: >= Known } first, ..] ? first.Field : null);
        var known = fields.OfType<string>().ToList();
        return fields[0] is not null && known.Count >= FewestKnown && known.Count * 2 > heads.Count && known.Contains("partner") && !heads.Exists(h => h.Any(char.IsDigit));
    }
}

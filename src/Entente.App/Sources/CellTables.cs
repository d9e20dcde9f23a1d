using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.App.Sources;

/// <summary>Tables of a document of cells as a page shows them.</summary>
public static class CellTables
{
    private const int MostPages = 4, MostHeads = 3;

    /// <param name="number">Of the page of the document, from 1.</param>
    /// <param name="only">What alone is to be seen.</param>
    /// <param name="spot">What was asked for.</param>
    public static IReadOnlyList<CellTable> OfPage(CellPages pages, StoredText text, int number, string? only, string? spot)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(text);
        var page = pages[number];
        var marks = new CellMarks(text.AtSpots(SpotsOf(page)), [], spot is null ? [] : [spot], only);
        var named = new HashSet<string>();
        return [.. Parts(page).Select(rows => CellTable.Of(pages.Parts[rows[0].Part], Above(page, rows[0].Part), rows, _ => true, marks, named))];
    }

    /// <summary>The rows of some records and places, each table below its head.</summary>
    /// <param name="shared">What is of the records, though it may be told with another.</param>
    public static IReadOnlyList<CellTable> About(CellPages pages, StoredText text, IReadOnlyList<int> records, IReadOnlyList<Place> pointed, IReadOnlyList<Place> shared)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(records);
        var pieces = records.SelectMany(text.OfRecord).ToList();
        var points = pointed.Select(DocumentCells.SpotOf).OfType<string>().ToHashSet();
        var own = pieces.Select(p => p.Place).Select(DocumentCells.SpotOf).OfType<string>().Concat(points).ToHashSet();
        var others = shared.Select(DocumentCells.SpotOf).OfType<string>().Except(own).ToHashSet();
        var marks = new CellMarks([.. text.AtSpots(others.Union(points).ToHashSet()).Where(p => p.Record is null || !records.Contains(p.Record.Value)), .. pieces], own.Concat(others), points);
        var heads = text.Heads();
        var named = new HashSet<string>();
        var numbers = own.Concat(others).Select(pages.PageOf).OfType<int>().Distinct().Order().Take(MostPages).ToList();
        var tables = new List<CellTable>();
        foreach (var page in numbers.Select(n => pages[n]))
        {
            foreach (var rows in Parts(page))
            {
                var ownRows = rows.Where(r => r.Cells.Any(c => c.Spot is not null && own.Contains(c.Spot))).Select(r => r.Number).ToHashSet();
                // A cell that reaches into a row of theirs is shown with that row.
                bool IsOther(DocumentRow row) => row.Cells.Any(c => c.Spot is not null && others.Contains(c.Spot) && !ownRows.Any(n => n > row.Number && n < row.Number + c.RowSpan));
                if (ownRows.Count == 0 && !rows.Exists(IsOther))
                    continue;
                var part = rows[0].Part;
                List<DocumentRow> headRows = pages.Parts[part].Kind == PartKind.Text ? [] : HeadRows(pages, page, part, heads);
                var all = headRows.Concat(rows).DistinctBy(r => r.Number).OrderBy(r => r.Number).ToList();
                var headNumbers = headRows.Select(r => r.Number).ToHashSet();
                tables.Add(CellTable.Of(pages.Parts[part], Above(page, part), all, r => headNumbers.Contains(r.Number) || ownRows.Contains(r.Number) || IsOther(r), marks, named));
            }
        }

        return tables;
    }

    /// <summary>The rows of heads of a part, nearest above what is shown.</summary>
    private static List<DocumentRow> HeadRows(CellPages pages, CellPage page, int part, IReadOnlySet<string> heads)
    {
        bool IsHead(DocumentRow row) => row.Part == part && row.Cells.Any(c => c.IsHead || (c.Spot is not null && heads.Contains(c.Spot)));
        var here = page.Rows.Where(IsHead).Take(MostHeads).ToList();
        if (here.Count > 0)
            return here;
        return heads.Take(MostHeads).Select(pages.PageOf).OfType<int>().Distinct().SelectMany(n => pages[n].Rows).Where(IsHead).Take(MostHeads).ToList();
    }

    private static IEnumerable<List<DocumentRow>> Parts(CellPage page) => page.Rows.GroupBy(r => r.Part).Select(rows => rows.ToList());

    private static List<DocumentRow> Above(CellPage page, int part) => [.. page.Above.Where(r => r.Part == part)];

    private static HashSet<string> SpotsOf(CellPage page) => [.. page.Above.Concat(page.Rows).SelectMany(r => r.Cells).Select(c => c.Spot).OfType<string>()];
}

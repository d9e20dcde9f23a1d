using AngleSharp.Dom;

namespace Entente.Formats.Html;

/// <summary>Boxes that are set in rows and columns by style alone.</summary>
internal static class HtmlGrids
{
    private static readonly string[] inner = ["TABLE", "UL", "OL", "P", "H1", "H2", "H3", "H4"];

    private const int FewestRows = 4, FewestColumns = 3, LongestCell = 200;

    /// <summary>The cells of each row; null when the boxes of an element do not stand so.</summary>
    public static IReadOnlyList<IReadOnlyList<IElement>>? RowsOf(IElement element)
    {
        if (element.TagName is "TABLE" or "TBODY" or "TR" or "UL" or "OL" or "DL" || element.ChildElementCount < FewestRows)
            return null;
        var rows = element.Children.Select(row => (IReadOnlyList<IElement>)[.. row.Children]).ToList();
        var columns = rows.GroupBy(r => r.Count).MaxBy(g => g.Count())!;
        return columns.Key >= FewestColumns && columns.Count() * 10 >= rows.Count * 8 && columns.SelectMany(r => r).All(IsCell) && element.Children.All(HasNoTextOfItsOwn) ? rows : null;
    }

    private static bool IsCell(IElement cell) => cell.TagName is "DIV" or "SPAN" or "P" or "TD" && cell.TextContent.Length <= LongestCell && !cell.QuerySelectorAll("*").Any(e => inner.Contains(e.TagName));

    private static bool HasNoTextOfItsOwn(IElement row) => row.ChildNodes.OfType<IText>().All(t => string.IsNullOrWhiteSpace(t.Data));
}

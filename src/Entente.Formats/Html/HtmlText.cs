using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Entente.Formats.Html;

/// <summary>What stands in an element, line by line.</summary>
internal static class HtmlText
{
    public static readonly HashSet<string> Unread = ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "SVG", "IFRAME", "OBJECT", "SELECT", "BUTTON"];

    public static readonly HashSet<string> Breaks =
    [
        "P", "DIV", "LI", "UL", "OL", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "NAV", "ASIDE", "BLOCKQUOTE", "ADDRESS", "FIGURE", "FIGCAPTION",
        "DD", "DT", "DL", "H1", "H2", "H3", "H4", "H5", "H6", "PRE", "HR", "FORM", "FIELDSET", "TR", "TD", "TH", "CAPTION", "BODY", "CENTER", "DETAILS", "SUMMARY",
    ];

    public static string TextOf(IElement cell)
    {
        ReadingStop.Look();
        var text = new StringBuilder();
        Write(cell, text);
        return string.Join('\n', text.ToString().Split('\n').Select(Collapsed).Where(l => l.Length > 0));
    }

    private static void Write(INode node, StringBuilder into)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                into.Append(text.Data.ReplaceLineEndings(" "));
            else if (child is IHtmlImageElement image)
                into.Append(' ').Append(SaidBy(image)).Append(' ');
            else if (child is IElement { TagName: "BR" })
                into.Append('\n');
            else if (child is IElement { TagName: "SUP" } raised)
                into.Append(Raised(raised.TextContent));
            else if (child is IElement element && !Unread.Contains(element.TagName.ToUpperInvariant()))
                WriteElement(element, into);
        }
    }

    /// <summary>The name of a flag's country, unless it stands beside the flag.</summary>
    public static string? SaidBy(IHtmlImageElement image) =>
        image.AlternativeText is { Length: > 0 } text && image.ParentElement?.TextContent.Contains(text, StringComparison.OrdinalIgnoreCase) == true ? null : image.AlternativeText;

    private static void WriteElement(IElement element, StringBuilder into)
    {
        var isBreak = Breaks.Contains(element.TagName.ToUpperInvariant());
        if (isBreak)
            into.Append('\n');
        Write(element, into);
        if (isBreak)
            into.Append('\n');
    }

    /// <summary>A mark of a footnote stays told from the value that it hangs on; "st" of 1st does not.</summary>
    public static string Raised(string text) => text.Trim().Trim('[', ']', '(', ')') is { Length: > 0 and <= 3 } mark && mark.All(c => char.IsAsciiDigit(c))
        ? string.Concat(mark.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']))
        : text;

    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.Xml.Linq;

using Entente.App.Design;
using Entente.Formats.Pdf;

namespace Entente.App.Sources;

/// <summary>Something of a page that is marked.</summary>
/// <param name="Field">What it became.</param>
/// <param name="Title">That in words.</param>
public sealed record PageMark(Box Box, string Field, string Title, bool IsPointed)
{
    /// <summary>By which a link finds it; null where none does.</summary>
    public string? Id { get; init; }
}

/// <summary>A row of a page.</summary>
/// <param name="Name">What stands at its side, with where it leads; null: nothing.</param>
public sealed record PageRow(Box Box, string? Name, string? Address, string? Says);

/// <summary>A page of a document, drawn from its words and lines.</summary>
internal static class PageSvg
{
    private const double Side = 34, Around = 26, Edge = 1.5, NameSize = 9;

    /// <param name="rows">The records that begin or go on here.</param>
    /// <param name="part">What alone of the page is shown; null: all of it.</param>
    public static XElement Draw(PdfPage page, IEnumerable<PageRow> rows, IEnumerable<PageMark> marks, string label, Box? part = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var all = rows.ToList();
        var named = all.FindAll(r => r.Name is not null);
        var sides = named.ConvertAll(r => SideOf(r, named));
        var (left, right) = (named.Count > 0 ? -Side : 0, page.Width + (sides.Contains(RowSide.Right) ? Side : 0));
        var (top, bottom) = part is { } p ? (Math.Max(0, p.Top - Around), Math.Min(page.Height, p.Bottom + Around)) : (0, page.Height);
        bool IsSeen(Box box) => box.Bottom > top && box.Top < bottom;
        return Svg.Of(
            "svg", Svg.Class("page"), new XAttribute("role", "group"), new XAttribute("aria-label", label),
            new XAttribute("viewBox", string.Join(' ', new[] { left, top, right - left, bottom - top }.Select(Svg.Units))),
            Svg.Shape("paper", "rect", ("x", 0), ("y", top), ("width", page.Width), ("height", bottom - top)),
            all.Where(r => IsSeen(r.Box)).Select(r => Rectangle("row", r.Box, null, null)),
            marks.Where(m => IsSeen(m.Box)).Select(m => Rectangle(m.IsPointed ? $"mark {m.Field} pointed" : $"mark {m.Field}", m.Box, m.Title, m.Id)),
            page.Rulings.Where(r => r.Lies ? r.At > top && r.At < bottom : r.To > top && r.From < bottom).Select(Line),
            page.Watermarks.Where(w => IsSeen(w.Box)).Select(Watermark),
            page.Words.Where(w => IsSeen(w.Box)).Select(Word),
            named.Zip(sides).Where(n => IsSeen(n.First.Box)).Select(n => Name(n.First, n.Second, page.Width)));
    }

    /// <summary>Where the name of a row stands: at the side of the page where no other row lies between, else before the row.</summary>
    private static RowSide SideOf(PageRow row, List<PageRow> all)
    {
        var beside = all.FindAll(r => r.Box.Top < row.Box.Bottom - Edge && r.Box.Bottom > row.Box.Top + Edge);
        return !beside.Exists(r => r.Box.Right <= row.Box.Left) ? RowSide.Left : !beside.Exists(r => r.Box.Left >= row.Box.Right) ? RowSide.Right : RowSide.Before;
    }

    private enum RowSide
    {
        Left,
        Right,
        Before,
    }

    private static XElement Rectangle(string name, Box box, string? title, string? id)
    {
        var shape = Svg.Shape(name, "rect", ("x", box.Left - Edge), ("y", box.Top - Edge), ("width", box.Width + (2 * Edge)), ("height", box.Height + (2 * Edge)));
        if (title is not null)
            shape.Add(Svg.Of("title", title));
        if (id is not null)
            shape.Add(new XAttribute("id", id));
        return shape;
    }

    private static XElement Line(Ruling r) => r.Lies
        ? Svg.Shape("ruling", "line", ("x1", r.From), ("y1", r.At), ("x2", r.To), ("y2", r.At))
        : Svg.Shape("ruling", "line", ("x1", r.At), ("y1", r.From), ("x2", r.At), ("y2", r.To));

    /// <summary>As wide as it is in the document, in whatever font there is.</summary>
    private static XElement Word(PdfWord word)
    {
        var text = Svg.Text(word.IsBold ? "word bold" : "word", "start", word.Box.Left, word.Box.Bottom, word.Text);
        text.Add(new XAttribute("font-size", Svg.Units(word.Size)), new XAttribute("textLength", Svg.Units(Math.Max(word.Box.Width, 1))), new XAttribute("lengthAdjust", "spacingAndGlyphs"));
        if (word.Quarter != 0)
        {
            var (x, y) = word.Quarter switch { 1 => (word.Box.Right, word.Box.Bottom), 2 => (word.Box.Right, word.Box.Top), _ => (word.Box.Left, word.Box.Top) };
            text.SetAttributeValue("x", Svg.Units(x));
            text.SetAttributeValue("y", Svg.Units(y));
            text.SetAttributeValue("textLength", Svg.Units(Math.Max(word.Quarter == 2 ? word.Box.Width : word.Box.Height, 1)));
            text.Add(new XAttribute("transform", $"rotate({-90 * word.Quarter} {Svg.Units(x)} {Svg.Units(y)})"));
        }

        if (word.IsRightToLeft)
        {
            text.Add(new XAttribute("direction", "rtl"));
            text.SetAttributeValue("x", Svg.Units(word.Box.Right));
        }

        return text;
    }

    private static XElement Watermark(PdfWatermark mark)
    {
        var text = Svg.Text("watermark", "start", mark.Start.X, mark.Start.Y, mark.Text);
        text.Add(new XAttribute("font-size", Svg.Units(mark.Size)), new XAttribute("textLength", Svg.Units(Math.Max(mark.Length, 1))), new XAttribute("lengthAdjust", "spacingAndGlyphs"));
        text.Add(new XAttribute("transform", $"rotate({Svg.Units(-mark.Angle)} {Svg.Units(mark.Start.X)} {Svg.Units(mark.Start.Y)})"));
        return text;
    }

    private static XElement Name(PageRow row, RowSide side, double width)
    {
        var (x, from) = side switch { RowSide.Left => (-6, -Side), RowSide.Right => (width + 6, width), _ => (row.Box.Left - 3, row.Box.Left - Side) };
        var text = Svg.Text("name", side == RowSide.Right ? "start" : "end", x, Math.Min(row.Box.Bottom, row.Box.Top + NameSize), row.Name!);
        text.Add(new XAttribute("font-size", Svg.Units(NameSize)));
        // As high as its row, to be hit with a finger.
        var target = Svg.Shape("target", "rect", ("x", from), ("y", row.Box.Top), ("width", Side), ("height", row.Box.Height));
        return row.Address is null ? text : Svg.Of("a", new XAttribute("href", row.Address), new XAttribute("aria-label", row.Says ?? row.Name!), target, text);
    }
}

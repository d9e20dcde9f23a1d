using System.Globalization;
using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Html;

/// <summary>A page of the web, also one that breaks the rules: its headings, lines and tables in reading order. Nothing is fetched, nothing is run.</summary>
internal sealed class HtmlBlocks
{
    private readonly string source;
    private readonly List<Block> blocks = [];
    private readonly StringBuilder line = new();
    private int lineAt;
    private int tables;

    private const int LongestLabel = 40, Summary = 5;

    /// <summary>Of an element within others, and of the columns that cells say they reach over.</summary>
    private const int Deepest = 400, MostColumns = 20_000;

    private const int LooksAtDepth = 256;

    private HtmlBlocks(string source) => this.source = source;

    /// <summary>Something other than white space is on the line.</summary>
    private bool hasText;

    /// <summary>How many items are open.</summary>
    private int depth;

    /// <summary>An item has had a line.</summary>
    private bool isWithinItem;

    /// <summary>How much of the line is set off at its begin.</summary>
    private int name;

    /// <exception cref="RefusedException">source.too-deep, source.too-many-columns.</exception>
    public static SourceBlocks Read(string name, string text)
    {
        var made = 0;
        IElement? last = null;
        void LookAt(IElement element)
        {
            ReadingStop.Look();
            if (++made % LooksAtDepth == 0 && last is not null && IsTooDeep(last))
                throw new RefusedException("source.too-deep", name);
            last = element;
        }

        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, OnCreated = (element, _) => LookAt(element) });
        using var page = parser.ParseDocument(text);
        var reader = new HtmlBlocks(name);
        if (page.Body is { } body)
            reader.Walk(body, 0, 0);
        reader.EndLine(0);
        return new SourceBlocks(reader.blocks) { Title = string.IsNullOrWhiteSpace(page.Title) ? null : HtmlText.Collapsed(page.Title) };
    }

    private static bool IsTooDeep(INode? node)
    {
        var depth = 0;
        for (; node is not null && depth <= Deepest; node = node.Parent)
            depth++;
        return depth > Deepest;
    }

    private void Walk(INode node, int level, int within)
    {
        // What is this deep by then has few elements.
        if (within > Deepest + LooksAtDepth)
            throw new RefusedException("source.too-deep", source);
        INode? before = null;
        foreach (var child in node.ChildNodes)
        {
            ReadingStop.Look();
            switch (child)
            {
                case IText text:
                    Append(text.Data, null);
                    break;
                case IHtmlTableElement table when IsOfCells(table):
                    EndLine(level);
                    Table(table);
                    break;
                case IElement element when HtmlText.Unread.Contains(element.TagName.ToUpperInvariant()):
                    break;
                case IElement { TagName: "DL" } list when list.Children.Any(c => c.TagName == "DT"):
                    EndLine(level);
                    Definitions(list);
                    break;
                case IElement { TagName: "BR" }:
                    EndLine(level);
                    break;
                case IElement grid when HtmlGrids.RowsOf(grid) is { } rows:
                    EndLine(level);
                    Table(rows);
                    break;
                case IHtmlImageElement image:
                    Append($" {HtmlText.SaidBy(image)} ", image);
                    break;
                case IElement element:
                    if (IsStyled(element) && IsStyled(before))
                        Part(element, level);
                    Inside(element, level, within);
                    break;
            }

            before = child;
        }
    }

    /// <summary>Two of them with nothing between are set apart by style.</summary>
    private static bool IsStyled(INode? node) => node is IElement { TagName: "SPAN" or "STRONG" or "B" or "EM" or "A" or "SMALL", ClassName.Length: > 0 } element && HasText(element);

    private static bool HasText(INode node) => node.ChildNodes.Any(c => c is IText { Data.Length: > 0 } || (c is IElement && HasText(c)));

    /// <summary>Two alone in their box are a label and its value; more are lines.</summary>
    private void Part(IElement element, int level)
    {
        if (element.ParentElement is not { } box || box.Children.Take(3).Count() != 2)
        {
            EndLine(level);
            return;
        }

        name = line.Length;
        line.Append(' ');
    }

    private void Inside(IElement element, int level, int within)
    {
        var isBreak = HtmlText.Breaks.Contains(element.TagName.ToUpperInvariant());
        var inner = element.TagName is ['H', >= '1' and <= '6'] ? element.TagName[1] - '0' : element.TagName is "SUMMARY" ? Summary : level;
        if (isBreak)
            EndLine(level);
        if (line.Length == 0)
            lineAt = LineOf(element);
        var isItem = element.TagName == "LI";
        if (isItem)
            (depth, isWithinItem) = (depth + 1, false);
        var begins = !hasText;
        if (element.TagName == "SUP")
            Append(HtmlText.Raised(element.TextContent), element);
        else
            Walk(element, inner, within + 1);
        if (begins && element.TagName is "STRONG" or "B" or "A" or "EM" or "I")
            name = line.Length;
        if (isBreak)
            EndLine(inner);
        if (isItem)
            depth--;
    }

    private void Append(string text, IElement? at)
    {
        if (line.Length == 0 && at is not null)
            lineAt = LineOf(at);
        line.Append(text);
        hasText |= !string.IsNullOrWhiteSpace(text);
    }

    private void EndLine(int level)
    {
        var text = HtmlText.Collapsed(line.ToString());
        var setOff = HtmlText.Collapsed(line.ToString(0, Math.Min(name, line.Length)));
        line.Clear();
        (name, hasText) = (0, false);
        if (text.Length == 0)
            return;
        blocks.Add(new TextBlock(text, new Place(Line: lineAt > 0 ? lineAt : null), level) { Item = depth, GoesOn = depth > 0 && isWithinItem, Name = setOff.Length > 0 ? setOff : null });
        isWithinItem = depth > 0;
    }

    /// <summary>A table for the layout of a page holds other tables, or is one cell.</summary>
    private static bool IsOfCells(IHtmlTableElement table) => table.QuerySelector("table") is null && table.Rows.Length > 0 && table.Rows.Max(r => r.Cells.Length) > 1;

    private void Table(IHtmlTableElement table)
    {
        tables++;
        if (table.Caption is { } caption)
            blocks.Add(new TextBlock(HtmlText.Collapsed(caption.TextContent), new Place(Line: LineOf(caption)), 6));
        var cells = new List<GridCell>();
        // Of each column the first row that no cell from above reaches.
        var free = new List<int>();
        var all = table.Rows.ToList();
        for (var row = 0; row < all.Count; row++)
        {
            var column = 0;
            foreach (var cell in all[row].Cells)
            {
                while (column < free.Count && free[column] > row)
                    column++;
                if (column > MostColumns)
                    throw new RefusedException("source.too-many-columns", source, Grid.MostColumns.ToString("N0", CultureInfo.InvariantCulture));
                // A span may reach beyond the last row of its table.
                var (rows, columns) = (Math.Clamp(cell.RowSpan, 1, all.Count - row), Math.Clamp(cell.ColumnSpan, 1, Grid.MostColumns));
                for (var c = column; c < column + columns; c++)
                {
                    if (c == free.Count)
                        free.Add(0);
                    free[c] = Math.Max(free[c], row + rows);
                }

                var place = new Place(Line: LineOf(cell), Cell: string.Create(CultureInfo.InvariantCulture, $"{tables}/{row + 1}/{column + 1}"));
                cells.Add(new GridCell(row, column, HtmlText.TextOf(cell), place) { RowSpan = rows, ColumnSpan = columns, IsHead = cell is IHtmlTableHeaderCellElement });
                column += columns;
            }
        }

        blocks.Add(new TableBlock(new Grid("", cells)));
    }

    /// <summary>Terms and what they say: each term a line "term: text", and an item; what begins with a label is about what stands before it.</summary>
    private void Definitions(IElement list)
    {
        var all = list.Children.SelectMany(c => c.TagName == "DIV" ? c.Children.AsEnumerable() : [c]).Where(c => c.TagName is "DT" or "DD").ToList();
        for (var at = 0; at < all.Count;)
        {
            var terms = all.Skip(at).TakeWhile(c => c.TagName == "DT").ToList();
            var said = all.Skip(at + terms.Count).TakeWhile(c => c.TagName == "DD").Select(c => (Text: HtmlText.TextOf(c), Place: new Place(Line: LineOf(c)))).ToList();
            at += terms.Count + said.Count;
            var term = string.Join(", ", terms.Select(t => HtmlText.Collapsed(t.TextContent).TrimEnd(':', ' ')));
            // A term of which only labelled values are said is the name of a card.
            var isCard = term.Length > 0 && said.Count > 1 && said.TrueForAll(s => IsLabelled(s.Text));
            if (isCard)
                blocks.Add(new TextBlock(term, new Place(Line: LineOf(terms[^1]))) { Item = 1, Name = term });
            foreach (var (i, (text, place)) in said.Index())
            {
                var goesOn = isCard || (i > 0 && IsLabelled(text));
                blocks.Add(new TextBlock(goesOn ? text : $"{term}: {text}", place) { Item = 1, GoesOn = goesOn, Name = goesOn ? null : term });
            }
        }
    }

    private static bool IsLabelled(string text) => text.IndexOfAny([':', '：']) is > 0 and <= LongestLabel and var colon && !text[..colon].Any(char.IsAsciiDigit);

    /// <summary>Boxes that stand in rows and columns without being a table.</summary>
    private void Table(IReadOnlyList<IReadOnlyList<IElement>> rows)
    {
        tables++;
        var cells = rows.SelectMany((row, r) => row.Select((cell, c) =>
            new GridCell(r, c, HtmlText.TextOf(cell), new Place(Line: LineOf(cell), Cell: string.Create(CultureInfo.InvariantCulture, $"{tables}/{r + 1}/{c + 1}")))));
        blocks.Add(new TableBlock(new Grid("", [.. cells])));
    }

    private static int LineOf(IElement element) => element.SourceReference?.Position.Line ?? 0;
}

using System.Globalization;
using System.Text;
using System.Xml;

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

using Entente.Core;
using Entente.Formats.Tables;

namespace Entente.Formats.Docx;

/// <summary>Documents of Word (DOCX): paragraphs, headings and tables in order; what was deleted in tracked changes is no text.</summary>
internal static class WordBlocks
{
    private const long MostCharacters = 256L << 20;

    /// <summary>Tables within tables and the like.</summary>
    private const int Deepest = 250;

    /// <exception cref="RefusedException">source.too-deep.</exception>
    public static SourceBlocks Read(string name, ReadOnlyMemory<byte> bytes)
    {
        using var document = WordprocessingDocument.Open(
            new MemoryStream(bytes.ToArray(), writable: false), false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        if (document.MainDocumentPart is { } part && IsTooDeep(part))
            throw new RefusedException("source.too-deep", name);
        var blocks = new List<Block>();
        var tables = 0;
        if (document.MainDocumentPart?.Document?.Body is { } body)
            Walk(body, blocks, ref tables);
        return new SourceBlocks(blocks) { Title = document.PackageProperties.Title is { Length: > 0 } title ? title : null };
    }

    /// <summary>Told before the library reads it, which goes down with it.</summary>
    private static bool IsTooDeep(MainDocumentPart part)
    {
        using var stream = part.GetStream();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
        while (xml.Read())
        {
            if (xml.Depth > Deepest)
                return true;
        }

        return false;
    }

    private static void Walk(OpenXmlElement parent, List<Block> blocks, ref int tables)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph paragraph)
                Add(paragraph, blocks);
            else if (child is DocumentFormat.OpenXml.Wordprocessing.Table table)
                blocks.Add(new TableBlock(GridOf(table, ++tables)));
            else if (child is SdtBlock or SdtContentBlock or CustomXmlBlock)
                Walk(child, blocks, ref tables);
        }
    }

    private static void Add(Paragraph paragraph, List<Block> blocks)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        var level = style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && style.Length > 7 && char.IsAsciiDigit(style[^1]) ? style[^1] - '0' : style is "Title" ? 1 : 0;
        var numbering = paragraph.ParagraphProperties?.NumberingProperties;
        var item = level > 0 ? 0 : numbering is not null ? (numbering.NumberingLevelReference?.Val?.Value ?? 0) + 1 : OfStyle(style);
        var lines = TextOf(paragraph).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        for (var i = 0; i < lines.Count; i++)
            blocks.Add(new TextBlock(lines[i], new Place(Cell: (blocks.Count + 1).ToString(CultureInfo.InvariantCulture)), level) { Item = item, GoesOn = item > 0 && i > 0, Name = i == 0 ? BoldBegin(paragraph) : null });
    }

    /// <summary>How deep an item is that only its style makes one: ListBullet, ListNumber3.</summary>
    private static int OfStyle(string style) =>
        !style.StartsWith("ListBullet", StringComparison.OrdinalIgnoreCase) && !style.StartsWith("ListNumber", StringComparison.OrdinalIgnoreCase) ? 0
        : char.IsAsciiDigit(style[^1]) ? style[^1] - '0' : 1;

    private static string? BoldBegin(Paragraph paragraph)
    {
        var bold = paragraph.Elements<Run>().TakeWhile(r => r.RunProperties?.Bold is { } b && b.Val?.Value != false).ToList();
        return bold.Count > 0 && string.Concat(bold.Select(r => r.InnerText)).Trim() is { Length: > 0 } text ? text : null;
    }

    private static Grid GridOf(DocumentFormat.OpenXml.Wordprocessing.Table table, int number)
    {
        var cells = new List<GridCell>();
        // Of each column the cell that begins there and reaches furthest down.
        var last = new Dictionary<int, int>();
        var row = 0;
        foreach (var line in table.Descendants<TableRow>().Where(r => r.Ancestors<DocumentFormat.OpenXml.Wordprocessing.Table>().First() == table))
        {
            var column = Stated(line.TableRowProperties?.GetFirstChild<GridBefore>()?.Val, 0);
            var isHead = line.TableRowProperties?.GetFirstChild<TableHeader>() is not null;
            foreach (var cell in line.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == line))
            {
                var span = Math.Max(Stated(cell.TableCellProperties?.GridSpan?.Val, 1), 1);
                if (cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.InnerText != "restart")
                {
                    // A cell that goes on from the row above makes that one longer.
                    if (last.TryGetValue(column, out var above) && cells[above].Row + cells[above].RowSpan == row)
                        cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + 1 };
                }
                else
                {
                    last[column] = cells.Count;
                    cells.Add(CellOf(cell, number, row, column) with { ColumnSpan = span, IsHead = isHead });
                }

                column += span;
            }

            row++;
        }

        return new Grid("", cells);
    }

    /// <summary>A number that a document states, whatever it states.</summary>
    private static int Stated(Int32Value? value, int otherwise) =>
        int.TryParse(value?.InnerText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Grid.MostColumns) : otherwise;

    private static GridCell CellOf(TableCell cell, int table, int row, int column) => new(
        row, column, string.Join('\n', cell.Descendants<Paragraph>().Where(p => !p.Ancestors<Paragraph>().Any()).Select(TextOf).Select(t => t.Trim()).Where(t => t.Length > 0)),
        new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"{table}/{row + 1}/{column + 1}")));

    private static string TextOf(Paragraph paragraph)
    {
        ReadingStop.Look();
        var text = new StringBuilder();
        Write(paragraph, text);
        return text.ToString();
    }

    /// <summary>What was moved away is no text where it was, and what other programs show instead of a drawing is there twice.</summary>
    private static void Write(OpenXmlElement parent, StringBuilder into)
    {
        foreach (var element in parent.ChildElements)
        {
            if (element is MoveFromRun or AlternateContentFallback)
                continue;
            _ = element switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text t => into.Append(IsRaised(t) && t.Text.All(char.IsAsciiDigit) && t.Text.Length < 3 ? string.Concat(t.Text.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])) : t.Text),
                TabChar => into.Append('\t'),
                Break or CarriageReturn => into.Append('\n'),
                NoBreakHyphen => into.Append('-'),
                SymbolChar symbol => into.Append(WordSymbols.TextOf(symbol.Font?.InnerText, symbol.Char?.InnerText)),
                _ => into,
            };
            Write(element, into);
        }
    }

    private static bool IsRaised(DocumentFormat.OpenXml.Wordprocessing.Text text) => (text.Parent as Run)?.RunProperties?.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Superscript;
}

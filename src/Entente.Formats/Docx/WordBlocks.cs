using System.Globalization;
using System.Text;

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

    public static SourceBlocks Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = WordprocessingDocument.Open(
                new MemoryStream(bytes.ToArray(), writable: false), false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var blocks = new List<Block>();
            if (document.MainDocumentPart?.Document?.Body is { } body)
                Walk(body, blocks);
            return new SourceBlocks(blocks) { Title = document.PackageProperties.Title is { Length: > 0 } title ? title : null };
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException)
        {
            throw new RefusedException("source.damaged", e, name);
        }
    }

    private static void Walk(OpenXmlElement parent, List<Block> blocks)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph paragraph)
                Add(paragraph, blocks);
            else if (child is DocumentFormat.OpenXml.Wordprocessing.Table table)
                blocks.Add(new TableBlock(GridOf(table, blocks.OfType<TableBlock>().Count() + 1)));
            else if (child is SdtBlock or SdtContentBlock or CustomXmlBlock)
                Walk(child, blocks);
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
        var row = 0;
        foreach (var line in table.Descendants<TableRow>().Where(r => r.Ancestors<DocumentFormat.OpenXml.Wordprocessing.Table>().First() == table))
        {
            var column = line.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            var isHead = line.TableRowProperties?.GetFirstChild<TableHeader>() is not null;
            foreach (var cell in line.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == line))
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                if (cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart)
                    Extend(cells, row, column);
                else
                    cells.Add(CellOf(cell, number, row, column) with { ColumnSpan = Math.Clamp(span, 1, 200), IsHead = isHead });
                column += span;
            }

            row++;
        }

        return new Grid("", cells);
    }

    private static GridCell CellOf(TableCell cell, int table, int row, int column) => new(
        row, column, string.Join('\n', cell.Descendants<Paragraph>().Select(TextOf).Select(t => t.Trim()).Where(t => t.Length > 0)),
        new Place(Cell: string.Create(CultureInfo.InvariantCulture, $"{table}/{row + 1}/{column + 1}")));

    /// <summary>A cell that goes on from the row above makes that one longer.</summary>
    private static void Extend(List<GridCell> cells, int row, int column)
    {
        var above = cells.FindLastIndex(c => c.Column == column && c.Row + c.RowSpan == row);
        if (above >= 0)
            cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + 1 };
    }

    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            _ = element switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text t => text.Append(IsRaised(t) && t.Text.All(char.IsAsciiDigit) && t.Text.Length < 3 ? string.Concat(t.Text.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])) : t.Text),
                TabChar => text.Append('\t'),
                Break or CarriageReturn => text.Append('\n'),
                NoBreakHyphen => text.Append('-'),
                _ => text,
            };
        }

        return text.ToString();
    }

    private static bool IsRaised(DocumentFormat.OpenXml.Wordprocessing.Text text) => (text.Parent as Run)?.RunProperties?.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Superscript;
}

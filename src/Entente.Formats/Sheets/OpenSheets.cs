using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

using Entente.Core;
using Entente.Edtf;
using Entente.Formats.Tables;

namespace Entente.Formats.Sheets;

/// <summary>Sheets of OpenDocument (ODS), from its XML. OASIS OpenDocument 1.3, part 3, clause 9.</summary>
internal sealed class OpenSheets
{
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private const long MostBytes = 512L << 20;

    /// <summary>A repetition beyond this fills the sheet up with nothing.</summary>
    private const int MostRepeated = 1000;

    private readonly string name;
    private readonly List<Block> blocks = [];
    private readonly List<Finding> findings = [];
    private List<GridCell> cells = [];
    private List<int> hiddenRows = [];
    private string sheet = "", style = "";
    private bool isHidden;
    private readonly HashSet<string> hidingStyles = [];
    private int row, taken;

    private OpenSheets(string name) => this.name = name;

    public static SourceBlocks Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is [(byte)'P', (byte)'K', ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            if (zip.GetEntry("content.xml") is not { } content || content.Length > MostBytes)
                throw new RefusedException("source.damaged", name);
            using var part = content.Open();
            return Read(name, part);
        }

        using var flat = new MemoryStream(bytes.ToArray(), writable: false);
        return Read(name, flat);
    }

    private static SourceBlocks Read(string name, Stream stream)
    {
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes });
        var sheets = new OpenSheets(name);
        while (xml.Read())
            sheets.Take(xml);
        return new SourceBlocks(sheets.blocks) { Findings = sheets.findings };
    }

    private void Take(XmlReader xml)
    {
        if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Style })
            TakeStyle(xml);
        if (xml.NamespaceURI != Table)
            return;
        if (xml is { NodeType: XmlNodeType.Element, LocalName: "table" })
        {
            (cells, hiddenRows, row, sheet) = ([], [], 0, xml.GetAttribute("name", Table) ?? "");
            isHidden = hidingStyles.Contains(xml.GetAttribute("style-name", Table) ?? "");
        }
        else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "table" })
        {
            taken += cells.Count;
            if (cells.Count > 0 && isHidden)
                findings.Add(new Finding("sheet.hidden", Severity.Note, [], null, [sheet]));
            if (cells.Count > 0)
                blocks.Add(new TableBlock(new Grid(sheet, MonthTrap.Mended(cells)) { IsHidden = isHidden, HiddenRows = hiddenRows }));
        }
        else if (xml is { NodeType: XmlNodeType.Element, LocalName: "table-row" })
        {
            TakeRow(xml);
        }
    }

    /// <summary>Of a table that is not shown. OASIS OpenDocument 1.3, part 3, clause 17.15.</summary>
    private void TakeStyle(XmlReader xml)
    {
        if (xml.LocalName == "style")
            style = xml.GetAttribute("name", Style) ?? "";
        else if (xml.LocalName == "table-properties" && xml.GetAttribute("display", Table) == "false" && style.Length > 0)
            hidingStyles.Add(style);
    }

    private void TakeRow(XmlReader xml)
    {
        ReadingStop.Look();
        var repeated = Repeated(xml, "number-rows-repeated");
        var isHiddenRow = xml.GetAttribute("visibility", Table) is "collapse" or "filter";
        if (isHiddenRow)
            hiddenRows.AddRange(Enumerable.Range(row + 1, Math.Min(repeated, MostRepeated)));
        if (isHiddenRow)
            findings.Add(new Finding("rows.hidden", Severity.Note, [], null, [sheet, (row + 1).ToString(CultureInfo.InvariantCulture)]));
        if (!xml.IsEmptyElement)
        {
            using var inner = xml.ReadSubtree();
            var column = 0;
            inner.Read();
            while (inner.Read())
            {
                if (inner is { NodeType: XmlNodeType.Element, NamespaceURI: Table, LocalName: "table-cell" or "covered-table-cell" })
                    column = (int)Math.Min((long)column + TakeCell(inner, column, repeated), int.MaxValue / 2);
            }
        }

        row = (int)Math.Min((long)row + repeated, int.MaxValue / 2);
    }

    private int TakeCell(XmlReader xml, int column, int rows)
    {
        var times = Repeated(xml, "number-columns-repeated");
        var isCovered = xml.LocalName[0] == 'c';
        var (rowSpan, columnSpan) = (Span(xml, "number-rows-spanned"), Span(xml, "number-columns-spanned"));
        var type = xml.GetAttribute("value-type", Office);
        var date = xml.GetAttribute("date-value", Office);
        var text = TextOf(xml);
        if (text.Length == 0 || isCovered || times > MostRepeated || rows > MostRepeated)
            return times;
        if (taken + cells.Count + ((long)rows * times) > Workbook.MostCells)
            throw new RefusedException("source.too-many-cells", name, Workbook.MostCells.ToString("N0", CultureInfo.InvariantCulture));
        for (var r = row; r < row + rows; r++)
        {
            for (var c = column; c < column + times; c++)
            {
                cells.Add(new GridCell(r, c, text, new Place(Cell: CellName.Of(r, c, sheet)))
                {
                    Date = type == "date" && date is not null ? AsShown(date, text) : null,
                    IsNumber = type == "float",
                    RowSpan = rowSpan,
                    ColumnSpan = columnSpan,
                });
            }
        }

        return times;
    }

    /// <summary>A cell that shows a year only, or a year and a month, says no more than that.</summary>
    private static EdtfDate? AsShown(string value, string text)
    {
        if (value.Length < 10 || !EdtfDate.TryParse(value[..10], out var day))
            return null;
        return Core.Reading.Dates.Parse(text).Value is { Precision: not EdtfPrecision.Day } coarse && coarse.Earliest <= day.Earliest && day.Latest <= coarse.Latest ? coarse : day;
    }

    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var isWithin = false;
        using var inner = xml.ReadSubtree();
        inner.Read();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner is { NodeType: XmlNodeType.Element, NamespaceURI: Office, LocalName: "annotation" })
            {
                // Stands on what follows then.
                inner.Skip();
                continue;
            }

            if (inner is { NodeType: XmlNodeType.Element, NamespaceURI: Text, LocalName: "p" })
                (isWithin, _) = (true, text.Append('\n'));
            else if (inner is { NodeType: XmlNodeType.Element, NamespaceURI: Text, LocalName: "line-break" or "s" } && isWithin)
                text.Append(inner.LocalName == "s" ? ' ' : '\n');
            else if (inner.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && isWithin)
                text.Append(inner.Value);
            inner.Read();
        }

        return text.ToString().Trim();
    }

    private static int Repeated(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute, Table), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(times, 1) : 1;

    private static int Span(XmlReader xml, string attribute) => Math.Clamp(Repeated(xml, attribute), 1, MostRepeated);
}

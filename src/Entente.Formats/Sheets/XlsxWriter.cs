using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Entente.Formats.Sheets;

/// <param name="Width">In letters.</param>
public sealed record XlsxColumn(string Head, int Width);

/// <summary>One sheet of an Excel workbook, written row by row: nothing is kept, and the same rows give the same bytes.
/// The libraries for it either keep the whole sheet in memory or put random names and the time into the file.</summary>
public sealed class XlsxWriter : IDisposable
{
    private const int PlainStyle = 0, HeadStyle = 1, DateStyle = 2, MostDigits = 15, MostLetters = 32_767;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>A sheet counts from here; days before it are counted wrongly, for 1900 had no 29 February.</summary>
    private static readonly DateOnly firstDay = new(1900, 3, 1), zero = new(1899, 12, 30);

    /// <summary>The earliest that a zip file can say.</summary>
    private static readonly DateTimeOffset always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip;
    private readonly XmlWriter sheet;
    private int rows;

    /// <param name="output">Is left open.</param>
    /// <param name="name">Of the sheet.</param>
    public XlsxWriter(Stream output, string name, IReadOnlyList<XlsxColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", ContentTypes);
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Sheets}" xmlns:r="{Office}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="/xl/styles.xml"/></Relationships>""");
        Part("xl/styles.xml", Styles);
        sheet = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        Begin(columns);
        Write(columns.Select(c => c.Head), HeadStyle);
    }

    /// <param name="cells">Texts, days, whole numbers; null for an empty cell. What looks like a formula stays a text.</param>
    public void Write(IEnumerable<object?> cells) => Write(cells, PlainStyle);

    public void Dispose()
    {
        sheet.WriteEndDocument();
        sheet.Dispose();
        zip.Dispose();
    }

    /// <summary>A text that is nothing but a number is one, so that a sheet can be sorted by it: 12, not 012.</summary>
    public static object? NumberOr(string? text) =>
        text is { Length: > 0 and <= MostDigits } && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1)
            ? long.Parse(text, CultureInfo.InvariantCulture) : text;

    private void Begin(IReadOnlyList<XlsxColumn> columns)
    {
        sheet.WriteStartElement("worksheet", Sheets);
        sheet.WriteRaw("""<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        sheet.WriteStartElement("cols", Sheets);
        foreach (var (i, column) in columns.Index())
            sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{column.Width}" customWidth="1"/>"""));
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Sheets);
    }

    private void Write(IEnumerable<object?> cells, int style)
    {
        rows++;
        sheet.WriteStartElement("row", Sheets);
        sheet.WriteAttributeString("r", rows.ToString(CultureInfo.InvariantCulture));
        foreach (var (i, value) in cells.Index())
            Cell($"{Letters(i)}{rows}", value, style);
        sheet.WriteEndElement();
    }

    private void Cell(string at, object? value, int style)
    {
        if (value is null or "")
            return;
        var text = value switch { DateOnly day when day < firstDay => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), string other => other, _ => null };
        sheet.WriteStartElement("c", Sheets);
        sheet.WriteAttributeString("r", at);
        if (text is not null ? style != PlainStyle : value is DateOnly)
            sheet.WriteAttributeString("s", (text is null ? DateStyle : style).ToString(CultureInfo.InvariantCulture));
        if (text is not null)
            Text(text);
        else
            sheet.WriteElementString("v", Sheets, value is DateOnly day ? (day.DayNumber - zero.DayNumber).ToString(CultureInfo.InvariantCulture) : ((long)value).ToString(CultureInfo.InvariantCulture));
        sheet.WriteEndElement();
    }

    private void Text(string text)
    {
        sheet.WriteAttributeString("t", "inlineStr");
        sheet.WriteStartElement("is", Sheets);
        sheet.WriteStartElement("t", Sheets);
        sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteString(Allowed(text.Length > MostLetters ? text[..MostLetters] : text));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    /// <summary>What no XML can hold is left out; half of a letter is shown to be none.</summary>
    private static string Allowed(string text)
    {
        var isAllowed = true;
        for (var i = 0; i < text.Length && isAllowed; i++)
            isAllowed = XmlConvert.IsXmlChar(text[i]);
        return isAllowed ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private void Part(string name, string xml)
    {
        using var part = new StreamWriter(Entry(name).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="utf-8" standalone="yes"?>""");
        part.Write(xml);
    }

    private ZipArchiveEntry Entry(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = always;
        return entry;
    }

    private static readonly string ContentTypes = $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""";

    /// <summary>Three styles: plain, bold for the head, a date as ISO 8601 writes it.</summary>
    private static readonly string Styles = $"""<styleSheet xmlns="{Sheets}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""";
}

using System.IO.Compression;
using System.Text;

namespace Entente.Tests.Formats;

/// <summary>Documents that are archives, written by hand, for what no program would write.</summary>
internal static class RawPackage
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    public static byte[] Of(params (string Name, string Text)[] parts) =>
        Written([.. parts.Select(p => (p.Name, (Action<Stream>)(s => s.Write(Encoding.UTF8.GetBytes(p.Text)))))]);

    public static byte[] Written(params (string Name, Action<Stream> Write)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                write(part);
            }
        }

        return bytes.ToArray();
    }

    /// <param name="data">What stands between the begin and the end of the sheet.</param>
    /// <param name="formats">Of numbers, each a style of its own behind the usual one.</param>
    public static byte[] Xlsx(string data, params string[] formats) => WithSheet("name=\"S\"", data, formats);

    public static byte[] WithSheet(string named, string data, params string[] formats) => Of(
        ("[Content_Types].xml", Types("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
        ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"{Head}<workbook xmlns=\"{Sheets}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet {named} sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))),
        ("xl/styles.xml", $"{Head}<styleSheet xmlns=\"{Sheets}\"><numFmts count=\"{formats.Length}\">{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{170 + i}\" formatCode=\"{f.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"))}</numFmts><cellXfs count=\"{formats.Length + 1}\"><xf numFmtId=\"0\"/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{170 + i}\" applyNumberFormat=\"1\"/>"))}</cellXfs></styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"{Head}<worksheet xmlns=\"{Sheets}\">{data}</worksheet>"));

    public static byte[] Docx(string body) => Of(
        ("[Content_Types].xml", Types("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
        ("_rels/.rels", Relations(("officeDocument", "word/document.xml"))),
        ("word/document.xml", $"{Head}<w:document xmlns:w=\"{Words}\"><w:body>{body}</w:body></w:document>"));

    /// <param name="table">The rows of one sheet.</param>
    public static byte[] Ods(string table) => Of(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", Sheet("document-content", table)));

    public static byte[] Fods(string table) => Encoding.UTF8.GetBytes(Sheet("document", table));

    private static string Sheet(string root, string table) =>
        $"{Head}<office:{root} xmlns:office=\"{Office}\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"S\">{table}</table:table></office:spreadsheet></office:body></office:{root}>";

    private static string Types(string part, string type) =>
        $"{Head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select((r, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}

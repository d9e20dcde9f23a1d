using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Files that were made to do harm, or that came to harm: each is refused with a clear code, or read as far as it is a list.</summary>
[Collection("hostile files")]
public class HostileFilesTests
{
    private const string Rows = "1,University of Vienna,Austria,MoU,2021-05-12\n2,Kyoto University,Japan,MoU,2021-05-13\n3,University of Oslo,Norway,MoU,2021-05-14\n";
    private const string List = "No,Partner,Country,Type,Signed\n" + Rows;
    private const string HtmlHead = "<tr><th>Partner</th><th>Country</th><th>Type</th><th>Signed</th></tr>";
    private const string HtmlRow = "<tr><td>University of Vienna</td><td>Austria</td><td>MoU</td><td>2021-05-12</td></tr>";
    private const string JsonRows = "[{\"partner\":\"University of Vienna\",\"country\":\"Austria\",\"type\":\"MoU\",\"signed\":\"2021-05-12\"},{\"partner\":\"Kyoto University\",\"country\":\"Japan\",\"type\":\"MoU\",\"signed\":\"2021-05-13\"}]";

    private static readonly string[][] cells = [["Partner", "Country", "Type", "Signed"], ["University of Vienna", "Austria", "MoU", "2021-05-12"], ["Kyoto University", "Japan", "MoU", "2021-05-13"]];

    private static SourceReading Read(string name, byte[] bytes) => SourceReader.Read(name, bytes, new ReadOptions());

    private static SourceReading Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    private static void Refuses(string code, string name, byte[] bytes) =>
        Should.Throw<RefusedException>(() => Read(name, bytes)).Code.ShouldBe(code);

    private static void Refuses(string code, string name, string text) => Refuses(code, name, Encoding.UTF8.GetBytes(text));

    private static string Times(int count, string text) => new StringBuilder().Insert(0, text, count).ToString();

    private static string SheetRow(int number, IEnumerable<string> texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((t, c) => $"<c r=\"{(char)('A' + c)}{number}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    private static string SheetRows => string.Concat(cells.Select((row, i) => SheetRow(i + 1, row)));

    private static string OpenRows => string.Concat(cells.Select(row => $"<table:table-row>{string.Concat(row.Select(OpenCell))}</table:table-row>"));

    private static string OpenCell(string text) => $"<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>";

    private static string WordTable => $"<w:tbl>{string.Concat(cells.Select(row => $"<w:tr>{string.Concat(row.Select(t => $"<w:tc>{WordLine(t)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static string WordLine(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    [Fact]
    public void A_cell_of_a_million_lines_is_refused() =>
        Refuses("source.too-many-lines", "a.csv", $"Partner,Country,Type,Signed\n\"{Times(1_000_000, "Kyoto University\n")}\",Japan,MOU,2020-05-06\nLund University,Sweden,MOU,2020-01-01\n");

    [Fact]
    public void A_cell_of_a_hundred_lines_is_read() =>
        Read("a.csv", $"Partner,Country,Type,Signed,Note\nKyoto University,Japan,MOU,2020-05-06,\"{Times(100, "as agreed\n")}\"\nLund University,Sweden,MOU,2020-01-01,\n").Drafts.Count.ShouldBe(2);

    [Theory]
    [InlineData("University of {0} College Arts")]
    [InlineData("Japan {0}")]
    [InlineData("University of {0}")]
    [InlineData("Университет {0} University")]
    public void Four_times_the_lines_of_a_partner_take_no_more_than_their_share(string line)
    {
        Allocated(100);
        var few = Allocated(500);
        Allocated(2_000).ShouldBeLessThan(8 * few);

        long Allocated(int lines)
        {
            var text = Encoding.UTF8.GetBytes($"Partner,Country,Type,Signed\n\"{string.Concat(Enumerable.Range(0, lines).Select(i => string.Format(CultureInfo.InvariantCulture, line, $"T{i}") + "\n"))}\",Japan,MOU,2020-05-06\nLund University,Sweden,MOU,2020-01-01\n");
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read("a.csv", text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    public static TheoryData<string, string> Bombs => new() { { "a.xlsx", "xl/workbook.xml" }, { "a.docx", "word/document.xml" }, { "a.ods", "content.xml" } };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void An_archive_that_unpacks_to_fill_the_memory_is_refused_before_it_is_unpacked(string name, string part)
    {
        var blanks = new byte[1 << 20];
        var bytes = RawPackage.Written(("[Content_Types].xml", _ => { }), (part, s =>
        {
            for (var i = 0; i < 64; i++)
                s.Write(blanks);
        }));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses("source.too-packed", name, bytes);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 << 20);
    }

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.ods")]
    [InlineData("a.docx")]
    public void An_archive_that_is_cut_off_is_refused(string name)
    {
        var whole = name[2] switch { 'x' => RawPackage.Xlsx($"<sheetData>{SheetRows}</sheetData>"), 'o' => RawPackage.Ods(OpenRows), _ => RawPackage.Docx(WordTable) };
        Read(name, whole).Drafts.Count.ShouldBe(2);
        for (var part = 1; part < 10; part++)
            Should.Throw<RefusedException>(() => Read(name, whole[..(whole.Length * part / 10)])).Code.ShouldStartWith("source.");
    }

    [Fact]
    public void An_archive_of_other_files_is_no_damaged_workbook() => Refuses("source.archive", "a.zip", RawPackage.Of(("list.csv", "Partner;Country\nLund University;Sweden\n")));

    [Fact]
    public void A_part_that_is_cut_off_is_damaged()
    {
        Refuses("source.damaged", "a.ods", RawPackage.Of(("content.xml", Encoding.UTF8.GetString(RawPackage.Fods(OpenRows))[..900])));
        Refuses("source.damaged", "a.fods", Encoding.UTF8.GetString(RawPackage.Fods(OpenRows))[..900]);
        Refuses("source.damaged", "a.xlsx", RawPackage.Xlsx($"<sheetData>{SheetRows}"));
        Refuses("source.damaged", "a.docx", RawPackage.Docx($"<w:tbl><w:tr>{WordLine("x")}"));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "&c;")]
    [InlineData("<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>", "&c;")]
    public void Entities_are_not_looked_up(string declared, string used)
    {
        var fods = Encoding.UTF8.GetString(RawPackage.Fods(OpenRows));
        var bad = fods.Replace("?>", "?>" + declared, StringComparison.Ordinal).Replace("Austria", used, StringComparison.Ordinal);
        Refuses("source.type-definition", "a.fods", bad);
        Refuses("source.type-definition", "a.ods", RawPackage.Of(("content.xml", bad)));
        Refuses("source.type-definition", "a.xlsx", Defined(RawPackage.Xlsx($"<sheetData>{SheetRows}</sheetData>"), "xl/worksheets/sheet1.xml"));
        Refuses("source.type-definition", "a.docx", Defined(RawPackage.Docx(WordTable), "word/document.xml"));
        var html = Read("a.html", $"{declared}<html><body><table>{HtmlHead}{HtmlRow.Replace("MoU", used, StringComparison.Ordinal)}{HtmlRow}</table></body></html>");
        html.Drafts.Count.ShouldBe(2);
    }

    /// <summary>With a document type definition behind a comment.</summary>
    private static byte[] Defined(byte[] package, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return RawPackage.Of([.. zip.Entries.Select(e =>
        {
            using var text = new StreamReader(e.Open());
            var all = text.ReadToEnd();
            return (e.FullName, e.FullName == part ? all.Replace("?>", "?>\n<!-- by hand -->\n<!DOCTYPE x [<!ENTITY a \"b\">]>", StringComparison.Ordinal) : all);
        })]);
    }

    [Fact]
    public void Cells_at_the_far_corners_of_a_sheet_are_read_at_once()
    {
        var far = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>one</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>two</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>three</t></is></c><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>four</t></is></c></row></sheetData>";
        var started = Stopwatch.GetTimestamp();
        Refuses("source.no-table", "a.xlsx", RawPackage.Xlsx(far));
        // A list with a note at the far end of its sheet, and cells merged in between.
        var list = SheetRow(1, cells[0]) + SheetRow(2, cells[1]) + "<row r=\"3\"/>" + SheetRow(1_000_000, cells[2]) + "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>seen</t></is></c></row>";
        var reading = Read("a.xlsx", RawPackage.Xlsx($"<dimension ref=\"A1:XFD1048576\"/><sheetData>{list}</sheetData><mergeCells count=\"2\"><mergeCell ref=\"B2:B900000\"/><mergeCell ref=\"Z5:Z9\"/></mergeCells>"));
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["University of Vienna", "Kyoto University"]);
        reading.Drafts[1].Facts.Parties[0].Country.ShouldBe("JP");
        reading.Drafts[1].Places.ShouldContain(p => p.Cell == "S!A1000000");
        reading.Pieces.ShouldContain(p => p.Place.Cell == "S!XFD1048576");
    }

    [Fact]
    public void Formulas_are_texts_and_nothing_is_computed()
    {
        const string Formula = "=HYPERLINK(\"http://x.example\",\"Oslo\")";
        Read("a.csv", List + $"4,\"{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Norway,MoU,2021-05-15\n").Drafts[3].Facts.Parties[0].Name.ShouldContain("HYPERLINK");
        var sheet = SheetRows + "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>WEBSERVICE(\"http://x.example\")</f><v>Kept College</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>Norway</t></is></c><c r=\"C4\" t=\"inlineStr\"><is><t>MoU</t></is></c></row>";
        Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{sheet}</sheetData>")).Drafts[2].Facts.Parties[0].Name.ShouldBe("Kept College");
    }

    [Fact]
    public void A_macro_is_not_looked_at()
    {
        using var bytes = new MemoryStream();
        bytes.Write(RawPackage.Xlsx($"<sheetData>{SheetRows}</sheetData>"));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/vbaProject.bin").Open();
            part.Write([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]);
        }

        Read("a.xlsm", bytes.ToArray()).Drafts.Count.ShouldBe(2);
    }

    [Fact]
    public void More_columns_than_any_list_has_are_refused()
    {
        const int Many = 10_000;
        var numbered = Enumerable.Range(0, Many).ToList();
        Refuses("source.too-many-columns", "a.csv", Times(3, string.Join(',', numbered.Select(i => $"c{i}")) + "\n"));
        Refuses("source.too-many-columns", "a.html", $"<html><table>{Times(2, $"<tr>{string.Concat(numbered.Select(i => $"<td>{i}</td>"))}</tr>")}</table></html>");
        Refuses("source.too-many-columns", "a.json", $"[{string.Join(',', numbered.Select(i => $"{{\"k{i}\":{i}}}"))}]");
        Refuses("source.too-many-columns", "a.ods", RawPackage.Ods($"<table:table-row>{string.Concat(numbered.Select(i => OpenCell($"{i}")))}</table:table-row>"));
        Refuses("source.too-many-columns", "a.xlsx", RawPackage.Xlsx($"<sheetData><row r=\"1\">{string.Concat(numbered.Select(i => $"<c t=\"inlineStr\"><is><t>{i}</t></is></c>"))}</row></sheetData>"));
        Refuses("source.too-many-columns", "a.md", Times(3, "|" + string.Concat(numbered.Select(i => $"{i}|")) + "\n"));
    }

    [Fact]
    public void A_cell_far_away_and_a_merge_over_everything_take_no_room()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        const string Far = "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
        Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{SheetRows}{Far}</sheetData>")).Drafts.Count.ShouldBe(2);
        Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{SheetRows}{Far.Replace("A1048576", "XFD1048576", StringComparison.Ordinal)}</sheetData>")).Drafts.Count.ShouldBe(2);
        var titled = SheetRow(1, ["List"]) + string.Concat(cells.Select((row, i) => SheetRow(i + 2, row)));
        Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{titled}</sheetData><mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>")).Drafts.Count.ShouldBe(2);
        Read("a.ods", RawPackage.Ods($"{OpenRows}<table:table-row table:number-rows-repeated=\"1048000\"/><table:table-row><table:table-cell table:number-columns-repeated=\"16000\"/>{OpenCell("x")}</table:table-row>")).Drafts.Count.ShouldBe(2);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1L << 30);
    }

    [Fact]
    public void Cells_that_are_repeated_beyond_measure_are_refused() =>
        Refuses("source.too-many-cells", "a.ods", RawPackage.Ods(Times(8, $"<table:table-row table:number-rows-repeated=\"1000\">{OpenCell("x").Replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"1000\"", StringComparison.Ordinal)}</table:table-row>")));

    [Fact]
    public void Spans_that_lie_over_each_other_take_no_room()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses("source.too-many-columns", "a.html", $"<html><table>{Times(40, $"<tr>{Times(5, "<td rowspan=1000 colspan=200>x</td>")}</tr>")}</table></html>");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 20);
    }

    [Fact]
    public void Parts_within_parts_without_end_are_refused()
    {
        Refuses("source.too-deep", "a.html", $"<html><body>{Times(100_000, "<div>")}x</body></html>");
        Refuses("source.too-deep", "a.json", $"[{Times(100_000, "[")}");
        Refuses("source.too-deep", "a.json", $"{{\"a\":{Times(300, "{\"a\":")}1{Times(300, "}")}}}");
        Refuses("source.too-deep", "a.docx", RawPackage.Docx($"{Times(20_000, "<w:sdt><w:sdtContent>")}{WordLine("x")}{Times(20_000, "</w:sdtContent></w:sdt>")}"));
    }

    [Fact]
    public void Values_some_way_down_are_no_harm()
    {
        var nested = $"{Times(100, "{\"a\":")}1{Times(100, "}")}";
        Read("a.json", JsonRows.Replace("[{", $"[{{\"x\":{nested},", StringComparison.Ordinal)).Drafts.Count.ShouldBe(2);
        Read("a.html", $"<html><body>{Times(150, "<div>")}<table>{HtmlHead}{HtmlRow}{HtmlRow}</table>{Times(150, "</div>")}</body></html>").Drafts.Count.ShouldBe(2);
    }

    [Fact]
    public void One_line_of_a_page_or_of_json_may_be_as_long_as_it_is()
    {
        Read("a.html", $"<html><table>{HtmlHead}{Times(15_000, HtmlRow)}</table></html>").Drafts.Count.ShouldBe(15_000);
        Read("a.json", JsonRows.Replace("MoU", $"MoU\",\"note\":\"{new string('x', 1 << 20)}", StringComparison.Ordinal)).Drafts.Count.ShouldBe(2);
        Refuses("source.long-line", "a.txt", $"{List}{new string('x', 2 << 20)}");
    }

    [Fact]
    public void A_line_of_many_pieces_is_read_once() =>
        Refuses("source.no-table", "a.html", $"<html><body><p>{Times(20_000, "<span class=\"a\">x</span>")}</p></body></html>");

    [Fact]
    public void A_cell_of_many_lines_is_one()
    {
        const int Many = 4_000;
        Read("a.csv", $"{List}4,Lund University,Sweden,\"{Times(Many, "MoU\n")}\",2021-05-15\n5,University of Bergen,Norway,MoU,2021-05-16\n").Drafts.Count.ShouldBe(5);
        var cell = $"<table:table-cell office:value-type=\"string\">{Times(Many, "<text:p>x<text:s/></text:p>")}</table:table-cell>";
        Read("a.ods", RawPackage.Ods($"{OpenRows}<table:table-row>{OpenCell("University of Oslo")}{OpenCell("Norway")}{OpenCell("MoU")}{cell}</table:table-row>")).Drafts.Count.ShouldBe(3);
    }

    [Fact]
    public void Very_many_tables_are_read()
    {
        const int Many = 5_000;
        var table = $"<table>{HtmlHead}{HtmlRow}</table>";
        Read("a.html", $"<html><body>{Times(Many, table)}</body></html>").Drafts.Count.ShouldBe(Many);
        Read("a.docx", RawPackage.Docx(Times(500, WordTable + WordLine("-")))).Drafts.Count.ShouldBe(1_000);
    }

    [Fact]
    public void Quotes_that_never_close_are_letters_each_by_itself()
    {
        var reading = Read("a.csv", "Partner,Country,Type,Signed\n" + Times(5_000, "\"University of Vienna,Austria,MoU,2021-05-12\n"));
        reading.Drafts.Count.ShouldBe(5_000);
        reading.Findings.ShouldContain(f => f.Code == "quote.broken");
    }

    /// <summary>Found by changing bytes of documents.</summary>
    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-letters")]
    public void A_page_may_say_whatever_it_wants_of_its_letters(string charset) =>
        Read("page.html", $"<meta charset={charset}><table><tr><th>Partner</th><th>Signed</th></tr><tr><td>Uni A</td><td>2019</td></tr><tr><td>Uni B</td><td>2020</td></tr></table>").Drafts.Count.ShouldBe(2);

    [Fact]
    public void Names_with_control_characters_and_direction_marks_are_read()
    {
        var reading = Read("a.csv", List.Replace("Kyoto University", "Kyoto \u202EUniversity\u202C\u200B", StringComparison.Ordinal).Replace("University of Oslo", "University\u001B[31m of Oslo", StringComparison.Ordinal));
        reading.Drafts.Count.ShouldBe(3);
        Read("../../etc/passwd\n\u202E.csv", List).Source.Name.ShouldBe("passwd.csv");
    }

    [Fact]
    public void Sheets_that_point_at_each_other_are_refused_or_read()
    {
        var bytes = RawPackage.Of(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"_rels/.rels\"/></Relationships>"),
            ("word/document.xml", "<x/>"), ("xl/workbook.xml", "<x/>"));
        Should.Throw<RefusedException>(() => Read("a.xlsx", bytes)).Code.ShouldStartWith("source.");
    }

    [Fact]
    public void A_sheet_without_a_name_is_read() =>
        Read("a.xlsx", RawPackage.WithSheet("", $"<sheetData>{SheetRows}</sheetData>")).Drafts.Count.ShouldBe(2);

    [Fact]
    public void A_picture_is_said_to_be_one()
    {
        Refuses("source.picture", "list.pdf", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8]);
        Refuses("source.picture", "list.pdf", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_of_two_bytes_a_letter_is_read_without_a_mark(bool isBigEndian) =>
        Read("a.csv", new UnicodeEncoding(isBigEndian, byteOrderMark: false).GetBytes(List)).Drafts.Count.ShouldBe(3);

    [Fact]
    public void What_stands_before_a_page_description_is_passed_over()
    {
        var pdf = new RawPdf();
        var text = pdf.AddStream(string.Concat(cells.Append(cells[1]).Select((row, r) => $"BT /F 9 Tf 40 {800 - (r * 20)} Td {string.Concat(row.Select(t => $"({t}) Tj 120 0 Td "))}ET\n")));
        var bytes = pdf.Build([text]);
        Read("a.pdf", bytes).Drafts.Count.ShouldBe(3);
        Read("a.pdf", [.. "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"u8, .. bytes]).Drafts.Count.ShouldBe(3);
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>The office's own list in the forms in which others keep theirs: the same 127 records each time.</summary>
public class SampleFormsTests
{
    private static readonly string[] heads = ["#", "Name", "Country", "Status", "Commencement Date", "Expiration Date"];

    private static readonly List<string[]> rows = [.. SampleTests.Reading.Drafts.Select(d => Cells(d.Facts))];

    [Fact]
    public void As_values_with_semicolons_and_a_mark_of_order() =>
        ReadsTheSame("list.csv", [.. Encoding.UTF8.GetPreamble(), .. Utf8(Lines(";", row => string.Join(';', row.Select(Quoted))))]);

    [Fact]
    public void As_values_with_tabs() => ReadsTheSame("list.tsv", Utf8(Lines("\t", row => string.Join('\t', row))));

    [Fact]
    public void As_a_table_of_strokes() =>
        ReadsTheSame("list.md", Utf8($"# Agreements\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n{string.Concat(rows.Select(r => $"| {string.Join(" | ", r)} |\n"))}"));

    [Fact]
    public void As_columns_kept_apart_by_blanks()
    {
        var widths = Enumerable.Range(0, heads.Length).Select(c => rows.Append(heads).Max(r => r[c].Length) + 3).ToArray();
        ReadsTheSame("list.txt", Utf8(string.Concat(rows.Prepend(heads).Select(r => string.Concat(r.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd() + "\n"))));
    }

    [Fact]
    public void As_a_page_with_the_country_over_its_rows()
    {
        var page = new StringBuilder("<html><body><h1>Agreements</h1><table><tr>").AppendJoin("", heads.Select(h => $"<th>{h}</th>")).Append("</tr>");
        for (var i = 0; i < rows.Count;)
        {
            var same = rows.Skip(i).TakeWhile(r => r[2] == rows[i][2]).Count();
            for (var j = i; j < i + same; j++)
            {
                page.Append("<tr>");
                foreach (var (cell, column) in rows[j].Select((cell, column) => (cell, column)).Where(c => c.column != 2 || j == i))
                    page.Append(column == 2 ? $"<td rowspan={same}>" : "<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
                page.Append("</tr>");
            }

            i += same;
        }

        ReadsTheSame("list.html", Utf8(page.Append("</table></body></html>").ToString()));
    }

    [Fact]
    public void As_a_workbook_with_a_title_and_a_table_at_the_side()
    {
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        sheet.Append(SheetRow(1, ["List of international agreements"]));
        var side = SampleTests.Reading.Checks.Where(c => c.Kind == CheckKind.Country).Select((c, i) => new[] { $"{i + 1}", c.Text!, $"{c.Stated}" }).ToList();
        sheet.Append(SheetRow(3, [.. heads, "", "#", "Country", "Frequency"]));
        for (var i = 0; i < rows.Count; i++)
            sheet.Append(SheetRow(i + 4, i < side.Count ? [.. rows[i], "", .. side[i]] : rows[i]));
        ReadsTheSame("list.xlsx", Package(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
            ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString())));
    }

    [Fact]
    public void As_a_text_document_with_a_table()
    {
        var table = new StringBuilder("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Agreements</w:t></w:r></w:p><w:tbl>");
        foreach (var row in rows.Prepend(heads))
            table.Append("<w:tr>").AppendJoin("", row.Select(c => $"<w:tc><w:p><w:r><w:t xml:space=\"preserve\">{WebUtility.HtmlEncode(c)}</w:t></w:r></w:p></w:tc>")).Append("</w:tr>");
        ReadsTheSame("list.docx", Package(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", Relation("officeDocument", "word/document.xml")),
            ("word/document.xml", table.Append("</w:tbl></w:body></w:document>").ToString())));
    }

    [Fact]
    public void As_an_array_of_objects() =>
        ReadsTheSame("list.json", Utf8(System.Text.Json.JsonSerializer.Serialize(rows.Select(r => heads.Zip(r).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second)))));

    public static TheoryData<string> Printed => [.. Directory.GetFiles(Checkout.Path("tests", "sample-pdf"), "*.pdf").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>As browsers and offices print it: with rulings and without, landscape, wrapped and centred, beside another table.</summary>
    [Theory]
    [MemberData(nameof(Printed))]
    public void As_pages(string file) => ReadsTheSame(file, File.ReadAllBytes(Checkout.Path("tests", "sample-pdf", file)));

    /// <summary>Two tables under one line of heads are two: the second one counts, and its numbers hold.</summary>
    [Fact]
    public void A_table_beside_the_list_becomes_checks()
    {
        var reading = SourceReader.Read("side.pdf", File.ReadAllBytes(Checkout.Path("tests", "sample-pdf", "side.pdf")), new ReadOptions());
        reading.Checks.Where(c => c.Kind == CheckKind.Country).ShouldAllBe(c => c.Holds);
        reading.Checks.Count(c => c.Kind == CheckKind.Country).ShouldBe(18);
        reading.Tables.Count(t => t.Role == TableRole.Summary).ShouldBe(1);
        reading.Drafts.ShouldAllBe(d => d.Facts.Other.Count == 0);
    }

    private static void ReadsTheSame(string name, byte[] bytes)
    {
        var reading = SourceReader.Read(name, bytes, new ReadOptions());
        reading.Drafts.Count.ShouldBe(127);
        reading.Drafts.Where(IsPlain).Select(d => Told(d.Facts)).ShouldBe(SampleTests.Reading.Drafts.Where(IsPlain).Select(d => Told(d.Facts)));
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    /// <summary>Not the row whose dates are out of order, nor the one whose date has a word: in a column of its own a date says something else.</summary>
    private static bool IsPlain(Draft draft) => draft.Order is not (30 or 101);

    /// <summary>What columns keep apart; which of several dates of a cell is an act and which an end they tell better than a line.</summary>
    private static string Told(Facts facts) => string.Join(" | ",
        facts.Title ?? facts.Parties[0].Name,
        facts.Parties[0].Country,
        string.Join(", ", facts.Kinds.Select(k => k.Text)),
        string.Join(", ", facts.Events.Select(e => $"{e.Act} {e.On}")),
        $"{facts.Term.Length} {facts.Term.Option} {facts.Term.Open}",
        $"{facts.Ends.Basis} {facts.Ends.On}");

    private static string[] Cells(Facts facts) =>
    [
        facts.Number!,
        facts.Title ?? facts.Parties[0].Name,
        string.Join(", ", facts.Parties.Select(p => p.CountryText).OfType<string>()),
        string.Join(", ", facts.Kinds.Select(k => k.Text)),
        string.Join(", ", facts.Events.Select(e => e.Text)),
        string.Join(" ", new[] { facts.Term.Text, facts.Ends.Text }.OfType<string>().Distinct()),
    ];

    private static string Lines(string separator, Func<string[], string> line) =>
        $"List of international agreements{string.Concat(Enumerable.Repeat(separator, heads.Length - 1))}\n{string.Concat(rows.Prepend(heads).Select(r => line(r) + "\n"))}";

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(";\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string SheetRow(int number, string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WebUtility.HtmlEncode(c)}</t></is></c>"))}</row>";

    private static string Relation(string type, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/></Relationships>";

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Utf8($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}"));
            }
        }

        return bytes.ToArray();
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

using Entente.Formats.Sheets;

namespace Entente.Tests.Formats;

/// <summary>A workbook that every spreadsheet opens, in which nothing is invented and nothing is run.</summary>
public class XlsxTests
{
    private static readonly XNamespace sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("Tokyo", "Tokyo")]
    [InlineData(" two  blanks ", " two  blanks ")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("=HYPERLINK(\"http://x.example\")", "=HYPERLINK(\"http://x.example\")")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    [InlineData("東京大学 𠮷", "東京大学 𠮷")]
    public void A_text_stays_the_text_that_it_is(string text, string kept) => Keeps(text, kept);

    [Fact]
    public void What_no_workbook_can_hold_is_left_out_or_marked() => Keeps("bell\a and half a letter \ud842", "bell and half a letter \uFFFD");

    private static void Keeps(string text, string kept)
    {
        var cell = Cells(Written([text])).Single(c => c.Attribute("r")!.Value == "A2");
        cell.Attribute("t")!.Value.ShouldBe("inlineStr");
        cell.Value.ShouldBe(kept);
        cell.Descendants(sheet + "f").ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_letter_is_shown_to_be_none() =>
        Cells(Written(["half: " + "𠮷"[..1]])).Single(c => c.Attribute("r")!.Value == "A2").Value.ShouldBe("half: \uFFFD");

    [Theory]
    [InlineData("1900-03-01", "61")]
    [InlineData("2022-11-08", "44873")]
    [InlineData("9999-12-31", "2958465")]
    public void A_day_is_a_date(string day, string serial)
    {
        var cell = Cells(Written([DateOnly.Parse(day, CultureInfo.InvariantCulture)])).Single(c => c.Attribute("r")!.Value == "A2");
        (cell.Attribute("s")!.Value, cell.Attribute("t"), cell.Value).ShouldBe(("2", null, serial));
    }

    [Fact]
    public void A_day_that_sheets_count_wrongly_is_a_text() =>
        Cells(Written([new DateOnly(1899, 12, 31)])).Single(c => c.Attribute("r")!.Value == "A2").Value.ShouldBe("1899-12-31");

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("0", 0L)]
    [InlineData("012", "012")]
    [InlineData("12a", "12a")]
    [InlineData("1234567890123456", "1234567890123456")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Only_what_is_nothing_but_a_number_is_one(string? text, object? value) => XlsxWriter.NumberOr(text).ShouldBe(value);

    [Fact]
    public void Cells_have_the_letters_of_their_columns()
    {
        var row = Enumerable.Range(0, 60).Select(i => (object?)(long)i).ToArray();
        var cells = Cells(Written(row)).Select(c => c.Attribute("r")!.Value).ToList();
        cells.ShouldContain("Z2");
        cells.ShouldContain("AA2");
        cells.ShouldContain("BH2");
        cells.Count.ShouldBe(120);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Written(["a", 1L, new DateOnly(2020, 1, 2)]).ShouldBe(Written(["a", 1L, new DateOnly(2020, 1, 2)]));

    [Fact]
    public void It_is_a_workbook_by_the_standard()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(["a", 1L, new DateOnly(2020, 1, 2), null, "=1+1"])), isEditable: false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    private static byte[] Written(object?[] row)
    {
        using var file = new MemoryStream();
        using (var writer = new XlsxWriter(file, "Agreements", [.. row.Select((_, i) => new XlsxColumn($"Head {i}", 12))]))
            writer.Write(row);
        return file.ToArray();
    }

    private static IEnumerable<XElement> Cells(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace).Descendants(sheet + "c");
    }
}

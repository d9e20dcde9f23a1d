using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>What sheets and text documents hold beside plain cells: comments, merges, formats, signs, moved text.</summary>
public class SheetCellTests
{
    private static readonly string[][] rows = [["Partner", "Country", "Type", "Signed", "Term"], ["University of Vienna", "Austria", "MoU", "12.05.2021", "5 years"], ["Kyoto University", "Japan", "MoU", "13.05.2021", "3 years"]];

    private static SourceReading Read(string name, byte[] bytes) => SourceReader.Read(name, bytes, new ReadOptions());

    private static string Cell(int row, int column, string inner = "", string attributes = "t=\"inlineStr\"") =>
        $"<c r=\"{(char)('A' + column)}{row + 1}\" {attributes}>{(inner.Length > 0 ? inner : $"<is><t>{rows[row][column]}</t></is>")}</c>";

    private static string Sheet(Func<int, int, string> cell) =>
        $"<sheetData>{string.Concat(Enumerable.Range(0, 3).Select(r => $"<row r=\"{r + 1}\">{string.Concat(Enumerable.Range(0, 5).Select(c => cell(r, c)))}</row>"))}</sheetData>";

    [Fact]
    public void A_cell_with_a_comment_keeps_its_value()
    {
        const string Comment = "<office:annotation><text:p>asked twice</text:p></office:annotation>";
        var table = string.Concat(rows.Select((row, r) => $"<table:table-row>{string.Concat(row.Select((text, c) => $"<table:table-cell office:value-type=\"string\">{(r == 2 && c < 3 ? Comment : "")}<text:p>{text}</text:p></table:table-cell>"))}</table:table-row>"));
        Read("a.ods", RawPackage.Ods(table)).Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Parties[0].Country)).ShouldBe([("University of Vienna", "AT"), ("Kyoto University", "JP")]);
        Read("a.fods", RawPackage.Fods(table)).Drafts.Count.ShouldBe(2);
    }

    [Fact]
    public void A_format_that_says_years_says_them()
    {
        var reading = Read("a.xlsx", RawPackage.Xlsx(Sheet((r, c) => r > 0 && c == 4 ? Cell(r, c, "<v>5</v>", "s=\"1\"") : Cell(r, c)), "0\" years\""));
        reading.Drafts.Select(d => $"{d.Facts.Term.Length} {d.Facts.Term.Text}").ShouldBe(["P5Y 5 years", "P5Y 5 years"]);
    }

    [Theory]
    [InlineData("dd/mm/yyyy", "03/04/2019")]
    [InlineData("d.m.yyyy", "3.4.2019")]
    [InlineData("dd\\-mm\\-yyyy", "03-04-2019")]
    [InlineData("[$-409]dddd, mmmm d, yyyy", "2019-04-03")]
    public void A_date_is_quoted_as_its_sheet_shows_it(string format, string shown)
    {
        var serial = new DateTime(2019, 4, 3).ToOADate().ToString(CultureInfo.InvariantCulture);
        var reading = Read("a.xlsx", RawPackage.Xlsx(Sheet((r, c) => r > 0 && c == 3 ? Cell(r, c, $"<v>{serial}</v>", "s=\"1\"") : Cell(r, c)), format));
        reading.Drafts.Select(d => d.Facts.Events.Single()).ShouldAllBe(e => e.On!.ToString() == "2019-04-03" && e.Text == shown);
        reading.Findings.ShouldNotContain(f => f.Code == "date.day-month");
    }

    [Fact]
    public void A_merge_that_is_stated_twice_is_one() =>
        Read("a.xlsx", RawPackage.Xlsx($"{Sheet((r, c) => Cell(r, c))}<mergeCells><mergeCell ref=\"A2:A2\"/><mergeCell ref=\"A2:A2\"/></mergeCells>")).Drafts.Count.ShouldBe(2);

    private static byte[] Document(Func<int, int, string> cell) => RawPackage.Docx(
        $"<w:tbl>{string.Concat(Enumerable.Range(0, 3).Select(r => $"<w:tr>{string.Concat(Enumerable.Range(0, 5).Select(c => $"<w:tc>{cell(r, c)}</w:tc>"))}</w:tr>"))}</w:tbl>");

    private static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    [Theory]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>", true)]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/>", false)]
    [InlineData("<w:t>☑</w:t>", true)]
    [InlineData("<w:t>☒</w:t>", true)]
    [InlineData("<w:t>✅</w:t>", true)]
    [InlineData("<w:t>☐</w:t>", false)]
    public void A_tick_is_one_in_whatever_font(string sign, bool isTicked)
    {
        string[] heads = ["Partner", "Country", "MoU", "Student exchange", "Signed"];
        var reading = Read("a.docx", Document((r, c) => $"<w:p>{(r == 0 ? Run(heads[c]) : c == 3 ? $"<w:r>{sign}</w:r>" : c == 2 ? Run(r == 1 ? "x" : "") : Run(rows[r][c]))}</w:p>"));
        reading.Drafts[1].Facts.Kinds.Any(k => k.Text == "Student exchange").ShouldBe(isTicked);
    }

    [Fact]
    public void What_was_moved_away_is_no_text() =>
        Read("a.docx", Document((r, c) => $"<w:p>{(r == 1 && c == 0 ? $"<w:moveFrom w:id=\"1\">{Run("Old College ")}</w:moveFrom>" : "")}{Run(rows[r][c])}</w:p>"))
            .Drafts[0].Facts.Parties[0].Name.ShouldBe("University of Vienna");

    [Theory]
    [InlineData("abc")]
    [InlineData("2000000000")]
    [InlineData("-1")]
    public void A_span_that_is_none_leaves_the_table_readable(string span) =>
        Read("a.docx", Document((r, c) => $"{(r == 2 && c == 4 ? $"<w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>" : "")}<w:p>{Run(rows[r][c])}</w:p>"))
            .Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["AT", "JP"]);
}

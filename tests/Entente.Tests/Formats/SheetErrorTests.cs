using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Cells in which a spreadsheet shows an error in place of a value.</summary>
public class SheetErrorTests
{
    private const string Head = "Partner,Country,Type,Signed,Note\n";

    private static SourceReading Read(string text) => Read("a.csv", Encoding.UTF8.GetBytes(text));

    private static SourceReading Read(string name, byte[] bytes) => SourceReader.Read(name, bytes, new ReadOptions());

    /// <summary>Three records, of which the second has an error for a partner.</summary>
    private static void ShowsPartner(string error, SourceReading reading)
    {
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["Kyoto University", "", "Lund University"]);
        reading.Findings.ShouldNotContain(f => f.Code == "partner.none");
        var finding = reading.Findings.Where(f => f.Code == "cell.error").ShouldHaveSingleItem();
        (finding.Severity, finding.Field, finding.Arguments[0]).ShouldBe((Severity.Doubt, "partner", error));
        finding.Records.ShouldBe([2]);
        finding.Places.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    [InlineData("#DIV/0!")]
    [InlineData("#NAME?")]
    [InlineData("#NV")]
    [InlineData("#BEZUG!")]
    [InlineData("#¡REF!")]
    [InlineData("#ССЫЛКА!")]
    [InlineData("#GETTING_DATA")]
    [InlineData("########")]
    [InlineData("Err:502")]
    public void An_error_is_no_partner_and_is_shown(string error) =>
        ShowsPartner(error, Read($"{Head}Kyoto University,Japan,MOU,2020-05-06,\n{error},Japan,MOU,2020-05-07,\nLund University,Sweden,MOU,2020-01-01,\n"));

    [Fact]
    public void An_error_is_no_value_of_any_other_column()
    {
        var reading = Read($"{Head}Kyoto University,#N/A,#REF!,#VALUE!,#NAME?\nLund University,Sweden,MOU,2020-01-01,old\nOslo University,Norway,MOU,2020-01-02,old\n");
        var facts = reading.Drafts[0].Facts;
        (facts.Parties[0].Country, facts.Begin, facts.Note).ShouldBe((null, null, null));
        (facts.Kinds.Count, facts.Other.Count).ShouldBe((0, 0));
        reading.Findings.Where(f => f.Code == "cell.error").Select(f => (f.Field, f.Severity)).ShouldBe(
            [("country", Severity.Doubt), ("kind", Severity.Doubt), ("start", Severity.Doubt), ("note", Severity.Note)], ignoreOrder: true);
    }

    [Fact]
    public void A_number_with_its_sign_is_no_error() =>
        Read($"{Head}Kyoto University,Japan,MOU,2020-05-06,#12\nLund University,Sweden,MOU,2020-01-01,see #4!\n").Findings.ShouldNotContain(f => f.Code == "cell.error");

    [Fact]
    public void An_error_of_a_workbook_takes_nothing_from_the_row_above()
    {
        string Row(int number, string partner, string country, string signed) => $"<row r=\"{number}\"><c r=\"A{number}\" {partner}</c>{Cell('B', number, country)}{Cell('C', number, "MOU")}{Cell('D', number, signed)}</row>";
        string Cell(char column, int row, string text) => $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        string Text(string text) => $"t=\"inlineStr\"><is><t>{text}</t></is>";
        var sheet = Row(1, Text("Partner"), "Country", "Signed").Replace("MOU", "Type", StringComparison.Ordinal) + Row(2, Text("Kyoto University"), "Japan", "2020-05-06")
            + Row(3, "t=\"e\"><f>A99</f><v>#REF!</v>", "Japan", "2020-05-07") + Row(4, Text("Lund University"), "Sweden", "2020-01-01");
        var reading = Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{sheet}</sheetData>"));
        ShowsPartner("#REF!", reading);
        reading.Findings.First(f => f.Code == "cell.error").Places[0].Cell.ShouldBe("S!A3");
    }

    [Theory]
    [InlineData("<f>EDATE(D2,60)</f>", "=EDATE(D2,60)")]
    [InlineData("<f t=\"shared\" si=\"0\"/><v></v>", "=…")]
    [InlineData("<f>D2+5</f><v>45000</v>", null)]
    public void A_formula_without_its_value_is_shown(string cell, string? shown)
    {
        string Row(int number, string end, params string[] texts) => $"<row r=\"{number}\">{string.Concat(texts.Select((t, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}<c r=\"E{number}\"{end}</c></row>";
        string Text(string text) => $" t=\"inlineStr\"><is><t>{text}</t></is>";
        var reading = Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{Row(1, Text("Expires"), "Partner", "Country", "Type", "Signed")}{Row(2, $">{cell}", "Kyoto University", "Japan", "MOU", "2020-05-06")}"
            + $"{Row(3, Text("2026-01-01"), "Lund University", "Sweden", "MOU", "2020-01-01")}</sheetData>"));
        reading.Findings.Where(f => f.Code == "cell.error").Select(f => (f.Severity, f.Field, f.Arguments[0])).ShouldBe(shown is null ? [] : [(Severity.Doubt, "end", shown)]);
    }

    [Fact]
    public void An_error_of_an_open_sheet_or_a_page_is_one_too()
    {
        string[][] rows = [["Partner", "Country", "Type", "Signed"], ["Kyoto University", "Japan", "MOU", "2020-05-06"], ["#REF!", "Japan", "MOU", "2020-05-07"], ["Lund University", "Sweden", "MOU", "2020-01-01"]];
        ShowsPartner("#REF!", Read("a.ods", RawPackage.Ods(string.Concat(rows.Select(r => $"<table:table-row>{string.Concat(r.Select(t => $"<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>"))}</table:table-row>")))));
        ShowsPartner("#REF!", Read("a.html", Encoding.UTF8.GetBytes($"<html><body><table>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(t => $"<td>{t}</td>"))}</tr>"))}</table></body></html>")));
    }
}

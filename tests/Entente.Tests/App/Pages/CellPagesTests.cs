using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using Entente.Tests.Formats;

namespace Entente.Tests.App.Pages;

/// <summary>Documents of cells are shown as tables, with what each cell became; values link to their cells.</summary>
public sealed partial class CellPagesTests : IDisposable
{
    private const string Rows =
        "No|Partner|Country|Kind|Signed|Expires\n1|University of Porto|Portugal|MOU|2019-03-04|2024-03-04\n2|Kyoto University|Japan|MOU|2020-05-06|2025-05-06\n"
        + "3|Osaka University|Japan|Student exchange|2021-07-08|2026-07-08\n4|<b>Lund</b> University|Sweden|MOU|2022-09-10|2027-09-10";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string> Forms => new()
    {
        { "list.xlsx", "cell-S%21B3", "Sheet &quot;S&quot;" }, { "list.ods", "cell-S%21B3", "Sheet &quot;S&quot;" }, { "list.html", "cell-1%2F3%2F2", "Table of the document" },
        { "list.docx", "cell-1%2F3%2F2", "Table of the document" }, { "list.json", "cell-%24%5B1%5D.Partner", "Table of the document" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_value_links_to_its_cell_and_the_cell_is_marked(string name, string id, string called)
    {
        await using var site = await SiteOfAsync(name, BytesOf(name, Rows));
        var agreement = await site.TextAsync("/agreements/2");
        agreement.ShouldContain($"href=\"#{id}\"");
        Cell(agreement, id).ShouldContain("<mark class=\"partner \" title=\"Partner\">Kyoto University</mark>");
        agreement.ShouldContain("Signed", customMessage: "the heads of the columns are shown with the row");
        agreement.ShouldNotContain("University of Porto</mark>");
        var page = await site.TextAsync(SourceOf(agreement));
        page.ShouldContain(called);
        page.ShouldContain("&lt;b&gt;Lund&lt;/b&gt; University", customMessage: "nothing of it is markup here");
        Cell(page, id).ShouldContain("Kyoto University</mark>");
        page.ShouldContain("aria-label=\"Agreement 2\"");
        page.ShouldContain("Nothing lost");
    }

    [Fact]
    public async Task Letters_of_columns_numbers_of_rows_merged_cells_and_hidden_rows_are_as_the_sheet_has_them()
    {
        var data = new StringBuilder("<sheetData>");
        for (var row = 0; row < 5; row++)
            data.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 3}\"{(row == 4 ? " hidden=\"1\"" : "")}>{string.Concat(Rows.Split('\n')[row].Split('|').Select((text, column) => row == 3 && column == 2 ? "" : Inline($"{"BCEFGH"[column]}{row + 3}", text)))}</row>");
        data.Append("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"E5:E6\"/></mergeCells>");
        await using var site = await SiteOfAsync("list.xlsx", RawPackage.Xlsx(data.ToString()));
        var page = await site.TextAsync(SourceOf(await site.TextAsync("/agreements/1")));
        Regex.Matches(page, "<th scope=\"col\">([A-Z]+)</th>").Select(m => m.Groups[1].Value).ShouldBe(["B", "C", "E", "F", "G", "H"]);
        page.ShouldContain("id=\"cell-S%21E5\" rowspan=\"2\"");
        Regex.IsMatch(page, "<th scope=\"row\">7 <span class=\"look\">hidden row</span>").ShouldBeTrue();
        // A merged cell is told with each of its rows.
        (await site.TextAsync("/agreements/3")).ShouldContain("href=\"#cell-S%21E5\"");
    }

    [Fact]
    public async Task A_long_sheet_is_shown_in_parts_and_a_link_finds_the_part_of_its_cell()
    {
        var rows = new StringBuilder("No|Partner|Country|Kind|Signed");
        for (var i = 1; i <= 400; i++)
            rows.Append(CultureInfo.InvariantCulture, $"\n{i}|University of Town {i}|Japan|MOU|{1990 + (i % 30)}-03-04");
        await using var site = await SiteOfAsync("list.xlsx", BytesOf("list.xlsx", rows.ToString()));
        var source = SourceOf(await site.TextAsync("/agreements/1"));
        var first = await site.TextAsync(source);
        first.ShouldContain("Part 1 of 3");
        first.ShouldNotContain("University of Town 200<");
        (await site.TextAsync($"{source}?cell=S!B201")).ShouldContain("<mark class=\"partner pointed\" title=\"Partner\">University of Town 200</mark>");
        (await site.TextAsync($"{source}?page=3")).ShouldContain("University of Town 400</mark>");
        (await site.TextAsync("/agreements/400")).ShouldContain(">Partner<", customMessage: "the head, from the first part");
    }

    [Fact]
    public async Task A_merged_cell_goes_on_in_the_next_part()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"<tr>{(i == 1 ? "<td rowspan=\"200\">Japan</td>" : "")}<td>University of Town {i}</td><td>MOU</td><td>2019-03-04</td></tr>"));
        await using var site = await SiteOfAsync("list.html", Encoding.UTF8.GetBytes($"<html><body><table><tr><th>Country</th><th>Partner</th><th>Kind</th><th>Signed</th></tr>{rows}</table></body></html>"));
        var source = SourceOf(await site.TextAsync("/agreements/1"));
        Regex.IsMatch(await site.TextAsync($"{source}?page=2"), "rowspan=\"51\"[^>]*class=\"goes-on\"[^>]*>.*Japan").ShouldBeTrue();
    }

    private async Task<PageSite> SiteOfAsync(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        await folder.Import(path);
        return await PageSite.OfAsync(folder);
    }

    internal static byte[] BytesOf(string name, string rows)
    {
        var cells = rows.Split('\n').Select(r => r.Split('|')).ToList();
        string Each(Func<string, string> row, Func<string, string> cell) => string.Concat(cells.Select(r => row(string.Concat(r.Select(c => cell(WebUtility.HtmlEncode(c)))))));
        return Path.GetExtension(name) switch
        {
            ".xlsx" => RawPackage.Xlsx($"<sheetData>{string.Concat(cells.Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, j) => Inline($"{(char)('A' + j)}{i + 1}", c)))}</row>"))}</sheetData>"),
            ".ods" => RawPackage.Ods(Each(r => $"<table:table-row>{r}</table:table-row>", c => $"<table:table-cell><text:p>{c}</text:p></table:table-cell>")),
            ".docx" => RawPackage.Docx($"<w:tbl>{Each(r => $"<w:tr>{r}</w:tr>", c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>")}</w:tbl>"),
            ".json" => JsonOf(cells),
            _ => Encoding.UTF8.GetBytes($"<html><body><table>{Each(r => $"<tr>{r}</tr>", c => $"<td>{c}</td>")}</table></body></html>"),
        };
    }

    private static byte[] JsonOf(List<string[]> cells) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(cells.Skip(1).Select(r => cells[0].Zip(r).ToDictionary(c => c.First, c => c.Second)));

    private static string Inline(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";

    private static string Cell(string page, string id) => Regex.Match(page, $"id=\"{Regex.Escape(id)}\".*?</td>", RegexOptions.Singleline).Value;

    private static string SourceOf(string page) => Source().Match(page).Value;

    [GeneratedRegex("/sources/[0-9a-f]{64}")]
    private static partial Regex Source();
}

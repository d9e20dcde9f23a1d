using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using Entente.App.Lists;
using Entente.App.Shell;
using Entente.Core;
using Entente.Formats;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>A list is saved as it is shown: the same rows in the same order, the same columns, the same day.</summary>
public sealed partial class SavedListTests : IAsyncLifetime
{
    private static readonly XNamespace sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly TestFolder folder = new();
    private readonly HttpClient client = new();
    private WebApplication? app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        app = Web.Build(DataFolder.Open(folder.Data, create: false), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    public static TheoryData<string> Questions =>
    [
        "", "?country=JP&standing=ended", "?within=365&sort=-ends", "?words=technology&on=2021-12-31", "?begun=2019&columns=partner,number,begins",
        "?severity=doubt&columns=number,findings,why,source", "?words=nothing-is-called-so", "?kind=mou&sort=partner&columns=number,partner,ends,ends-printed,term,acts,until&rows=2000",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_format_has_the_rows_and_columns_of_the_page(string query)
    {
        var (heads, rows) = await PageAsync(query);
        var csv = Csv(await TextAsync(".csv", query));
        var xlsx = Xlsx(await client.GetByteArrayAsync(Address(".xlsx", query), Stop));
        csv[0].ShouldBe([.. heads, "On the day"]);
        xlsx[0].ShouldBe(csv[0]);
        csv.Skip(1).Select(r => r[csv[0].IndexOf("No.")]).ShouldBe(rows);
        xlsx.Skip(1).Select(Joined).ShouldBe(csv.Skip(1).Select(Joined));
        if (csv.Count > 1)
            csv.Skip(1).Select(r => r[^1]).Distinct().ShouldBe([query.Contains("2021", StringComparison.Ordinal) ? "2021-12-31" : "2026-11-24"]);
        using var json = JsonDocument.Parse(await TextAsync(".json", query));
        json.RootElement.GetProperty("total").GetInt32().ShouldBe(rows.Count);
        json.RootElement.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("number").GetString()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("", new[] { "list", "--json" })]
    [InlineData("?country=JP&standing=ended&sort=-begins", new[] { "list", "--country", "JP", "--standing", "ended", "--json" })]
    public async Task Without_columns_chosen_JSON_is_what_the_command_prints(string query, string[] command)
    {
        using var saved = JsonDocument.Parse(await TextAsync(".json", query));
        var printed = (await folder.Ask(command)).Json;
        saved.RootElement.GetProperty("agreements").EnumerateArray().Select(a => a.GetRawText()).Order()
            .ShouldBe(printed.GetProperty("agreements").EnumerateArray().Select(a => a.GetRawText()).Order());
        if (query.Length == 0)
            (await TextAsync(".json", query)).Trim().ShouldBe((await folder.Ask(command)).Out.Trim());
    }

    [Fact]
    public async Task With_columns_chosen_JSON_has_these_and_no_others()
    {
        using var json = JsonDocument.Parse(await TextAsync(".json", "?words=british&columns=title,number,acts,ends,findings"));
        json.RootElement.GetProperty("agreements")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"title":null,"number":"9","acts":["signed2008-09-22","renewed2020-07-23"],"ends":"2025-07-23","findings":[]}""");
    }

    [Theory]
    [InlineData("/agreements.csv?words=british&on=2010", "9,British Columbia Institute of Technology,Canada,MOU,2008-09-22,2025-07-23,\"In force, end known\",")]
    public async Task A_saved_row_says_what_is_shown(string path, string row) =>
        (await client.GetStringAsync(new Uri(path, UriKind.Relative), Stop)).ShouldContain("\n" + row);

    [Fact]
    public async Task A_workbook_has_dates_where_a_whole_day_is_known_and_texts_where_not()
    {
        var cells = Cells(await client.GetByteArrayAsync(Address(".xlsx", "?country=AU&columns=number,begins,ends"), Stop));
        cells["B2"].Attribute("s")!.Value.ShouldBe("2", "a date");
        cells["B2"].Element(sheet + "v")!.Value.ShouldBe(new DateTime(2022, 11, 8).ToOADate().ToString(CultureInfo.InvariantCulture));
        cells["B3"].Attribute("t")!.Value.ShouldBe("inlineStr");
        cells["B3"].Value.ShouldBe("2023-03");
        cells["A2"].Element(sheet + "v")!.Value.ShouldBe("1", "a number, to sort by");
    }

    [Fact]
    public async Task A_PDF_has_the_rows_of_the_page_and_says_how_many_of_all_they_are()
    {
        var answer = await client.GetAsync(Address(".pdf", "?country=AU&sort=-number"), Stop);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("agreements-2026-11-24.pdf");
        var reading = SourceReader.Read("list.pdf", await answer.Content.ReadAsByteArrayAsync(Stop), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Number).ShouldBe(["4", "3", "2", "1"]);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await client.GetByteArrayAsync(Address(".pdf", "?country=AU"), Stop));
        string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text)).ShouldContain("24 Nov 2026 4 of 127 agreements #");
    }

    [Fact]
    public async Task The_whole_register_is_the_same_PDF_from_the_page_and_from_the_command()
    {
        var output = Path.Combine(folder.Data, "list.pdf");
        (await folder.Ask("export", "--format", "pdf", "--output", output)).Code.ShouldBe(0);
        (await client.GetByteArrayAsync(Address(".pdf", ""), Stop)).ShouldBe(await File.ReadAllBytesAsync(output, Stop));
    }

    [Fact]
    public async Task The_page_leads_to_what_it_is_saved_as()
    {
        var page = await TextAsync("", "?country=JP&columns=number,title&page=1&rows=500&view=timeline");
        foreach (var format in new[] { "csv", "xlsx", "json", "pdf" })
            page.ShouldContain($"href=\"/agreements.{format}?country=JP&amp;columns=number,title\" download");
    }

    /// <summary>Heads, and the numbers of the rows, of all pages of the list.</summary>
    private async Task<(List<string> Heads, List<string> Rows)> PageAsync(string query)
    {
        var (heads, rows) = (new List<string>(), new List<string>());
        for (var next = "/agreements" + query; next is not null;)
        {
            var page = await client.GetStringAsync(new Uri(next, UriKind.Relative), Stop);
            heads = [.. Head().Matches(page).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value))];
            rows.AddRange(Row().Matches(page).Select(m => m.Groups[1].Value));
            next = Next().Match(page) is { Success: true } more ? System.Net.WebUtility.HtmlDecode(more.Groups[1].Value) : null;
        }

        return (heads.Count > 0 ? heads : [.. ListColumns.Of(null).Select(c => c.Head)], rows);
    }

    private Task<string> TextAsync(string format, string query) => client.GetStringAsync(Address(format, query), Stop);

    private static Uri Address(string format, string query) => new($"/agreements{format}{query}", UriKind.Relative);

    private static List<List<string>> Csv(string text)
    {
        using var csv = new CsvHelper.CsvParser(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = new List<List<string>>();
        while (csv.Read())
            rows.Add([.. csv.Record!]);
        return rows;
    }

    /// <summary>As texts: a date as ISO 8601 writes it.</summary>
    private static List<List<string>> Xlsx(byte[] bytes)
    {
        var rows = new List<List<string>>();
        foreach (var row in Sheet(bytes).Descendants(sheet + "row"))
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements(sheet + "c"))
            {
                var column = cell.Attribute("r")!.Value[0] - 'A';
                while (cells.Count < column)
                    cells.Add("");
                cells.Add(cell.Attribute("s")?.Value == "2" ? DateTime.FromOADate(double.Parse(cell.Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Value);
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static Dictionary<string, XElement> Cells(byte[] bytes) => Sheet(bytes).Descendants(sheet + "c").ToDictionary(c => c.Attribute("r")!.Value);

    private static XDocument Sheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(part);
    }

    private static string Joined(List<string> row) => string.Join('|', row);

    [GeneratedRegex("<th scope=\"col\"[^>]*>(?:<a[^>]*>)?([^<]+)")]
    private static partial Regex Head();

    [GeneratedRegex("<th scope=\"row\"[^>]*><a href=\"/agreements/([^\"?]+)")]
    private static partial Regex Row();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}

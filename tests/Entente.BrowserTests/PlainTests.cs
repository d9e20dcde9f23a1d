using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Pages are documents: they work without script, are light, and come from this server alone.</summary>
public class PlainTests(Site site)
{
    private const int MostOfAPage = 60_000, MostOfSheets = 25_000;

    [Fact]
    public async Task A_question_is_asked_and_kept_as_an_address_without_script()
    {
        var page = await site.OpenAsync("/agreements", hasScript: false);
        await page.SelectOptionAsync("#country", "JP");
        await page.ClickAsync("text=Show");
        await page.FillAsync("#on", "2021");
        await page.ClickAsync(".picker button");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&on=2021");
        (await page.InnerTextAsync(".travelling")).ShouldContain("31 Dec 2021");
        await page.ClickAsync("thead a:has-text('Ends')");
        await page.ClickAsync("thead a:has-text('Ends')");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&on=2021&sort=-ends");
        (await page.GetAttributeAsync("thead th:has-text('Ends')", "aria-sort")).ShouldBe("descending");
        await page.ClickAsync("tbody a >> nth=0");
        page.Url.ShouldEndWith("?on=2021&from=country%3DJP%26sort%3D-ends");
        await page.FillAsync("#on", "2035-01-01");
        await page.ClickAsync(".picker button");
        (await page.InnerTextAsync("h2 >> nth=0")).ShouldContain("on 1 Jan 2035");
        await page.ClickAsync(".back");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&on=2035-01-01&sort=-ends");
    }

    [Fact]
    public async Task Each_number_leads_to_as_many_records()
    {
        var page = await site.OpenAsync("/countries?on=2021-12-31", hasScript: false);
        var row = page.Locator("tr", new() { HasText = "Japan" }).Locator(".count a");
        var numbers = await row.AllInnerTextsAsync();
        var addresses = await row.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        numbers.Count.ShouldBeGreaterThan(2);
        foreach (var (number, address) in numbers.Zip(addresses))
        {
            await page.GotoAsync(address);
            (await page.Locator("tbody tr").CountAsync()).ShouldBe(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), address);
        }
    }

    [Theory]
    [InlineData("/agreements")]
    [InlineData("/agreements/30")]
    [InlineData("/countries")]
    [InlineData("/settings")]
    [InlineData("/help")]
    [InlineData("/findings")]
    [InlineData("/findings/f10-e1")]
    [InlineData("source")]
    public async Task A_page_is_light(string path)
    {
        var answers = new ConcurrentQueue<IResponse>();
        var page = await site.OpenAsync(path == "source" ? Site.Source : path, isFirst: true, watch: p => p.Response += (_, response) => answers.Enqueue(response));
        // A browser fetches the icon after all else.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = new List<(string Path, int Bytes)>();
        foreach (var answer in answers)
            sizes.Add((new Uri(answer.Url).AbsolutePath, (await answer.Request.SizesAsync()).ResponseBodySize));
        sizes.Sum(s => s.Bytes).ShouldBeInRange(1_000, MostOfAPage);
        sizes.Where(s => s.Path.EndsWith(".css", StringComparison.Ordinal)).Sum(s => s.Bytes).ShouldBeInRange(1_000, MostOfSheets);
    }
}

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>From one room to the next on the same day, and from one day to another in each room; with a script and without.</summary>
public class TravelTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_goes_along_from_home_to_a_country_to_a_partner_to_an_agreement(bool hasScript)
    {
        var page = await site.OpenAsync("/", hasScript: hasScript);
        (await page.InnerTextAsync("h1")).ShouldBe("88 in force with 85 partners in 13 countries");
        await page.FillAsync("#on", "2021");
        await page.PressAsync("#on", "Enter");
        await page.WaitForURLAsync("**/?on=2021");
        (await page.InnerTextAsync("h1")).ShouldBe("90 in force with 89 partners in 17 countries");
        await page.ClickAsync("h1 >> text=17 countries");
        await page.ClickAsync("tbody th a:has-text('Canada')");
        page.Url.ShouldBe($"{site.Address}/countries/CA?on=2021");
        (await page.InnerTextAsync(".sum")).ShouldContain("1");
        await page.ClickAsync(".counted a:has-text('British Columbia')");
        (await page.InnerTextAsync("h1")).ShouldBe("British Columbia Institute of Technology");
        await page.ClickAsync(".lifelines tbody a");
        page.Url.ShouldStartWith($"{site.Address}/agreements/9?on=2021&from=");
        (await page.InnerTextAsync("h2 >> nth=0")).ShouldContain("on 31 Dec 2021");
        await page.ClickAsync(".travelling a");
        (await page.InnerTextAsync("h2 >> nth=0")).ShouldContain("today");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/countries/JP")]
    [InlineData("/partners")]
    [InlineData("/")]
    public async Task Another_day_is_chosen_where_one_is(string path)
    {
        var page = await site.OpenAsync(path, hasScript: false);
        await page.ClickAsync(".days a >> text=End of 2024");
        page.Url.ShouldBe($"{site.Address}{path}?on=2024-12-31");
        (await page.InnerTextAsync(".travelling")).ShouldContain("31 Dec 2024");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Each_number_of_a_country_leads_to_as_many_records()
    {
        var page = await site.OpenAsync("/countries/JP?on=2021-12-31", hasScript: false);
        var tiles = page.Locator(".sum a");
        var numbers = await tiles.Locator("b").AllInnerTextsAsync();
        var addresses = await tiles.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        numbers.Count.ShouldBe(6);
        foreach (var (number, address) in numbers.Zip(addresses))
        {
            await page.GotoAsync(address);
            (await page.Locator("tbody tr").CountAsync()).ShouldBe(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), address);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task The_line_of_the_day_goes_through_all_lifelines()
    {
        var page = await site.OpenAsync("/countries/JP");
        foreach (var width in new[] { 1280, 700, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var lines = await page.Locator(".life-line").EvaluateAllAsync<double[]>("all => all.map(s => s.getBoundingClientRect().left)");
            lines.Length.ShouldBe(30);
            lines.Distinct().Count().ShouldBe(1, $"{width}: every line begins where the others do");
            (await page.Locator(".life-head").EvaluateAsync<double>("head => head.getBoundingClientRect().left")).ShouldBe(lines[0], 0.5);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task What_a_chart_shows_can_be_read_as_numbers_without_script()
    {
        var page = await site.OpenAsync("/countries/JP", hasScript: false);
        await page.ClickAsync(".numbers summary");
        await page.ClickAsync(".numbers tr:has-text('2021') a >> nth=0");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&standing=in-force-until&on=2021-12-31");
        await page.CloseAsync();
    }
}

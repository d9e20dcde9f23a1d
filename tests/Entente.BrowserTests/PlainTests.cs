using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Pages are documents: they work without script, on the smallest screen, and from this server alone.</summary>
public class PlainTests(Site site)
{
    private const int MostOfAPage = 60_000, MostOfSheets = 25_000;

    [Fact]
    public async Task A_question_is_asked_and_kept_as_an_address_without_script()
    {
        var page = await site.OpenAsync("/", hasScript: false);
        await page.SelectOptionAsync("#country", "JP");
        await page.FillAsync("#on", "2021");
        await page.ClickAsync("text=Show");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&on=2021");
        (await page.InnerTextAsync(".said")).ShouldContain("31 Dec 2021");
        await page.ClickAsync("thead a:has-text('Ends')");
        await page.ClickAsync("thead a:has-text('Ends')");
        page.Url.ShouldBe($"{site.Address}/agreements?country=JP&on=2021&sort=-ends");
        (await page.GetAttributeAsync("thead th:has-text('Ends')", "aria-sort")).ShouldBe("descending");
        await page.ClickAsync("tbody a >> nth=0");
        page.Url.ShouldEndWith("?on=2021");
        await page.FillAsync("#on", "2035-01-01");
        await page.ClickAsync("text=Show");
        (await page.InnerTextAsync("h2 >> nth=0")).ShouldContain("on 1 Jan 2035");
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
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task Nothing_is_asked_of_anyone_else_and_nothing_is_forbidden(string path)
    {
        var hosts = new ConcurrentQueue<string>();
        var complaints = new ConcurrentQueue<string>();
        var page = await site.OpenAsync(path, watch: p =>
        {
            p.Request += (_, request) => hosts.Enqueue(new Uri(request.Url).Authority);
            p.Console += (_, said) => complaints.Enqueue(said.Text);
        });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        hosts.Distinct().ShouldBe([new Uri(site.Address).Authority]);
        // That a page is not found or not understood is said there too.
        complaints.Where(c => !c.Contains("the server responded with a status of 4", StringComparison.Ordinal)).ShouldBeEmpty();
        (await page.Locator("script, [style], [onclick]").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task The_smallest_screen_is_never_scrolled_sideways(string path)
    {
        var page = await site.OpenAsync(path, width: 320);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/agreements")]
    [InlineData("/agreements/30")]
    [InlineData("/countries")]
    public async Task A_page_is_light(string path)
    {
        var answers = new ConcurrentQueue<IResponse>();
        var page = await site.OpenAsync(path, watch: p => p.Response += (_, response) => answers.Enqueue(response));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = new List<(string Path, int Bytes)>();
        foreach (var answer in answers)
            sizes.Add((new Uri(answer.Url).AbsolutePath, (await answer.Request.SizesAsync()).ResponseBodySize));
        sizes.Sum(s => s.Bytes).ShouldBeInRange(1_000, MostOfAPage);
        sizes.Where(s => s.Path.EndsWith(".css", StringComparison.Ordinal)).Sum(s => s.Bytes).ShouldBeInRange(1_000, MostOfSheets);
    }

    [Fact]
    public async Task Paper_and_chosen_colours_have_a_look_of_their_own()
    {
        var page = await site.OpenAsync("/agreements/30", ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator(".nav").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        (await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches")).ShouldBeTrue();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.st'), '::before').backgroundColor")).ShouldNotBe("rgba(0, 0, 0, 0)");
    }
}

using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Every page can be used by everyone, in either light, on any screen. One load of a page serves all that is asked of it.</summary>
public class AccessTests(Site site)
{
    private static readonly HashSet<string> seenInTheDark =
        ["/agreements?country=JP&on=2021&standing=in-force-until&sort=-ends", "/agreements?on=soon&country=CA", "/agreements/30", "/agreements/101", "/agreements/9/renewals", "/agreements/9/correction", "/countries", "/no-such-page"];

    private static readonly HashSet<string> seenOnAPhone = ["/agreements?country=JP&on=2021&standing=in-force-until&sort=-ends", "/agreements?within=abc&sort=foo", "/agreements/30", "/agreements/9/renewals", "/agreements/9/correction", "/countries"];

    [Theory]
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task Nothing_is_violated_asked_elsewhere_or_scrolled_sideways(string path)
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
        (await page.Locator("script:not([src]), [style], [onclick]").CountAsync()).ShouldBe(0);
        await page.ViolatesNothingAsync(Axe.Everything);
        foreach (var width in new[] { 1200, 1030, 900, 700, 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }

        await page.SetViewportSizeAsync(390, 800);
        if (seenOnAPhone.Contains(path))
            await page.ViolatesNothingAsync(Axe.Everything);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        if (seenInTheDark.Contains(path))
            await page.ViolatesNothingAsync(Axe.Colours);
        await page.CloseAsync();
    }

    [Fact]
    public void What_is_seen_in_the_dark_and_on_a_phone_is_among_the_pages() =>
        seenInTheDark.Union(seenOnAPhone).Except(Site.Pages.Select(p => p.Data)).ShouldBeEmpty();
}

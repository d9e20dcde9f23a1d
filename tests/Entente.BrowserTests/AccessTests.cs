using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Every page can be used by everyone, in either light, on any screen. One load of a page serves all that is asked of it.</summary>
public class AccessTests(Site site)
{
    /// <summary>Pages that no address leads to directly, each with the reason.</summary>
    private static readonly Dictionary<string, string> unasked = new()
    {
        ["/not-found"] = "/no-such-page shows it", ["/problem"] = "a fault shows it",
        ["/imports/{Id}"] = reviewed, ["/imports/{Id}/records/{Record:int}"] = reviewed, ["/imports/{Id}/records/{Record:int}/correction"] = reviewed, ["/imports/{Id}/storing"] = reviewed,
        ["/running/{Id}"] = "RunningTests look at what runs, whose address is made when it is begun",
    };

    private const string reviewed = "ReviewTests look at a list under review, whose address is made when it is begun";

    [Fact]
    public void Each_page_is_looked_at() =>
        typeof(Entente.App.Shell.Cli).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)
            .Where(t => !unasked.ContainsKey(t) && !Site.Pages.Any(p => Leads(p.Data, t))).ShouldBeEmpty();

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
        await page.ViolatesNothingAsync(Axe.Everything, "in light");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.ViolatesNothingAsync(Axe.Everything, "in the dark");
        // 640 is a page of 1280 at twice its size.
        foreach (var width in new[] { 1200, 1030, 900, 700, 640, 320, 390 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }

        await page.ViolatesNothingAsync(Axe.Everything, "on a phone");
        await page.CloseAsync();
    }

    /// <summary>Its address is made when its list is imported.</summary>
    [Fact]
    public async Task Nothing_is_violated_on_the_page_of_a_partner()
    {
        var page = await site.OpenAsync("/partners?words=freiberg");
        var address = await page.GetAttributeAsync("tbody th a", "href");
        await page.CloseAsync();
        foreach (var part in new[] { "", "/record", "/edit" })
            await Nothing_is_violated_asked_elsewhere_or_scrolled_sideways(address + part);
    }

    private static bool Leads(string path, string template) =>
        Regex.IsMatch(path.Split('?')[0], $"^{Regex.Replace(template, "{[^}]*}", hole => hole.Value.StartsWith("{*", StringComparison.Ordinal) ? ".+" : "[^/]+")}$");
}

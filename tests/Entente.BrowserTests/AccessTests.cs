using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>WCAG 2.2 AA and the good habits beyond it, as far as a program can tell: not one violation.</summary>
public class AccessTests(Site site)
{
    // The size of targets is not looked at unless it is asked for.
    private static readonly AxeRunOptions everything = new()
    {
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    // The dark has the same words and the same places in other colours.
    private static readonly AxeRunOptions colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    [Theory]
    [MemberData(nameof(Site.Pages), MemberType = typeof(Site))]
    public async Task Nothing_is_violated_in_the_light(string path) => await ViolatesNothingAsync(path, everything);

    [Theory]
    [InlineData("/agreements?country=CN")]
    [InlineData("/agreements?on=soon&country=CA")]
    [InlineData("/agreements/30")]
    [InlineData("/countries?on=2021-12-31")]
    [InlineData("/no-such-page")]
    public async Task Nothing_is_violated_in_the_dark(string path) => await ViolatesNothingAsync(path, colours, ColorScheme.Dark);

    [Theory]
    [InlineData("/agreements?country=JP")]
    [InlineData("/agreements/30")]
    [InlineData("/countries")]
    public async Task Nothing_is_violated_on_a_phone(string path) => await ViolatesNothingAsync(path, everything, width: 390);

    private async Task ViolatesNothingAsync(string path, AxeRunOptions options, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var page = await site.OpenAsync(path, scheme, width);
        var result = await page.RunAxe(options);
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")).ShouldBeEmpty();
        result.Passes.ShouldNotBeEmpty();
        await page.Context.CloseAsync();
    }
}

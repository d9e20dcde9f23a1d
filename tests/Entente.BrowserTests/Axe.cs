using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>WCAG 2.2 AA and the good habits beyond it, as far as a program can tell.</summary>
internal static class Axe
{
    // The size of targets is not looked at unless it is asked for.
    public static readonly AxeRunOptions Everything = new()
    {
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    public static async Task ViolatesNothingAsync(this IPage page, AxeRunOptions options, string? seen = null)
    {
        var result = await page.RunAxe(options);
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")).ShouldBeEmpty(seen);
        result.Passes.ShouldNotBeEmpty();
    }
}

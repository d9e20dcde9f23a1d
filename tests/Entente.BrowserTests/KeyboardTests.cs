using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Everything can be reached and seen without a mouse.</summary>
public class KeyboardTests(Site site)
{
    private const string Focused = """
        () => {
          const at = document.activeElement, look = getComputedStyle(at), box = at.getBoundingClientRect();
          return { name: at.id || at.getAttribute('href') || at.textContent.trim(), outline: look.outlineStyle === 'none' ? 0 : parseFloat(look.outlineWidth),
            seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight };
        }
        """;

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var page = await site.OpenAsync("/agreements");
        await page.Keyboard.PressAsync("Tab");
        var stop = await StopAsync(page);
        stop.Name.ShouldBe("#content");
        stop.Seen.ShouldBeTrue();
        await page.Keyboard.PressAsync("Enter");
        (await StopAsync(page)).Name.ShouldBe("content");
        await page.Keyboard.PressAsync("Tab");
        (await StopAsync(page)).Name.ShouldStartWith("/agreements?on=");
    }

    [Fact]
    public async Task Each_stop_is_seen_and_comes_in_the_order_of_the_page()
    {
        var page = await site.OpenAsync("/agreements");
        var stops = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await StopAsync(page);
            stop.Outline.ShouldBeGreaterThanOrEqualTo(2, stop.Name);
            stop.Seen.ShouldBeTrue(stop.Name);
            stops.Add(stop.Name);
        }

        string[] landmarks = ["#content", "/countries", "on", "words", "country", "kind", "standing", "/agreements?standing=ended", "/agreements?view=timeline", "/agreements.csv", "/agreements?sort=partner", "/agreements/1"];
        landmarks.Select(l => stops.IndexOf(l)).ShouldBe(landmarks.Select(l => stops.IndexOf(l)).Where(at => at >= 0).Order());
    }

    [Fact]
    public async Task A_list_is_asked_for_and_an_agreement_opened_with_keys_only()
    {
        var page = await site.OpenAsync("/agreements");
        await page.FocusAsync("#words");
        await page.Keyboard.TypeAsync("british columbia");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("caption", new() { HasText = "1 agreement," }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.FocusAsync("tbody a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/agreements/9?from=*");
        (await page.InnerTextAsync("h1")).ShouldBe("British Columbia Institute of Technology");
    }

    [Fact]
    public async Task What_scrolls_by_itself_can_be_scrolled_with_keys()
    {
        var page = await site.OpenAsync("/agreements/9", width: 390);
        var regions = page.Locator(".wide");
        for (var i = 0; i < await regions.CountAsync(); i++)
        {
            await regions.Nth(i).FocusAsync();
            (await StopAsync(page)).Outline.ShouldBeGreaterThanOrEqualTo(2);
        }
    }

    private static Task<Stop> StopAsync(IPage page) => page.EvaluateAsync<Stop>(Focused);

    private sealed record Stop
    {
        public string Name { get; set; } = "";

        public double Outline { get; set; }

        public bool Seen { get; set; }
    }
}

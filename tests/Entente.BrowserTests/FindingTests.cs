using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Findings are worked off: with a mouse, with keys, without script.</summary>
public class FindingTests(Site site)
{
    private const string Misspelt = "/findings?code=partner.misspelt";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_is_corrected_with_its_finding_and_the_next_one_comes(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync(Misspelt, hasScript);
        await page.ClickAsync("text=Begin with the first");
        (await page.InnerTextAsync(".differences")).ShouldContain("Kyoto Institute of Technology");
        await page.ClickAsync("button:has-text('Accept this')");
        page.Url.ShouldEndWith("/findings/f15-e1?code=partner.misspelt");
        (await page.InnerTextAsync("[role=status]")).ShouldBe("Accepted. Agreement 30 now says: Kyoto Institute of Technology.");
        (await page.InnerTextAsync(".stepper nav")).ShouldContain("1 of 6");

        await page.ClickAsync("button:has-text('Dismiss')");
        (await page.GetAttributeAsync("#reason", "aria-invalid")).ShouldBe("true");
        (await page.InnerTextAsync("#reason-wrong")).ShouldContain("Say which");
        await page.FillAsync("#reason", "so they spell it");
        await page.ClickAsync("button:has-text('Dismiss')");
        page.Url.ShouldEndWith("/findings/f17-e1?code=partner.misspelt");

        await page.GotoAsync("/agreements/34");
        (await page.InnerTextAsync("#findings")).ShouldContain("so they spell it");
        await page.ClickAsync("#findings a >> nth=0");
        await page.ClickAsync("button:has-text('Open it again')");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("Open again");
        (await page.Locator("button:has-text('Accept this')").IsVisibleAsync()).ShouldBeTrue();
        await page.GotoAsync("/agreements/30");
        (await page.InnerTextAsync("h1")).ShouldBe("Kyoto Institute of Technology");
    }

    [Fact]
    public async Task Keys_go_to_the_next_and_back_accept_and_dismiss()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync(Misspelt);
        await PressAsync(page, "j", "/findings/f14-e1");
        await PressAsync(page, "j", "/findings/f15-e1");
        await PressAsync(page, "k", "/findings/f14-e1");
        await PressAsync(page, "a", "/findings/f15-e1");
        await page.Keyboard.PressAsync("d");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("reason");
        await page.Keyboard.TypeAsync("so they spell it");
        await PressAsync(page, "Enter", "/findings/f17-e1");
        await page.GotoAsync(Misspelt + "&state=dismissed");
        (await page.InnerTextAsync(".look-rows")).ShouldContain("so they spell it");
    }

    [Fact]
    public async Task All_keys_of_the_page_are_told()
    {
        var page = await site.OpenAsync("/findings/f14-e1");
        await page.Keyboard.PressAsync("?");
        var keys = await page.InnerTextAsync("dl.keys");
        foreach (var told in new[] { "Next", "Previous", "Accept this", "Dismiss", "Correct the record of agreement 30" })
            keys.ShouldContain(told);
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_last_decision_leaves_nothing_to_look_at()
    {
        await using var own = await site.OwnAsync();
        await own.RunAsync(["findings", "dismiss", .. Enumerable.Range(1, 38).Select(n => $"f{n}"), "--reason", "known"]);
        var page = await own.OpenAsync("/findings");
        await page.ClickAsync("text=Begin with the first");
        await page.ClickAsync("button:has-text('It is right')");
        (await page.InnerTextAsync("h2")).ShouldBe("Nothing left to look at");
        await page.ViolatesNothingAsync(Axe.Everything);
        await page.ClickAsync("text=Show what was decided");
        await page.WaitForLoadStateAsync();
        (await page.Locator(".look-rows > li").CountAsync()).ShouldBe(39);
    }

    private static async Task PressAsync(IPage page, string key, string path)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync($"**{path}*");
    }
}

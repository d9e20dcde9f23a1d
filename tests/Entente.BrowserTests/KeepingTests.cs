using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>What a person does to keep the register, from the first click to the last; each with script and without.</summary>
public class KeepingTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_is_corrected_and_the_way_there_is_kept(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements?country=CA&on=2021", hasScript);
        await page.ClickAsync("tbody a[href^='/agreements/9?']");
        await page.ClickAsync(".acts >> text=Correct");
        await page.FillAsync("#partner-1-city", "Burnaby");
        await page.ClickAsync("summary:has-text('Another partner')");
        await page.FillAsync("#partner-2-name", "University of Vienna");
        await page.FillAsync("#partner-2-country", "Utopia");
        await page.FillAsync("#term", "3 years");
        await page.ClickAsync("text=Save the correction");
        await page.ClickAsync("#trouble a");
        (await FocusedAsync(page)).ShouldBe("partner-2-country");
        (await page.InputValueAsync("#partner-1-city")).ShouldBe("Burnaby");
        await page.FillAsync("#partner-2-country", "Austria");
        await page.FillAsync("#reason", "looked up in the document");
        await page.ClickAsync("text=Save the correction");
        page.Url.ShouldEndWith("/agreements/9?on=2021&from=country%3DCA");
        (await page.InnerTextAsync(".toast")).ShouldContain("Agreement 9 is corrected.");
        (await page.InnerTextAsync("h1")).ShouldContain("University of Vienna");
        (await page.InnerTextAsync("#history")).ShouldContain("looked up in the document");
        await page.ClickAsync(".back");
        page.Url.ShouldEndWith("/agreements?country=CA&on=2021");
    }

    [Theory]
    [InlineData(true, "signing", "15 Jan 2031")]
    [InlineData(false, "signing", "15 Jan 2031")]
    [InlineData(true, "old-end", "23 Jul 2030")]
    [InlineData(false, "old-end", "23 Jul 2030")]
    public async Task A_late_renewal_is_asked_about_and_counts_from_where_it_is_told_to(bool hasScript, string anchor, string end)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/9", hasScript);
        await page.ClickAsync("text=Renew");
        await page.FillAsync("#on", "2026-01-15");
        // Enter presses no button that confirms anything.
        await page.PressAsync("#on", "Enter");
        (await FocusedAsync(page)).ShouldBe("trouble");
        (await page.InnerTextAsync("#trouble")).ShouldContain("Is this meant? Nothing is recorded yet.");
        (await page.InnerTextAsync(".choices")).ShouldContain($"Then it ends: {end}");
        await page.PressAsync("#on", "Enter");
        (await page.InnerTextAsync("#trouble")).ShouldContain("Is this meant?");
        if (anchor == "old-end")
        {
            await page.CheckAsync("input[value=old-end]");
            await page.ClickAsync("text=Show what would be");
            (await page.InnerTextAsync(".would-be")).ShouldContain(end);
            await page.ClickAsync("text=Record the renewal");
        }
        else
        {
            await page.ClickAsync("text=Record it all the same");
        }

        (await page.InnerTextAsync(".toast")).ShouldContain("Agreement 9: renewal recorded.");
        (await page.InnerTextAsync(".facts")).ShouldContain(end);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agreement_is_terminated(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/1", hasScript);
        await page.ClickAsync("text=Terminate");
        await page.FillAsync("#on", "2026-10-31");
        await page.FillAsync("#by", "the partner");
        await page.FillAsync("#reason", "letter of 2 May");
        await page.ClickAsync("text=Show what would be");
        (await page.InnerTextAsync(".would-be")).ShouldContain("Ended");
        await page.ClickAsync("text=Record the termination");
        (await page.InnerTextAsync("#standing-title")).ShouldContain("Ended");
        (await page.InnerTextAsync("#history")).ShouldContain("letter of 2 May");
        (await page.Locator(".acts > a").AllInnerTextsAsync()).ShouldBe(["Correct"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_earlier_version_is_restored_and_what_was_deleted_comes_back(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        await own.RunAsync("edit", "9", "--term", "3 years");
        var page = await own.OpenAsync("/agreements/9", hasScript);
        await page.ClickAsync("text=Restore this version");
        (await page.InnerTextAsync(".differences >> nth=0")).ShouldContain("5 years");
        await page.ClickAsync("button:has-text('Restore this version')");
        (await page.InnerTextAsync(".facts")).ShouldContain("23 Jul 2025");
        await page.ClickAsync("summary:has-text('More')");
        await page.ClickAsync("text=Delete");
        await page.FillAsync("#reason", "entered twice");
        await page.ClickAsync("text=Delete the agreement");
        await page.ClickAsync(".toast a");
        (await page.InnerTextAsync("table")).ShouldContain("entered twice");
        await page.ClickAsync("text=Bring back");
        page.Url.ShouldBe($"{own.Address}/agreements/9");
        (await page.InnerTextAsync(".toast")).ShouldContain("is back in the register");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_people_at_once_lose_nothing(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var (one, other) = (await own.OpenAsync("/agreements/9/correction", hasScript), await own.OpenAsync("/agreements/9/correction", hasScript));
        await one.FillAsync("#note", "from one");
        await one.FillAsync("#title", "Exchange");
        await one.ClickAsync("text=Save the correction");
        await other.FillAsync("#note", "from the other");
        await other.ClickAsync("text=Save the correction");
        (await other.InnerTextAsync("#trouble")).ShouldContain("Someone else changed this record");
        (await other.InnerTextAsync("#trouble tbody")).ShouldContain("from one");
        (await other.InnerTextAsync("#trouble tbody")).ShouldContain("from the other");
        (await other.InputValueAsync("#note")).ShouldBe("from the other");
        (await other.InputValueAsync("#title")).ShouldBe("Exchange");
        if (hasScript)
            await other.ViolatesNothingAsync(Axe.Everything);
        await other.ClickAsync("text=Save the correction");
        var facts = await other.InnerTextAsync(".facts");
        facts.ShouldContain("from the other");
        facts.ShouldContain("Exchange");
    }

    [Fact]
    public async Task What_is_asked_refused_and_shown_violates_nothing_on_any_screen()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/9/renewals");
        await page.FillAsync("#on", "2026-01-15");
        await page.ClickAsync("text=Record the renewal");
        await EverywhereAsync(page);
        await page.FillAsync("#on", "banana");
        await page.FillAsync("#length", "a while");
        await page.ClickAsync("text=Record the renewal");
        await EverywhereAsync(page);
        await page.GotoAsync("/agreements/9/deletion");
        await page.ClickAsync("text=Delete the agreement");
        foreach (var path in new[] { "/bin", "/agreements/9", "/agreements/9/restoration" })
        {
            await page.GotoAsync(path);
            await EverywhereAsync(page);
        }
    }

    [Fact]
    public async Task Keys_lead_to_the_acts()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/9");
        foreach (var (key, title) in new[] { ("r", "Record a renewal"), ("x", "Record an extension"), ("e", "Correct the record") })
        {
            await page.Keyboard.PressAsync(key);
            await page.Locator("h1", new() { HasText = title }).WaitForAsync();
            await page.GotoAsync("/agreements/9");
        }
    }

    /// <summary>A page without script puts the focus where it belongs after it was shown.</summary>
    private static async Task<string> FocusedAsync(IPage page)
    {
        for (var i = 0; i < 50 && await page.EvaluateAsync<bool>("() => document.activeElement === document.body"); i++)
            await page.WaitForTimeoutAsync(100);
        return await page.EvaluateAsync<string>("() => document.activeElement.id");
    }

    private static async Task EverywhereAsync(IPage page)
    {
        await page.ViolatesNothingAsync(Axe.Everything);
        foreach (var width in new[] { 390, 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.ViolatesNothingAsync(Axe.Everything);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}

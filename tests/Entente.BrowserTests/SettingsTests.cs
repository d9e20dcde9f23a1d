using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>A person changes what the register says of itself.</summary>
public class SettingsTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_way_of_counting_is_looked_at_and_then_changed(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/agreements/1", hasScript);
        await page.ClickAsync("a[href='/settings']");
        await page.CheckAsync("input[value=day-before]");
        await page.FillAsync("#other-name", "Springfield University\nSU");
        await page.FillAsync("#reason", "as our lawyers count");
        await page.ClickAsync("text=Show what would change");
        (await page.InnerTextAsync("#effect")).ShouldContain("Ends that would be another day: 54");
        (await page.IsCheckedAsync("input[value=day-before]")).ShouldBeTrue();
        (await page.InputValueAsync("#other-name")).ShouldBe("Springfield University\nSU");
        await page.ClickAsync("button:text-is('Save')");
        (await page.InnerTextAsync(".toast")).ShouldContain("The settings are saved.");
        (await page.InnerTextAsync(".changes")).ShouldContain("as our lawyers count");
        await page.GotoAsync("/agreements/1");
        (await page.InnerTextAsync(".until")).ShouldContain("7 Nov 2027");
        await page.ReloadAsync();
        (await page.Locator(".toast").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wording_that_is_not_known_is_told(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        await own.RunAsync("add", "--partner", "Lumen University", "--kind", "Frame contract", "--signed", "2024");
        var page = await own.OpenAsync("/settings", hasScript);
        await page.SelectOptionAsync("#means-0", new SelectOptionValue { Label = "Framework agreement" });
        await page.ClickAsync("text=Save what they mean");
        (await page.Locator("#means-0").CountAsync()).ShouldBe(0);
        await page.ClickAsync("tr:has-text('Framework agreement') .count a");
        (await page.InnerTextAsync("tbody")).ShouldContain("Frame contract");
        await page.GoBackAsync();
        await page.ClickAsync("bdi:text-is('Framework agreement')");
        await page.FillAsync("#name", "Umbrella");
        await page.ClickAsync("button:text-is('Save')");
        await page.ClickAsync("bdi:text-is('Umbrella')");
        await page.ClickAsync("button.danger");
        (await page.InnerTextAsync("#kinds ~ .wide")).ShouldContain("Framework agreement");
        (await page.Locator("#means-0").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_gets_the_focus_and_violates_nothing()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/settings");
        await page.FillAsync("#time-zone", "Mars/Base");
        await page.FillAsync("#ends-soon", "soon");
        await page.ClickAsync("button:text-is('Save')");
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'trouble'");
        await page.ViolatesNothingAsync(Axe.Everything);
        await page.ClickAsync("#trouble a >> nth=0");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("time-zone");
        (await page.InputValueAsync("#ends-soon")).ShouldBe("soon");
    }
}

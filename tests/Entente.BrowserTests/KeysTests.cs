using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>Keys that make a person faster: they are told on the page, and whoever does not want them has none.</summary>
public class KeysTests(Site site)
{
    private const string Focused = "() => document.activeElement.id || document.activeElement.textContent.trim()";

    [Fact]
    public async Task The_keys_of_a_page_are_told_and_the_work_goes_on_where_it_was()
    {
        var page = await site.OpenAsync("/agreements?on=2021");
        await page.FocusAsync("tbody a >> nth=2");
        var before = await page.EvaluateAsync<string>(Focused);
        await page.Keyboard.PressAsync("?");
        (await page.EvaluateAsync<bool>("() => document.querySelector('#keys').matches(':modal')")).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("() => document.querySelector('#keys').contains(document.activeElement)")).ShouldBeTrue();
        await page.ViolatesNothingAsync(Axe.Everything);
        var told = await page.Locator("#keys dt").AllInnerTextsAsync();
        told.Select(t => string.Join(' ', t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldBe(
            await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[aria-keyshortcuts], [data-keys]')].filter(e => e.checkVisibility()).map(e => e.dataset.keys ?? e.ariaKeyShortcuts ?? e.getAttribute('aria-keyshortcuts'))"));
        (await page.Locator("#keys dd").AllInnerTextsAsync()).ShouldAllBe(what => what.Length > 0);
        (await page.Locator("#keys dd").AllInnerTextsAsync()).ShouldContain("Back to today");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>(Focused)).ShouldBe(before);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Keys_lead_to_places_and_into_fields_and_letters_stay_letters()
    {
        var page = await site.OpenAsync("/agreements");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>(Focused)).ShouldBe("words");
        await page.Keyboard.TypeAsync("g c t ?");
        (await page.InputValueAsync("#words")).ShouldBe("g c t ?");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("t");
        (await page.EvaluateAsync<string>(Focused)).ShouldBe("on");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("c");
        new Uri(page.Url).AbsolutePath.ShouldBe("/agreements", "what was typed may by now be searched for");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/countries");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Keys_can_be_switched_off_and_on_again()
    {
        var page = await site.OpenAsync("/countries", isFirst: true);
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys [name=keys]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Escape");
        foreach (var key in new[] { "?", "g", "a", "t" })
            await page.Keyboard.PressAsync(key);
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => document.activeElement.tagName")).ShouldNotBe("INPUT");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("?");
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeFalse("it is remembered");
        await page.Locator(".foot [data-opens=keys]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#keys [name=keys]").SetCheckedAsync(true);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync("**/agreements");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_menu_is_opened_and_left_with_keys()
    {
        var page = await site.OpenAsync("/style");
        var menu = page.Locator("details.menu").First;
        await menu.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        (await menu.Locator("a").First.EvaluateAsync<bool>("a => a === document.activeElement")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        (await menu.GetAttributeAsync("open")).ShouldBeNull();
        (await menu.Locator("summary").EvaluateAsync<bool>("s => s === document.activeElement")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1").ClickAsync();
        (await menu.GetAttributeAsync("open")).ShouldBeNull();
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_dialog_is_opened_by_its_link_and_closed_by_its_button()
    {
        var page = await site.OpenAsync("/style");
        await page.FocusAsync("[data-opens=style-dialog]");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#style-dialog").IsVisibleAsync()).ShouldBeTrue();
        await page.ViolatesNothingAsync(Axe.Everything);
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#style-dialog").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string>("() => document.activeElement.dataset.opens")).ShouldBe("style-dialog");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_keys_are_a_page()
    {
        var page = await site.OpenAsync("/agreements", hasScript: false);
        (await page.GetAttributeAsync(".foot [data-opens=keys]", "href")).ShouldStartWith("/help");
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeFalse();
        await page.Context.CloseAsync();
    }
}

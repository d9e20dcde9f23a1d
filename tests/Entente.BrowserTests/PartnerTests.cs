using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>A person says who the partners are.</summary>
public class PartnerTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Partners_are_linked_all_that_are_certain_and_one_by_one(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/partners", hasScript);
        await page.ClickAsync("a[href='/partners/match']");
        await page.ClickAsync("button:has-text('Link all')");
        (await page.InnerTextAsync(".toast")).ShouldContain("Linked to their records: 5.");
        await page.ClickAsync("section:has(h2:text-is('Chemnitz University of Technology')) a:text-is('Look closer')");
        await page.ClickAsync("button:has-text('Link') >> nth=0");
        (await page.InnerTextAsync(".toast")).ShouldContain("Chemnitz University of Technology is linked.");
        await page.GotoAsync("/partners?words=秋田");
        await page.ClickAsync("tbody th a");
        (await page.InnerTextAsync("#identity")).ShouldContain("秋田大学");
        await page.GotoAsync("/partners?words=chemnitz");
        await page.ClickAsync("tbody th a");
        await page.ClickAsync("#identity a:text-is('Record in the registry')");
        await page.ClickAsync("button:text-is('Take over')");
        (await page.InnerTextAsync("h1")).ShouldBe("Chemnitz University of Technology and Design");
        (await page.InnerTextAsync("#linked")).ShouldContain("Ours and the registry's say the same.");
        (await own.RunAsync("verify")).ShouldContain("all of it holds");
    }

    [Fact]
    public async Task The_queue_is_gone_through_with_keys()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/partners/match?show=likely");
        await page.ClickAsync("a:text-is('Look closer') >> nth=0");
        var first = await page.InnerTextAsync("h1");
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync(url => !url.Contains("nth", StringComparison.Ordinal) && page.Locator("h1").InnerTextAsync().Result != first);
        var second = await page.InnerTextAsync("h1");
        await page.Keyboard.PressAsync("d");
        await page.WaitForSelectorAsync(".toast");
        (await page.InnerTextAsync(".toast")).ShouldContain($"{second} is said to be in no registry.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_that_are_one_are_merged_and_taken_apart_again(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/partners/duplicates", hasScript);
        var before = await page.Locator("section.card").CountAsync();
        await page.ClickAsync("section:has(bdi:text-is('Siberian Federeal University')) button:text-is('One partner: the first')");
        (await page.InnerTextAsync(".toast")).ShouldContain("is");
        await page.WaitForLoadStateAsync();
        (await page.Locator("section.card").CountAsync()).ShouldBe(before - 1);
        await page.GotoAsync("/partners?words=siberian+fed");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await page.ClickAsync("tbody th a");
        (await page.InnerTextAsync("#names")).ShouldContain("Merged into this one");
        await page.ClickAsync("#names button:text-is('Take back')");
        (await page.InnerTextAsync(".toast")).ShouldContain("is a partner of its own again.");
        await page.GotoAsync("/partners?words=siberian+fed");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(2);
        (await own.RunAsync("verify")).ShouldContain("all of it holds");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_known_of_a_partner_is_typed_and_what_is_wrong_is_told_beside_it(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/partners?words=freiberg", hasScript);
        await page.ClickAsync("tbody th a");
        await page.ClickAsync("#identity a:text-is('Change')");
        await page.FillAsync("#name-1-text", "TU Freiberg");
        await page.SelectOptionAsync("#name-1-kind", "official");
        await page.FillAsync("#identifier-1-value", "Freiberg");
        await page.FillAsync("#name-1-valid", "1993/..");
        await page.ClickAsync("button:text-is('Save')");
        (await page.InnerTextAsync("form")).ShouldContain("is no Erasmus code");
        (await page.InputValueAsync("#name-1-text")).ShouldBe("TU Freiberg");
        await page.FillAsync("#identifier-1-value", "d freiberg01");
        await page.CheckAsync("#type-education");
        await page.ClickAsync("button:text-is('Save')");
        (await page.InnerTextAsync("h1")).ShouldBe("TU Freiberg");
        (await page.InnerTextAsync("#identity")).ShouldContain("FREIBERG01");
        await page.GotoAsync("/partners?type=education");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_does_what_the_field_is_for(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/partners?words=ankara", hasScript);
        await page.ClickAsync("tbody th a");
        await page.ClickAsync("#identity a:text-is('Record in the registry')");
        await page.FillAsync("input[name=ror]", "000000195");
        await page.PressAsync("input[name=ror]", "Enter");
        await page.WaitForSelectorAsync(".toast");
        (await page.InnerTextAsync("#linked")).ShouldContain("https://ror.org/000000195");
        await page.GotoAsync("/partners?words=ankara");
        await page.ClickAsync("tbody th a");
        await page.ClickAsync("#identity a:text-is('Change')");
        await page.FillAsync("#city", "Angora");
        await page.PressAsync("#city", "Enter");
        await page.WaitForSelectorAsync(".toast");
        (await page.InnerTextAsync("#identity")).ShouldContain("Angora");
    }

    [Fact]
    public async Task A_mark_of_the_map_leads_to_its_partner()
    {
        await using var own = await site.OwnAsync();
        await own.RunAsync("partner", "certain");
        var page = await own.OpenAsync("/partners?view=map");
        await page.ViolatesNothingAsync(Axe.Everything, "the map");
        await page.Locator(".map a[href*='/partners/']").First.ClickAsync(new LocatorClickOptions { Force = true });
        (await page.Locator("#identity").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_has_changed_in_the_world_is_told_and_nothing_is_changed_by_it()
    {
        await using var own = await site.OwnAsync();
        await own.RunAsync("partner", "certain");
        await own.RunAsync("ror", "load", OwnSite.Registry("registry-later.json"));
        var page = await own.OpenAsync("/");
        await page.ClickAsync("a:has-text('Something has happened to 2 linked partners')");
        (await page.InnerTextAsync("#content")).ShouldContain("It is called University of Akita now; it was Akita University.");
        await page.ClickAsync("button[aria-label='Seen, leave it: Ankara University']");
        (await page.InnerTextAsync(".look-rows")).ShouldNotContain("Ankara University");
        await page.ClickAsync("a:has(bdi:text-is('Akita University'))");
        await page.ClickAsync("button:text-is('Take over')");
        (await page.InnerTextAsync("h1")).ShouldBe("University of Akita");
        await page.GotoAsync("/partners?words=ankara");
        await page.ClickAsync("tbody .count a >> nth=0");
        await page.ClickAsync("tbody a >> nth=0");
        (await page.InnerTextAsync("#content")).ShouldContain("The registry says that Ankara University is no more.");
    }
}

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>The list answers while a person types; what it does so, it does without script by a link or a button.</summary>
public class RegisterTests(Site site)
{
    [Fact]
    public async Task The_list_the_counts_and_the_address_follow_what_is_typed()
    {
        var page = await site.OpenAsync("/agreements?on=2021");
        await page.EvaluateAsync("() => { window.isSamePage = true; }");
        await page.FocusAsync("#words");
        await page.Keyboard.TypeAsync("british columbia");
        await page.WaitForURLAsync("**/agreements?words=british%20columbia&on=2021");
        await page.Locator("caption", new() { HasText = "1 agreement," }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await page.InnerTextAsync(".chips")).ShouldContain("british columbia");
        (await page.InnerTextAsync(".sum .tile:last-of-type b")).ShouldBe("1");
        (await page.TextContentAsync("#said")).ShouldBe("1 of 1 agreement");
        (await page.EvaluateAsync<string>("() => document.activeElement.id + ' ' + document.activeElement.value")).ShouldBe("words british columbia");
        (await page.EvaluateAsync<bool>("() => window.isSamePage === true")).ShouldBeTrue();
        // Another day is asked for with what was typed.
        await page.FillAsync("#on", "2024");
        await page.ClickAsync(".picker button");
        await page.WaitForURLAsync("**/agreements?words=british+columbia&on=2024");
        (await page.InputValueAsync("#words")).ShouldBe("british columbia");
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_choice_is_answered_at_once_and_going_back_takes_it_back()
    {
        var page = await site.OpenAsync("/agreements");
        await page.SelectOptionAsync("#country", "JP");
        await page.WaitForURLAsync("**/agreements?country=JP");
        await page.SelectOptionAsync("#standing", "ended");
        await page.WaitForURLAsync("**/agreements?country=JP&standing=ended");
        (await page.Locator("tbody tr").CountAsync()).ShouldBeInRange(1, 10);
        await page.GoBackAsync();
        await page.Locator("caption", new() { HasText = "30 agreements," }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        page.Url.ShouldEndWith("/agreements?country=JP");
        (await page.InputValueAsync("#standing")).ShouldBe("");
        await page.CloseAsync();
    }

    [Fact]
    public async Task What_cannot_be_understood_is_said_at_its_field()
    {
        var page = await site.OpenAsync("/agreements");
        await page.ClickAsync(".more summary");
        await page.EvaluateAsync("() => { const field = document.getElementById('begun'); field.type = 'text'; field.value = 'soon'; field.dispatchEvent(new Event('change', { bubbles: true })); }");
        await page.WaitForURLAsync("**/agreements?begun=soon");
        (await page.InnerTextAsync("#begun-wrong")).ShouldContain("\"soon\" is no year");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_before_and_after_are_one_step_away(bool hasScript)
    {
        var page = await site.OpenAsync("/agreements?sort=-number", hasScript: hasScript);
        await page.ClickAsync("#after");
        await page.WaitForURLAsync("**/agreements?sort=-number&page=2");
        (await page.InnerTextAsync(".paging")).ShouldContain("Rows 101 to 127 of 127");
        await page.Locator("tbody th", new() { HasText = "The University of Queensland" }).WaitForAsync();
        await page.ClickAsync("#before");
        await page.WaitForURLAsync("**/agreements?sort=-number");
        await page.ClickAsync("text=500");
        await page.Locator("tbody tr").Nth(126).WaitForAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(127);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Columns_are_chosen_and_kept_in_the_address(bool hasScript)
    {
        var page = await site.OpenAsync("/agreements?country=CA&sort=-ends", hasScript: hasScript);
        await page.ClickAsync(".chooser summary");
        foreach (var name in new[] { "Kind", "Why" })
            await page.GetByLabel(name, new() { Exact = true }).And(page.Locator("[type=checkbox]")).UncheckAsync();
        await page.GetByLabel("Acts", new() { Exact = true }).CheckAsync();
        await page.ClickAsync("text=Show these");
        await page.WaitForURLAsync("**/agreements?country=CA&sort=-ends&columns=number,partner,country,begins,ends,standing,acts");
        (await page.Locator("thead th").AllInnerTextsAsync()).Select(h => h.Trim(' ', '↑', '↓')).ShouldBe(["No.", "Partner", "Country", "Begins", "Ends", "Standing", "Acts"]);
        (await page.InnerTextAsync("tbody .c-acts")).ShouldBe("signed 22 Sep 2008, renewed 23 Jul 2020");
        (await page.GetAttributeAsync("text=XLSX", "href")).ShouldBe("/agreements.xlsx?country=CA&sort=-ends&columns=number,partner,country,begins,ends,standing,acts");
        await page.ClickAsync("tbody a");
        await page.ClickAsync(".back");
        page.Url.ShouldEndWith("&columns=number,partner,country,begins,ends,standing,acts");
        await page.CloseAsync();
    }

    [Fact]
    public async Task What_was_asked_for_is_taken_away_piece_by_piece_without_script()
    {
        var page = await site.OpenAsync("/agreements?words=university&country=JP&begun=2022&view=timeline&on=2024", hasScript: false);
        (await page.Locator(".chip").AllInnerTextsAsync()).Count.ShouldBe(3);
        await page.ClickAsync(".chip:has-text('Begun in year')");
        page.Url.ShouldBe($"{site.Address}/agreements?words=university&country=JP&on=2024&view=timeline");
        await page.ClickAsync(".chip-all");
        page.Url.ShouldBe($"{site.Address}/agreements?on=2024&view=timeline");
        await page.ClickAsync(".views a:has-text('Table')");
        page.Url.ShouldBe($"{site.Address}/agreements?on=2024");
        await page.CloseAsync();
    }

    [Fact]
    public async Task On_paper_the_register_is_a_list()
    {
        var page = await site.OpenAsync("/agreements?on=2024&severity=any&rows=100");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var width in new[] { 1280, 700 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var hidden in new[] { ".nav", ".filter", ".does", ".days", ".paging a", ".travelling a", ".picker", ".foot" })
                (await page.Locator(hidden).First.IsVisibleAsync()).ShouldBeFalse(hidden);
            foreach (var shown in new[] { "h1", ".chips", ".sum", "caption", "thead", "tbody tr >> nth=0" })
                (await page.Locator(shown).First.IsVisibleAsync()).ShouldBeTrue(shown);
            (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.register thead')).display")).ShouldBe("table-header-group", "the head is repeated on each page");
            (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.register tbody tr')).display")).ShouldBe("table-row");
        }

        await page.CloseAsync();
    }
}

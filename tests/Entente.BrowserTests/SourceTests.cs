namespace Entente.BrowserTests;

/// <summary>From a document to its agreements and back to its lines.</summary>
public class SourceTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_leads_to_its_agreement_and_the_agreement_to_its_row(bool hasScript)
    {
        var page = await site.OpenAsync("/sources", hasScript: hasScript);
        await page.ClickAsync("text=agreements.txt");
        await page.ClickAsync("a[aria-label='Agreement 9']");
        (await page.InnerTextAsync("h1")).ShouldBe("British Columbia Institute of Technology");
        await page.ClickAsync("section:has(#source-title) a >> nth=0");
        page.Url.ShouldEndWith("?line=44#line-44");
        await page.WaitForSelectorAsync(":target");
        (await page.EvaluateAsync<bool>("() => { const at = document.querySelector(':target').getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }")).ShouldBeTrue();
        await page.ClickAsync("text=Table of numbers");
        (await page.InnerTextAsync(".source")).ShouldContain("9 Japan 30");
        await page.ClickAsync("text=Show the whole document");
        page.Url.ShouldEndWith(Site.Source);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_long_document_is_read_on_with_keys()
    {
        var page = await site.OpenAsync(Site.Source);
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync("**line=401#line-401");
        (await page.Locator("#line-652").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("k");
        await page.WaitForURLAsync("**line=1#line-1");
        await page.CloseAsync();
    }
}

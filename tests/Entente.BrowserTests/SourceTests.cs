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
        await page.WaitForSelectorAsync(".source:has-text('9 Japan 30')");
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_leads_to_its_cell_in_the_table_that_it_was_read_from(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var list = Path.Combine(Path.GetDirectoryName(own.Data)!, "list.html");
        await File.WriteAllTextAsync(list, $"<html><body><table><tr><th>No</th><th>Country</th><th>Partner</th><th>Kind</th><th>Signed</th></tr>{string.Concat(Enumerable.Range(1, 40).Select(i =>
            $"<tr><td>{i}</td>{(i % 4 == 1 ? "<td rowspan=4>Japan</td>" : "")}<td>University of a Rather Long Name and Town {i}</td><td>Memorandum of understanding</td><td>2019-03-04</td></tr>"))}</table></body></html>", TestContext.Current.CancellationToken);
        await own.RunAsync("import", list, "--yes");
        var page = await own.OpenAsync("/sources", hasScript, width: 400);
        await page.ClickAsync("text=list.html");
        await LooksWellAsync(page, hasScript);
        await page.ClickAsync(".cells a >> nth=6");
        await page.ClickAsync(".facts a.place >> nth=0");
        (await page.InnerTextAsync(":target")).ShouldBe("University of a Rather Long Name and Town 7");
        await LooksWellAsync(page, hasScript);
        await page.CloseAsync();
    }

    /// <summary>The table scrolls within its box, and can be reached by keys.</summary>
    private static async Task LooksWellAsync(Microsoft.Playwright.IPage page, bool hasScript)
    {
        (await page.Locator(".wide[tabindex='0']:has(.cells)").CountAsync()).ShouldBeGreaterThan(0);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        if (hasScript)
            await page.ViolatesNothingAsync(Axe.Everything);
    }
}

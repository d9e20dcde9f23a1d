using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>A list is uploaded, set right, gone through and stored: with a mouse, with keys, without script.</summary>
public class ReviewTests(Site site)
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term,Remarks
        1,Montanuniversität Leoben,Austria,MOU,2020-01-02,5 years,first
        2,University of Klagenfurt,Austria,MOU,2018-06-18,5 years,second
        3,University of Agder,Norway,Student exchange,2021-03-04,5 years,third
        4,Karlstad University,Sweden,MOU,31 February 2023,5 years,fourth

        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_is_brought_in_from_the_file_to_the_register(bool hasScript)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/sources", hasScript);
        await page.ClickAsync("text=Bring in a list");
        await ViolatesNothingAsync(page, hasScript);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(List) });
        await page.ClickAsync("#upload button:has-text('Read it')");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("Nothing is stored yet");
        await ViolatesNothingAsync(page, hasScript);
        var overview = page.Url;

        await page.SelectOptionAsync("#column-1-7", "subject");
        await page.ClickAsync("button:has-text('Read it so')");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("of 4 records say something else now. To look at: 1.");

        await page.ClickAsync("button:has-text('Accept all 3')");
        (await page.InnerTextAsync(".tile[aria-current]")).ShouldContain("1");
        await page.ClickAsync("text=Go through them one by one");
        await ViolatesNothingAsync(page, hasScript);
        await page.ClickAsync("text=Correct it");
        await ViolatesNothingAsync(page, hasScript);
        await page.FillAsync("#event-1-on", "2023-02-28");
        await page.SelectOptionAsync("#event-1-act", "signed");
        await page.ClickAsync("button:has-text('Save, and on')");
        (await page.InnerTextAsync("#records")).ShouldContain("Every record is decided on");

        await page.ClickAsync("a.tile:has-text('All records')");
        await page.ClickAsync("button[aria-label='Skip record 2']");
        await page.ClickAsync("button:has-text('Undo: record 2 skipped')");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("Undone: record 2 skipped");

        await page.ClickAsync("text=Store in the register");
        await ViolatesNothingAsync(page, hasScript);
        await page.ClickAsync("button:has-text('Store it')");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("list.csv is in the register");
        await page.GotoAsync("/agreements?words=karlstad");
        (await page.InnerTextAsync("tbody")).ShouldContain("Karlstad University");

        await page.GotoAsync(overview);
        page.Url.ShouldContain("/sources/");
        await page.ClickAsync("text=Take this list back");
        await ViolatesNothingAsync(page, hasScript);
        await page.ClickAsync("button:has-text('Take the list back')");
        await page.GotoAsync("/agreements?words=karlstad");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Keys_accept_skip_undo_and_step()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync(await BeginAsync(own, "list.csv", List));
        // On a busy machine it may be opened on a page of its own first.
        await page.WaitForSelectorAsync("#records");
        await PressAsync(page, "j", "/records/4");
        await PressAsync(page, "j", "/records/1");
        await PressAsync(page, "k", "/records/4");
        await PressAsync(page, "a", "/records/1");
        await PressAsync(page, "s", "/records/2");
        await PressAsync(page, "u", "/records/1");
        await PressAsync(page, "e", "/records/1/correction");
    }

    [Fact]
    public async Task A_key_with_nothing_to_go_on_to_stays_and_says_so()
    {
        await using var own = await site.OwnAsync();
        var at = await BeginAsync(own, "list.csv", List);
        var page = await own.OpenAsync($"{at}/records/4");
        await page.WaitForSelectorAsync("#decide");
        foreach (var (key, said) in new[] { ("n", "Nothing else is left to look at"), ("k", "Previous") })
        {
            await page.Keyboard.PressAsync(key);
            (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldContain(said);
        }

        await PressAsync(page, "e", "/records/4/correction");
        foreach (var path in new[] { at, $"{at}/records/4/correction", $"{at}/storing" })
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("() => document.activeElement.blur()");
            (await page.Locator("[aria-keyshortcuts=n][href='/agreements/new']").CountAsync()).ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task Whoever_is_told_that_somebody_was_quicker_goes_on_without_being_asked()
    {
        await using var own = await site.OwnAsync();
        var at = await BeginAsync(own, "list.csv", List);
        var page = await own.OpenAsync($"{at}/records/1");
        await page.WaitForSelectorAsync("#decide");
        await own.RunAsync("review", "skip", "1");
        await page.Keyboard.PressAsync("a");
        (await page.InnerTextAsync("#trouble")).ShouldContain("Record 1 was decided on");
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await PressAsync(page, "j", "/records/2");
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_copied_from_a_page_keeps_its_cells()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/imports");
        await page.EvaluateAsync("""
            (list) => {
              const cells = list.trim().split('\n').map((l) => `<tr>${l.split(',').map((c) => `<td>${c}</td>`).join('')}</tr>`).join('');
              const data = new DataTransfer();
              data.setData('text/html', `<table>${cells}</table>`);
              data.setData('text/plain', list);
              const text = document.getElementById('text');
              text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
              text.value = list;
              text.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
            }
            """, List);
        (await page.InnerTextAsync("#rich-said")).ShouldContain("cells are kept apart");
        await page.ClickAsync("#paste button:has-text('Read it')");
        (await page.InnerTextAsync("#records")).ShouldContain("Karlstad University");
        await page.GotoAsync("/imports");
        await page.FillAsync("#text", "typed");
        (await page.Locator("#rich-said").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(700)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_scrolled_sideways_or_violated_in_the_dark(int width)
    {
        await using var own = await site.OwnAsync();
        var at = await BeginAsync(own, "list.csv", List);
        var page = await own.OpenAsync(at, width: width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        foreach (var path in new[] { "/imports", at, $"{at}/records/4", $"{at}/records/4/correction", $"{at}/storing", $"{Site.Source}/taking-back" })
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            await page.ViolatesNothingAsync(Axe.Everything, path);
        }
    }

    /// <summary>By command, while the server runs.</summary>
    internal static async Task<string> BeginAsync(OwnSite own, string name, string list)
    {
        var file = Path.Combine(Path.GetDirectoryName(own.Data)!, name);
        await File.WriteAllTextAsync(file, list, TestContext.Current.CancellationToken);
        await own.RunAsync("review", file);
        var begun = await own.RunAsync("reviews", "--json");
        return System.Text.Json.JsonDocument.Parse(begun).RootElement[0].GetProperty("path").GetString()!;
    }

    private static async Task ViolatesNothingAsync(IPage page, bool hasScript)
    {
        if (hasScript)
            await page.ViolatesNothingAsync(Axe.Everything, page.Url);
    }

    private static async Task PressAsync(IPage page, string key, string path)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync($"**{path}*");
    }
}

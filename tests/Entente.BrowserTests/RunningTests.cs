using System.Text;
using System.Text.RegularExpressions;

using Entente.App.Running;

using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>What takes longer than a second says how far it is, and may be cancelled: with script and without.</summary>
public class RunningTests(Site site)
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term
        1,Montanuniversität Leoben,Austria,MOU,2020-01-02,5 years
        2,University of Klagenfurt,Austria,MOU,2018-06-18,5 years

        """;

    [Fact]
    public async Task The_bar_moves_while_one_looks_at_it_and_the_focus_stays()
    {
        await using var own = await site.OwnAsync();
        var (act, gate) = await BeginAsync(own, Environment.UserName);
        act.Report(new ActProgress(RunningPart.Pages, 40, 200));
        var page = await own.OpenAsync(RunningPage.AddressOf(act));
        (await page.InnerTextAsync("#running-count")).ShouldBe("40 of 200 pages");
        await page.FocusAsync("button:has-text('Cancel')");
        await page.ViolatesNothingAsync(Axe.Everything);
        act.Report(new ActProgress(RunningPart.Pages, 41, 200));
        await page.WaitForSelectorAsync("progress[value='41'][max='200']");
        (await page.InnerTextAsync("#running-count")).ShouldBe("41 of 200 pages");
        act.Report(new ActProgress(RunningPart.Comparing));
        await page.WaitForSelectorAsync("progress:not([value])");
        (await page.InnerTextAsync("[role=status]")).ShouldBe("It is compared with the register");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Cancel");
        gate.SetResult();
        await page.WaitForURLAsync("**/sources");
        (await page.InnerTextAsync("[role=status]")).ShouldContain("earlier.csv was taken back");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_that_has_to_wait_is_cancelled_or_comes_by_itself(bool hasScript)
    {
        await using var own = await site.OwnAsync(isHurried: true);
        var (_, gate) = await BeginAsync(own, "Grace");
        var page = await own.OpenAsync("/imports", hasScript);
        await UploadAsync(page, List);
        await page.WaitForURLAsync("**/running/**");
        (await page.InnerTextAsync("main")).ShouldContain("It waits until what was begun before is done");
        await page.ClickAsync("button:has-text('Cancel')");
        (await page.InnerTextAsync("main")).ShouldContain("Cancelled. Nothing of list.csv was kept");
        if (hasScript)
            await page.ViolatesNothingAsync(Axe.Everything);
        await page.ClickAsync("text=Back");
        (await page.InnerTextAsync("#running")).ShouldNotContain("list.csv");
        await page.ClickAsync("#running a");
        (await page.InnerTextAsync("main")).ShouldContain("Only Grace, who has begun it, can cancel it");
        (await page.Locator("button:has-text('Cancel')").IsVisibleAsync()).ShouldBeFalse();
        await page.GotoAsync("/imports");
        await UploadAsync(page, List);
        await page.WaitForURLAsync("**/running/**");
        gate.SetResult();
        await page.WaitForURLAsync(new Regex("/imports/"));
        (await page.InnerTextAsync("[role=status]")).ShouldContain("list.csv was read. Nothing is stored yet");
    }

    [Fact]
    public async Task A_person_who_leaves_finds_it_again()
    {
        await using var own = await site.OwnAsync();
        var (act, gate) = await BeginAsync(own, Environment.UserName);
        var page = await own.OpenAsync(RunningPage.AddressOf(act));
        await page.Context.CloseAsync();
        var again = await own.OpenAsync("/imports");
        await again.ViolatesNothingAsync(Axe.Everything);
        await again.ClickAsync("#running a");
        again.Url.ShouldEndWith(RunningPage.AddressOf(act));
        gate.SetResult();
        await again.WaitForURLAsync("**/sources");
    }

    [Fact]
    public async Task What_is_refused_at_once_is_said_beside_the_file()
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/imports");
        await UploadAsync(page, "no list at all");
        await page.WaitForSelectorAsync("#trouble");
        (await page.InnerTextAsync("#upload [role=alert]")).ShouldContain("No list of agreements was found in list.csv");
    }

    [Theory]
    [InlineData(List, "list.csv was read")]
    [InlineData("no list at all", "No list of agreements was found in list.csv")]
    public async Task How_much_of_a_large_file_is_sent_is_shown_and_it_is_answered_as_a_small_one(string list, string answer)
    {
        await using var own = await site.OwnAsync();
        var page = await own.OpenAsync("/imports");
        await page.EvaluateAsync("""
            () => {
              window.name = '';
              const look = () => { if (document.querySelector('progress[data-sends]')?.position === 1) window.name = 'all of it'; };
              new MutationObserver(look).observe(document.querySelector('progress[data-sends]'), { attributes: true });
            }
            """);
        await UploadAsync(page, list + new string('\n', 5 << 20));
        await page.WaitForSelectorAsync($"text={answer}");
        (await page.EvaluateAsync<string>("window.name")).ShouldBe("all of it");
    }

    /// <summary>An act that is done once the test lets it.</summary>
    private static async Task<(RunningAct Act, TaskCompletionSource Gate)> BeginAsync(OwnSite own, string who)
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var act = own.Acts.Begin(1, new ActAbout(RunningKind.TakeBack, "earlier.csv", "/imports"), who, async (_, stop) =>
        {
            begun.SetResult();
            await gate.Task.WaitAsync(stop);
            return new ActEnd("/sources", new Entente.App.Design.Told("told.taken-back", ["earlier.csv"]));
        });
        await begun.Task;
        return (act, gate);
    }

    private static async Task UploadAsync(IPage page, string list)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list) });
        await page.ClickAsync("#upload button:has-text('Read it')");
    }
}

using System.Net;
using System.Text;

using Entente.App.Running;

namespace Entente.Tests.App.Pages;

/// <summary>What takes longer than a second has a page that says how far it is, without any script.</summary>
public sealed class RunningPagesTests : IAsyncLifetime
{
    private const string List = """
        No,Partner,Country,Type,Signed,Term
        1,University of Vienna,Austria,MOU,2020-01-02,5 years
        2,University of Graz,Austria,MOU,2018-06-18,5 years

        """;

    private readonly TestFolder folder = new();
    private readonly TaskCompletionSource gate = new();
    private PageSite site = null!;
    private RunningAct others = null!;

    /// <summary>Someone else's act is running, and what is begun waits for it.</summary>
    public async ValueTask InitializeAsync()
    {
        await folder.HoldAsync(Store.Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"));
        site = await PageSite.OfAsync(folder);
        others = site.Acts.Begin(1, new ActAbout(RunningKind.Store, "theirs.csv", "/imports"), "Grace", async (own, stop) =>
        {
            own.Progress!.Report(new ActProgress(RunningPart.Writing, 12_000, 100_000));
            await gate.Task.WaitAsync(stop);
            return new ActEnd("/sources", null);
        });
        await Waiting.UntilAsync(() => others.Progress.Of > 0, () => $"someone else's act runs: {others.Progress}, {others.Ended.Status} {others.Ended.Exception?.InnerException?.Message}");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_list_that_takes_its_time_leads_to_its_progress_and_then_to_its_review()
    {
        var at = await UploadAsync(List);
        var page = await site.TextAsync(at);
        Words(page).ShouldContain("A list is read list.csv");
        Words(page).ShouldContain("It waits until what was begun before is done");
        page.ShouldContain("<noscript><meta http-equiv=\"refresh\"");
        page.ShouldContain("<progress id=\"running-bar\" aria-labelledby=\"running-part\"></progress>");
        var imports = Words(await site.TextAsync("/imports"));
        imports.ShouldContain("Running now theirs.csv A list is stored in the register. The register is written: 12,000 of 100,000 agreements. Begun on");
        imports.ShouldContain("by Grace. list.csv A list is read.");
        imports.ShouldNotContain("Under way");
        gate.SetResult();
        await Waiting.ForAsync(Task.WhenAll(site.Acts.Running.Select(a => a.Ended)), "the acts are done");
        var review = (await site.GetAsync(at)).To!;
        review.ShouldStartWith("/imports/");
        Words(await site.TextAsync(review)).ShouldContain("2 All records");
        Words(await site.TextAsync("/imports")).ShouldNotContain("Running now");
    }

    [Fact]
    public async Task Nothing_stays_of_what_is_cancelled_and_the_page_says_so()
    {
        var at = await UploadAsync(List);
        (await site.SendAsync(at, "cancel")).To.ShouldBe(at);
        var page = await site.TextAsync(at);
        Words(page).ShouldContain("Cancelled. Nothing of list.csv was kept");
        PageSite.Form(page, "cancel").ShouldBeEmpty();
        page.ShouldNotContain("refresh");
        Words(await site.TextAsync("/imports")).ShouldNotContain("list.csv");
    }

    [Fact]
    public async Task Others_see_how_far_it_is_and_cannot_cancel_it()
    {
        var at = RunningPage.AddressOf(others);
        var page = await site.TextAsync(at);
        page.ShouldContain("value=\"12000\" max=\"100000\"");
        Words(page).ShouldContain("12,000 of 100,000 agreements");
        Words(page).ShouldContain("Only Grace, who has begun it, can cancel it");
        PageSite.Form(page, "cancel").ShouldBeEmpty();
        var sent = await site.PostAsync(at, new Dictionary<string, string>(PageSite.Form(await site.TextAsync("/imports"), "paste")) { ["_handler"] = "cancel" });
        sent.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Words(sent.Text).ShouldContain("begun by Grace, and only Grace can cancel it");
        others.IsStopping.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_refused_late_is_refused_in_the_same_words()
    {
        var at = await UploadAsync("no list at all");
        gate.SetResult();
        var refused = site.Acts.Find(Guid.Parse(at.Split('/')[^1]))!;
        await Waiting.UntilAsync(() => refused.Ended.IsCompleted, () => $"what is no list is refused: {refused.Progress}");
        var late = Words(await site.TextAsync(at));
        var early = Words((await site.UploadAsync("/imports", "upload", "file", "list.csv", Encoding.UTF8.GetBytes("no list at all"))).Text);
        const string refusal = "No list of agreements was found in list.csv";
        early.ShouldContain(refusal);
        late.ShouldContain(early[early.IndexOf(refusal, StringComparison.Ordinal)..].Split(" Upload")[0].Split(" File ")[0]);
    }

    [Fact]
    public async Task What_ran_before_the_server_was_started_is_looked_for_among_the_lists()
    {
        (await site.GetAsync($"/running/{Guid.CreateVersion7(Asked.Now)}")).To.ShouldBe("/imports");
        (await site.GetAsync("/running/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/changes/proof", "The history is proved", "All of it holds: 1 change and 1 document")]
    [InlineData("/sources/{list}/taking-back", "What would be taken back is looked through", "Agreements taken out of the register 1")]
    [InlineData("/partners/duplicates", "Partners that may be one are looked for", "No two partners look like one")]
    public async Task What_a_page_has_to_look_through_first_is_done_beside_it(string page, string doing, string shown)
    {
        var list = System.Text.RegularExpressions.Regex.Match(await site.TextAsync("/sources"), "href=\"/sources/([^\"/]+)\"").Groups[1].Value;
        page = page.Replace("{list}", list, StringComparison.Ordinal);
        var (status, text, at) = await LaterAsync(site.GetAsync(page));
        status.ShouldBe(HttpStatusCode.Found, $"{page} {Words(text)}");
        at.ShouldStartWith("/running/");
        Words(await site.TextAsync(at!)).ShouldContain(doing);
        gate.SetResult();
        await Waiting.ForAsync(Task.WhenAll(site.Acts.Running.Select(a => a.Ended)), "the acts are done");
        var answer = (await site.GetAsync(at!)).To!;
        answer.ShouldStartWith(page);
        Words(await site.TextAsync(answer)).ShouldContain(shown);
    }

    [Fact]
    public async Task Settings_that_read_all_anew_are_looked_at_and_changed_beside_the_page()
    {
        var settings = (await site.FormAsync("/settings", "settings")).With(("name", "Otherwise called"), ("reason", "they are"));
        var looks = (await LaterAsync(site.SendAsync(settings.With(("do", "look"))))).To!;
        looks.ShouldStartWith("/running/");
        var sets = (await LaterAsync(site.SendAsync(settings.With(("do", ""))))).To!;
        Words(await site.TextAsync(sets)).ShouldContain("The settings are changed");
        (await LaterAsync(site.SendAsync(sets, "cancel"))).To.ShouldBe(sets);
        Words(await site.TextAsync(sets)).ShouldContain("Cancelled. The settings of Small register and its agreements are as they were");
        gate.SetResult();
        await Waiting.ForAsync(Task.WhenAll(site.Acts.Running.Select(a => a.Ended)), "the acts are done");
        var answer = (await site.GetAsync(looks)).To!;
        answer.ShouldStartWith("/settings?answer=");
        var page = await site.TextAsync(answer);
        Words(page).ShouldContain("would change nothing");
        page.ShouldContain("value=\"Otherwise called\"");
        page.ShouldContain("value=\"they are\"");
        Words(await site.TextAsync("/settings")).ShouldContain("Small register");
    }

    [Fact]
    public async Task No_more_than_a_few_wait()
    {
        for (var i = 0; i < 3; i++)
            await UploadAsync(List.Replace("Vienna", $"Linz {i}", StringComparison.Ordinal));
        var refused = await site.UploadAsync("/imports", "upload", "file", "list.csv", Encoding.UTF8.GetBytes(List));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Words(refused.Text).ShouldContain("4 acts are running or waiting already");
    }

    private async Task<string> UploadAsync(string list)
    {
        var sent = await LaterAsync(site.UploadAsync("/imports", "upload", "file", "list.csv", Encoding.UTF8.GetBytes(list)));
        sent.Status.ShouldBe(HttpStatusCode.Found);
        sent.To.ShouldStartWith("/running/");
        return sent.To!;
    }

    /// <summary>Whatever the page waits for has taken longer than that.</summary>
    private async Task<T> LaterAsync<T>(Task<T> sending)
    {
        await Waiting.UntilAsync(
            () =>
            {
                site.Clock.Advance(TimeSpan.FromSeconds(1));
                return sending.IsCompleted;
            },
            () => $"what was sent is answered: {string.Join(", ", site.Acts.Running.Select(a => $"{a.About.Name} {a.Progress}"))}");
        return await sending;
    }

    private static string Words(string page) => SampleSite.Words(page);
}

using System.Net;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>Keeping the register from its pages, without a browser.</summary>
public sealed partial class KeepPagesTests : IAsyncLifetime
{
    private static readonly Hand Other = new("someone else", "by letter");

    private readonly TestFolder folder = new();
    private PageSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    public static TheoryData<string, string, string> Forms => new()
    {
        { "/agreements/1/signings", "act", "Record a signing" },
        { "/agreements/1/effect", "act", "Record when it takes effect" },
        { "/agreements/9/renewals", "act", "Record a renewal" },
        { "/agreements/1/extensions", "act", "Record an extension" },
        { "/agreements/1/amendments", "act", "Record an amendment" },
        { "/agreements/1/suspensions", "act", "Record a suspension" },
        { "/agreements/1/resumptions", "act", "Record a resumption" },
        { "/agreements/1/termination", "act", "Record a termination" },
        { "/agreements/1/supersession", "act", "Record that another took its place" },
        { "/agreements/9/correction", "correction", "Correct the record" },
        { "/agreements/9/deletion", "deletion", "Delete agreement 9?" },
        { "/agreements/new", "new", "New agreement" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_shown_and_changes_nothing_by_being_asked_for(string path, string name, string title)
    {
        var page = await site.TextAsync(path + (path.Contains('9') ? "?on=2021&from=country%3DCA" : ""));
        page.ShouldContain($"<h1>{title}</h1>");
        FilledForm.Of(page, path, name).Fields.Keys.ShouldContain("__RequestVerificationToken");
        await NothingIsWrittenAsync();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_without_its_token_is_refused(string path, string name, string title)
    {
        title.ShouldNotBeEmpty();
        var form = (await site.FormAsync(path, name)).With(("__RequestVerificationToken", ""), ("partner-1-name", "Elsewhere"));
        (await site.SendAsync(form, null)).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var origin in new[] { "http://elsewhere.example", "null" })
            (await site.SendAsync(form, origin)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await NothingIsWrittenAsync();
    }

    [Fact]
    public async Task A_form_that_was_open_for_too_long_is_shown_again_with_what_was_typed()
    {
        var form = (await site.FormAsync("/agreements/9/renewals", "act")).With(("__RequestVerificationToken", "x"), ("on", "2025-07-01"), ("note", "letter 7/25"));
        var (status, again) = await site.AgainAsync(form, "act", origin: "");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("What you typed is still here");
        (again.Fields["on"], again.Fields["note"], again.Fields["version"]).ShouldBe(("2025-07-01", "letter 7/25", "1"));
        await NothingIsWrittenAsync();
        (await site.SendAsync(again, origin: "")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SendAsync(again.With(("anchor", "old-end")))).To.ShouldBe("/agreements/9");
        (await AskAsync("9")).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("/agreements/999/renewals")]
    [InlineData("/agreements/no%2Fsuch/correction")]
    [InlineData("/agreements/999/deletion")]
    [InlineData("/agreements/999/restoration?version=1")]
    public async Task There_is_no_form_for_what_is_not_there(string path)
    {
        var (status, text, _) = await site.GetAsync(path);
        status.ShouldBe(HttpStatusCode.NotFound);
        text.ShouldContain("Nothing is here");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task NothingIsWrittenAsync()
    {
        await using var open = await OpenAsync();
        (await open.Db.Changes.CountAsync(Stop)).ShouldBe(1);
    }

    private async Task<Agreement> AskAsync(string number)
    {
        await using var open = await OpenAsync();
        return await open.Db.Agreements.AsNoTracking().SingleAsync(a => a.Number == number, Stop);
    }

    /// <summary>What someone else does meanwhile.</summary>
    private async Task MeanwhileAsync(Func<OpenRegister, Task> act)
    {
        await using var open = await OpenAsync();
        await act(open);
    }

    private Task<OpenRegister> OpenAsync() => OpenRegister.OpenAsync(DataFolder.Open(folder.Data, create: false), null, new FakeTimeProvider(Asked.Now), Stop);
}

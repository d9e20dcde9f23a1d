using System.Net;

using Microsoft.Data.Sqlite;

namespace Entente.Tests.App.Pages;

public sealed class ChangesPageTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private PageSite? site;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        foreach (var typed in new[]
        {
            new[] { "terminate", "1", "--on", "2026-06-30", "--reason", "letter of 2 May" },
            ["findings", "dismiss", "f1", "--reason", "looked up in the document"],
            ["delete", "127", "--reason", "listed twice"],
            ["register", "set", "--ends-soon", "90d"],
        })
        {
            var asked = await folder.Ask(typed);
            asked.Code.ShouldBe(0, asked.Error);
        }

        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_act_is_told_the_newest_first()
    {
        var words = SampleSite.Words(await site!.TextAsync("/changes"));
        words = words[words.IndexOf("5 changes", StringComparison.Ordinal)..];
        string[] told = ["settings of the register changed by", "deleted Agreement 127, deleted", "finding dismissed", "termination recorded Agreement 1 by", "imported agreements.txt 127 records"];
        told.Select(t => words.IndexOf(t, StringComparison.Ordinal)).Where(at => at > 0).Distinct().ShouldBe(told.Select(t => words.IndexOf(t, StringComparison.Ordinal)).Order());
        words.ShouldContain("letter of 2 May");
        words.ShouldContain("looked up in the document");
    }

    [Theory]
    [InlineData("?act=agreement.terminated", 1, "Agreement 1 ")]
    [InlineData("?agreement=1", 2, "imported")]
    [InlineData("?agreement=127", 2, "listed twice")]
    [InlineData("?agreement=127&act=agreement.deleted", 1, "listed twice")]
    [InlineData("?agreement=999", 0, "Nothing like that was done")]
    public async Task Changes_are_asked_for_by_act_and_agreement(string query, int count, string said)
    {
        var words = SampleSite.Words(await site!.TextAsync("/changes" + query));
        words.ShouldContain(count == 1 ? "1 change " : $"{count} changes");
        words.ShouldContain(said);
    }

    [Fact]
    public async Task A_finding_that_was_decided_on_leads_to_its_agreement() =>
        (await site!.TextAsync("/changes?act=finding.dismissed")).ShouldContain("href=\"/agreements/");

    [Fact]
    public async Task An_import_leads_to_its_document() => (await site!.TextAsync("/changes")).ShouldContain("href=\"/sources/");

    [Fact]
    public async Task What_is_asked_for_keeps_the_day_that_the_rest_stands_on()
    {
        (await site!.TextAsync("/changes?on=2021")).ShouldContain("href=\"/agreements/1?on=2021\"");
        (await site.GetAsync("/changes?act=&agreement=1&on=2021")).To.ShouldBe("/changes?agreement=1&on=2021");
    }

    [Fact]
    public async Task The_proof_is_made_anew_and_names_the_first_break()
    {
        SampleSite.Words(await site!.TextAsync("/changes/proof")).ShouldContain("All of it holds: 5 changes and 1 document are");
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "entente.db")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var alter = connection.CreateCommand();
            alter.CommandText = "UPDATE \"Changes\" SET \"Why\" = 'other' WHERE \"Sequence\" = 2";
            await alter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (status, text, _) = await site.GetAsync("/changes/proof");
        status.ShouldBe(HttpStatusCode.OK);
        SampleSite.Words(text).ShouldContain("the history is broken at change 2");
    }
}

using System.Text;
using System.Text.Json;

using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

/// <summary>Decisions of a person on wordings are rules: kept, listed, taken out one by one, and followed by the next list.</summary>
public sealed class RulesTests : IAsyncLifetime
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;Uni Wien;Austria;MoU;2019-03-04;5 yrs+
        2;Charles University;;MoU;2020-03-05;5 years
        3;see the next page;;;;
        4;Uni Wien;Austria;Student exchange;2021-03-04;5 yrs+

        """;

    private static readonly Hand hand = new("Ada");

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Asked.Now);
    private readonly KeptReviews kept = new();
    private OpenRegister open = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        open = await OpenRegister.OpenOrMakeAsync(DataFolder.Open(folder.Data, create: true), "Ours", "Ours", clock, Stop);
        await open.Db.SaveChangesAsync(Stop);
        await AgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync();
        kept.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_correction_everywhere_holds_for_the_other_records_at_once_and_for_the_next_list()
    {
        var id = await StartAsync(List);
        var rules = await Reviews.CorrectEverywhereAsync(open, kept, id, 1, new AgreementEdit { Parties = [new PartyEdit("University of Vienna")], Term = "5 years, automatic renewal" }, hand, Stop);
        rules.ShouldBe([new RuleEdit("partner", "Uni Wien", "University of Vienna"), new RuleEdit("term", "5 yrs+", "5 years, automatic renewal")]);
        await AgainAsync();
        (await Reviews.CorrectEverywhereAsync(open, kept, id, 2, new AgreementEdit { Parties = [new PartyEdit(null, "Czechia")] }, hand, Stop)).Single().ShouldBe(new RuleEdit("partner-country", "Charles University", "CZ"));
        await AgainAsync();
        var file = await Reviews.OpenAsync(open, kept, (await Reviews.FindAsync(open, id, Stop))!, Stop);
        file.List.Find(4)!.Facts.ShouldSatisfyAllConditions(f => f.Parties[0].Name.ShouldBe("University of Vienna"), f => f.Ends.On!.ToString().ShouldBe("2026-03-04"));
        await Reviews.SkipAsync(open, kept, id, 3, hand, Stop);
        await Reviews.AcceptAsync(open, kept, id, 4, hand, Stop);
        await Reviews.CommitAsync(open, kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
        open.Register.Rules.Select(r => (r.Field, r.By.Who)).ShouldBe([(RuleField.Partner, "Ada"), (RuleField.Term, "Ada"), (RuleField.PartnerCountry, "Ada"), (RuleField.Row, "Ada")]);

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "next.csv"), List.Replace("2;Charles", "2; Charles", StringComparison.Ordinal) + "5;Uni Wien;Austria;Joint project;2023-01-01;5 yrs+\n", Stop);
        var next = await folder.Ask("import", Path.Combine(folder.Path, "next.csv"), "--yes", "--json");
        var edition = next.Json.GetProperty("edition");
        (edition.GetProperty("new").GetInt32(), edition.GetProperty("changed").GetInt32(), edition.GetProperty("same").GetInt32(), edition.GetProperty("doubtful").GetInt32()).ShouldBe((1, 0, 3, 0));
        var shown = (await folder.Ask("list", "--json")).Json.GetProperty("agreements").EnumerateArray().ToList();
        shown.Count.ShouldBe(4);
        (await folder.Ask("show", "5", "--json")).Json.GetProperty("partners")[0].GetProperty("name").GetString().ShouldBe("University of Vienna");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_was_skipped_is_out_of_the_next_list_until_someone_takes_it_in()
    {
        var id = await StartAsync(List);
        await Reviews.SkipAsync(open, kept, id, 3, hand, Stop);
        await Reviews.CommitAsync(open, kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        var again = await StartAsync(List + "5;Lund University;Sweden;MoU;2023-01-01;5 years\n");
        var file = await Reviews.OpenAsync(open, kept, (await Reviews.FindAsync(open, again, Stop))!, Stop);
        file.List.Find(3)!.Decision.ShouldBe(RecordDecision.Skipped);
        await Reviews.AcceptAsync(open, kept, again, 3, hand, Stop);
        await Reviews.CommitAsync(open, kept, again, leavesOut: true, hand, Stop);
        await AgainAsync();
        open.Register.Rules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_are_listed_replaced_and_taken_out_one_by_one()
    {
        (await folder.Ask("register", "rule", "add", "partner", "Uni  Wien", "Univ. of Vienna")).Code.ShouldBe(0);
        (await folder.Ask("register", "rule", "add", "partner", "uni wien", "University of Vienna", "--reason", "by phone")).Code.ShouldBe(0);
        var listed = (await folder.Ask("register", "rule", "add", "end", "end of time", "31.12.2030", "--json")).Json;
        listed.EnumerateArray().Select(r => (r.GetProperty("field").GetString(), r.GetProperty("meaning").GetString())).ShouldBe([("partner", "University of Vienna"), ("end", "2030-12-31")]);
        (await folder.Ask("register", "rule", "remove", "end", "End of Time")).Code.ShouldBe(0);
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await folder.Ask("register", "rule", "remove", "end", "End of Time")).Error.ShouldContain("Nothing was decided on \"End of Time\"");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("partners", "a", "b", "no field of such a decision")]
    [InlineData("partner", " ", "b", "is missing")]
    [InlineData("partner", "A", " a ", "another name")]
    [InlineData("country", "a", "Atlantis", "no country that is known")]
    [InlineData("term", "a", "whenever", "whenever")]
    [InlineData("start", "a", "sometime", "sometime")]
    [InlineData("term", "a", "", "Say what the wording means")]
    public async Task What_cannot_be_a_rule_is_refused_in_words(string field, string printed, string meaning, string said)
    {
        var asked = await folder.Ask("register", "rule", "add", field, printed, meaning);
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain(said);
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Split_and_joined_records_are_stored_as_they_are_then_and_each_step_can_be_undone()
    {
        var id = await StartAsync(List.Replace("3;see the next page;;;;", "3;Faculty of Law;;;;", StringComparison.Ordinal));
        await Reviews.JoinAsync(open, kept, id, 3, hand, Stop);
        await Reviews.SplitAsync(open, kept, id, 1, hand, Stop);
        var file = await Reviews.OpenAsync(open, kept, (await Reviews.FindAsync(open, id, Stop))!, Stop);
        file.List.Records.Select(r => r.Order).ShouldBe([1, 2, 4, 5]);
        await Reviews.CorrectAsync(open, kept, id, 5, new AgreementEdit { Kinds = ["Student exchange"] }, hand, Stop);
        await Reviews.UndoAsync(open, id, hand, Stop);
        await Reviews.UndoAsync(open, id, hand, Stop);
        (await Reviews.OpenAsync(open, kept, (await Reviews.FindAsync(open, id, Stop))!, Stop)).List.Records.Select(r => r.Order).ShouldBe([1, 2, 4]);
        await Reviews.SplitAsync(open, kept, id, 1, hand, Stop);
        await Reviews.CorrectAsync(open, kept, id, 5, new AgreementEdit { Kinds = ["Student exchange"] }, hand, Stop);
        foreach (var record in new[] { 1, 2, 4 })
            await Reviews.AcceptAsync(open, kept, id, record, hand, Stop);
        await Reviews.CommitAsync(open, kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
        (await open.Db.Agreements.AsNoTracking().ToListAsync(Stop)).Select(a => a.Facts.Parties[0].Name).Order().ShouldBe(["Charles University Faculty of Law", "Uni Wien", "Uni Wien", "Uni Wien"]);
        (await open.Db.EditionRows.AsNoTracking().SingleAsync(Stop)).Rows.Count.ShouldBe(4);
        (await Should.ThrowAsync<RefusedException>(async () => await Reviews.JoinAsync(open, kept, await StartAsync(List + "9;X;;;;\n"), 1, hand, Stop))).Code.ShouldBe("review.first-record");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    private async Task<Guid> StartAsync(string list) => (await Reviews.StartAsync(open, kept, "list.csv", Encoding.UTF8.GetBytes(list), "Ada", Stop)).Id;

    /// <summary>As the next request has it.</summary>
    private async Task AgainAsync()
    {
        await open.DisposeAsync();
        open = await OpenRegister.OpenAsync(DataFolder.Open(folder.Data, create: true), null, clock, Stop);
    }
}

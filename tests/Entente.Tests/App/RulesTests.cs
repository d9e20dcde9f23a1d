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
public sealed class RulesTests : ReviewingTests
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;Uni Wien;Austria;MoU;2019-03-04;5 yrs+
        2;Charles University;;MoU;2020-03-05;5 years
        3;see the next page;;;;
        4;Uni Wien;Austria;Student exchange;2021-03-04;5 yrs+

        """;

    [Fact]
    public async Task A_correction_everywhere_holds_for_the_other_records_at_once_and_for_the_next_list()
    {
        var id = await StartAsync(List);
        var rules = await Reviews.CorrectEverywhereAsync(Open, Kept, id, 1, new AgreementEdit { Parties = [new PartyEdit("University of Vienna")], Term = "5 years, automatic renewal" }, hand, Stop);
        rules.Select(r => (r.Field, r.Printed, r.Meaning)).ShouldBe([(RuleField.Partner, "Uni Wien", "University of Vienna"), (RuleField.Term, "5 yrs+", "5 years, automatic renewal")]);
        await AgainAsync();
        (await Reviews.CorrectEverywhereAsync(Open, Kept, id, 2, new AgreementEdit { Parties = [new PartyEdit(null, "Czechia")] }, hand, Stop)).Select(r => (r.Field, r.Printed, r.Meaning)).ShouldBe([(RuleField.PartnerCountry, "Charles University", "CZ")]);
        await AgainAsync();
        var file = await FileAsync(id);
        file.List.Find(4)!.Facts.ShouldSatisfyAllConditions(f => f.Parties[0].Name.ShouldBe("University of Vienna"), f => f.Ends.On!.ToString().ShouldBe("2026-03-04"));
        await Reviews.SkipAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.AcceptAsync(Open, Kept, id, 4, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
        Open.Register.Rules.Select(r => (r.Field, r.By.Who)).ShouldBe([(RuleField.Partner, "Ada"), (RuleField.Term, "Ada"), (RuleField.PartnerCountry, "Ada"), (RuleField.Row, "Ada")]);

        await File.WriteAllTextAsync(Path.Combine(Folder.Path, "next.csv"), List.Replace("2;Charles", "2; Charles", StringComparison.Ordinal) + "5;Uni Wien;Austria;Joint project;2023-01-01;5 yrs+\n", Stop);
        var next = await Folder.Ask("import", Path.Combine(Folder.Path, "next.csv"), "--yes", "--json");
        var edition = next.Json.GetProperty("edition");
        (edition.GetProperty("new").GetInt32(), edition.GetProperty("changed").GetInt32(), edition.GetProperty("same").GetInt32(), edition.GetProperty("doubtful").GetInt32()).ShouldBe((1, 0, 3, 0));
        var shown = (await Folder.Ask("list", "--json")).Json.GetProperty("agreements").EnumerateArray().ToList();
        shown.Count.ShouldBe(4);
        (await Folder.Ask("show", "5", "--json")).Json.GetProperty("partners")[0].GetProperty("name").GetString().ShouldBe("University of Vienna");
        (await Folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    // Decisions in their order; what a name comes to, and how many decisions stand.
    [InlineData("A=B; B=C", "A", "C", 2)]
    [InlineData("B=C; A=B", "A", "C", 2)]
    [InlineData("A=B; B=C; C=D", "A", "D", 3)]
    [InlineData("A=B; B=A", "A", "A", 1)]
    [InlineData("A=B; B=C; C=A", "B", "B", 2)]
    [InlineData("A=B; B=C; C=A", "C", "B", 2)]
    [InlineData("A=B; A=C; B=A", "B", "C", 2)]
    public async Task Decisions_on_names_go_on_from_each_other_and_never_in_a_circle(string decided, string printed, string meant, int standing)
    {
        foreach (var pair in decided.Split("; ").Select(d => d.Split('=')))
        {
            await Rules.AddAsync(Open, [new RuleEdit("partner", $"University {pair[0]}bbel", $"University {pair[1]}bbel")], hand, Stop);
            await AgainAsync();
        }

        Open.Register.Rules.Count.ShouldBe(standing);
        var id = await StartAsync($"No;Partner;Country;Type;Signed\n1;University {printed}bbel;Austria;MoU;2019-03-04\n2;Charles University;Czechia;MoU;2020-03-05\n");
        (await FileAsync(id)).List.Find(1)!.Facts.Parties.Single().ShouldSatisfyAllConditions(p => p.Name.ShouldBe($"University {meant}bbel"), p => (p.Text ?? p.Name).ShouldBe($"University {printed}bbel"));
    }

    [Fact]
    public async Task A_country_that_may_be_two_is_accepted_once_for_all()
    {
        const string list = "No;Partner;Country;Type;Signed\n1;Yonsei University;Korea;MoU;2019-03-04\n2;Sogang University;Korea;MoU;2020-03-05\n3;Aalto University;Finland;MoU;2021-03-05\n";
        var id = await StartAsync(list);
        (await FileAsync(id)).List.Records.Count(r => r.NeedsLook).ShouldBe(2);
        (await Reviews.AcceptEverywhereAsync(Open, Kept, id, 1, _ => [], hand, Stop)).Select(r => (r.Printed, r.Meaning)).ShouldBe([("Korea", "KR")]);
        await AgainAsync();
        (await Reviews.AcceptEverywhereAsync(Open, Kept, id, 3, _ => [], hand, Stop)).ShouldBeEmpty();
        (await FileAsync(id)).List.Records.ShouldAllBe(r => !r.NeedsLook && r.Facts.Parties[0].CountryBasis == CountryBasis.Stated);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        (await Folder.Ask("findings", "--code", "country.ambiguous", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_was_skipped_is_out_of_the_next_list_until_someone_takes_it_in()
    {
        var id = await StartAsync(List);
        await Reviews.SkipAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: true, hand, Stop);
        await AgainAsync();
        var again = await StartAsync(List + "5;Lund University;Sweden;MoU;2023-01-01;5 years\n");
        var file = await FileAsync(again);
        file.List.Find(3)!.Decision.ShouldBe(RecordDecision.Skipped);
        await Reviews.AcceptAsync(Open, Kept, again, 3, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, again, leavesOut: true, hand, Stop);
        await AgainAsync();
        Open.Register.Rules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_are_listed_replaced_and_taken_out_one_by_one()
    {
        (await Folder.Ask("register", "rule", "add", "partner", "Uni  Wien", "Univ. of Vienna")).Code.ShouldBe(0);
        (await Folder.Ask("register", "rule", "add", "partner", "uni wien", "University of Vienna", "--reason", "by phone")).Code.ShouldBe(0);
        var listed = (await Folder.Ask("register", "rule", "add", "end", "end of time", "31.12.2030", "--json")).Json;
        listed.EnumerateArray().Select(r => (r.GetProperty("field").GetString(), r.GetProperty("meaning").GetString())).ShouldBe([("partner", "University of Vienna"), ("end", "2030-12-31")]);
        (await Folder.Ask("register", "rule", "remove", "end", "End of Time")).Code.ShouldBe(0);
        (await Folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await Folder.Ask("register", "rule", "remove", "end", "End of Time")).Error.ShouldContain("Nothing was decided on \"End of Time\"");
        (await Folder.Ask("verify")).Code.ShouldBe(0);
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
        var asked = await Folder.Ask("register", "rule", "add", field, printed, meaning);
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain(said);
        (await Folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Split_and_joined_records_are_stored_as_they_are_then_and_each_step_can_be_undone()
    {
        var id = await StartAsync(List.Replace("3;see the next page;;;;", "3;Faculty of Law;;;;", StringComparison.Ordinal));
        await Reviews.JoinAsync(Open, Kept, id, 3, hand, Stop);
        await Reviews.SplitAsync(Open, Kept, id, 1, hand, Stop);
        var file = await FileAsync(id);
        file.List.Records.Select(r => r.Order).ShouldBe([1, 2, 4, 5]);
        await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Kinds = ["Student exchange"] }, hand, Stop);
        await Reviews.UndoAsync(Open, id, hand, Stop);
        await Reviews.UndoAsync(Open, id, hand, Stop);
        (await FileAsync(id)).List.Records.Select(r => r.Order).ShouldBe([1, 2, 4]);
        await Reviews.SplitAsync(Open, Kept, id, 1, hand, Stop);
        await Reviews.CorrectAsync(Open, Kept, id, 5, new AgreementEdit { Kinds = ["Student exchange"] }, hand, Stop);
        foreach (var record in new[] { 1, 2, 4 })
            await Reviews.AcceptAsync(Open, Kept, id, record, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
        (await Open.Db.Agreements.AsNoTracking().ToListAsync(Stop)).Select(a => a.Facts.Parties[0].Name).Order().ShouldBe(["Charles University Faculty of Law", "Uni Wien", "Uni Wien", "Uni Wien"]);
        (await Open.Db.EditionRows.AsNoTracking().SingleAsync(Stop)).Rows.Count.ShouldBe(4);
        (await Should.ThrowAsync<RefusedException>(async () => await Reviews.JoinAsync(Open, Kept, await StartAsync(List + "9;X;;;;\n"), 1, hand, Stop))).Code.ShouldBe("review.first-record");
        (await Folder.Ask("verify")).Code.ShouldBe(0);
    }
}

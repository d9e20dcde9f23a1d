using System.Text.Json;

using Entente.Tests.App.Pages;

namespace Entente.Tests.App;

/// <summary>What a printed kind means is a decision like others: listed with them, taken out one by one, and followed at once.</summary>
public sealed class KindDecisionTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,Freundschaftsurkunde,2022-11-08,5 years
        2,Keio University,Japan,Freundschaftsurkunde,2023-01-10,5 years
        3,Lund University,Sweden,Rahmenpapier,2023-01-10,5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_decided_in_a_review_is_listed_holds_for_the_other_rows_at_once_and_is_taken_out_there()
    {
        await AskAsync("review", folder.File("list.csv", List));
        var corrected = await folder.Ask("review", "correct", "1", "--kind", "mou", "--everywhere", "--json");
        (await folder.Ask("review", "show", "--record", "2")).Out.ShouldContain("kind: Freundschaftsurkunde (= Memorandum of understanding)");
        (await folder.Ask("review", "show")).Out.ShouldContain("Keio University · Japan · Freundschaftsurkunde (= Memorandum of understanding)");
        corrected.Json.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("fields").EnumerateArray().Single(f => Text(f, "field") == "kind"))
            .Select(f => f.TryGetProperty("means", out var means) ? means.GetString() : null).ShouldBe(["mou", "mou", null]);
        (await RulesAsync()).ShouldBe("kind Freundschaftsurkunde: Memorandum of understanding");
        await AskAsync("register", "rule", "add", "partner", "Keio Univ.", "Keio University");
        await AskAsync("register", "rule", "add", "kind", "Rahmenpapier", "framework");
        (await RulesAsync()).ShouldBe("partner Keio Univ.: Keio University; kind Freundschaftsurkunde: Memorandum of understanding; kind Rahmenpapier: Framework agreement");
        (await folder.Ask("review", "show", "--record", "3")).Out.ShouldContain("kind: Rahmenpapier (= Framework agreement)");

        await AskAsync("register", "rule", "remove", "kind", "freundschaftsurkunde");
        (await RulesAsync()).ShouldBe("partner Keio Univ.: Keio University; kind Rahmenpapier: Framework agreement");
        (await folder.Ask("review", "show", "--record", "2")).Out.ShouldContain("kind: Freundschaftsurkunde\n");
        (await folder.Ask("register", "rule", "remove", "kind", "Freundschaftsurkunde")).Error.ShouldContain("Nothing was decided on");
    }

    [Fact]
    public async Task Of_two_meanings_the_later_one_stands_and_the_agreements_that_are_there_follow()
    {
        await folder.Import(folder.File("list.csv", List));
        await AskAsync("register", "kind", "set", "mou", "--wording", "Rahmenpapier");
        var listed = (await folder.Ask("register", "rule", "--json")).Json[0];
        (Text(listed, "who").Length > 0, listed.GetProperty("at").GetDateTimeOffset()).ShouldBe((true, Asked.Now));
        await AskAsync("register", "rule", "add", "kind", "Rahmenpapier", "Framework agreement");
        (await RulesAsync()).ShouldBe("kind Rahmenpapier: Framework agreement");
        (await folder.Ask("list", "--kind", "framework", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(1);
        (await folder.Ask("register", "rule", "add", "kind", "Rahmenpapier", "nothing like it")).Error.ShouldContain("nothing like it");
    }

    [Fact]
    public async Task On_the_page_it_stands_among_the_decisions_and_is_taken_out()
    {
        await folder.Import(folder.File("list.csv", List));
        await AskAsync("register", "kind", "set", "mou", "--wording", "Rahmenpapier");
        await AskAsync("register", "kind", "set", "framework", "--wording", "Freundschaftsurkunde");
        await using var site = await PageSite.OfAsync(folder);
        (await site.TextAsync("/settings/rules")).ShouldContain("Take out the decision on Rahmenpapier");
        (await site.SendAsync("/settings/rules", "remove", ("rule", "0"))).To.ShouldBe("/settings/rules");
        (await site.TextAsync("/settings/rules")).ShouldNotContain("Take out the decision on Rahmenpapier");
        (await site.SendAsync("/settings/rules", "rule", ("field", "kind"), ("printed", "Rahmenpapier"), ("meaning", "MOU"))).To.ShouldBe("/settings/rules");
        (await RulesAsync()).ShouldBe("kind Freundschaftsurkunde: Framework agreement; kind Rahmenpapier: Memorandum of understanding");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    private async Task<string> RulesAsync() =>
        string.Join("; ", (await folder.Ask("register", "rule", "--json")).Json.EnumerateArray().Select(r => $"{Text(r, "field")} {Text(r, "printed")}: {Text(r, "meaning")}"));

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

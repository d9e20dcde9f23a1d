using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What was decided on a finding, at the next edition of the list.</summary>
public sealed class DecidedTests : IDisposable
{
    private const string List = """
        No. Name Country Status Date Term
        1 University of Vienna Austria MOU 2020.01.02 5 years
        2 Kyoto Institute of Tehcnology Japan MOU 2018.06.18 5 years
        3 University of Graz Austria MOU Long-term
        4 University of Oslo Norway MOU 2015.01.02 2 years
        5 University of Bergen Norway MOU 2021.03.04 5 years
        6 Lund University Sweden MOU 2023.01.02 5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("record.no-date", "dismiss", "another row says otherwise", "dismissed")]
    [InlineData("record.no-date", "dismiss", "the row moved", "dismissed")]
    [InlineData("record.no-date", "dismiss", "the lines moved", "dismissed")]
    [InlineData("record.no-date", "dismiss", "a row was added", "dismissed")]
    [InlineData("record.no-date", "dismiss", "another row is gone", "dismissed")]
    [InlineData("record.no-date", "accept", "the row moved", "accepted")]
    [InlineData("record.no-date", "accept", "a row was added", "accepted")]
    [InlineData("record.no-date", "dismiss", "its term says otherwise", "open")]
    [InlineData("record.no-date", "accept", "its term says otherwise", "open")]
    [InlineData("record.no-date", "dismiss, reopen", "the row moved", "open")]
    [InlineData("record.no-date", "accept, reopen, dismiss", "the row moved", "dismissed")]
    [InlineData("ends.over-at-list-date", "dismiss", "a row was added", "dismissed")]
    [InlineData("ends.over-at-list-date", "dismiss", "its term says otherwise", "open")]
    [InlineData("column.content-over-header", "dismiss", "another row says otherwise", "dismissed")]
    [InlineData("column.content-over-header", "accept", "a row was added", "accepted")]
    [InlineData("column.content-over-header", "dismiss", "the header says otherwise", "open")]
    [InlineData("partner.misspelt", "dismiss", "the row moved", "dismissed")]
    [InlineData("partner.misspelt", "accept", "another row says otherwise", "accepted")]
    [InlineData("partner.misspelt", "accept", "the row moved", "accepted")]
    [InlineData("partner.misspelt", "accept", "its term says otherwise", "accepted")]
    [InlineData("partner.misspelt", "accept, reopen", "the row moved", "open")]
    [InlineData("partner.misspelt", "accept", "its name is spelt right", "")]
    public async Task A_decision_holds_as_long_as_the_finding_says_the_same(string code, string decisions, string change, string after)
    {
        await folder.Import(folder.File("list.txt", List));
        await DecideAsync(code, decisions.Split(", "));
        var next = await folder.Import(folder.File("next.txt", Changed(change, code)));
        var found = await ListAsync(code, "all");
        found.Select(f => Text(f, "state")).ShouldBe(after.Length == 0 ? [] : [after]);
        if (after.Length > 0 && after != "open")
            Text(found[0], "reason").ShouldBe("looked up");
        next.Json.GetProperty("edition").GetProperty("new").GetInt32().ShouldBe(change == "a row was added" ? 1 : 0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("accept", "Kyoto Institute of Technology")]
    [InlineData("accept, reopen", "Kyoto Institute of Tehcnology")]
    public async Task A_spelling_that_was_corrected_stays_so_though_the_list_goes_on_printing_it(string decisions, string name)
    {
        await folder.Import(folder.File("list.txt", List));
        await DecideAsync("partner.misspelt", decisions.Split(", "));
        foreach (var change in new[] { "another row says otherwise", "the row moved", "its term says otherwise" })
            await folder.Import(folder.File("next.txt", Changed(change, "partner.misspelt")));
        var shown = (await folder.Ask("list", "kyoto", "--json")).Json;
        shown.GetProperty("total").GetInt32().ShouldBe(1);
        shown.GetProperty("agreements")[0].GetProperty("partners")[0].GetString().ShouldBe(name);
        shown.GetProperty("agreements")[0].GetProperty("ends").GetProperty("on").GetString().ShouldBe("2028-06-18");
    }

    [Fact]
    public async Task Another_list_is_looked_at_for_itself()
    {
        await folder.Import(folder.File("list.txt", List));
        await DecideAsync("column.content-over-header", ["dismiss"]);
        await folder.Import(folder.File("other.txt", "No. Name Country Status Date Term\n1 Aalto University Finland MOU 2020.01.02 5 years\n2 Ghent University Belgium MOA 2021.01.02 3 years\n"));
        (await ListAsync("column.content-over-header", "all")).Select(f => Text(f, "state")).ShouldBe(["open", "dismissed"]);
    }

    private static string Changed(string change, string code) => change switch
    {
        "another row says otherwise" => List.Replace("2021.03.04 5 years", "2021.03.04 10 years"),
        "the row moved" => string.Join('\n', List.Split('\n').Take(1).Concat(List.Split('\n').Skip(1).Take(6).Reverse())) + "\n",
        "the lines moved" => "\n\n" + List.Replace("\n3 ", "\n\n3 "),
        "a row was added" => List + "7 Uppsala University Sweden MOU 2023.02.03 5 years\n",
        "another row is gone" => List.Replace("5 University of Bergen Norway MOU 2021.03.04 5 years\n", ""),
        "the header says otherwise" => List.Replace("Status", "State"),
        "its name is spelt right" => List.Replace("Tehcnology", "Technology"),
        _ => code switch
        {
            "record.no-date" => List.Replace("Long-term", "3 years"),
            "partner.misspelt" => List.Replace("2018.06.18 5 years", "2018.06.18 10 years"),
            _ => List.Replace("2 years", "3 years"),
        },
    };

    private async Task DecideAsync(string code, string[] decisions)
    {
        foreach (var decision in decisions)
        {
            var id = Text((await ListAsync(code, "all")).ShouldHaveSingleItem(code), "id");
            var asked = await folder.Ask("findings", decision, id, "--reason", "looked up");
            asked.Code.ShouldBe(0, asked.Error);
        }
    }

    private async Task<List<JsonElement>> ListAsync(string code, string state)
    {
        var asked = await folder.Ask("findings", "--json", "--code", code, "--state", state);
        asked.Error.ShouldBeEmpty();
        return [.. asked.Json.GetProperty("findings").EnumerateArray()];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

using System.Text.Json;

namespace Entente.Tests.App;

public sealed class FindingCommandTests : IAsyncLifetime
{
    private const string Row = "Australia MOU 2022.11.08 5 year";

    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync() => await folder.Import();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Findings_are_listed_by_severity_code_and_state_the_gravest_first()
    {
        var all = await ListAsync();
        all.Count.ShouldBeGreaterThan(10);
        string[] order = ["error", "doubt", "note"];
        all.Select(f => Array.IndexOf(order, Text(f, "severity"))).ShouldBeInOrder();
        (await ListAsync("--severity", "note")).ShouldAllBe(f => Text(f, "severity") == "note");
        (await ListAsync("--code", "partner.misspelt")).ShouldAllBe(f => Text(f, "code") == "partner.misspelt");
        (await ListAsync("--state", "dismissed")).ShouldBeEmpty();
        var one = all[0].GetProperty("agreements")[0].GetString()!;
        (await ListAsync("--agreement", one)).ShouldAllBe(f => f.GetProperty("agreements").EnumerateArray().Any(a => a.GetString() == one));
        (await folder.Ask("findings", "--state", "lost")).Code.ShouldBe(2);
        (await folder.Ask("findings", "dismiss")).Error.ShouldContain("entente findings dismiss --help");
        (await folder.Ask("findings", "--severity", "note")).Out.ShouldContain("findings");
    }

    [Fact]
    public async Task Accepting_a_spelling_corrects_the_name_and_reopening_takes_that_back()
    {
        var finding = (await ListAsync("--code", "partner.misspelt"))[0];
        var (id, number, proposal) = (Text(finding, "id"), finding.GetProperty("agreements")[0].GetString()!, Text(finding, "proposal"));
        var printed = Text((await folder.Ask("show", number, "--json")).Json.GetProperty("partners")[0], "name");
        var accepted = await folder.Ask("findings", "accept", id, "--json");
        accepted.Error.ShouldBeEmpty();
        Text(accepted.Json.GetProperty("findings")[0], "state").ShouldBe("accepted");
        var shown = (await folder.Ask("show", number, "--json")).Json;
        Text(shown.GetProperty("partners")[0], "name").ShouldBe(proposal);
        Text(shown.GetProperty("changes")[1], "act").ShouldBe("finding.accepted");
        (await folder.Ask("findings", "accept", id)).Code.ShouldBe(1);
        (await folder.Ask("findings", "reopen", id)).Code.ShouldBe(0);
        (await folder.Ask("findings", "reopen", id)).Code.ShouldBe(1);
        Text((await folder.Ask("show", number, "--json")).Json.GetProperty("partners")[0], "name").ShouldBe(printed);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Accepting_a_look_alike_confirms_the_country()
    {
        var finding = (await ListAsync("--code", "country.look-alike"))[0];
        (await folder.Ask("findings", "accept", Text(finding, "id"))).Code.ShouldBe(0);
        (await ListAsync("--code", "country.look-alike")).Select(f => Text(f, "id")).ShouldNotContain(Text(finding, "id"));
        var shown = (await folder.Ask("show", finding.GetProperty("agreements")[0].GetString()!, "--json")).Json;
        Text(shown.GetProperty("partners")[0], "country").ShouldBe(Text(finding, "proposal"));
    }

    [Fact]
    public async Task What_was_dismissed_does_not_come_back_with_the_next_edition_and_keeps_its_reason()
    {
        var doubts = await ListAsync("--severity", "doubt");
        var about = doubts.First(f => f.GetProperty("agreements").GetArrayLength() > 0);
        (await folder.Ask("findings", "dismiss", Text(about, "id"))).Code.ShouldBe(1);
        (await folder.Ask("findings", "dismiss", Text(about, "id"), "--reason", "looked up")).Code.ShouldBe(0);
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace(Row, "Australia MOU 2022.11.08 10 year")));
        var dismissed = (await ListAsync("--state", "dismissed")).Single();
        (Text(dismissed, "code"), Text(dismissed, "reason"), Text(dismissed, "message")).ShouldBe((Text(about, "code"), "looked up", Text(about, "message")));
        (await ListAsync("--severity", "doubt")).Count.ShouldBe(doubts.Count - 1);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Of_several_that_are_named_all_are_decided_or_none()
    {
        var open = await ListAsync();
        var one = Text(open[0], "id");
        var refused = await folder.Ask("findings", "dismiss", one, "f9999", "--reason", "no");
        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("f9999");
        (await ListAsync()).Count.ShouldBe(open.Count);
        (await folder.Ask("findings", "dismiss", one, Text(open[1], "id"), "--reason", "no")).Code.ShouldBe(0);
        (await ListAsync()).Count.ShouldBe(open.Count - 2);
    }

    [Fact]
    public async Task After_the_next_edition_an_id_names_its_edition_and_one_that_does_not_never_means_another()
    {
        var before = await ListAsync();
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace("MOU 2019.10.15 10 year", "MOU 2019.13.15 10 year")));
        var after = await ListAsync();
        after.ShouldAllBe(f => Text(f, "id").Contains("-e", StringComparison.Ordinal));
        var moved = 0;
        foreach (var finding in before)
        {
            var (id, message) = (Text(finding, "id"), Text(finding, "message"));
            var called = after.Where(f => Text(f, "id") == $"{id}-e2").ToList();
            if (called.Count == 0)
                continue;
            if (Text(called[0], "message") == message)
                continue;
            moved++;
            var asked = await folder.Ask("findings", "dismiss", id, "--reason", "looked up");
            asked.Code.ShouldBe(1);
            asked.Error.ShouldContain($"{id}-e2");
        }

        moved.ShouldBeGreaterThan(0);
        (await ListAsync("--state", "dismissed")).ShouldBeEmpty();
        (await folder.Ask("findings", "dismiss", Text(after[0], "id"), "--reason", "looked up")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_id_without_its_edition_still_means_the_finding_that_the_next_edition_repeats()
    {
        var before = await ListAsync();
        var sample = await File.ReadAllTextAsync(TestFolder.Sample(), TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace(Row, "Australia MOU 2022.11.08 10 year")));
        var asked = await folder.Ask("findings", "dismiss", Text(before[0], "id"), "--reason", "looked up", "--json");
        asked.Error.ShouldBeEmpty();
        var found = asked.Json.GetProperty("findings")[0];
        (Text(found, "id"), Text(found, "message")).ShouldBe((Text(before[0], "id") + "-e2", Text(before[0], "message")));
    }

    private async Task<List<JsonElement>> ListAsync(params string[] options)
    {
        var asked = await folder.Ask(["findings", "--json", .. options]);
        asked.Error.ShouldBeEmpty();
        return [.. asked.Json.GetProperty("findings").EnumerateArray()];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

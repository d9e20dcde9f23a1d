namespace Entente.Tests.App;

public sealed class KeepCommandTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync() => await folder.Import();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("renew 1 --on 2027-11-08 --length|5 years", "2032-11-08", "agreement.renewed")]
    [InlineData("renew 1 --on 2028-02-01 --keep-anchor", "2032-11-08", "agreement.renewed")]
    [InlineData("extend 1 --on 2024-01-01 --length P1Y", "2028-11-08", "agreement.extended")]
    [InlineData("extend 1 --on|1 Jan 2024|--until 2030", "2030", "agreement.extended")]
    [InlineData("amend 1 --on 2024-01 --note annex", "2027-11-08", "agreement.amended")]
    [InlineData("suspend 1", "2027-11-08", "agreement.suspended")]
    [InlineData("terminate 1 --on 2025-06-30 --by|the partner", "2027-11-08", "agreement.terminated")]
    [InlineData("supersede 1 --on 2025-06-30 --by 2", "2027-11-08", "agreement.superseded")]
    [InlineData("effect 1 --on 2022-12-01", "2027-12-01", "agreement.effective")]
    [InlineData("edit 1 --term|3 years", "2025-11-08", "agreement.corrected")]
    public async Task An_act_prints_the_agreement_after_it(string typed, string end, string code)
    {
        var asked = await folder.Ask([.. Split(typed.Split('|')), "--yes", "--json", "--reason", "by letter"]);
        asked.Error.ShouldBeEmpty();
        asked.Code.ShouldBe(0);
        asked.Json.GetProperty("version").GetInt32().ShouldBe(2);
        asked.Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe(end);
        var change = asked.Json.GetProperty("changes")[1];
        change.GetProperty("act").GetString().ShouldBe(code);
        change.GetProperty("why").GetString().ShouldBe("by letter");
        change.GetProperty("who").GetString().ShouldBe(Environment.UserName);
        change.GetProperty("fields").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_agreement_is_entered_and_problems_are_told_by_the_option()
    {
        var added = await folder.Ask("add", "--partner", "University of Vienna", "--country", "Austria", "--kind", "MOU", "--signed", "6 May 2024", "--length", "P5Y", "--json");
        added.Error.ShouldBeEmpty();
        added.Json.GetProperty("number").GetString().ShouldBe("128");
        added.Json.GetProperty("ends").GetProperty("on").GetString().ShouldBe("2029-05-06");
        added.Json.GetProperty("term").GetProperty("text").GetString().ShouldBe("5 years");
        var wrong = await folder.Ask("add", "--partner", "X", "--country", "Utopia", "--signed", "2023-02-29", "--length", "a while");
        wrong.Code.ShouldBe(1);
        wrong.Out.ShouldBeEmpty();
        wrong.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]).ShouldBe(["--country", "--signed", "--length"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_may_be_entered_twice_needs_a_yes_and_what_was_not_deleted_cannot_come_back()
    {
        string[] add = ["add", "--partner", "University of Canberra", "--country", "AU", "--signed", "2023-03-08"];
        var asked = await folder.Ask(add);
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain("Agreement 4 is with the same partner on the same day.");
        (await folder.Ask([.. add, "--yes"])).Code.ShouldBe(0);
        var refused = await folder.Ask("restore", "4");
        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("was not deleted");
    }

    [Fact]
    public async Task Several_partners_are_typed_one_by_one()
    {
        var added = await folder.Ask("add", "--partner", "University of Vienna", "--country", "AT", "--partner", "Masaryk University", "--country", "Czechia", "--json");
        added.Error.ShouldBeEmpty();
        Partners(added).ShouldBe([("University of Vienna", "AT"), ("Masaryk University", "CZ")]);
        Partners(await folder.Ask("edit", "128", "--partner", "TU Wien", "--json")).ShouldBe([("TU Wien", "AT"), ("Masaryk University", "CZ")]);
        (await folder.Ask("edit", "128", "--country", "AT", "--country", "Utopia")).Error.ShouldStartWith("--country: ");

        static IEnumerable<(string?, string?)> Partners(Asked asked) =>
            asked.Json.GetProperty("partners").EnumerateArray().Select(p => (p.GetProperty("name").GetString(), p.GetProperty("country").GetString()));
    }

    [Theory]
    [InlineData("1", "cannot take its own place")]
    [InlineData("999", "no agreement number 999")]
    public async Task What_takes_the_place_of_an_agreement_is_another_one(string by, string words)
    {
        var refused = await folder.Ask("supersede", "1", "--on", "2025", "--by", by);
        refused.Code.ShouldBe(1);
        refused.Error.ShouldStartWith("--by: ");
        refused.Error.ShouldContain(words);
    }

    [Fact]
    public async Task What_can_be_confirmed_is_asked_and_a_no_stores_nothing()
    {
        string[] renewal = ["renew", "1", "--on", "2024-01-01", "--data", folder.Data];
        var no = await Asked.With("n\n", renewal);
        no.Code.ShouldBe(1);
        no.Error.ShouldContain("[y/N]");
        no.Error.ShouldContain("8 Nov 2027");
        (await folder.Ask("show", "1", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
        var yes = await Asked.With("y\n", renewal);
        yes.Code.ShouldBe(0);
        yes.Out.ShouldContain("renewal recorded");
        var never = await folder.Ask("renew", "1", "--on", "2001", "--yes");
        never.Code.ShouldBe(1);
        never.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_is_no_longer_there_is_refused()
    {
        (await folder.Ask("edit", "1", "--note", "one", "--if-version", "1")).Code.ShouldBe(0);
        var late = await folder.Ask("edit", "1", "--note", "two", "--if-version", "1");
        late.Code.ShouldBe(1);
        late.Error.ShouldContain("record 1");
    }

    [Fact]
    public async Task Deleted_is_in_the_bin_until_it_is_brought_back()
    {
        (await folder.Ask("bin")).Out.ShouldContain("Nothing");
        (await folder.Ask("delete", "1", "--reason", "entered twice")).Out.ShouldContain("entente restore 1");
        (await folder.Ask("show", "1")).Code.ShouldBe(1);
        var bin = (await folder.Ask("bin", "--json")).Json;
        bin.GetProperty("total").GetInt32().ShouldBe(1);
        bin.GetProperty("deleted")[0].GetProperty("why").GetString().ShouldBe("entered twice");
        (await folder.Ask("restore", "1")).Code.ShouldBe(0);
        (await folder.Ask("edit", "1", "--note", "x")).Code.ShouldBe(0);
        (await folder.Ask("restore", "1", "--version", "1", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task The_history_tells_who_when_why_and_what()
    {
        await folder.Ask("edit", "1", "--term", "3 years", "--reason", "misread");
        var shown = (await folder.Ask("show", "1")).Out;
        shown.ShouldContain($"corrected by {Environment.UserName}: misread");
        shown.ShouldContain("Term: 5 years → 3 years");
    }

    [Theory]
    [InlineData("edit", "1")]
    [InlineData("add", "--partner", "X", "--until", "2030", "--length", "P1Y")]
    [InlineData("renew")]
    [InlineData("suspend", "1", "--keep-anchor")]
    public async Task Wrong_usage_is_told_apart(params string[] typed) => (await folder.Ask(typed)).Code.ShouldBe(2);

    /// <summary>Blanks divide words, bars keep what is one.</summary>
    private static IEnumerable<string> Split(string[] parts) =>
        parts.SelectMany((part, i) => i % 2 == 0 ? part.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [part]);
}

using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What the list and the office both changed is decided field by field: what is shown before is what is stored, and no end is made that neither has.</summary>
public sealed class ReviewConflictsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // The end is in question itself: it is kept or taken, whatever would follow from the acts.
    [InlineData("--until 2028-01-10", "2023-02-01,2028-01-31,5 years", "start", "start: ; end: ", "2023-02-01", "2028-01-10")]
    [InlineData("--until 2028-01-10", "2023-02-01,2028-01-31,5 years", "end", "start: ; end: ", "2023-01-10", "2028-01-31")]
    [InlineData("--until 2028-01-10", "2023-02-01,2028-01-31,5 years", "start end", "start: ; end: ", "2023-02-01", "2028-01-31")]
    [InlineData("--until 2028-01-10", "2023-02-01,2028-01-31,5 years", "", "start: ; end: ", "2023-01-10", "2028-01-10")]
    // Else it follows, and that is told.
    [InlineData("--until 2028-01-10", "2023-02-01,,5 years", "start", "start: end", "2023-02-01", "2028-02-01")]
    [InlineData("--length P5Y", "2023-02-01,,5 years", "start", "start: end", "2023-02-01", "2028-02-01")]
    [InlineData("--length P5Y", "2023-02-01,2028-01-31,5 years", "start", "start: end", "2023-02-01", "2028-01-31")]
    public async Task What_is_shown_as_the_outcome_is_what_is_stored(string renewed, string row, string takes, string follows, string on, string end)
    {
        await RenewedAsync(renewed, row);
        var conflicts = (await JsonAsync("show")).GetProperty("records")[0].GetProperty("conflicts").EnumerateArray().ToList();
        string.Join("; ", conflicts.Select(c => $"{Text(c, "field")}: {string.Join(", ", c.GetProperty("follows").EnumerateArray().Select(f => Text(f, "field")))}")).ShouldBe(follows);
        string[] taken = [.. takes.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(f => new[] { "--take", f })];
        (await folder.Ask(["review", "accept", "1", .. taken])).Code.ShouldBe(0);
        var changes = (await JsonAsync("show")).GetProperty("records")[0].GetProperty("changes").EnumerateArray().ToDictionary(c => Text(c, "field"), c => Text(c, "new"));
        (await folder.Ask("review", "store", "--leave-out", "--yes")).Code.ShouldBe(0);
        var stored = (await folder.Ask("show", "1", "--json")).Json;
        stored.GetProperty("ends").ShouldSatisfyAllConditions(e => Text(e, "on").ShouldBe(end), e => Text(e, "basis").ShouldNotBe("conflict"));
        stored.GetProperty("events").EnumerateArray().Last().GetProperty("on").GetString().ShouldBe(on);
        changes.GetValueOrDefault("end", "2028-01-10").ShouldBe(end);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_follows_from_a_field_that_is_taken_is_said_before_and_after()
    {
        await RenewedAsync("--length P5Y", "2023-02-01,,5 years");
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain("With --take start something else is otherwise, too, end: 10 Jan 2028 → 1 Feb 2028.");
        (await folder.Ask("review", "accept", "1", "--take", "start")).Out.ShouldContain("Record 1 accepted. With what was taken changed, too: end: 1 Feb 2028.");
        (await folder.Ask("review", "accept", "1")).Lines[0].ShouldBe("Record 1 accepted.");
        (await folder.Ask("review", "accept", "--help")).Out.ShouldContain("An end that is not one of them follows");
    }

    [Fact]
    public async Task What_was_decided_for_and_against_is_said_afterwards()
    {
        await RenewedAsync("--until 2028-01-10", "2023-02-01,2028-01-31,5 years");
        (await folder.Ask("review", "show", "--record", "1", "--json")).Json.GetProperty("decided").GetArrayLength().ShouldBe(0);
        (await folder.Ask("review", "accept", "1", "--take", "end")).Code.ShouldBe(0);
        var shown = (await folder.Ask("review", "show", "--record", "1")).Out;
        shown.ShouldContain("end: decided. 31 Jan 2028 is taken, as the list says. The register says 10 Jan 2028, which is not kept.");
        shown.ShouldContain("what happened: decided. The register keeps signed 11 Jan 2018");
        var decided = (await folder.Ask("review", "show", "--record", "1", "--json")).Json.GetProperty("decided").EnumerateArray().ToDictionary(d => Text(d, "field"), d => d);
        Text(decided["end"], "holds").ShouldBe("2028-01-31");
        Text(decided["start"], "holds").ShouldBe(Text(decided["start"], "old"));
        (await folder.Ask("review", "accept", "1")).Code.ShouldBe(0);
        (await folder.Ask("review", "show", "--record", "1")).Out.ShouldContain("end: decided. The register keeps 10 Jan 2028. The list says 31 Jan 2028, which is not taken.");
    }

    private async Task RenewedAsync(string renewed, string row)
    {
        const string list = "No,Partner,Country,Type,Signed,Renewed,Until,Term\n1,University of Vienna,Austria,MOU,2018-01-11,,,5 years\n2,University of Graz,Austria,MOU,2019-03-04,,,5 years\n";
        await folder.Import(folder.File("first.csv", list));
        (await folder.Ask(["renew", "1", "--on", "2023-01-10", .. renewed.Split(' '), "--yes"])).Code.ShouldBe(0);
        (await folder.Ask("review", folder.File("list.csv", list.Replace("2018-01-11,,,5 years", $"2018-01-11,{row}", StringComparison.Ordinal)))).Code.ShouldBe(0);
    }

    private async Task<JsonElement> JsonAsync(params string[] words) => (await folder.Ask(["review", .. words, "--json"])).Json;

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}

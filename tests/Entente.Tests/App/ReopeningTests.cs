using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>A decision on a finding is taken back whole: the record says again what it said before, and the list asks again.</summary>
public sealed class ReopeningTests : IDisposable
{
    private const string List = """
        Agreements as of 30 June 2025,,,,,
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,Keio University,Japan,MoU,2023-01-10,5 years

        """;

    private static readonly string Next = List.Replace("2022-11-08,5 years", "2022-11-08,6 years").Replace("2025", "2026");

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reopening_what_was_taken_from_a_list_gives_the_value_of_the_office_back_and_it_can_be_taken_again()
    {
        var id = await TakenAsync();
        (await TermAsync()).ShouldBe("P6Y");
        var reopened = await folder.Ask("findings", "reopen", id, "--json");
        var changed = reopened.Json.GetProperty("changed").EnumerateArray().ShouldHaveSingleItem();
        Text(changed, "agreement").ShouldBe("1");
        changed.GetProperty("fields").EnumerateArray().Select(f => $"{Text(f, "field")} {Text(f, "new")}").ShouldBe(["term P7Y", "end 2029-11-08"]);
        (await TermAsync()).ShouldBe("P7Y");
        (await StateAsync(id)).ShouldBe("open");
        await AskAsync("findings", "accept", id);
        (await TermAsync()).ShouldBe("P6Y");
        (await folder.Ask("findings", "reopen", id)).Out.ShouldContain("Number 1, term: 6 years → 7 years");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_changed_since_stays()
    {
        var id = await TakenAsync();
        await AskAsync("edit", "1", "--term", "8 years", "--yes");
        await AskAsync("edit", "1", "--note", "looked up", "--yes");
        (await folder.Ask("findings", "reopen", id, "--json")).Json.GetProperty("changed").GetArrayLength().ShouldBe(0);
        (await TermAsync()).ShouldBe("P8Y");
    }

    [Fact]
    public async Task What_was_changed_beside_it_stays_and_it_goes()
    {
        var id = await TakenAsync();
        await AskAsync("edit", "1", "--note", "looked up", "--yes");
        await AskAsync("findings", "reopen", id);
        var shown = (await folder.Ask("show", "1", "--json")).Json;
        (await TermAsync(), Text(shown.GetProperty("ends"), "on"), Text(shown, "note")).ShouldBe(("P7Y", "2029-11-08", "looked up"));
    }

    [Fact]
    public async Task The_list_can_be_taken_back_as_if_nothing_had_been_decided()
    {
        await AskAsync("findings", "reopen", await TakenAsync());
        // Nothing was worked on since: nobody is asked.
        await AskAsync("import", "--undo", "last");
        (await TermAsync()).ShouldBe("P7Y");
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("dismiss")]
    public async Task The_next_list_that_says_the_same_asks_again(string decision)
    {
        var id = await AskedAsync();
        await AskAsync("findings", decision, id, "--reason", "looked up");
        await AskAsync("findings", "reopen", id);
        (await folder.Import(folder.File("third.csv", Next.Replace("June", "October")))).Counts.Doubtful.ShouldBe(1);
        var asked = (await FindingsAsync("open")).ShouldHaveSingleItem();
        Text(asked, "code").ShouldBe("import.both-changed");
    }

    [Fact]
    public async Task What_was_decided_in_a_review_is_asked_again_by_the_next_list_once_it_is_reopened()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await AskAsync("review", folder.File("next.csv", Next));
        await AskAsync("review", "accept", "1-2");
        await AskAsync("review", "store", "--yes");
        var id = Text((await FindingsAsync("dismissed")).ShouldHaveSingleItem(), "id");
        await AskAsync("findings", "reopen", id);
        (await folder.Import(folder.File("third.csv", Next.Replace("June", "October")))).Counts.Doubtful.ShouldBe(1);
    }

    /// <summary>The term is 7 years here, and 6 years in the list.</summary>
    private async Task<string> AskedAsync()
    {
        await folder.Import(folder.File("first.csv", List));
        await AskAsync("edit", "1", "--term", "7 years", "--yes");
        await folder.Import(folder.File("next.csv", Next));
        return Text((await FindingsAsync("open")).ShouldHaveSingleItem(), "id");
    }

    private async Task<string> TakenAsync()
    {
        var id = await AskedAsync();
        await AskAsync("findings", "accept", id);
        return id;
    }

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private async Task<string> TermAsync() => Text((await folder.Ask("show", "1", "--json")).Json.GetProperty("term"), "length");

    private async Task<string> StateAsync(string id) => Text((await FindingsAsync("all")).Single(f => Text(f, "id") == id), "state");

    private async Task<List<JsonElement>> FindingsAsync(string state) =>
        [.. (await folder.Ask("findings", "--json", "--state", state)).Json.GetProperty("findings").EnumerateArray()];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

namespace Entente.Tests.App;

/// <summary>Who follows the advice of a doubt has answered it.</summary>
public sealed class DeletionAnswersTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Yonsei University,Korea,MoU,2019-03-04,5 years
        2,Keio University,Japan,MoU,2023-01-10,5 years
        3,Lund University,Sweden,MoU,2023-01-10,5 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agreement_that_is_had_from_the_bin_in_place_of_the_new_one_is_asked_about_no_more(bool deletesFirst)
    {
        await folder.Import(folder.File("list.csv", List));
        await AskAsync("edit", "3", "--note", "ours", "--yes");
        await AskAsync("import", "--undo", "last", "--yes");
        var again = await folder.Import(folder.File("list.csv", List));
        var added = again.Json.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("agreement").GetString()!).Single(n => n is not ("1" or "2"));
        (await CodesAsync("open")).ShouldBe(["country.ambiguous", "import.in-bin"]);
        foreach (var act in deletesFirst ? new[] { "delete", "restore" } : ["restore", "delete"])
            await (act == "delete" ? AskAsync("delete", added, "--reason", "twice", "--yes") : AskAsync("restore", "3", "--yes"));
        (await CodesAsync("open")).ShouldBe(["country.ambiguous"]);
        (await CodesAsync("accepted")).ShouldBe(["import.in-bin"]);
    }

    [Fact]
    public async Task There_is_nothing_to_look_at_in_what_was_deleted()
    {
        await folder.Import(folder.File("list.csv", List));
        (await CodesAsync("open")).ShouldBe(["country.ambiguous"]);
        await AskAsync("delete", "1", "--reason", "never signed", "--yes");
        (await CodesAsync("open")).ShouldBeEmpty();
        (await CodesAsync("dismissed")).ShouldBe(["country.ambiguous"]);
    }

    [Fact]
    public async Task Of_two_that_are_perhaps_one_the_doubt_goes_with_either()
    {
        await folder.Import(folder.File("list.csv", List.Replace("Yonsei University,Korea,MoU,2019-03-04", "Keio  University,Japan,MoU,2023-01-10")));
        (await CodesAsync("open")).ShouldContain("partner.same-event");
        await AskAsync("delete", "1", "--reason", "twice", "--yes");
        (await CodesAsync("open")).ShouldNotContain("partner.same-event");
    }

    private async Task<List<string>> CodesAsync(string state) =>
        [.. (await folder.Ask("findings", "--json", "--state", state)).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!).Order(StringComparer.Ordinal)];

    private async Task AskAsync(params string[] args)
    {
        var asked = await folder.Ask(args);
        asked.Code.ShouldBe(0, asked.Error);
    }
}

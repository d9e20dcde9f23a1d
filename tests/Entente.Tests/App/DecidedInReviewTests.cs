using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What was decided in a review about what had been found goes on being decided.</summary>
public sealed class DecidedInReviewTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,University of Graz,Austria,MoU,31.02.2021,5 years
        3,Nazarbayev University,,MoU,2020-10-10,5 years

        """;

    private const string Next = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,University of Graz,Austria,MoU,2021-02-28,5 years
        3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,5 years
        4,Lund University,Sweden,MoU,2023-01-02,5 years

        """;

    private readonly TestFolder folder = new();

    private int minutes;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_not_open_again_when_a_later_list_is_taken_back()
    {
        var decided = await ReviewAsync();
        decided.ShouldNotBeEmpty();
        await ImportAsync("next.csv", Next);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await FindingsAsync()).ShouldBe(decided);
    }

    [Fact]
    public async Task It_is_not_open_again_when_the_same_document_comes_after_a_later_list()
    {
        var decided = await ReviewAsync();
        await ImportAsync("next.csv", Next);
        await ImportAsync("list.csv", List);
        (await FindingsAsync()).Intersect(decided).ShouldBe(decided);
        (await FindingsAsync()).ShouldNotContain(f => f.StartsWith("date.", StringComparison.Ordinal) && f.EndsWith(" open", StringComparison.Ordinal));
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task It_is_open_again_when_a_later_list_has_the_same_mistake_again()
    {
        await ReviewAsync();
        await ImportAsync("next.csv", Next);
        await ImportAsync("third.csv", Next.Replace("2021-02-28", "31.02.2021", StringComparison.Ordinal));
        (await FindingsAsync()).ShouldContain(f => f.StartsWith("date.", StringComparison.Ordinal) && f.EndsWith(" open", StringComparison.Ordinal));
    }

    private async Task<List<string>> ReviewAsync()
    {
        (await folder.Ask("review", folder.File("list.csv", List))).Code.ShouldBe(0);
        foreach (string[] step in (string[][])[["accept", "--clean"], ["correct", "2", "--signed", "2021-02-28"], ["correct", "3", "--country", "KZ"], ["store", "--leave-out", "--yes"]])
            (await folder.Ask(["review", .. step])).ShouldSatisfyAllConditions(a => a.Error.ShouldBeEmpty(), a => a.Code.ShouldBe(0));
        var found = await FindingsAsync();
        found.ShouldAllBe(f => !f.EndsWith(" open", StringComparison.Ordinal));
        return found;
    }

    private async Task ImportAsync(string name, string list)
    {
        var asked = await Asked.At(Asked.Now.AddMinutes(++minutes), "", "import", folder.File(name, list), "--yes", "--json", "--data", folder.Data);
        asked.Code.ShouldBe(0, asked.Error);
    }

    private async Task<List<string>> FindingsAsync()
    {
        var found = (await folder.Ask("findings", "--state", "all", "--json")).Json.GetProperty("findings").EnumerateArray();
        return [.. found.Select(f => $"{Text(f, "code")} {Text(f, "message")} {Text(f, "state")}").Order()];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>What a review says of its list and of the register is what holds.</summary>
public sealed class ReviewSaidTests : IDisposable
{
    private const string List = """
        No,Partner,Country,Kind,Signed,Term
        1,Kyoto University,Japan,MoU,2022-11-08,5 years
        2,University of Graz,Austria,MoU,2021-02-28,10 years
        3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,10 years
        4,Lund University,Sweden,MoU,2023-01-02,10 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_decided_for_every_list_goes_with_a_list_that_is_dropped()
    {
        await BeginAsync(List);
        (await Ask("correct", "1", "--partner", "University of Kyoto", "--everywhere")).Code.ShouldBe(0);
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await Ask("drop", "--yes")).Out.ShouldSatisfyAllConditions(o => o.ShouldContain("list.csv was dropped"), o => o.ShouldContain("University of Kyoto"));
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_decided_before_a_list_stays_when_it_is_dropped()
    {
        await BeginAsync(List);
        (await Ask("correct", "1", "--partner", "University of Kyoto", "--everywhere")).Code.ShouldBe(0);
        await BeginAsync(List.Replace("Lund", "Uppsala", StringComparison.Ordinal), "other.csv");
        (await Ask("drop", "--review", "other.csv", "--yes")).Out.ShouldContain("other.csv was dropped.");
        (await folder.Ask("register", "rule", "--json")).Json.GetArrayLength().ShouldBe(1);
    }

    private async Task BeginAsync(string list, string name = "list.csv") =>
        (await folder.Ask("review", folder.File(name, list))).ShouldSatisfyAllConditions(a => a.Error.ShouldBeEmpty(), a => a.Code.ShouldBe(0));

    private Task<Asked> Ask(params string[] words) => folder.Ask(["review", .. words]);

    private async Task<JsonElement> JsonAsync(params string[] words)
    {
        var asked = await Ask([.. words, "--json"]);
        asked.Error.ShouldBeEmpty();
        return asked.Json;
    }
}

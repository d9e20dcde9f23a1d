namespace Entente.Tests.App;

/// <summary>What a list has no longer is a question, but not of another list.</summary>
public sealed class ListedNoLongerTests : IDisposable
{
    private const string Head = "No,Partner,Country,Kind,Signed,Term\n";

    private static readonly string[] rows =
    [
        "1,Kyoto University,Japan,MoU,2022-11-08,10 years\n",
        "2,University of Graz,Austria,MoU,2021-02-28,10 years\n",
        "3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,10 years\n",
        "4,Lund University,Sweden,MoU,2023-01-02,10 years\n",
    ];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(2, 3, 2)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 3, 0)]
    public async Task Half_of_a_list_is_that_list_and_less_is_another_one(int kept, int others, int gone)
    {
        await folder.Import(folder.File("list.csv", Head + string.Concat(rows)));
        string[] names = ["Aalto University,Finland", "Ghent University,Belgium", "Universidad de Chile,Chile"];
        var next = folder.File("next.csv", Head + string.Concat(rows.Take(kept)) + string.Concat(names.Take(others).Select((n, i) => $"{i + 5},{n},Student exchange,{2015 + i}-05-05,20 years\n")));
        var begun = await folder.Ask("review", next, "--json");
        begun.Code.ShouldBe(0);
        (await folder.Ask("review", "show", "--json")).Json.GetProperty("gone").GetArrayLength().ShouldBe(gone);
        (await folder.Ask("review", "drop", "--yes")).Code.ShouldBe(0);
        (await folder.Import(next)).Counts.ShouldBe((others, 0, kept, gone, 0));
        (await folder.Ask("findings", "--code", "import.gone", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(gone);
    }
}

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

    [Fact]
    public async Task That_nobody_is_asked_about_what_a_part_of_a_list_does_not_have_is_told_wherever_it_is_counted()
    {
        const string said = "3 agreements of the last list are not in this one. It has less than half of that list, so it is taken for a part of it or for another list: nothing is asked about them, and they stay as they are.";
        await folder.Import(folder.File("list.csv", Head + string.Concat(rows)));
        var next = folder.File("next.csv", Head + rows[0] + "5,Aalto University,Finland,Student exchange,2024-05-05,5 years\n");
        (await folder.Ask("import", next)).Error.ShouldContain(said);
        (await folder.Ask("review", next)).Code.ShouldBe(0);
        (await folder.Ask("review", "show")).Out.ShouldContain(said);
        var at = (await folder.Ask("review", "show", "--json")).Json.GetProperty("path").GetString()!;
        await using (var site = await Pages.PageSite.OfAsync(folder))
        {
            Pages.SampleSite.Words(await site.TextAsync(at)).ShouldContain(said);
            Pages.SampleSite.Words(await site.TextAsync($"{at}/storing")).ShouldContain("left as they are 0 " + said);
        }

        (await folder.Ask("review", "accept", "--clean")).Code.ShouldBe(0);
        (await folder.Ask("review", "store", "--leave-out", "--yes")).Out.ShouldContain(said);
        (await folder.Ask("findings", "--code", "list.part", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(1);
        (await folder.Ask("findings", "--code", "import.gone", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
        // One that shares nothing with it is another list, as everybody sees.
        (await folder.Ask("import", folder.File("other.csv", Head + "1,Ghent University,Belgium,MoU,2024-05-05,5 years\n"), "--yes")).Out.ShouldNotContain("less than half");
    }
}

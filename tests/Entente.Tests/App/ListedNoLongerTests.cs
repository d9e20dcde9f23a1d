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
    public async Task Rows_that_are_perhaps_about_an_agreement_have_it_and_the_others_are_asked_about()
    {
        await folder.Import(folder.File("list.csv", Head + string.Concat(rows)));
        var next = await folder.Import(folder.File("next.csv", Head + rows[0] + "2,Karl-Franzens-Uni,Austria,MoU,2021-02-28,10 years\n3,Университет в Астане,Kazakhstan,MoU,2020-10-10,10 years\n"));
        next.Counts.ShouldBe((0, 0, 1, 1, 2));
        (await folder.Ask("findings", "--code", "list.part", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    // Accepted as it is, corrected in another field, said to be the known one after all.
    [InlineData("accept 2", 1)]
    [InlineData("correct 2 --note new", 1)]
    [InlineData("same 2", 0)]
    public async Task What_a_row_is_perhaps_about_is_gone_where_that_is_said_to_be_a_new_agreement(string decided, int gone)
    {
        await folder.Import(folder.File("list.csv", Head + string.Concat(rows)));
        var next = folder.File("next.csv", Head + rows[0] + "2,Karl-Franzens-Uni,Austria,MoU,2021-02-28,10 years\n" + rows[2] + rows[3]);
        (await folder.Ask("review", next)).Code.ShouldBe(0);
        (await GoneAsync()).ShouldBe(0);
        var told = await folder.Ask(["review", .. decided.Split(' ')]);
        told.Code.ShouldBe(0);
        if (decided == "accept 2")
            told.Out.ShouldContain("Record 2 accepted as a new agreement: it is not 2.");
        (await GoneAsync()).ShouldBe(gone);
        (await folder.Ask("review", "accept", "1-4")).Code.ShouldBe(0);
        (await folder.Ask("review", "store", "--yes")).Out.ShouldContain($"no longer listed: {gone}");
        (await folder.Ask("findings", "--code", "import.gone", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(gone);
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(4 + gone);

        async Task<int> GoneAsync() => (await folder.Ask("review", "show", "--json")).Json.GetProperty("gone").GetArrayLength();
    }

    [Theory]
    [InlineData("2015-12-31", "import.gone-over", "It is over")]
    [InlineData("2014-12-31", "import.gone", "in force on the day of the list, 31 Dec 2014, and until 30 Jun 2015")]
    // A list without a day says nothing of what was over by it.
    [InlineData("", "import.gone-over", "It is over")]
    public async Task What_was_in_force_on_the_day_of_a_list_that_drops_it_is_asked_about_though_it_is_over_today(string day, string code, string said)
    {
        string[] old = ["Kyoto University;Japan;MoU;2010-07-01;2015-06-30\n", "University of Graz;Austria;MoU;2011-03-01;2031-02-28\n", "Lund University;Sweden;MoU;2012-01-02;2032-01-01\n"];
        await folder.Import(folder.File("list.csv", "Partner;Country;Type;Signed;Until\n" + string.Concat(old)));
        string[] at = day.Length > 0 ? ["--listed-on", day] : [];
        (await folder.Ask(["import", folder.File("next.csv", "Partner;Country;Type;Signed;Until\n" + string.Concat(old[1..])), "--yes", .. at])).Code.ShouldBe(0);
        var found = (await folder.Ask("findings", "--agreement", "1", "--json")).Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        (found.GetProperty("code").GetString(), found.GetProperty("message").GetString()!.Contains(said, StringComparison.Ordinal)).ShouldBe((code, true));
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

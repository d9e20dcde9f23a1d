namespace Entente.Tests.App;

/// <summary>A next list that has no column for what an earlier one printed says nothing of it, whatever single rows tell in passing.</summary>
public sealed class SilentListTests : IDisposable
{
    private const string First = "Partner;Country;Type;Signed;Duration;Coordinator\n"
        + "Kyoto University;Japan;MoU;2023-04-03;5 years;Mr Lim\nUniversity of Oslo;Norway;Student exchange;2022-05-11;5 years;Ms Dahl\nMcGill University;Canada;MoU;2023-11-09;5 years;Mr Roy\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // A remark is about its own row.
    [InlineData("Partner;Country;Type;Signed;Remarks", "Kyoto University;Japan;MoU;2023-04-03;", "University of Oslo;Norway;Student exchange;2022-05-11;renewed automatically", "McGill University;Canada;MoU;2023-11-09;in English", "2 term, 2 note, 3 note")]
    [InlineData("Partner;Country;Type;Signed;Valid until;Remarks", "Kyoto University;Japan;MoU;2023-04-03;2028-04-02;", "University of Oslo;Norway;Student exchange;2022-05-11;2027-05-10;renewed automatically", "McGill University;Canada;MoU;2023-11-09;2028-11-08;", "1 end, 2 term, 2 end, 2 note, 3 end")]
    // No first days, and no ends.
    [InlineData("Partner;Country;Type;Duration", "Kyoto University;Japan;MoU;5 years", "University of Oslo;Norway;Student exchange;5 years", "McGill University;Canada;MoU;5 years", "")]
    // Countries that two of the names tell, and other columns.
    [InlineData("Partner;Type;Signed;Room", "Kyoto University;MoU;2023-04-03;A1", "University of Oslo, Norway;Student exchange;2022-05-11;", "McGill University;MoU;2023-11-09;", "1 other")]
    [InlineData("Partner;Country;Type;Signed;Coordinator", "Kyoto University;Japan;MoU;2023-04-03;Mr Lim", "University of Oslo;Norway;Student exchange;2022-05-11;Ms Berg", "McGill University;Canada;MoU;2023-11-09;Mr Roy", "2 other")]
    // One end that is told in words, and days of effect in place of days of signing.
    [InlineData("Partner;Country;Type;Signed;Expires", "Kyoto University;Japan;MoU;2023-04-03;unlimited", "University of Oslo;Norway;Student exchange;2022-05-11;2027-05-11", "McGill University;Canada;MoU;2023-11-09;2028-11-09", "1 term, 1 end")]
    [InlineData("Partner;Country;Type;Valid from;Valid until", "Kyoto University;Japan;MoU;2023-04-03;2028-04-03", "University of Oslo;Norway;Student exchange;2022-06-01;2027-05-11", "McGill University;Canada;MoU;2023-11-09;2028-11-09", "2 start, 2 term")]
    // An end that an earlier length does not lead to.
    [InlineData("Partner;Country;Type;From;To", "Kyoto University;Japan;MoU;2023-04-03;2033-04-02", "University of Oslo;Norway;Student exchange;2022-05-11;2025-05-10", "McGill University;Canada;MoU;2023-11-09;2028-11-08", "1 term, 1 end, 2 term, 2 end, 3 end")]
    public async Task What_it_has_no_column_for_stays(string head, string kyoto, string oslo, string mcGill, string changes)
    {
        await folder.Import(folder.File("first.csv", First));
        var next = await folder.Import(folder.File("next.csv", $"{head}\n{kyoto}\n{oslo}\n{mcGill}\n"));
        string.Join(", ", from d in next.Json.GetProperty("differences").EnumerateArray()
                          from f in d.GetProperty("fields").EnumerateArray()
                          select $"{d.GetProperty("agreement").GetString()} {f.GetProperty("field").GetString()}").ShouldBe(changes);
        (await folder.Ask("list", "--standing", "cannot-tell", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        // The same columns once more say nothing new.
        (await folder.Import(folder.File("same.csv", $"{head}\n{oslo}\n{kyoto}\n{mcGill}\n"))).Counts.ShouldBe((0, 0, 3, 0, 0));
    }

    [Fact]
    public async Task A_doubt_about_what_it_says_nothing_of_stays()
    {
        await folder.Import(folder.File("first.csv", "Partner;Country;Type;Signed\nKorea University;Korea;MoU;2020-04-01\nUniversity of Oslo;Norway;MoU;2022-05-11\n"));
        var doubts = (await FindingsAsync()).ShouldHaveSingleItem();
        doubts.ShouldBe("country");
        await folder.Import(folder.File("next.csv", "Partner;Type;Signed\nKorea University;MoU;2020-04-01\nUniversity of Oslo;MoU;2022-05-11\n"));
        (await FindingsAsync()).ShouldBe([doubts]);
        await folder.Import(folder.File("third.csv", "Partner;Country;Type;Signed\nKorea University;South Korea;MoU;2020-04-01\nUniversity of Oslo;Norway;MoU;2022-05-11\n"));
        (await FindingsAsync()).ShouldBeEmpty();

        async Task<List<string?>> FindingsAsync() =>
            [.. (await folder.Ask("findings", "--json", "--severity", "doubt")).Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("field").GetString())];
    }
}

using Entente.App.Imports;

namespace Entente.Tests.App;

/// <summary>A row that somebody left out is known again in the next list by what it holds, and no other row is taken for it.</summary>
public sealed class LeftOutRowsTests : ReviewingTests
{
    private const string List = """
        No;Partner;Country;Type;Signed
        1;University of Vienna;Austria;MoU;2019-03-04
        2;Keio University;Japan;MoU;2020-03-05
        3;Lund University;Sweden;MoU;2021-03-04
        4;Osaka University;Japan;Student exchange;2018-05-06

        """;

    [Theory]
    // The next list; how many of its rows are new.
    [InlineData("Type;Partner;Signed;Country;No\nMoU;University of Vienna;2019-03-04;Austria;7\nMoU;Keio University;2020-03-05;Japan;8\nStudent exchange;Osaka University;2018-05-06;Japan;9\nMoU;Lund University;2021-03-04;Sweden;10", 0)]
    [InlineData("Partner;Type;Signed;Contact\nUniversity of Vienna;MoU;2019-03-04;Ms Adler\nKeio University;MoU;2020-03-05;Mr Ito\nLund University;MoU;2021-03-04;Ms Dahl\nOsaka University;Student exchange;2018-05-06;Mr Abe", 0)]
    [InlineData("No;Partner;Country;City;Type;Signed\n1;University of Oslo;Norway;Oslo;MoU;2022-03-04\n2;University of Vienna;Austria;Wien;MoU;2019-03-04\n3;Keio University;Japan;Tokyo;MoU;2020-03-05\n4;Lund University;Sweden;Lund;MoU;2021-03-04\n5;Osaka University;Japan;Osaka;Student exchange;2018-05-06", 1)]
    // It says something else: another kind, another day, how long; or two rows may be the one.
    [InlineData("Partner;Country;Type;Signed\nUniversity of Vienna;Austria;MoU;2019-03-04\nKeio University;Japan;Student exchange;2020-03-05\nLund University;Sweden;MoU;2021-03-04\nOsaka University;Japan;Student exchange;2018-05-06", 1)]
    [InlineData("Partner;Country;Type;Signed;Contact\nUniversity of Vienna;Austria;MoU;2019-03-04;\nKeio University;Japan;MoU;2024-05-06;Mr Ito\nLund University;Sweden;MoU;2021-03-04;\nOsaka University;Japan;Student exchange;2018-05-06;", 1)]
    [InlineData("Partner;Country;Type;Signed;Term\nUniversity of Vienna;Austria;MoU;2019-03-04;\nKeio University;Japan;MoU;2020-03-05;5 years\nLund University;Sweden;MoU;2021-03-04;\nOsaka University;Japan;Student exchange;2018-05-06;", 1)]
    [InlineData("Partner;Type;Signed;Contact\nUniversity of Vienna;MoU;2019-03-04;\nKeio University;MoU;2020-03-05;Mr Ito\nKeio University;MoU;2020-03-05;Ms Abe\nLund University;MoU;2021-03-04;\nOsaka University;Student exchange;2018-05-06;", 2)]
    public async Task It_stays_out_however_the_next_list_prints_it(string next, int added)
    {
        var id = await StartAsync(List);
        await Reviews.SkipAsync(Open, Kept, id, 2, hand, Stop);
        foreach (var record in new[] { 1, 3, 4 })
            await Reviews.AcceptAsync(Open, Kept, id, record, hand, Stop);
        await Reviews.CommitAsync(Open, Kept, id, leavesOut: false, hand, Stop);
        await AgainAsync();
        (await Folder.Import(Folder.File("next.csv", next + "\n"))).Counts.New.ShouldBe(added);
        (await Folder.Ask("list", "Keio", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(next.Contains("Oslo", StringComparison.Ordinal) ? 0 : added);
    }
}

namespace Entente.Tests.App;

/// <summary>A partner's next agreement of the same kind, in a list that has the one before no more.</summary>
public sealed class FollowingAgreementTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // On the day on which the one before ends, on the same day of a later year; a slip, and a day that is told more exactly.
    [InlineData("2020-05-12;5 years", "2025-05-12;5 years", true)]
    [InlineData("2018-06-07;", "2024-06-07;3 years", true)]
    [InlineData("2020-05-12;5 years", "2021-05-12;5 years", false)]
    [InlineData("2020-05-12;5 years", "2020-05-21;5 years", false)]
    [InlineData("2020;5 years", "2020-05-12;5 years", false)]
    public async Task Is_asked_about_and_does_not_take_its_place(string before, string now, bool isAsked)
    {
        const string Others = "Partner;Country;Type;Signed;Term\nOsaka University;Japan;MoU;2022-05-11;5 years\n";
        await folder.Import(folder.File("first.csv", $"{Others}Kyoto University;Japan;MoU;{before}\n"));
        var next = await folder.Import(folder.File("next.csv", $"{Others}Kyoto University;Japan;MoU;{now}\n"));
        next.Counts.ShouldBe(isAsked ? (0, 0, 1, 0, 1) : (0, 1, 1, 0, 0));
        (await folder.Ask("findings", "--json", "--code", "import.perhaps-known")).Json.GetProperty("findings").GetArrayLength().ShouldBe(isAsked ? 1 : 0);
    }

    [Theory]
    // The one before is listed no more, or is there as it was.
    [InlineData("", 1, 0)]
    [InlineData("Kyoto University;Japan;MoU;2018-03-01\n", 0, 1)]
    public async Task A_day_that_is_far_from_those_of_several_is_asked_about(string other, int doubtful, int changed)
    {
        const string Others = "Partner;Country;Type;Signed\nOsaka University;Japan;MoU;2022-05-11\nLund University;Sweden;MoU;2022-05-11\n";
        await folder.Import(folder.File("first.csv", $"{Others}Kyoto University;Japan;MoU;2018-03-01\nKyoto University;Japan;MoU;2021-06-01\n"));
        var counts = (await folder.Import(folder.File("next.csv", $"{Others}{other}Kyoto University;Japan;MoU;2022-11-21\n"))).Counts;
        (counts.Doubtful, counts.Changed).ShouldBe((doubtful, changed));
    }

    [Theory]
    [InlineData("Kyoto University;Japan", "京都大学;Japan", "2021-09")]
    [InlineData("Kyoto University;Japan", "京都大学;Japan", "2021-09-01")]
    public async Task A_partner_that_is_called_otherwise_is_asked_about_where_country_kind_and_day_agree(string was, string now, string signed)
    {
        const string Others = "Partner;Country;Type;Signed\nOsaka University;Japan;MoU;2022-05-11\nLund University;Sweden;MoU;2022-05-11\n";
        await folder.Import(folder.File("first.csv", $"{Others}{was};MoU;{signed}\n"));
        (await folder.Import(folder.File("next.csv", $"{Others}{now};MoU;{signed}\n"))).Counts.ShouldBe((0, 0, 2, 0, 1));
    }

    [Fact]
    public async Task Of_several_of_one_partner_kind_and_day_the_one_that_says_the_same_is_met()
    {
        const string Head = "Partner;Country;Type;Subject;Signed;Expires\nKyoto University;Japan;MoU;Law;2019-05-03;2028-05-02\n";
        await folder.Import(folder.File("first.csv", $"{Head}Oita University;Japan;MoU;Law;2018-05-03;2028-05-02\nOita University;Japan;MoU;Arts;2018-05-03;2028-05-02\n"));
        var next = await folder.Import(folder.File("next.csv", $"{Head}Oita University;Japan;MoU;Arts;2018-05-03;2033-05-02\n"));
        next.Counts.ShouldBe((0, 1, 1, 1, 0));
        (await folder.Ask("show", "3")).Out.ShouldContain("2 May 2033");
    }
}

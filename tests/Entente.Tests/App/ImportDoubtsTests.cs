namespace Entente.Tests.App;

/// <summary>An import names every doubt that it leaves.</summary>
public sealed class ImportDoubtsTests : IDisposable
{
    private const string Head = "No,Partner,Country,Kind,Signed,Term\n";

    private const string List = Head + """
        1,Kyoto University,Japan,MoU,2022-11-08,10 years
        2,University of Graz,Austria,MoU,2021-02-28,10 years
        3,Nazarbayev University,Kazakhstan,MoU,2020-10-10,10 years

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_older_list_is_called_so_and_says_nothing_now()
    {
        await folder.Import(folder.File("new.csv", "Agreements as of 30 June 2026,,,,,\n" + List));
        var old = folder.File("old.csv", "Agreements as of 30 June 2025,,,,,\n" + List.Replace("2022-11-08,10 years", "2022-11-08,5 years", StringComparison.Ordinal));
        var told = await folder.Ask("import", old, "--yes");
        told.Code.ShouldBe(0, told.Error);
        told.Out.ShouldContain("This list is of 30 Jun 2025, and new.csv is of 30 Jun 2026");
        told.Out.ShouldContain("the older list says 5 years; the register keeps 10 years");
        told.Out.ShouldNotContain("the list now says");
    }

    [Fact]
    public async Task What_went_to_the_bin_with_its_list_is_named()
    {
        var list = folder.File("list.csv", List);
        await folder.Import(list);
        (await folder.Ask("edit", "2", "--note", "ours", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("import", list, "--yes")).Out.ShouldContain("Number 2, University of Graz: This is perhaps agreement 2, which went to the bin");
    }
}

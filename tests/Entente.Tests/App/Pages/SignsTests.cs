using Entente.Core;

namespace Entente.Tests.App.Pages;

/// <summary>Signs that turn a text around are shown where a source has them, and are in no name.</summary>
public sealed class SignsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_name_is_stored_without_signs_that_turn_it_and_its_source_shows_them()
    {
        await folder.Import(folder.File("list.csv", "No,Partner,Country,Kind,Signed,Expires\n1,University of \u202EotroP,Portugal,MOU,2019-03-04,2024-03-04\n2,Kyoto University\u200F,Japan,MOU,2020-05-06,2025-05-06\n"));
        await using var site = await PageSite.OfAsync(folder);
        var page = await site.TextAsync("/agreements/1");
        page.ShouldContain("University of otroP");
        page.ShouldContain("title=\"Sign that turns the direction of the text, U&#x2B;202E\">202E</span>");
        page.ShouldNotContain("\u202E");
        page.ShouldNotContain("&#x202E;");
        (await site.TextAsync("/agreements?words=Kyoto")).ShouldNotContain("&#x200F;");
    }

    [Theory]
    [InlineData("../../etc/list.csv", "list.csv")]
    [InlineData("C:\\Users\\office\\list.csv", "list.csv")]
    [InlineData("list\u202Evsc.exe", "listvsc.exe")]
    [InlineData("a\u0007b\n.txt", "ab.txt")]
    [InlineData("..", "file")]
    [InlineData("/", "file")]
    [InlineData("دانشگاه\u200Cها.csv", "دانشگاه\u200Cها.csv")]
    public void A_file_is_called_by_the_last_part_of_its_name(string given, string name) =>
        new Source(given, "", "text/plain", 0, null).Name.ShouldBe(name);

    [Fact]
    public void Joiners_that_scripts_need_stay() => TextSigns.Without("دانش\u200Cگاه\u200F \u0D15\u0D4D\u200D").ShouldBe("دانش\u200Cگاه \u0D15\u0D4D\u200D");
}

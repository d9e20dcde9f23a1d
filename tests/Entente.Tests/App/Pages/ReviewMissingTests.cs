namespace Entente.Tests.App.Pages;

/// <summary>A new record may be an agreement that the list has no longer: nothing tells it, and a person says so on the page.</summary>
public sealed class ReviewMissingTests : IDisposable
{
    private const string List = "Partner;Country;Kind;Signed\nKyoto University;Japan;MoU;2022-11-08\nCollege of the North;Norway;MoU;2023-01-10\nLund University;Sweden;MoU;2021-03-04\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Which_of_those_it_is_can_be_said_on_the_page()
    {
        await folder.Import(folder.File("first.csv", List));
        (await folder.Ask("review", folder.File("next.csv", List.Replace("College of the North;Norway;MoU;2023-01-10", "Arctic Academy;Norway;Student exchange;2025-05-06", StringComparison.Ordinal)))).Code.ShouldBe(0);
        var at = (await folder.Ask("review", "show", "--json")).Json.GetProperty("path").GetString()!;
        await using (var site = await PageSite.OfAsync(folder))
        {
            SampleSite.Words(await site.TextAsync($"{at}/records/2")).ShouldContain("2, College of the North");
            SampleSite.Words(await site.TextAsync($"{at}/records/1")).ShouldNotContain("2, College of the North");
            (await site.SendAsync($"{at}/records/2", "same", ("agreement", "2"))).To.ShouldNotBeNull();
        }

        var record = (await folder.Ask("review", "show", "--record", "2", "--json")).Json;
        (record.GetProperty("fate").GetString(), record.GetProperty("agreement").GetString()).ShouldBe(("changed", "2"));
    }
}

using System.Net;

using Entente.Tests.Core;

namespace Entente.Tests.App.Pages;

/// <summary>The directory of partners: what is asked of it, and what is asked wrongly.</summary>
public sealed class PartnerDirectoryTests : IDisposable
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;Kyoto University;Japan;MoU;2020-03-05;5 years
        2;Faculty of Law, Kyoto University;Japan;MoU;2021-03-05;5 years
        3;Shimane University;Japan;MoU;2022-03-05;5 years

        """;

    private static readonly string Kyoto = RegistryOf.Id(1);

    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_partner_is_found_by_an_identifier_and_so_are_its_units_by_its_record()
    {
        await using var site = await BeginAsync();
        foreach (var asked in new[] { Kyoto, Kyoto[^9..], Uri.EscapeDataString(Kyoto) })
            Named(await site.TextAsync($"/partners?words={asked}")).ShouldBe((true, true, false));
        Named(await site.TextAsync($"/partners?words=q{Kyoto[^2..]}")).ShouldBe((true, false, false), "a unit has its own");
        Named(await site.TextAsync("/partners?words=https")).ShouldBe((false, false, false));
    }

    [Fact]
    public async Task Behind_the_last_page_is_the_last_page()
    {
        await using var site = await BeginAsync();
        Named(await site.TextAsync("/partners?page=99")).ShouldBe((true, true, true));
    }

    [Theory]
    [InlineData("type=nope", "&quot;nope&quot; is no type of partner")]
    [InlineData("link=nope", "&quot;nope&quot; is nothing that is known of a record")]
    public async Task What_there_is_not_is_said_and_not_left_out(string asked, string words)
    {
        await using var site = await BeginAsync();
        var (status, text, _) = await site.GetAsync($"/partners?{asked}");
        (status, text.Contains(words, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        (await site.GetAsync($"/partners.csv?{asked}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_mark_of_the_map_leads_to_those_that_are_there()
    {
        await using var site = await BeginAsync();
        (await site.TextAsync("/partners?view=map")).ShouldMatch("<a href=\"/partners\\?at=50.9(,|%2C)13.3&amp;view=map\" tabindex=\"-1\"><circle");
        Named(await site.TextAsync("/partners?at=50.9,13.3")).ShouldBe((true, true, false));
    }

    public void Dispose() => folder.Dispose();

    private static (bool Kyoto, bool Law, bool Shimane) Named(string page) =>
        (page.Contains(">Kyoto University</bdi>", StringComparison.Ordinal), page.Contains(">Faculty of Law, Kyoto University</bdi>", StringComparison.Ordinal), page.Contains(">Shimane University</bdi>", StringComparison.Ordinal));

    private async Task<PageSite> BeginAsync()
    {
        await folder.Import(folder.File("list.csv", List));
        (await folder.Ask("ror", "load", folder.File("dump.json", DumpOf.Records(DumpOf.Record(Kyoto, "Kyoto University", "JP"))))).Code.ShouldBe(0);
        (await folder.Ask("partner", "certain")).Code.ShouldBe(0);
        return await PageSite.OfAsync(folder);
    }
}

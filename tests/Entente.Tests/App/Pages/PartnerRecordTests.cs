using System.Net;
using System.Text.RegularExpressions;

using Entente.Tests.Core;

namespace Entente.Tests.App.Pages;

/// <summary>A person says at one partner what record it has.</summary>
public sealed partial class PartnerRecordTests : IDisposable
{
    private const string Printed = "Kyoto Institute of Tehcnology";

    private static readonly string Kyoto = RegistryOf.Id(1), Other = RegistryOf.Id(2);

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Enter_at_a_typed_id_links_to_that_one(bool isLinked)
    {
        await using var site = await BeginAsync();
        if (isLinked)
            (await folder.Ask("partner", "link", Printed, Kyoto)).Code.ShouldBe(0);
        var form = await site.FormAsync($"/partners/{await IdAsync(Printed)}/record", "record");
        Buttons().Match(form.Text).Value.ShouldNotContain("name=");
        (await site.SendAsync(form.With(("ror", Other)))).Status.ShouldBe(HttpStatusCode.Found);
        (await folder.Ask("partner", "show", Printed)).Out.ShouldContain(Other);
    }

    [Theory]
    [InlineData("edit", "partner")]
    [InlineData("record", "record")]
    public async Task The_first_button_of_a_form_sends_what_is_typed(string page, string form)
    {
        await using var site = await BeginAsync();
        Buttons().Match((await site.FormAsync($"/partners/{await IdAsync(Printed)}/{page}", form)).Text).Value.ShouldNotContain("name=");
    }

    [Theory]
    [InlineData("/agreements/new", "new")]
    [InlineData("/agreements/1/correction", "correction")]
    [InlineData("/settings", "settings")]
    public async Task So_does_that_of_an_agreement_and_of_the_settings(string path, string form)
    {
        await using var site = await BeginAsync();
        Buttons().Match((await site.FormAsync(path, form)).Text).Value.ShouldNotContain("name=");
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> IdAsync(string partner) => (await folder.Ask("partner", "show", partner, "--json")).Json.GetProperty("id").GetString()!;

    private async Task<PageSite> BeginAsync()
    {
        await folder.Import(folder.File("list.csv", $"No;Partner;Country;Type;Signed;Term\n1;{Printed};Japan;MoU;2020-03-05;5 years\n"));
        var dump = folder.File("dump.json", $"[{DumpOf.Record(Kyoto, "Kyoto Institute of Technology and Design", "JP")},{DumpOf.Record(Other, "Kyoto Institute", "JP")}]");
        (await folder.Ask("ror", "load", dump)).Code.ShouldBe(0);
        return await PageSite.OfAsync(folder);
    }

    [GeneratedRegex("<button [^>]*>")]
    private static partial Regex Buttons();
}

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

    [Fact]
    public async Task Who_has_linked_too_fast_comes_back()
    {
        await folder.Import(folder.File("list.csv", $"No;Partner;Country;Type;Signed;Term\n1;{Printed};Japan;MoU;2020-03-05;5 years\n2;Kyoto Institute Technology;Japan;MoU;2020-03-05;5 years\n"));
        await using var site = await BeginAsync(lists: false);
        var (first, second) = (await IdAsync(Printed), await IdAsync("Kyoto Institute Technology"));
        var (one, other) = (await site.TextAsync($"/partners/{first}/record?queue=likely")).Contains("rel=\"next\"", StringComparison.Ordinal) ? (first, second) : (second, first);
        var sent = await site.SendAsync((await site.FormAsync($"/partners/{one}/record?queue=likely", "record")).With(("link", $"{one}.1 {Kyoto}")));
        sent.To!.ShouldBe($"/partners/{other}/record?queue=likely&last={one}");
        Tos().Matches(await site.TextAsync(sent.To!)).Select(m => WebUtility.HtmlDecode(m.Value)).ShouldContain($"href=\"/partners/{one}/record?queue=likely\" rel=\"prev\"");
        var back = await site.TextAsync($"/partners/{one}/record?queue=likely");
        back.ShouldContain("name=\"unlink\"");
        WebUtility.HtmlDecode(back).ShouldContain($"href=\"/partners/{other}/record?queue=likely\" rel=\"next\"");
    }

    [Fact]
    public async Task Of_successors_the_last_one_is_offered_and_none_that_is_itself()
    {
        var (last, own) = (RegistryOf.Id(3), RegistryOf.Id(4));
        await using var site = await BeginAsync();
        (await folder.Ask("partner", "link", Printed, Kyoto)).Code.ShouldBe(0);
        await LoadAsync(DumpOf.Record(Kyoto, "Kyoto Institute of Technology and Design", "JP", "inactive", $"successor {Other}"), DumpOf.Record(Other, "Kyoto Institute", "JP", "withdrawn", $"successor {last}"), DumpOf.Record(last, "Kinki University", "JP"));
        var page = await site.TextAsync($"/partners/{await IdAsync(Printed)}/record");
        page.ShouldContain("Link to its successor Kinki University");
        page.ShouldNotContain("Link to its successor Kyoto Institute");
        await LoadAsync(DumpOf.Record(Kyoto, "Kyoto Institute of Technology and Design", "JP", "active", $"successor {Kyoto}"), DumpOf.Record(Other, "Kyoto Institute", "JP"), DumpOf.Record(own, "Kinki University", "JP"));
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await site.TextAsync($"/partners/{await IdAsync(Printed)}/record")).ShouldNotContain("Link to its successor");
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> IdAsync(string partner) => (await folder.Ask("partner", "show", partner, "--json")).Json.GetProperty("id").GetString()!;

    private async Task<PageSite> BeginAsync(bool lists = true)
    {
        if (lists)
            await folder.Import(folder.File("list.csv", $"No;Partner;Country;Type;Signed;Term\n1;{Printed};Japan;MoU;2020-03-05;5 years\n"));
        await LoadAsync(DumpOf.Record(Kyoto, "Kyoto Institute of Technology and Design", "JP"), DumpOf.Record(Other, "Kyoto Institute", "JP"));
        return await PageSite.OfAsync(folder);
    }

    private async Task LoadAsync(params string[] records) => (await folder.Ask("ror", "load", folder.File("dump.json", DumpOf.Records(records)))).Code.ShouldBe(0);

    [GeneratedRegex("href=\"[^\"]*\" rel=\"prev\"")]
    private static partial Regex Tos();

    [GeneratedRegex("<button [^>]*>")]
    private static partial Regex Buttons();
}

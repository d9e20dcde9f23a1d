using System.Net;
using System.Text.RegularExpressions;

using Entente.Tests.Core;

namespace Entente.Tests.App.Pages;

/// <summary>Two people at the pages of partners, forms that are no forms, and a registry that is damaged.</summary>
public sealed partial class PartnerFormTests : IDisposable
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;Kyoto Institute of Tehcnology;Japan;MoU;2020-03-05;5 years
        2;Toraighyrov University;Russia;MoU;2021-03-04;5 years
        3;Toraighyrov University;Russia;Student exchange;2022-03-04;5 years

        """;

    private static readonly string Kyoto = RegistryOf.Id(1), Other = RegistryOf.Id(2), Toraighyrov = RegistryOf.Id(3);

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Of_two_who_decide_on_one_partner_the_second_is_told()
    {
        await using var site = await BeginAsync();
        var (first, second) = (await LinkAsync(site, Kyoto), await LinkAsync(site, Other));
        (await site.SendAsync(first)).Status.ShouldBe(HttpStatusCode.Found);
        var (status, text, _) = await site.SendAsync(second);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Someone else changed this record");
        (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology")).Out.ShouldContain(Kyoto);
        (await site.SendAsync(first)).Status.ShouldBe(HttpStatusCode.Found, "who sends the same once more changes nothing");
    }

    [Fact]
    public async Task Nobody_is_linked_and_in_no_registry_at_once()
    {
        await using var site = await BeginAsync();
        var link = await LinkAsync(site, Kyoto);
        var unlisted = (await site.FormAsync(Queue, "match")).With(("unlisted", PartnerIn(link)));
        (await site.SendAsync(link)).Status.ShouldBe(HttpStatusCode.Found);
        (await site.SendAsync(unlisted)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var partner = (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology", "--json")).Json;
        partner.GetProperty("isUnlisted").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_country_that_is_taken_over_is_put_into_the_agreements_when_someone_says_so()
    {
        await using var site = await BeginAsync();
        (await folder.Ask("partner", "link", "Toraighyrov University", Toraighyrov)).Code.ShouldBe(0);
        var id = (await folder.Ask("partner", "show", "Toraighyrov University", "--json")).Json.GetProperty("id").GetString();
        (await site.TextAsync($"/partners/{id}")).ShouldContain("Its country is doubtful");
        (await folder.Ask("partner", "take", "Toraighyrov University", "country")).Code.ShouldBe(0);
        var page = await site.TextAsync($"/partners/{id}");
        page.ShouldNotContain("Its country is doubtful");
        page.ShouldContain("The partner is in Kazakhstan, but agreements print another country");
        (await site.SendAsync(await site.FormAsync($"/partners/{id}", "country"))).Status.ShouldBe(HttpStatusCode.Found);
        var after = await site.TextAsync($"/partners/{id}");
        after.ShouldNotContain("agreements print another country");
        after.ShouldContain("<b>corrected</b>");
        (await folder.Ask("list", "--country", "KZ", "--json")).Json.GetProperty("agreements").GetArrayLength().ShouldBe(2);
        (await folder.Ask("list", "--country", "RU", "--json")).Json.GetProperty("agreements").GetArrayLength().ShouldBe(0);
        (await site.TextAsync("/partners?words=toraigh")).ShouldContain(id!);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("apart", "No two partners look like one")]
    [InlineData("into-second", "No two partners look like one")]
    [InlineData("into-first", "No two partners look like one")]
    public async Task Every_decision_on_a_pair_is_done(string act, string after)
    {
        await folder.Import(folder.File("list.csv", List + "4;Kyoto Institute of Technology;Japan;MoU;2020-03-06;5 years\n"));
        await using var site = await PageSite.OfAsync(folder);
        var form = await site.FormAsync("/partners/duplicates", "pairs");
        var both = WebUtility.HtmlDecode(Buttons().Match(form.Text).Groups[1].Value);
        var (status, _, to) = await site.SendAsync(form.With((act, both)));
        status.ShouldBe(HttpStatusCode.Found);
        (await site.TextAsync(to!)).ShouldContain(after);
    }

    [Fact]
    public async Task Nobody_is_merged_into_one_that_somebody_has_changed_meanwhile()
    {
        await folder.Import(folder.File("list.csv", List + "4;Kyoto Institute of Technology;Japan;MoU;2020-03-06;5 years\n"));
        await using var site = await PageSite.OfAsync(folder);
        var form = await site.FormAsync("/partners/duplicates", "pairs");
        var both = WebUtility.HtmlDecode(Buttons().Match(form.Text).Groups[1].Value);
        foreach (var partner in both.Split(' '))
            (await folder.Ask("partner", "unlisted", partner.Split('.')[0])).Code.ShouldBe(0);
        (await folder.Ask("partner", "unlisted", both.Split(' ')[0].Split('.')[0], "--back")).Code.ShouldBe(0);
        (await site.SendAsync(form.With(("into-second", both)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_takes_back_a_merger_that_is_taken_back_is_told()
    {
        await using var site = await BeginAsync();
        (await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Toraighyrov University")).Code.ShouldBe(0);
        var (one, into) = ((await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology", "--json")).Json.GetProperty("id").GetString()!, (await folder.Ask("partner", "show", "Toraighyrov University", "--json")).Json.GetProperty("id").GetString()!);
        var form = (await site.FormAsync($"/partners/{into}", "merged")).With(("unmerge", one));
        (await site.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        var (status, text, _) = await site.SendAsync(form);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("is not merged into another partner");
    }

    [Fact]
    public async Task The_registry_is_searched_for_a_record_by_name()
    {
        await using var site = await BeginAsync();
        var id = (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology", "--json")).Json.GetProperty("id").GetString();
        (await site.TextAsync($"/partners/{id}/record?name=toraighyrov+university")).ShouldContain(Toraighyrov);
        (await folder.Ask("partner", "link", "Toraighyrov University", Toraighyrov)).Code.ShouldBe(0);
        var linked = (await folder.Ask("partner", "show", "Toraighyrov University", "--json")).Json.GetProperty("id").GetString();
        (await site.TextAsync($"/partners/{linked}/record")).ShouldContain("The whole record");
        WebUtility.HtmlDecode(await site.TextAsync($"/partners/{linked}")).ShouldContain($"ROR: – → Toraighyrov University {Toraighyrov}");
    }

    [Fact]
    public async Task A_form_with_a_character_that_does_not_exist_is_refused_in_words()
    {
        await using var site = await BeginAsync();
        var form = await LinkAsync(site, Kyoto);
        form = form.With(("link", form.Fields["link"] + "\0"));
        var (status, text, _) = await site.SendAsync(form, origin: "");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain("What was sent is no form");
    }

    [Fact]
    public async Task A_registry_with_a_changed_byte_is_noticed_and_said()
    {
        await using var site = await BeginAsync();
        var index = Path.Combine(folder.Data, "ror.index");
        var bytes = await File.ReadAllBytesAsync(index, TestContext.Current.CancellationToken);
        foreach (var at in new[] { 100, bytes.Length / 2, bytes.Length - 100 })
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(index, changed, TestContext.Current.CancellationToken);
            (await folder.Ask("partner", "match")).Error.ShouldContain("is damaged");
        }

        await File.WriteAllBytesAsync(index, bytes[..^64], TestContext.Current.CancellationToken);
        (await site.TextAsync(Queue)).ShouldContain("is damaged");
        (await site.TextAsync("/partners")).ShouldContain("Toraighyrov University");
    }

    [Fact]
    public async Task The_history_says_what_was_merged_into_what()
    {
        await using var site = await BeginAsync();
        (await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Toraighyrov University")).Code.ShouldBe(0);
        var changes = await site.TextAsync("/changes");
        Tags().Replace(changes, " ").ShouldMatch("partner merged\\s+Kyoto Institute of Tehcnology\\s+into\\s+Toraighyrov University");
        var id = (await folder.Ask("partner", "show", "Toraighyrov University", "--json")).Json.GetProperty("id").GetString();
        (await site.TextAsync($"/partners/{id}")).ShouldContain("partner merged");
    }

    public void Dispose() => folder.Dispose();

    private const string Queue = "/partners/match?show=likely";

    private async Task<PageSite> BeginAsync()
    {
        await folder.Import(folder.File("list.csv", List));
        var dump = folder.File("dump.json", $"[{string.Join(',', Record(Kyoto, "Kyoto Institute of Technology and Design", "JP"), Record(Other, "Kyoto Institute", "JP"), Record(Toraighyrov, "Toraighyrov University", "KZ"))}]");
        (await folder.Ask("ror", "load", dump)).Code.ShouldBe(0);
        return await PageSite.OfAsync(folder);
    }

    private async Task<FilledForm> LinkAsync(PageSite site, string record)
    {
        var form = await site.FormAsync(Queue, "match");
        var partner = (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology", "--json")).Json;
        return form.With(("link", $"{partner.GetProperty("id").GetString()}.{partner.GetProperty("version").GetInt32()} {record}"));
    }

    [GeneratedRegex("name=\"into-second\" value=\"([^\"]+)\"")]
    private static partial Regex Buttons();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    private static string PartnerIn(FilledForm form) => form.Fields["link"].Split(' ')[0];

    private static string Record(string id, string name, string country) =>
        $$$"""{"id":"{{{id}}}","status":"active","types":["education"],"names":[{"value":"{{{name}}}","lang":"en","types":["ror_display","label"]}],"locations":[{"geonames_details":{"name":"Town","country_code":"{{{country}}}","lat":50.9,"lng":13.3}}],"relationships":[],"external_ids":[],"links":[]}""";
}

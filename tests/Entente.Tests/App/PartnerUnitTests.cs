using System.Text.Json;

using Entente.Tests.Core;

namespace Entente.Tests.App;

/// <summary>Partners whose names are those of faculties: linked as units of their institutions, and never taken for these.</summary>
public sealed class PartnerUnitTests : IDisposable
{
    private const string Head = "No;Partner;Country;Type;Signed;Term\n", Law = "Faculty of Law, University of Zagreb", Medicine = "Faculty of Medicine, University of Zagreb", Whole = "University of Zagreb";

    private static readonly string Zagreb = RegistryOf.Id(1), Other = RegistryOf.Id(2), Split = RegistryOf.Id(3);

    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_unit_has_nothing_of_its_institution_but_where_it_is()
    {
        await BeginAsync(Law);
        (await folder.Ask("partner", "certain", "--json")).Json.GetProperty("linked").GetInt32().ShouldBe(1);
        var unit = await PartnerAsync(Law);
        unit.GetProperty("unitOf").GetString().ShouldBe(Zagreb);
        unit.GetProperty("place").GetProperty("name").GetString().ShouldBe("Town");
        (unit.GetProperty("names").GetArrayLength(), unit.GetProperty("identifiers").GetArrayLength(), unit.GetProperty("website").GetString()).ShouldBe((0, 0, null));
        (await folder.Ask("partner", "show", Law)).Out.ShouldContain($"a unit of University of Zagreb ({Zagreb})");
        (await folder.Ask("partner", "take", Law, "name")).Code.ShouldBe(0);
        (await PartnerAsync(Law)).GetProperty("name").GetString().ShouldBe(Law, "the name of the record is not its own");
        (await folder.Ask("partner", "match", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task The_agreements_of_the_institution_do_not_go_to_its_unit()
    {
        await BeginAsync(Law);
        await folder.Ask("partner", "certain");
        await folder.Import(folder.File("next.csv", Head + Line(1, Law) + Line(2, Whole) + Line(3, Medicine)));
        var ids = new List<string>();
        foreach (var name in new[] { Law, Whole, Medicine })
            ids.Add((await PartnerAsync(name)).GetProperty("id").GetString()!);
        ids.Distinct().Count().ShouldBe(3);
        (await folder.Ask("partner", "certain", "--json")).Json.GetProperty("linked").GetInt32().ShouldBe(2);
        (await PartnerAsync(Whole)).GetProperty("identifiers")[0].GetProperty("value").GetString().ShouldBe(Zagreb);
        foreach (var name in new[] { Law, Medicine })
            (await PartnerAsync(name)).GetProperty("parent").GetString().ShouldBe(ids[1]);
        (await folder.Ask("partner", "pairs", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("partner", "unlink", Law)).Code.ShouldBe(0);
        var unlinked = await PartnerAsync(Law);
        (unlinked.GetProperty("parent").GetString(), unlinked.GetProperty("unitOf").GetString()).ShouldBe((null, null));
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_institution_that_is_a_partner_by_its_very_name_becomes_the_parent()
    {
        await BeginAsync(Law, Whole);
        (await folder.Ask("partner", "link", Law, Zagreb)).Code.ShouldBe(0);
        (await PartnerAsync(Law)).GetProperty("parent").GetString().ShouldBe((await PartnerAsync(Whole)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Somebody_may_say_that_it_is_the_institution_itself()
    {
        await BeginAsync(Law, Whole);
        await folder.Ask("partner", "link", Law, Zagreb);
        (await folder.Ask("partner", "link", Law, Zagreb, "--unit", "false")).Code.ShouldBe(0);
        var itself = await PartnerAsync(Law);
        (itself.GetProperty("unitOf").GetString(), itself.GetProperty("parent").GetString()).ShouldBe((null, null));
        itself.GetProperty("identifiers")[0].GetProperty("value").GetString().ShouldBe(Zagreb);
        (await folder.Ask("partner", "link", Law, Zagreb)).Code.ShouldBe(0);
        (await PartnerAsync(Law)).GetProperty("unitOf").GetString().ShouldBeNull("what somebody has said is not asked again");
        (await folder.Ask("partner", "link", Law, Zagreb, "--unit")).Code.ShouldBe(0);
        (await PartnerAsync(Law)).GetProperty("unitOf").GetString().ShouldBe(Zagreb);
    }

    [Fact]
    public async Task That_the_institution_is_called_otherwise_is_nothing_of_its_unit_but_its_successor_is()
    {
        await BeginAsync(Law);
        await folder.Ask("partner", "certain");
        await LoadAsync(DumpOf.Record(Zagreb, "Zagreb University", "HR"));
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
        await LoadAsync(DumpOf.Record(Zagreb, "Zagreb University", "HR", "inactive", $"successor {Split}"), DumpOf.Record(Split, "University of the Adria", "HR"));
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await folder.Ask("partner", "link", Law, Split)).Code.ShouldBe(0);
        var unit = await PartnerAsync(Law);
        unit.GetProperty("unitOf").GetString().ShouldBe(Split);
        (unit.GetProperty("names").GetArrayLength(), unit.GetProperty("identifiers").GetArrayLength()).ShouldBe((0, 0));
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();

    private static string Line(int number, string partner) => $"{number};{partner};Croatia;MoU;20{number + 10}-03-04;5 years\n";

    private async Task<JsonElement> PartnerAsync(string name) => (await folder.Ask("partner", "show", name, "--json")).Json;

    private async Task BeginAsync(params string[] partners)
    {
        await folder.Import(folder.File("list.csv", Head + string.Concat(partners.Select((p, i) => Line(i + 1, p)))));
        await LoadAsync(DumpOf.Record(Zagreb, Whole, "HR"), DumpOf.Record(Other, "Technical University of Brno", "CZ"));
    }

    private async Task LoadAsync(params string[] records) => (await folder.Ask("ror", "load", folder.File("dump.json", DumpOf.Records(records)))).Code.ShouldBe(0);
}

using System.Text.Json;

using Entente.Tests.Core;

namespace Entente.Tests.App;

/// <summary>What the office knows of its partners, from the command line: the same acts as on the pages.</summary>
public sealed class PartnerCommandTests : IDisposable
{
    private static readonly string Freiberg = RegistryOf.Id(1), Kyoto = RegistryOf.Id(2), Old = RegistryOf.Id(3), Successor = RegistryOf.Id(4);

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Partners_are_linked_when_their_names_are_certain_and_what_was_taken_is_told()
    {
        await BeginAsync();
        var waiting = (await folder.Ask("partner", "match", "--json")).Json.EnumerateArray().ToList();
        waiting.Count(w => w.GetProperty("found").GetProperty("match").ValueKind == JsonValueKind.String).ShouldBe(2);
        (await folder.Ask("partner", "certain", "--json")).Json.GetProperty("linked").GetInt32().ShouldBe(2);
        (await folder.Ask("partner", "certain", "--json")).Json.GetProperty("linked").GetInt32().ShouldBe(0);
        var partner = (await folder.Ask("partner", "show", "Technical University of Freiberg", "--json")).Json;
        partner.GetProperty("identifiers")[0].GetProperty("value").GetString().ShouldBe(Freiberg);
        partner.GetProperty("place").GetProperty("name").GetString().ShouldBe("Town");
        (await folder.Ask("partner", "show", "Technical University of Freiberg")).Out.ShouldContain("ROR: https://ror.org/");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_partner_is_told_without_what_is_not_known_of_it()
    {
        await BeginAsync();
        var merged = await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Old Academy");
        merged.Lines[0].ShouldBe("Kyoto Institute of Tehcnology is Old Academy now.");
        merged.Lines.ShouldAllBe(l => !l.TrimEnd('\r').EndsWith(", ") && !l.EndsWith(','));
        merged.Lines.Single(l => l.StartsWith("Id: ", StringComparison.Ordinal)).Length.ShouldBe(36);
    }

    [Theory]
    [InlineData("partner", "show", "Old Academy")]
    [InlineData("partner", "match")]
    [InlineData("register", "kind")]
    [InlineData("register", "rule")]
    public async Task What_is_said_before_a_command_of_a_command_counts_for_it(params string[] words)
    {
        await BeginAsync();
        var asked = await folder.Ask([.. words, "--json"]);
        var before = await Asked.Of([words[0], "--json", "--data", folder.Data, .. words[1..]]);
        (before.Code, before.Error, before.Out).ShouldBe((0, "", asked.Out));
        (await Asked.Of([words[0], "--data", folder.Data + "-none", .. words[1..]])).Code.ShouldBe(1);
        (await folder.Ask([words[0], "--register", "No such", .. words[1..]])).Code.ShouldBe(1);
    }

    [Fact]
    public async Task One_is_linked_by_hand_and_its_fields_are_taken_one_by_one()
    {
        await BeginAsync();
        (await folder.Ask("partner", "link", "Kyoto Institute of Tehcnology", Kyoto[^9..])).Code.ShouldBe(0);
        var refused = await folder.Ask("partner", "take", "Kyoto Institute of Tehcnology", "colour");
        (refused.Code, refused.Error).ShouldBe((1, "colour is no field of a record. The fields are name, country, place, types, website, names, identifiers.\n"));
        (await folder.Ask("partner", "take", "Kyoto Institute of Tehcnology", "name", "--json")).Json.GetProperty("name").GetString().ShouldBe("Kyoto Institute of Technology and Design");
        (await folder.Ask("partner", "unlisted", "Kyoto Institute of Technology and Design")).Error.ShouldContain("Take the link away first");
        (await folder.Ask("partner", "unlink", "Kyoto Institute of Technology and Design", "--json")).Json.GetProperty("name").GetString().ShouldBe("Kyoto Institute of Tehcnology", "what came from the record goes with it");
        (await folder.Ask("partner", "unlisted", "Kyoto Institute of Tehcnology", "--json")).Json.GetProperty("isUnlisted").GetBoolean().ShouldBeTrue();
        (await folder.Ask("partner", "match", "--json")).Json.EnumerateArray().Any(w => w.GetProperty("found").GetProperty("name").GetString() == "Kyoto Institute of Tehcnology").ShouldBeFalse();
        (await folder.Ask("partner", "unlisted", "Kyoto Institute of Tehcnology", "--back")).Code.ShouldBe(0);
        (await folder.Ask("partner", "link", "Nobody University", Kyoto)).Error.ShouldContain("There is no one partner");
        (await folder.Ask("partner", "link", "Kyoto Institute of Tehcnology", "12345")).Error.ShouldContain("no id of ROR");
        (await folder.Ask("partner", "link", "Kyoto Institute of Tehcnology", Kyoto, "--if-version", "1")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_next_dump_what_has_happened_to_linked_partners_is_told_and_nothing_is_changed()
    {
        await BeginAsync();
        await folder.Ask("partner", "certain");
        await folder.Ask("partner", "link", "Kyoto Institute of Tehcnology", Kyoto);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
        await LoadAsync(Record(Freiberg, "Freiberg University", "DE"), Record(Successor, "New Academy", "RU"),
            Record(Old, "Old Academy", "RU").Replace("\"active\"", "\"inactive\"", StringComparison.Ordinal).Replace("\"relationships\":[]", $$"""
            "relationships":[{"type":"successor","id":"{{Successor}}","label":"New Academy"}]
            """, StringComparison.Ordinal));
        var world = (await folder.Ask("partner", "world", "--json")).Json.EnumerateArray()
            .Select(p => $"{p.GetProperty("name")}: {string.Join(' ', p.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("kind").GetString()))}").ToList();
        world.ShouldBe(["Kyoto Institute of Tehcnology: gone", "Old Academy: merged", "Technical University of Freiberg: renamed"]);
        (await folder.Ask("partner", "world")).Out.ShouldContain("Freiberg University");
        (await folder.Ask("partner", "world")).Out.ShouldContain($"New Academy ({Successor})");
        var findings = (await folder.Ask("findings", "--json", "--severity", "doubt")).Json.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("code").GetString()!.StartsWith("partner.", StringComparison.Ordinal)).ToList();
        findings.Select(f => (f.GetProperty("code").GetString(), f.GetProperty("agreements")[0].GetString())).ShouldBe([("partner.gone", "3"), ("partner.merged", "4"), ("partner.renamed", "1")]);
        (await folder.Ask("findings", "--code", "partner.renamed")).Out.ShouldContain("renamed");
        (await folder.Ask("findings", "dismiss", findings[0].GetProperty("id").GetString()!, "--reason", "so be it")).Error.ShouldContain("entente partner take");
        (await folder.Ask("partner", "look", "Old Academy")).Code.ShouldBe(0);
        (await folder.Ask("partner", "link", "Technical University of Freiberg", Freiberg)).Code.ShouldBe(0);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(1);
        (await folder.Ask("partner", "look", "Kyoto Institute of Tehcnology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0, "that its record is gone was seen");
        var followed = (await folder.Ask("partner", "link", "Old Academy", Successor, "--json")).Json;
        followed.GetProperty("identifiers").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "ror").Select(i => (i.GetProperty("value").GetString(), i.TryGetProperty("valid", out var valid) ? valid.GetString() : null))
            .ShouldBe([(Successor, null), (Old, "../")], "the id of who was before it stays as a former one");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Partners_that_may_be_one_are_told_merged_taken_apart_and_never_by_themselves()
    {
        await BeginAsync();
        var pair = (await folder.Ask("partner", "pairs", "--json")).Json.EnumerateArray().ShouldHaveSingleItem();
        pair.GetProperty("relation").GetString().ShouldBe("same");
        (await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "pairs")).Out.ShouldContain("No two partners");
        var numbers = (await folder.Ask("list", "Kyoto", "--json")).Json.GetProperty("agreements").EnumerateArray().ToList();
        numbers.Count.ShouldBe(2);
        numbers.Select(n => n.GetProperty("partners")[0].GetString()).ShouldBe(["Kyoto Institute of Technology", "Kyoto Institute of Tehcnology"]);
        (await folder.Ask("partner", "merge", "Kyoto Institute of Technology", "Kyoto Institute of Tehcnology")).Error.ShouldContain("are one partner already");
        (await folder.Ask("partner", "unlisted", "Kyoto Institute of Tehcnology")).Error.ShouldContain("was merged into Kyoto Institute of Technology");
        (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology")).Out.ShouldContain("It is one with Kyoto Institute of Technology.");
        (await folder.Ask("partner", "unmerge", "Kyoto Institute of Tehcnology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "unmerge", "Kyoto Institute of Tehcnology")).Error.ShouldContain("is not merged");
        (await folder.Ask("partner", "apart", "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "pairs", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Two_records_are_not_one_partner_and_what_is_merged_stays_so_in_the_next_list()
    {
        await BeginAsync();
        await folder.Ask("partner", "certain");
        (await folder.Ask("partner", "merge", "Old Academy", "Technical University of Freiberg")).Error.ShouldContain("take one of the links away first");
        await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology");
        await folder.Import(folder.File("next.csv", List + "6;Kyoto Institute of Tehcnology;Japan;MoU;2024-01-01;5 years\n"));
        var partner = (await folder.Ask("partner", "show", "Kyoto Institute of Technology", "--json")).Json.GetProperty("id").GetString()!;
        (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology", "--json")).Json.GetProperty("mergedInto").GetString().ShouldBe(partner);
        (await folder.Ask("import", "--undo", "last", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task The_next_list_may_call_a_partner_as_its_record_does_and_what_is_known_of_it_is_kept()
    {
        await BeginAsync();
        await LoadAsync(Record(Freiberg, "Technical University of Freiberg", "DE"), Record(Kyoto, "The Kyoto Institute of Technology", "JP"));
        await folder.Ask("partner", "link", "Kyoto Institute of Technology", Kyoto);
        var partner = (await folder.Ask("partner", "show", "Kyoto Institute of Technology", "--json")).Json.GetProperty("id").GetString()!;
        await folder.Import(folder.File("next.csv", List.Replace("2;Kyoto", "2;The Kyoto", StringComparison.Ordinal)));
        var printed = (await folder.Ask("list", "Kyoto", "--json")).Json.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("partners")[0].GetString()).ToList();
        printed.ShouldContain("The Kyoto Institute of Technology");
        printed.Count.ShouldBe(2, "it is the same agreement");
        var pairs = (await folder.Ask("partner", "pairs", "--json")).Json.EnumerateArray().ToList();
        pairs.ShouldHaveSingleItem().GetProperty("first").GetProperty("id").GetString().ShouldBe(partner, "no other partner came of it");
        (await folder.Ask("partner", "show", partner)).Out.ShouldContain(Kyoto);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_list_that_calls_partners_as_the_office_does_has_the_same_agreements()
    {
        await BeginAsync();
        await folder.Ask("partner", "certain");
        await LoadAsync(Record(Freiberg, "Freiberg Imperial University", "DE"), Record(Old, "Old Academy", "RU"));
        (await folder.Ask("partner", "take", "Technical University of Freiberg", "name")).Code.ShouldBe(0);
        var next = (await folder.Ask("import", folder.File("next.csv", List.Replace("Technical University of Freiberg", "Freiberg Imperial University", StringComparison.Ordinal)), "--yes", "--json")).Json.GetProperty("edition");
        (next.GetProperty("new").GetInt32(), next.GetProperty("changed").GetInt32(), next.GetProperty("gone").GetInt32()).ShouldBe((0, 1, 0));
        (await folder.Ask("partner", "show", "Freiberg Imperial University")).Out.ShouldContain(Freiberg);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_known_of_a_merged_partner_goes_along_and_comes_back()
    {
        await BeginAsync();
        (await folder.Ask("partner", "link", "Kyoto Institute of Tehcnology", Kyoto)).Code.ShouldBe(0);
        (await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "show", "Kyoto Institute of Technology")).Out.ShouldContain(Kyoto);
        (await folder.Ask("partner", "unmerge", "Kyoto Institute of Tehcnology")).Code.ShouldBe(0);
        (await folder.Ask("partner", "show", "Kyoto Institute of Technology")).Out.ShouldNotContain(Kyoto);
        (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology")).Out.ShouldContain(Kyoto);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_known_of_a_partner_is_still_proposed_when_no_agreement_prints_it_so_any_more()
    {
        await BeginAsync();
        await folder.Ask("partner", "certain");
        await folder.Import(folder.File("next.csv", List.Replace("Technical University of Freiberg", "Technical University Freiberg", StringComparison.Ordinal)));
        (await folder.Ask("partner", "pairs")).Out.ShouldContain("Technical University of Freiberg");
    }

    [Fact]
    public async Task Of_a_partner_that_was_in_no_registry_it_is_told_that_it_is_in_one_now()
    {
        await BeginAsync();
        foreach (var partner in (string[])["Small Town College", "Old Academy"])
            (await folder.Ask("partner", "unlisted", partner)).Code.ShouldBe(0);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0, "what its name meant when somebody looked is known");
        var next = new[] { Record(Freiberg, "Technical University of Freiberg", "DE"), Record(Kyoto, "Kyoto Institute of Technology and Design", "JP"), Record(Old, "Old Academy", "RU"), Record(Successor, "Small Town College", "DE") };
        await LoadAsync(next);
        var told = (await folder.Ask("partner", "world", "--json")).Json.EnumerateArray().ShouldHaveSingleItem();
        (told.GetProperty("name").GetString(), told.GetProperty("differences")[0].GetProperty("kind").GetString(), told.GetProperty("differences")[0].GetProperty("after").GetString())
            .ShouldBe(("Small Town College", "listed", Successor));
        (await folder.Ask("partner", "world")).Out.ShouldContain("in the registry now");
        (await folder.Ask("partner", "look", "Small Town College")).Code.ShouldBe(0);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("partner", "unlisted", "Small Town College", "--back")).Code.ShouldBe(0);
        (await folder.Ask("partner", "unlisted", "Small Town College")).Code.ShouldBe(0);
        (await folder.Ask("partner", "world", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await folder.Ask("partner", "link", "Small Town College", Successor, "--json")).Json.GetProperty("isUnlisted").GetBoolean().ShouldBeFalse();
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Who_was_merged_in_two_steps_is_the_last_one()
    {
        await BeginAsync();
        await folder.Ask("partner", "merge", "Kyoto Institute of Tehcnology", "Kyoto Institute of Technology");
        await folder.Ask("partner", "merge", "Kyoto Institute of Technology", "Small Town College");
        (await folder.Ask("partner", "show", "Kyoto Institute of Tehcnology")).Out.ShouldContain("It is one with Small Town College.");
    }

    [Fact]
    public async Task A_register_without_a_registry_says_how_to_get_one()
    {
        await folder.Import(folder.File("list.csv", List));
        (await folder.Ask("partner", "match")).Error.ShouldContain("entente ror load FILE");
        (await folder.Ask("partner", "pairs")).Code.ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();

    private const string List = """
        No;Partner;Country;Type;Signed;Term
        1;Technical University of Freiberg;Germany;MoU;2019-03-04;5 years
        2;Kyoto Institute of Technology;Japan;MoU;2020-03-05;5 years
        3;Kyoto Institute of Tehcnology;Japan;Student exchange;2021-03-04;5 years
        4;Old Academy;Russia;MoU;2019-05-05;5 years
        5;Small Town College;Germany;MoU;2022-05-05;5 years

        """;

    private static string Record(string id, string name, string country) =>
        $$$"""{"id":"{{{id}}}","status":"active","types":["education"],"names":[{"value":"{{{name}}}","lang":"en","types":["ror_display","label"]}],"locations":[{"geonames_details":{"name":"Town","country_code":"{{{country}}}","lat":50.9,"lng":13.3}}],"relationships":[],"external_ids":[],"links":[]}""";

    private async Task BeginAsync()
    {
        await folder.Import(folder.File("list.csv", List));
        await LoadAsync(Record(Freiberg, "Technical University of Freiberg", "DE"), Record(Kyoto, "Kyoto Institute of Technology and Design", "JP"), Record(Old, "Old Academy", "RU"));
    }

    private async Task LoadAsync(params string[] records) =>
        (await folder.Ask("ror", "load", folder.File("dump.json", $"[{string.Join(',', records)}]"))).Code.ShouldBe(0);
}

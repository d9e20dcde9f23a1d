using System.IO.Compression;
using System.Text;
using System.Text.Json;

using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Ror;
using Entente.Tests.Core;

namespace Entente.Tests.Formats;

public class RorDumpTests
{
    private const string Kyoto = """
        {"admin":{"created":{"date":"2018-11-14","schema_version":"1.0"},"last_modified":{"date":"2024-12-11","schema_version":"2.1"}},"domains":["kyoto-u.ac.jp"],"established":1897,
        "external_ids":[{"all":["grid.258799.8"],"preferred":"grid.258799.8","type":"grid"}],"id":"https://ror.org/02kpeqv85","links":[{"type":"website","value":"http://www.kyoto-u.ac.jp"}],
        "locations":[{"geonames_details":{"continent_code":"AS","continent_name":"Asia","country_code":"JP","country_name":"Japan","country_subdivision_code":"26","country_subdivision_name":"Kyoto","lat":35.02,"lng":135.75,"name":"Kyoto"},"geonames_id":1857910}],
        "names":[{"lang":"en","types":["ror_display","label"],"value":"Kyoto University"},{"lang":"ja","types":["label"],"value":"京都大学"},{"lang":null,"types":["acronym"],"value":"KU"}],
        "relationships":[{"label":"Kyoto University Hospital","type":"child","id":"https://ror.org/04k6gr834"}],"status":"active","types":["education","funder"]}
        """;

    [Fact]
    public async Task A_record_is_kept_whole()
    {
        var read = (await Read($"[{Kyoto}]")).ShouldHaveSingleItem();
        (read.Id, read.Display(), read.Country(), read.Status, read.Established).ShouldBe(("https://ror.org/02kpeqv85", "Kyoto University", "JP", InstitutionStatus.Active, 1897));
        read.Types.ShouldBe([InstitutionType.Education, InstitutionType.Funder]);
        read.Names[1].ShouldBe(new RegistryName("京都大学", "ja", RegistryNameKinds.Label));
        read.Places.ShouldBe([new InstitutionPlace("Kyoto", "JP", "Kyoto", 35.02, 135.75)]);
        read.Relations.ShouldBe([new InstitutionRelation(InstitutionRelationKind.Child, "https://ror.org/04k6gr834", "Kyoto University Hospital")]);
        (read.Identifiers[0].Kind, read.Identifiers[0].Preferred).ShouldBe(("grid", "grid.258799.8"));
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("2.1")]
    public async Task Both_schemas_are_read(string schema) => (await Read($"[{Kyoto.Replace("\"2.1\"", $"\"{schema}\"", StringComparison.Ordinal)}]")).Count.ShouldBe(1);

    [Fact]
    public async Task Of_the_archive_the_json_of_schema_2_is_taken()
    {
        using var zip = Zip(("a.csv", "id"), ("v1-ror-data.json", "[{\"id\":\"https://ror.org/02kpeqv85\",\"name\":\"Kyoto University\"}]"), ("v1-ror-data_schema_v2.json", $"[{Kyoto}]"));
        (await RorDump.ReadAsync(zip, null, TestContext.Current.CancellationToken)).Institutions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "ror.no-dump")]
    [InlineData("id,name\n1,Kyoto", "ror.no-dump")]
    [InlineData("<!doctype html><p>Kyoto", "ror.no-dump")]
    [InlineData("{\"a\":1}", "ror.no-dump")]
    [InlineData("[{\"a\":1}]", "ror.no-dump")]
    [InlineData("\uFEFF [@", "ror.damaged")]
    [InlineData("[]", "ror.empty")]
    [InlineData("[null]", "ror.no-dump")]
    [InlineData("[@", "ror.damaged")]
    [InlineData("[{\"id\":\"https://ror.org/02kpeqv85\",\"name\":\"Kyoto University\",\"country\":{}}]", "ror.schema")]
    [InlineData("[{\"id\":\"https://ror.org/02kpeqv86\",\"names\":[]}]", "ror.id")]
    [InlineData("[{\"id\":\"https://ror.org/02kpeqv85\",\"names\":[]}]", "ror.no-name")]
    [InlineData("[{\"id\":7}]", "ror.damaged")]
    public async Task What_is_no_dump_is_refused(string json, string code) => (await Refused(json)).Code.ShouldBe(code);

    [Theory]
    [InlineData("\"2.1\"", "\"3.0\"", "ror.schema")]
    [InlineData("\"education\"", "\"spaceship\"", "ror.type")]
    [InlineData("\"education\"", "\"1\"", "ror.type")]
    [InlineData("\"active\"", "\"asleep\"", "ror.type")]
    [InlineData("\"acronym\"", "\"nickname\"", "ror.type")]
    [InlineData("\"child\"", "\"cousin\"", "ror.type")]
    public async Task What_the_schema_does_not_know_is_refused(string known, string unknown, string code) =>
        (await Refused($"[{Kyoto.Replace(known, unknown, StringComparison.Ordinal)}]")).Code.ShouldBe(code);

    [Fact]
    public async Task An_id_that_is_there_twice_is_refused_by_name()
    {
        var refused = await Refused($"[{Kyoto},{Kyoto}]");
        (refused.Code, refused.Arguments[0]).ShouldBe(("ror.twice", "https://ror.org/02kpeqv85"));
    }

    [Fact]
    public async Task A_dump_that_was_cut_off_is_refused_wherever()
    {
        var whole = Encoding.UTF8.GetBytes($"[{Kyoto}]");
        using var zip = Zip(("ror_schema_v2.json", $"[{Kyoto}]"));
        var packed = ((MemoryStream)zip).ToArray();
        for (var length = 1; length < whole.Length; length += 37)
            (await Refused(whole[..length])).Code.ShouldBe("ror.damaged");
        for (var length = 4; length < packed.Length; length += 37)
            (await Refused(packed[..length])).Code.ShouldBe("ror.cut-off");
    }

    [Fact]
    public void An_index_gives_back_what_was_written_and_refuses_what_is_none()
    {
        using var folder = new App.TestFolder();
        var path = Path.Combine(folder.Path, "ror.index");
        Should.Throw<RefusedException>(() => RegistryFile.Open(path)).Code.ShouldBe("ror.none");
        Institution[] institutions = [RegistryOf.Institution(0, "JP:Kyoto University|京都大学"), RegistryOf.Institution(1, "RU:Сибирский университет", InstitutionStatus.Inactive, RegistryOf.Successor(0))];
        RegistryFile.Write(path, RegistryFile.Build(institutions), new RegistrySource("dump.zip", "ab", App.Asked.Now));
        using (var file = RegistryFile.Open(path))
        {
            file.Source.ShouldBe(new RegistrySource("dump.zip", "ab", App.Asked.Now));
            JsonSerializer.Serialize(file.InstitutionAt(1)).ShouldBe(JsonSerializer.Serialize(institutions[1]));
            InstitutionMatching.Match(file.Registry, "京都大学").Institution.ShouldBe(0);
            file.Registry.LastSuccessorOf(1).ShouldBe(0);
        }

        var bytes = File.ReadAllBytes(path);
        foreach (var length in (int[])[0, 7, 500, bytes.Length - 1])
        {
            File.WriteAllBytes(path, bytes[..length]);
            Should.Throw<RefusedException>(() => RegistryFile.Open(path)).Code.ShouldBe("ror.index-damaged");
        }

        bytes[8]++;
        File.WriteAllBytes(path, bytes);
        Should.Throw<RefusedException>(() => RegistryFile.Open(path)).Code.ShouldBe("ror.index-version");
    }

    [Theory]
    [InlineData("\"country_code\":\"JP\"", "\"country_code\":\"ZZZ\"", RorFlaw.Country)]
    [InlineData("35.02", "999", RorFlaw.Coordinates)]
    [InlineData("\"type\":\"grid\"", "\"type\":\"orcid\"", RorFlaw.Identifier)]
    [InlineData("\"geonames_details\"", "\"details\"", RorFlaw.NoPlace)]
    public async Task A_value_that_can_be_none_is_left_out_and_counted(string whole, string wrong, RorFlaw flaw)
    {
        var read = await RorDump.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"[{Kyoto.Replace(whole, wrong, StringComparison.Ordinal)}]")), null, TestContext.Current.CancellationToken);
        read.LeftOut.ShouldBe(new Dictionary<RorFlaw, int> { [flaw] = 1 });
        var record = read.Institutions.ShouldHaveSingleItem();
        (record.Country(), record.Places.Any(p => p.Latitude is not null), record.Identifiers.Count).ShouldBe(
            (flaw is RorFlaw.Country or RorFlaw.NoPlace ? null : "JP", flaw == RorFlaw.Identifier, flaw == RorFlaw.Identifier ? 0 : 1));
    }

    private static async Task<IReadOnlyList<Institution>> Read(string json) => (await RorDump.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), null, TestContext.Current.CancellationToken)).Institutions;

    private static Task<RefusedException> Refused(string json) => Refused(Encoding.UTF8.GetBytes(json));

    private static Task<RefusedException> Refused(byte[] bytes) =>
        Should.ThrowAsync<RefusedException>(() => RorDump.ReadAsync(new MemoryStream(bytes), null, TestContext.Current.CancellationToken));

    private static MemoryStream Zip(params (string Name, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var to = new StreamWriter(zip.CreateEntry(name).Open());
                to.Write(text);
            }
        }

        stream.Position = 0;
        return stream;
    }
}

using System.Text.Json;

using Entente.Tests.Core;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Entente.Tests.App;

public class RorCommandTests
{
    private static readonly string Kyoto = RegistryOf.Id(1), Tokyo = RegistryOf.Id(2);

    private static string Record(string id, string name, string country = "JP") =>
        $$$"""{"id":"{{{id}}}","status":"active","types":["education"],"names":[{"value":"{{{name}}}","lang":"en","types":["ror_display","label"]}],"locations":[{"geonames_details":{"name":"City","country_code":"{{{country}}}"}}],"relationships":[],"external_ids":[],"links":[]}""";

    private static string Dump(params string[] records) => $"[{string.Join(',', records)}]";

    [Fact]
    public async Task A_dump_is_loaded_shown_and_matched_against()
    {
        using var folder = new TestFolder();
        var loaded = await folder.Ask("ror", "load", folder.File("dump.json", Dump(Record(Kyoto, "Kyoto University"), Record(Tokyo, "University of Tokyo"))), "--json");
        (loaded.Code, loaded.Json.GetProperty("institutions").GetInt32(), loaded.Json.GetProperty("new").ValueKind).ShouldBe((0, 2, JsonValueKind.Null));
        var shown = await folder.Ask("ror", "show", Kyoto[^9..], "--json");
        (shown.Json.GetProperty("id").GetString(), shown.Json.GetProperty("name").GetString(), shown.Json.GetProperty("country").GetString()).ShouldBe((Kyoto, "Kyoto University", "JP"));
        (await folder.Ask("ror", "show", Kyoto)).Out.ShouldContain("Kyoto University");
        var asked = await Asked.With("Kyoto University\tJapan\nShimane University\nKyoto University\tNowhere\n", "ror", "match", "--data", folder.Data);
        asked.Lines.Length.ShouldBe(3);
        asked.Lines[0].ShouldBe($$"""{"name":"Kyoto University","match":"{{Kyoto}}","tier":"exact","score":1,"reasons":["It alone is called so."],"candidates":[{"id":"{{Kyoto}}","name":"Kyoto University","country":"JP","score":1,"reasons":["It is called “Kyoto University”.","It is in Japan, as stated."]}]}""");
        JsonDocument.Parse(asked.Lines[1]).RootElement.GetProperty("match").ValueKind.ShouldBe(JsonValueKind.Null);
        asked.Lines[2].ShouldContain("“Nowhere” is no country that is known");
    }

    [Fact]
    public async Task The_next_dump_is_told_as_what_changed()
    {
        using var folder = new TestFolder();
        await folder.Ask("ror", "load", folder.File("one.json", Dump(Record(Kyoto, "Kyoto University"), Record(Tokyo, "University of Tokyo"))));
        var loaded = await folder.Ask("ror", "load", folder.File("two.json", Dump(Record(Kyoto, "University of Kyoto"), Record(RegistryOf.Id(3), "New University"))), "--json");
        loaded.Json.GetProperty("new").GetInt32().ShouldBe(1);
        loaded.Json.GetProperty("counts").EnumerateObject().Where(c => c.Value.GetInt32() > 0).Select(c => c.Name).ShouldBe(["renamed", "gone"]);
        loaded.Json.GetProperty("differences").EnumerateArray().Select(d => $"{d.GetProperty("kind")} {d.GetProperty("id")} {d.GetProperty("before")}")
            .ShouldBe([$"renamed {Kyoto} Kyoto University", $"gone {Tokyo} University of Tokyo"]);
        (await folder.Ask("ror", "load", folder.File("three.json", Dump(Record(Kyoto, "Kyoto University"))))).Out.ShouldContain("renamed");
    }

    [Fact]
    public async Task A_bad_dump_is_refused_and_the_loaded_one_stays()
    {
        using var folder = new TestFolder();
        await folder.Ask("ror", "load", folder.File("good.json", Dump(Record(Kyoto, "Kyoto University"))));
        var index = await File.ReadAllBytesAsync(Path.Combine(folder.Data, "ror.index"), TestContext.Current.CancellationToken);
        foreach (var bad in (string[])["", "no dump", "[]", Dump(Record(Kyoto, "A"), Record(Kyoto, "A")), Dump(Record(Tokyo, "B")).Replace("education", "spaceship", StringComparison.Ordinal), Dump(Record(Tokyo, "B"))[..^20]])
        {
            var refused = await folder.Ask("ror", "load", folder.File("bad.json", bad));
            (refused.Code, refused.Out).ShouldBe((1, ""));
            refused.Error.ShouldContain("dump");
        }

        (await folder.Ask("ror", "load", Path.Combine(folder.Path, "none.zip"))).Error.ShouldContain("There is no file");
        (await File.ReadAllBytesAsync(Path.Combine(folder.Data, "ror.index"), TestContext.Current.CancellationToken)).ShouldBe(index);
        Directory.GetFiles(folder.Data).Select(Path.GetFileName).ShouldBe(["ror.index"]);
    }

    [Fact]
    public async Task A_dump_without_most_of_what_is_loaded_is_a_question()
    {
        using var folder = new TestFolder();
        await folder.Ask("ror", "load", folder.File("whole.json", Dump([.. Enumerable.Range(1, 4).Select(i => Record(RegistryOf.Id(i), $"University {i}"))])));
        var part = folder.File("part.json", Dump(Record(RegistryOf.Id(1), "University 1")));
        var refused = await folder.Ask("ror", "load", part);
        (refused.Code, refused.Error.Contains("3 of the 4 that are loaded are not among them", StringComparison.Ordinal), refused.Error.Contains("--replace", StringComparison.Ordinal)).ShouldBe((1, true, true));
        (await folder.Ask("ror", "show", RegistryOf.Id(4))).Code.ShouldBe(0);
        (await folder.Ask("ror", "load", part, "--replace", "--json")).Json.GetProperty("counts").GetProperty("gone").GetInt32().ShouldBe(3);
        (await folder.Ask("ror", "show", RegistryOf.Id(4))).Code.ShouldBe(1);
        (await folder.Ask("ror", "load", folder.Path)).Error.ShouldContain("is a folder. Name the file in it that is the dump");
        var flawed = (await folder.Ask("ror", "load", folder.File("flawed.json", Dump(Record(RegistryOf.Id(1), "University 1", "ZZZ"))), "--json")).Json;
        flawed.GetProperty("leftOut").GetProperty("country").GetInt32().ShouldBe(1);
        (await folder.Ask("ror", "load", folder.File("flawed.json", Dump(Record(RegistryOf.Id(1), "University 1", "ZZZ"))))).Out.ShouldContain("1 places whose country");
    }

    [Fact]
    public async Task A_dump_is_taken_from_an_address()
    {
        using var folder = new TestFolder();
        await using var server = await ServeAsync(Dump(Record(Kyoto, "Kyoto University")));
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        (await folder.Ask("ror", "load", $"{address}/dump.json")).Code.ShouldBe(0);
        Directory.GetFiles(folder.Data).Select(Path.GetFileName).ShouldBe(["ror.index"]);
        var missing = await folder.Ask("ror", "load", $"{address}/none");
        (missing.Code, missing.Error.Contains("could not be had: 404", StringComparison.Ordinal)).ShouldBe((1, true));
        var large = await folder.Ask("ror", "load", $"{address}/large");
        (large.Code, large.Error.Contains("too large", StringComparison.Ordinal)).ShouldBe((1, true));
        (await folder.Ask("ror", "load", "http://127.0.0.1:1/dump.zip")).Error.ShouldContain("could not be had");
    }

    [Fact]
    public async Task Without_a_registry_it_is_said_how_to_get_one()
    {
        using var folder = new TestFolder();
        var asked = await folder.Ask("ror", "show", Kyoto);
        (asked.Code, asked.Error.Contains("entente ror load FILE", StringComparison.Ordinal)).ShouldBe((1, true));
        await folder.Ask("ror", "load", folder.File("dump.json", Dump(Record(Kyoto, "Kyoto University"))));
        (await folder.Ask("ror", "show", "03vek6s53")).Error.ShouldContain("is no id of ROR");
        (await folder.Ask("ror", "show", Tokyo)).Error.ShouldContain("has no record");
    }

    private static async Task<WebApplication> ServeAsync(string dump)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.MapGet("/dump.json", () => dump);
        server.MapGet("/large", async (HttpContext context) =>
        {
            context.Response.ContentLength = long.MaxValue;
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}

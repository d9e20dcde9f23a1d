using System.Net;
using System.Text.Json;

namespace Entente.Tests.App.Reconciliation;

/// <summary>The shapes of the Reconciliation Service API 0.2, and who is meant.</summary>
public sealed class ReconcileTests(ReconcileSite site) : IClassFixture<ReconcileSite>
{
    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] Ids(IEnumerable<JsonElement> all) => [.. all.Select(c => Text(c, "id"))];

    private static string? MatchOf(IEnumerable<JsonElement> candidates) => candidates.Where(c => c.GetProperty("match").GetBoolean()).Select(c => Text(c, "id")).SingleOrDefault();

    [Fact]
    public async Task The_manifest_says_what_there_is_and_where()
    {
        var manifest = await site.GetAsync("/reconcile");
        manifest.GetProperty("versions").EnumerateArray().Select(v => v.GetString()).ShouldBe(["0.2"]);
        Text(manifest, "name").ShouldContain("list");
        Text(manifest, "identifierSpace").ShouldBe($"{site.Origin}/partners/");
        Text(manifest, "schemaSpace").ShouldStartWith("https://");
        Ids(manifest.GetProperty("defaultTypes").EnumerateArray()).ShouldBe(["partner", "institution"]);
        Text(manifest.GetProperty("view"), "url").ShouldBe($"{site.Origin}/reconcile/view?id={{{{id}}}}");
        var preview = manifest.GetProperty("preview");
        Text(preview, "url").ShouldContain("{{id}}");
        (preview.GetProperty("width").GetInt32() > 0, preview.GetProperty("height").GetInt32() > 0).ShouldBe((true, true));
        manifest.GetProperty("batchSize").GetInt32().ShouldBe(200);
        var services = manifest.GetProperty("suggest").EnumerateObject().Select(s => s.Value).Append(manifest.GetProperty("extend").GetProperty("propose_properties")).ToList();
        services.Count.ShouldBe(4);
        foreach (var service in services)
        {
            Text(service, "service_url").ShouldBe(site.Origin);
            service.EnumerateObject().Select(p => p.Name).ShouldBe(["service_url", "service_path"]);
            (await site.GetAsync($"{Text(service, "service_path")}?prefix=a")).ValueKind.ShouldBe(JsonValueKind.Object);
        }

        var setting = manifest.GetProperty("extend").GetProperty("property_settings")[0];
        (Text(setting, "name"), Text(setting, "type"), Text(setting, "label").Length > 0).ShouldBe(("limit", "number", true));
    }

    [Fact]
    public async Task What_is_posted_and_what_stands_in_the_address_is_answered_alike()
    {
        const string queries = """{"q0":{"query":"Kyoto University"},"q1":{"query":"Shimane University","limit":1}}""";
        var posted = await site.PostAsync("queries", queries);
        posted.EnumerateObject().Select(p => p.Name).ShouldBe(["q0", "q1"]);
        posted.GetRawText().ShouldBe((await site.GetAsync($"/reconcile?queries={Uri.EscapeDataString(queries)}")).GetRawText());
        var first = posted.GetProperty("q0").GetProperty("result")[0];
        (Text(first, "id"), Text(first, "name"), Text(first, "description")).ShouldBe((await site.IdOf("Kyoto University"), "Kyoto University", "Japan"));
        first.GetProperty("type").EnumerateArray().Select(t => Text(t, "id")).ShouldBe(["partner"]);
        (first.GetProperty("score").GetDouble(), first.GetProperty("match").ValueKind).ShouldBe((100, JsonValueKind.True));
        first.GetProperty("features").EnumerateArray().ShouldAllBe(f => f.GetProperty("value").ValueKind == JsonValueKind.True || f.GetProperty("value").ValueKind == JsonValueKind.False || f.GetProperty("value").ValueKind == JsonValueKind.Number);
        Ids(first.GetProperty("features").EnumerateArray()).ShouldBe(["name-score", "name-same"]);
        var record = posted.GetProperty("q0").GetProperty("result").EnumerateArray().Single(c => Text(c, "id") == ReconcileSite.Kyoto);
        (Text(record, "description"), record.GetProperty("match").GetBoolean(), record.GetProperty("score").GetDouble()).ShouldBe(("Kyoto, Japan", false, 99));
    }

    [Fact]
    public async Task A_type_is_a_text_or_several_and_restricts()
    {
        async Task<string[]> Of(string type) => Ids((await site.PostAsync("queries", $$"""{"q0":{"query":"Kyoto University","type":{{type}},"type_strict":"should"} }""")).GetProperty("q0").GetProperty("result").EnumerateArray());
        foreach (var type in new[] { "\"institution\"", "[\"institution\"]", "[{\"id\":\"institution\"}]" })
            (await Of(type)).ShouldBe([ReconcileSite.Kyoto]);
        (await Of("\"partner\"")).ShouldBe([await site.IdOf("Kyoto University")]);
        foreach (var type in new[] { "[\"partner\",\"institution\"]", "[]", "null" })
            (await Of(type)).Length.ShouldBe(2);
        (await Of("[\"spaceship\",\"institution\"]")).ShouldBe([ReconcileSite.Kyoto]);
        (await Of("\"spaceship\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_is_answered_also_that_of_a_wrong_query()
    {
        var answer = await site.PostAsync("queries", """
            {"ok":{"query":"Kyoto University"},"empty":{},"":{"query":"Shimane University"},"text":"Kyoto","null":null,"limit":{"query":"a","limit":0},"minus":{"query":"a","limit":"x"},
             "properties":{"query":"a","properties":{"pid":"country"}},"type":{"query":"a","type":"spaceship"},"blank":{"query":"  "},"none":{"query":"Atlantis Polytechnic"},"number":{"query":1234}}
            """);
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["ok", "empty", "", "text", "null", "limit", "minus", "properties", "type", "blank", "none", "number"]);
        var wrong = answer.EnumerateObject().Where(p => p.Value.TryGetProperty("error", out _)).ToList();
        wrong.Select(p => p.Name).ShouldBe(["empty", "text", "null", "limit", "minus", "properties", "type", "blank"]);
        wrong.ShouldAllBe(p => p.Value.GetProperty("result").GetArrayLength() == 0);
        answer.GetProperty("none").GetProperty("result").EnumerateArray().ShouldAllBe(c => !c.GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task The_likeliest_come_first_and_no_more_than_are_asked_for()
    {
        foreach (var name in new[] { "Shimane University", "Univ. of Shimane", "National University", "University" })
        {
            var all = await site.FindAsync(new { query = name });
            var scores = all.Select(c => c.GetProperty("score").GetDouble()).ToList();
            scores.ShouldBe(scores.OrderDescending());
            for (var limit = 1; limit <= 3; limit++)
                Ids(await site.FindAsync(new { query = name, limit })).ShouldBe(Ids(all).Take(limit));
        }
    }

    // Ids of partners are their names here.
    [Theory]
    [InlineData("Kyoto University", null, null, "Kyoto University")]
    [InlineData("KYOTO UNIVERSITY", "日本", null, "Kyoto University")]
    [InlineData("Kyoto University", "JP", "institution", "1")]
    // The country speaks against both.
    [InlineData("Kyoto University", "Austria", null, null)]
    [InlineData("京都大学", null, null, "1")]
    // The office linked it to that record: whoever means the record means the partner.
    [InlineData("Karl-Franzens-Universität Graz", null, null, "University of Graz")]
    [InlineData("Karl-Franzens-Universität Graz", null, "institution", "2")]
    [InlineData("University of Graz", "Österreich", null, "University of Graz")]
    [InlineData("University of Graz", null, "institution", "2")]
    [InlineData("Shimane University", null, null, "Shimane University")]
    [InlineData("University of Shimane", null, null, "4")]
    [InlineData("Montanuniversität Leoben", null, null, "5")]
    [InlineData("Montanuniversität Leoben", null, "partner", null)]
    // Two partners are called so.
    [InlineData("National University", null, null, null)]
    [InlineData("National University", "Ireland", null, "National University|IE")]
    [InlineData("National University", "France", null, null)]
    [InlineData("Technical College Bruck", null, null, null)]
    [InlineData("Technical College of Bruck", null, null, "Technical College of Bruck")]
    // It is no more, and nobody stands for it.
    [InlineData("Old Academy of Mines", null, null, "6")]
    public async Task Only_what_is_certain_is_a_match(string name, string? country, string? type, string? meant)
    {
        var properties = country is null ? [] : new[] { new { pid = "country", v = country } };
        var found = await site.FindAsync(type is null ? new { query = name, properties } : (object)new { query = name, type, properties });
        var match = MatchOf(found);
        var expected = meant switch
        {
            null => null,
            { Length: 1 } => Entente.Tests.Core.RegistryOf.Id(int.Parse(meant, System.Globalization.CultureInfo.InvariantCulture)),
            "National University|IE" => Ids(found.Where(c => Text(c, "description") == "Ireland"))[0],
            _ => await site.IdOf(meant),
        };
        match.ShouldBe(expected);
        if (match is not null)
            Text(found[0], "id").ShouldBe(match);
    }

    [Theory]
    [InlineData("wikidata", "\"Q688550\"", "5")]
    [InlineData("wikidata", "\"https://www.wikidata.org/wiki/q688550\"", "5")]
    [InlineData("ror", "\"#5\"", "5")]
    [InlineData("ror", "{\"id\":\"#5\",\"name\":\"x\"}", "5")]
    [InlineData("ror", "[\"#5\"]", "5")]
    [InlineData("ror", "\"#2\"", "University of Graz")]
    [InlineData("wikidata", "\"Q622683\"", "University of Graz")]
    [InlineData("ror", "[\"#5\",\"#1\"]", null)]
    [InlineData("ror", "\"03vek6s53\"", null)]
    [InlineData("pic", "999999999", null)]
    public async Task An_identifier_that_agrees_is_sure(string pid, string value, string? meant)
    {
        for (var i = 1; i <= 6; i++)
            value = value.Replace($"#{i}", Entente.Tests.Core.RegistryOf.Id(i), StringComparison.Ordinal);
        foreach (var name in new[] { "\"query\":\"Something else\",", "" })
        {
            var found = await site.PostAsync("queries", $$"""{"q0":{ {{name}} "properties":[ {"pid":"{{pid}}","v": {{value}} } ] } }""");
            MatchOf(found.GetProperty("q0").GetProperty("result").EnumerateArray()).ShouldBe(meant is null ? null : meant.Length == 1 ? Entente.Tests.Core.RegistryOf.Id(meant[0] - '0') : await site.IdOf(meant));
        }
    }

    [Fact]
    public async Task An_identifier_that_is_another_forbids_a_match()
    {
        var found = await site.FindAsync(new { query = "University of Graz", properties = new[] { new { pid = "ror", v = Entente.Tests.Core.RegistryOf.Id(77) } } });
        MatchOf(found).ShouldBeNull();
        found[0].GetProperty("features").EnumerateArray().Single(f => Text(f, "id") == "identifier").GetProperty("value").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("Shimane University", 2, true)]
    [InlineData("Shimane University", 1, true)]
    [InlineData("Montanuniversität Leoben", 1, true)]
    [InlineData("Karl-Franzens-Universität Graz", 2, false)]
    [InlineData("University of Graz", 2, false)]
    [InlineData("Kyoto University", 1, false)]
    [InlineData("Seaside Seminary", 1, false)]
    public async Task A_name_that_is_somebody_elses_contradicts_an_identifier(string name, int record, bool isContradicted)
    {
        var found = await site.FindAsync(new { query = name, properties = new[] { new { pid = "ror", v = Entente.Tests.Core.RegistryOf.Id(record) } } });
        (MatchOf(found) is null).ShouldBe(isContradicted);
        found.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/reconcile/properties?type=zzz")]
    [InlineData("/reconcile/properties?limit=-3")]
    [InlineData("/reconcile/properties?limit=abc")]
    [InlineData("/reconcile/suggest/entity?prefix=kyo&type=zzz")]
    public async Task What_is_asked_wrongly_is_answered_by_an_error(string path)
    {
        using var answer = await site.SendAsync("GET", path);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Text(await ReconcileSite.JsonOf(answer), "error").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_id_is_a_name_too()
    {
        var kyoto = await site.IdOf("Kyoto University");
        MatchOf(await site.FindAsync(new { query = kyoto })).ShouldBe(kyoto);
        MatchOf(await site.FindAsync(new { query = ReconcileSite.Leoben })).ShouldBe(ReconcileSite.Leoben);
    }

    [Fact]
    public async Task Entities_properties_and_types_are_suggested()
    {
        async Task<JsonElement[]> Suggested(string what) => [.. (await site.GetAsync($"/reconcile/suggest/{what}")).GetProperty("result").EnumerateArray()];
        var kyoto = await site.IdOf("Kyoto University");
        var found = await Suggested("entity?prefix=kyo");
        Ids(found).ShouldBe([kyoto, ReconcileSite.Kyoto]);
        (Text(found[1], "name"), Text(found[1], "description"), Text(found[1].GetProperty("notable")[0], "id")).ShouldBe(("Kyoto University", "Kyoto, Japan", "institution"));
        Ids(await Suggested("entity?prefix=kyo&cursor=1")).ShouldBe([ReconcileSite.Kyoto]);
        Ids(await Suggested("entity?prefix=kyo&type=partner")).ShouldBe([kyoto]);
        Ids(await Suggested($"entity?prefix={Uri.EscapeDataString("京都")}")).ShouldBe([ReconcileSite.Kyoto]);
        Ids(await Suggested($"entity?prefix={Uri.EscapeDataString(ReconcileSite.Leoben)}")).ShouldBe([ReconcileSite.Leoben]);
        (await Suggested("entity?prefix=")).ShouldBeEmpty();
        Ids(await Suggested("property?prefix=count")).ShouldBe(["country", "country-code"]);
        (await Suggested("property?prefix=")).Length.ShouldBe(18);
        Ids(await Suggested("property?prefix=wikidata")).ShouldBe(["wikidata"]);
        Ids(await Suggested("type?prefix=")).ShouldBe(["partner", "institution"]);
        Ids(await Suggested("type?prefix=part")).ShouldBe(["partner"]);
    }

    [Fact]
    public async Task Columns_are_filled_from_what_is_known()
    {
        var graz = await site.IdOf("University of Graz");
        var extend = JsonSerializer.Serialize(new
        {
            ids = new[] { graz, ReconcileSite.Kyoto, "Q42", ReconcileSite.Kyoto },
            properties = new object[]
            {
                new { id = "country" }, new { id = "country-code" }, new { id = "place" }, new { id = "type" }, new { id = "website" }, new { id = "wikidata" }, new { id = "ror" }, new { id = "latitude" },
                new { id = "names", settings = new { limit = "1" } }, new { id = "colour" },
            },
        });
        var answer = await site.PostAsync("extend", extend);
        answer.GetRawText().ShouldBe((await site.GetAsync($"/reconcile?extend={Uri.EscapeDataString(extend)}")).GetRawText());
        Ids(answer.GetProperty("meta").EnumerateArray()).ShouldBe(["country", "country-code", "place", "type", "website", "wikidata", "ror", "latitude", "names", "colour"]);
        Text(answer.GetProperty("meta")[0], "name").ShouldBe("Country");
        var rows = answer.GetProperty("rows");
        rows.EnumerateObject().Select(r => r.Name).ShouldBe([graz, ReconcileSite.Kyoto, "Q42"]);
        string Row(string id) => string.Join(' ', rows.GetProperty(id).EnumerateObject().Select(p => $"{p.Name}={string.Join('+', p.Value.EnumerateArray().Select(v => v.EnumerateObject().Single()).Select(v => v.Name == "str" ? v.Value.GetString() : v.Value.GetRawText()))}"));
        Row(graz).ShouldBe($"country=Austria country-code=AT place=Graz type=education website=https://example.org/ wikidata=Q622683 ror={ReconcileSite.Graz} latitude=47.5 names=University of Graz colour=");
        Row(ReconcileSite.Kyoto).ShouldBe($"country=Japan country-code=JP place=Kyoto type=education website=https://example.org/ wikidata=Q336264 ror={ReconcileSite.Kyoto} latitude=47.5 names=Kyoto University colour=");
        Row("Q42").ShouldBe("country= country-code= place= type= website= wikidata= ror= latitude= names= colour=");
        var proposed = await site.GetAsync("/reconcile/properties?type=partner&limit=3");
        (Text(proposed, "type"), proposed.GetProperty("limit").GetInt32()).ShouldBe(("partner", 3));
        Ids(proposed.GetProperty("properties").EnumerateArray()).ShouldBe(["name", "names", "country"]);
    }

    [Fact]
    public async Task A_preview_is_a_small_page_that_may_be_framed_on_this_computer()
    {
        using var answer = await site.SendAsync("GET", $"/reconcile/preview?id={await site.IdOf("Seaside <b>Academy</b>")}", null, ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*; frame-src 'none'; object-src 'none'");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (page.Contains("Seaside &lt;b&gt;Academy&lt;/b&gt;", StringComparison.Ordinal), page.Contains("<b>", StringComparison.Ordinal), page.Contains("<script", StringComparison.Ordinal)).ShouldBe((true, false, false));
        page.ShouldStartWith("<!DOCTYPE html>");
        page.Length.ShouldBeLessThan(4000);
        using var record = await site.SendAsync("GET", $"/reconcile/preview?id={ReconcileSite.Old}");
        (await record.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Leoben, Austria, no longer active");
        (await site.SendAsync("GET", "/reconcile/preview?id=Q42")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_entity_is_viewed_where_it_has_its_page()
    {
        var kyoto = await site.IdOf("Kyoto University");
        async Task<string?> To(string id)
        {
            using var answer = await site.SendAsync("GET", $"/reconcile/view?id={id}");
            return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.OriginalString : $"{(int)answer.StatusCode}";
        }

        (await To(kyoto)).ShouldBe($"/partners/{kyoto}");
        (await To(Uri.EscapeDataString(ReconcileSite.Kyoto))).ShouldBe(ReconcileSite.Kyoto);
        (await To("https://evil.example/")).ShouldBe("404");
    }
}

using System.Text.Json;

namespace Entente.Tests.App;

public sealed class SampleRegister : IAsyncLifetime
{
    internal TestFolder Folder { get; } = new();

    public async ValueTask InitializeAsync() => await Folder.Import();

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class QueryCommandTests(SampleRegister sample) : IClassFixture<SampleRegister>
{
    private readonly TestFolder folder = sample.Folder;

    [Fact]
    public async Task A_list_has_the_shape_that_programs_rely_on()
    {
        var json = (await folder.Ask("list", "--json")).Json;
        Names(json).ShouldBe(["on", "total", "agreements"]);
        json.GetProperty("on").GetString().ShouldBe("2026-11-24");
        var first = json.GetProperty("agreements")[0];
        Names(first).ShouldBe(["number", "partners", "countries", "kinds", "begins", "ends", "standing", "because"]);
        Names(first.GetProperty("ends")).ShouldBe(["basis", "on", "latest"]);
        first.GetProperty("number").GetString().ShouldBe("1");
        first.GetProperty("partners")[0].GetString().ShouldBe("The University of Queensland");
        first.GetProperty("begins").GetString().ShouldBe("2022-11-08");
        first.GetProperty("standing").GetString().ShouldBe("in-force-until");
    }

    [Theory]
    [InlineData("--country", "JP", 30)]
    [InlineData("--country", "japan", 30)]
    [InlineData("--country", "BG", 3)]
    [InlineData("--standing", "cannot-tell", null)]
    [InlineData("--kind", "Memorandum of Understanding", null)]
    [InlineData("--ends-within", "180d", null)]
    public async Task A_narrowed_list_is_a_part_of_the_whole(string option, string value, int? total)
    {
        var json = (await folder.Ask("list", option, value, "--json")).Json;
        var found = json.GetProperty("total").GetInt32();
        found.ShouldBeInRange(1, 126);
        found.ShouldBe(json.GetProperty("agreements").GetArrayLength());
        if (total is { } expected)
            found.ShouldBe(expected);
    }

    [Fact]
    public async Task A_page_of_a_list_still_tells_the_total()
    {
        foreach (var extra in new[] { Array.Empty<string>(), ["--standing", "ended"] })
        {
            var all = (await folder.Ask(["list", "--json", .. extra])).Json;
            var page = (await folder.Ask(["list", "--json", "--skip", "2", "--limit", "3", .. extra])).Json;
            page.GetProperty("total").GetInt32().ShouldBe(all.GetProperty("total").GetInt32());
            Numbers(page).ShouldBe(Numbers(all).Skip(2).Take(3));
        }
    }

    [Fact]
    public async Task Every_standing_listed_adds_up_to_what_is_counted()
    {
        foreach (var day in new[] { "2012-05-28", "2021-12-31", "2023-06-23", "2030" })
        {
            var total = (await folder.Ask("count", "--on", day, "--json")).Json.GetProperty("total");
            foreach (var (name, kebab) in Standings)
            {
                var list = (await folder.Ask("list", "--on", day, "--standing", kebab, "--json")).Json;
                total.GetProperty(name).GetInt32().ShouldBe(list.GetProperty("total").GetInt32(), $"{kebab} on {day}");
            }
        }
    }

    [Theory]
    [InlineData("country")]
    [InlineData("kind")]
    [InlineData("standing")]
    [InlineData("year")]
    public async Task A_count_has_its_parts(string by)
    {
        var json = (await folder.Ask("count", "--by", by, "--on", "2021-12-31", "--json")).Json;
        Names(json).ShouldBe(["on", "total", "by", "countedMoreThanOnce", "probableDuplicates"]);
        Names(json.GetProperty("total")).ShouldBe(["inForceUntil", "inForceOpen", "ended", "cannotTell", "notBegun", "all"]);
        Names(json.GetProperty("by")[0]).ShouldBe(["key", "inForceUntil", "inForceOpen", "ended", "cannotTell", "notBegun", "all"]);
        Standings.Sum(s => json.GetProperty("total").GetProperty(s.Name).GetInt32()).ShouldBe(127);
        json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(127);
        json.GetProperty("probableDuplicates").GetInt32().ShouldBe(2);
        json.GetProperty("by").EnumerateArray().Sum(k => k.GetProperty("all").GetInt32())
            .ShouldBe(127 + json.GetProperty("countedMoreThanOnce").GetInt32());
    }

    [Fact]
    public async Task A_coarse_day_is_its_last_day_and_that_is_said()
    {
        var asked = await folder.Ask("count", "--on", "2021", "--json");
        asked.Json.GetProperty("on").GetString().ShouldBe("2021-12-31");
        asked.Error.ShouldContain("31 Dec 2021");
        (await folder.Ask("count", "--on", "2021-12-31", "--json")).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_agreement_is_shown_with_every_reason_and_its_source()
    {
        var json = (await folder.Ask("show", "9", "--on", "2021-12-31", "--json")).Json;
        json.GetProperty("number").GetString().ShouldBe("9");
        json.GetProperty("standing").GetString().ShouldBe("in-force-until");
        foreach (var step in json.GetProperty("steps").EnumerateArray())
        {
            Names(step).ShouldBe(["rule", "arguments", "assumption", "text", "places"]);
            step.GetProperty("text").GetString()!.ShouldNotBeEmpty();
        }

        json.GetProperty("events").GetArrayLength().ShouldBe(2);
        json.GetProperty("source").GetProperty("text").GetString()!.ShouldContain("British Columbia");
        json.GetProperty("changes")[0].GetProperty("act").GetString().ShouldBe("edition.imported");
        (await folder.Ask("show", "9")).Out.ShouldContain("British Columbia Institute of Technology");
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused()
    {
        var asked = await folder.Ask("show", "999", "--json");
        asked.Code.ShouldBe(1);
        asked.Out.ShouldBeEmpty();
        asked.Error.Trim().ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("Queensland", "1")]
    [InlineData("Quensland", "1")]
    [InlineData("novosibrisk", "105")]
    [InlineData("Новосибирск", "105")]
    [InlineData("novosibirsk technical", "105")]
    public async Task A_word_is_found_mistyped_and_in_another_script(string words, string number)
    {
        var json = (await folder.Ask("find", words, "--json")).Json;
        Names(json).ShouldBe(["words", "on", "hits"]);
        Numbers(json, "hits").First().ShouldBe(number);
        json.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("score").GetDouble()).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task A_word_that_is_printed_in_two_ways_is_found_in_both()
    {
        var hits = (await folder.Ask("find", "sibrian", "fedral", "--json")).Json.GetProperty("hits").EnumerateArray()
            .Select(h => h.GetProperty("partners")[0].GetString()!.ToUpperInvariant()).ToList();
        hits.ShouldContain(h => h.Contains("SIBERIAN FEDERAL"));
        hits.ShouldContain(h => h.Contains("SIBERIAN FEDEREAL"));
    }

    [Theory]
    [InlineData("university")]
    [InlineData("technical university")]
    [InlineData("univ")]
    public async Task The_few_that_are_asked_for_are_the_first_of_all(string words)
    {
        var all = Numbers((await folder.Ask("find", words, "--limit", "1000", "--json")).Json, "hits").ToList();
        Numbers((await folder.Ask("find", words, "--limit", "2", "--json")).Json, "hits").ShouldBe(all.Take(2));
        all.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task The_place_after_a_step_stands_in_brackets()
    {
        var asked = await folder.Ask("show", "9", "--on", "2021-12-31");
        asked.Out.ShouldContain(". (line ");
        asked.Lines.ShouldAllBe(l => !l.EndsWith(' '));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9000")]
    [InlineData("0999-12-31")]
    [InlineData("1000")]
    public async Task A_day_far_away_is_answered_or_refused_in_words(string day)
    {
        var isNear = day.Length == 4;
        foreach (var command in new[] { new[] { "count" }, ["list"], ["show", "9"] })
        {
            var asked = await folder.Ask([.. command, "--on", day]);
            asked.Code.ShouldBe(isNear ? 0 : 2);
            asked.Error.ShouldContain(isNear ? "last day" : "is not a day from");
        }
    }

    [Fact]
    public async Task A_format_that_contradicts_json_is_wrong_usage()
    {
        var asked = await folder.Ask("export", "--json", "--format", "csv");
        asked.Code.ShouldBe(2);
        asked.Error.ShouldContain("--format csv");
        (await folder.Ask("export", "--json")).Out.ShouldBe((await folder.Ask("export", "--json", "--format", "json")).Out);
    }

    [Fact]
    public async Task What_is_like_nothing_is_not_found() =>
        (await folder.Ask("find", "xyzzyplugh", "--json")).Json.GetProperty("hits").GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task An_export_is_the_same_bytes_for_the_same_list_and_has_no_ids()
    {
        using var other = new TestFolder();
        await other.Import();
        foreach (var format in new[] { "csv", "json" })
        {
            var one = await folder.Ask("export", "--format", format);
            one.Code.ShouldBe(0);
            one.Out.ShouldBe((await other.Ask("export", "--format", format)).Out);
            one.Out.ShouldNotContain("01a20");
        }

        (await folder.Ask("export", "--format", "csv")).Lines.Length.ShouldBe(128);
        (await folder.Ask("export", "--format", "json")).Json.GetProperty("agreements").GetArrayLength().ShouldBe(127);
    }

    private static readonly (string Name, string Kebab)[] Standings =
        [("inForceUntil", "in-force-until"), ("inForceOpen", "in-force-open"), ("ended", "ended"), ("cannotTell", "cannot-tell"), ("notBegun", "not-begun")];

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string?> Numbers(JsonElement json, string list = "agreements") =>
        json.GetProperty(list).EnumerateArray().Select(a => a.GetProperty("number").GetString());
}

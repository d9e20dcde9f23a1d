using System.Net;

namespace Entente.Tests.App.Pages;

/// <summary>Settings and kinds as a browser without script changes them.</summary>
public sealed class SettingsPagesTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private PageSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Settings_are_changed_and_told_with_who_and_why()
    {
        var (status, _, to) = await SendAsync(("other-name", "SU\r\n\r\n Спрингфилдийн их сургууль \r\nSU"), ("home-country", "JP"), ("time-zone", "Asia/Tokyo"), ("ends-soon", "6m"), ("listed-on", "2023-04"), ("reason", "moved"));
        (status, to).ShouldBe((HttpStatusCode.Found, "/settings"));
        var set = (await folder.Ask("register", "--json")).Json;
        set.GetProperty("otherNames").EnumerateArray().Select(n => n.GetString()).ShouldBe(["SU", "Спрингфилдийн их сургууль"]);
        (set.GetProperty("homeCountry").GetString(), set.GetProperty("endsSoonDays").GetInt32(), set.GetProperty("listedOn").GetString()).ShouldBe(("JP", 186, "2023-04"));
        var page = await site.TextAsync("/settings");
        page.ShouldContain("It is 18:00 there now, on 24 Nov 2026.");
        page.ShouldContain("<q>moved</q>");
        await SendAsync(("ends-soon", "90"));
        (await site.TextAsync("/settings")).ShouldMatch("Ends soon, in days</dt>\\s*<dd><del>[^/]*/span>186 days</del>[\\s\\S]{0,200}?</span>90 days</ins>");
        (await site.TextAsync("/countries")).ShouldMatch("Japan</a>\\s*<span class=\"look\">home</span>");
    }

    [Fact]
    public async Task What_would_change_is_shown_before_anything_is()
    {
        var (status, text, _) = await SendAsync(("counting", "day-before"), ("do", "look"));
        status.ShouldBe(HttpStatusCode.OK);
        var ends = int.Parse(System.Text.RegularExpressions.Regex.Match(text, "another day: (\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        text.ShouldMatch("value=\"day-before\" checked");
        (await folder.Ask("register", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
        var before = await EndsAsync();
        await SendAsync(("counting", "day-before"));
        before.Zip(await EndsAsync()).Count(e => e.First != e.Second).ShouldBe(ends);
        (await SendAsync(("ends-soon", "90"), ("do", "look"))).Text.ShouldContain("would change nothing");
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_lost_or_set()
    {
        var (status, text, _) = await SendAsync(("name", " "), ("time-zone", "Mars/Base"), ("listed-on", "soon"), ("ends-soon", "a while"), ("other-name", "Typed <b>name</b>"), ("reason", "because"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "name", "time-zone", "listed-on", "ends-soon" })
        {
            text.ShouldContain($"id=\"{field}-wrong\"");
            text.ShouldContain($"<a href=\"/settings#{field}\">");
        }

        text.ShouldContain("value=\"Mars/Base\"");
        text.ShouldContain("Typed &lt;b&gt;name&lt;/b&gt;");
        text.ShouldContain("value=\"because\"");
        (await folder.Ask("register", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_slower_sees_both_versions_and_keeps_what_was_typed()
    {
        var fields = PageSite.Form(await site.TextAsync("/settings"), "settings").Concat(await TypedAsync()).ToDictionary(f => f.Key, f => f.Value);
        (await folder.Ask("register", "set", "--name", "Named by another")).Code.ShouldBe(0);
        fields["name"] = "Named here";
        var (status, text, _) = await site.PostAsync("/settings", fields);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("<td><bdi>Named by another</bdi></td><td><bdi>Named here</bdi></td>");
        text.ShouldContain("value=\"Named here\"");
        (await folder.Ask("register", "--json")).Json.GetProperty("name").GetString().ShouldBe("Named by another");
        fields["version"] = PageSite.Form(text, "settings")["version"];
        (await site.PostAsync("/settings", fields)).Status.ShouldBe(HttpStatusCode.Found);
        (await folder.Ask("register", "--json")).Json.GetProperty("name").GetString().ShouldBe("Named here");
    }

    [Fact]
    public async Task A_kind_is_added_called_otherwise_and_taken_away()
    {
        (await site.SendAsync("/settings/kinds", "kind", ("name", "Төслийн гэрээ"), ("wording", "Project contract\r\n"))).To.ShouldBe("/settings");
        var settings = WebUtility.HtmlDecode(await site.TextAsync("/settings"));
        settings.ShouldContain(">Төслийн гэрээ</bdi>");
        settings.ShouldContain("<dt>Kind Төслийн гэрээ</dt>");
        settings.ShouldNotContain(">tosliyn-geree<");
        (await site.SendAsync("/settings/kinds/tosliyn-geree", "kind", ("name", "Project deal"), ("wording", "Project contract"))).Status.ShouldBe(HttpStatusCode.Found);
        var page = WebUtility.HtmlDecode(await site.TextAsync("/settings/kinds/tosliyn-geree"));
        page.ShouldContain(">Project contract\nТөслийн гэрээ</textarea>");
        (await site.SendAsync("/settings/kinds/tosliyn-geree", "remove")).Status.ShouldBe(HttpStatusCode.Found);
        (await site.GetAsync("/settings/kinds/tosliyn-geree")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.TextAsync("/settings/kinds/mou")).ShouldNotContain("button danger");
    }

    [Fact]
    public async Task Two_kinds_are_never_called_alike()
    {
        var (status, text, _) = await site.SendAsync("/settings/kinds", "kind", ("name", "memorandum of Agreement"), ("wording", "!!"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("id=\"name-wrong\"");
        text.ShouldContain("id=\"wording-wrong\"");
    }

    [Fact]
    public async Task A_kind_that_is_called_otherwise_is_called_so_on_every_page()
    {
        (await site.SendAsync("/settings/kinds/mou", "kind", ("name", "Memo here"), ("wording", ""))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.TextAsync("/agreements")).ShouldContain("<option value=\"mou\">Memo here</option>");
        (await site.TextAsync("/agreements/9")).ShouldContain(">Memo here</bdi>");
        (await site.TextAsync("/agreements?kind=memo+here")).ShouldContain("<option value=\"mou\" selected>");
        (await site.TextAsync("/settings/kinds/mou")).ShouldContain("Empty: Memorandum of understanding, as everywhere.");
        (await site.SendAsync("/settings/kinds/mou", "kind", ("name", ""), ("wording", ""))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.TextAsync("/agreements")).ShouldContain("<option value=\"mou\">Memorandum of understanding</option>");
    }

    [Fact]
    public async Task What_is_not_known_is_listed_and_told()
    {
        foreach (var (partner, kind) in new[] { ("A University", "Frame contract"), ("B University", "Frame contract"), ("C University", "Own deed"), ("D University", "Third") })
            (await folder.Ask("add", "--partner", partner, "--kind", kind, "--signed", "2024")).Code.ShouldBe(0);
        var page = await site.TextAsync("/settings");
        page.ShouldContain("href=\"/agreements?kind=Frame%20contract\">2 agreements say so");
        (await site.SendAsync("/settings", "unknown", ("means-0", "framework"), ("means-1", "+"), ("means-2", ""))).To.ShouldBe("/settings");
        var kinds = (await folder.Ask("register", "kind", "--json")).Json;
        kinds.GetProperty("unknown").EnumerateArray().Select(u => u.GetProperty("wording").GetString()).ShouldBe(["Third"]);
        kinds.GetProperty("kinds").EnumerateArray().Where(k => k.GetProperty("isOwn").GetBoolean()).Select(k => k.GetProperty("code").GetString()).ShouldBe(["own-deed"]);
        (await folder.Ask("list", "--kind", "framework", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(2);
        (await folder.Ask("verify", "--json")).Json.GetProperty("registers")[0].GetProperty("changes").GetInt32().ShouldBe(6);
    }

    [Theory]
    [InlineData("/settings", "settings")]
    [InlineData("/settings", "unknown")]
    [InlineData("/settings/kinds", "kind")]
    public async Task Nothing_is_changed_without_the_token_of_the_page(string path, string form)
    {
        (await site.PostAsync(path, new Dictionary<string, string> { ["_handler"] = form, ["name"] = "Taken over" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await folder.Ask("register", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("/settings/kinds/no-such-kind", HttpStatusCode.NotFound)]
    [InlineData("/settings?on=2021", HttpStatusCode.OK)]
    [InlineData("/settings/kinds?on=soon", HttpStatusCode.OK)]
    public async Task A_page_answers(string path, HttpStatusCode status) => (await site.GetAsync(path)).Status.ShouldBe(status);

    private async Task<(HttpStatusCode Status, string Text, string? To)> SendAsync(params (string Name, string Value)[] typed) =>
        await site.SendAsync("/settings", "settings", [.. (await TypedAsync()).Where(f => typed.All(t => t.Name != f.Key)).Select(f => (f.Key, f.Value)), .. typed]);

    /// <summary>The fields as the page shows them.</summary>
    private async Task<Dictionary<string, string>> TypedAsync()
    {
        var set = (await folder.Ask("register", "--json")).Json;
        return new Dictionary<string, string>
        {
            ["name"] = set.GetProperty("name").GetString()!,
            ["other-name"] = string.Join("\r\n", set.GetProperty("otherNames").EnumerateArray().Select(n => n.GetString())),
            ["home-country"] = set.GetProperty("homeCountry").GetString() ?? "",
            ["time-zone"] = set.GetProperty("timeZone").GetString()!,
            ["listed-on"] = set.GetProperty("listedOn").GetString() ?? "",
            ["counting"] = set.GetProperty("counting").GetString()!,
            ["ends-soon"] = $"{set.GetProperty("endsSoonDays").GetInt32()}",
            ["reason"] = "",
        };
    }

    private async Task<List<string?>> EndsAsync() =>
        [.. (await folder.Ask("list", "--json")).Json.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("ends").ToString())];
}

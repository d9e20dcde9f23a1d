using System.Net;
using System.Text.RegularExpressions;

namespace Entente.Tests.App.Safety;

/// <summary>A form is taken from our own pages, with the token that they were given; anything less changes nothing.</summary>
public sealed partial class TokenTests(Served served) : IClassFixture<Served>
{
    private const string Page = "/agreements/12/deletion", Token = "__RequestVerificationToken";

    private string Own => served.Address.GetLeftPart(UriPartial.Authority);

    // Someone has the token and the cookie of a person; the browser still says whose page sends them.
    [Theory]
    [InlineData("cross-site", "http://evil.example")]
    [InlineData("same-site", "http://127.0.0.1:1")]
    [InlineData("same-site", "http://localhost:1")]
    [InlineData("cross-site", "null")]
    [InlineData(null, "http://evil.example")]
    [InlineData(null, "null")]
    public async Task A_token_that_was_stolen_is_of_no_use_to_another_page(string? site, string origin)
    {
        var form = await OpenAsync();
        var before = served.Hash();
        (await SendAsync(form.Fields, form.Cookie, site, origin)).ShouldBe(HttpStatusCode.Forbidden);
        served.Hash().ShouldBe(before);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("another token")]
    [InlineData("no cookie")]
    [InlineData("another cookie")]
    public async Task Half_of_it_is_not_enough(string what)
    {
        var form = await OpenAsync();
        var other = await OpenAsync();
        var fields = new Dictionary<string, string>(form.Fields);
        if (what == "no token")
            fields.Remove(Token);
        if (what == "another token")
            fields[Token] = fields[Token][..^4] + "AAAA";
        var cookie = what switch { "no cookie" => null, "another cookie" => other.Cookie, _ => form.Cookie };
        var before = served.Hash();
        foreach (var site in new[] { "same-origin", null })
            ((int)await SendAsync(fields, cookie, site, Own)).ShouldBeGreaterThanOrEqualTo(400);
        ((int)await SendAsync(fields, cookie, null, null)).ShouldBeGreaterThanOrEqualTo(400);
        served.Hash().ShouldBe(before);
    }

    [Fact]
    public async Task All_of_it_is_what_a_person_does()
    {
        var form = await OpenAsync();
        var before = served.Hash();
        (await SendAsync(form.Fields, form.Cookie, "same-origin", Own)).ShouldBe(HttpStatusCode.Found);
        served.Hash().ShouldNotBe(before);
        (await served.Ask("restore", "12")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Its_cookies_are_for_our_own_pages_and_no_script()
    {
        using var page = await served.SendAsync("GET", Page);
        var form = await OpenAsync();
        using var content = new FormUrlEncodedContent(form.Fields);
        using var done = await served.SendAsync("POST", Page, content, ("Cookie", form.Cookie), ("Sec-Fetch-Site", "same-origin"));
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(done.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Select(c => c.Split('-')[1]).Distinct().ShouldBe(["form", "told"]);
        foreach (var cookie in cookies)
            cookie.ToLowerInvariant().ShouldSatisfyAllConditions(c => c.ShouldContain("; samesite=strict"), c => c.ShouldContain("; httponly"), c => c.ShouldContain("; path=/"));
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await served.Ask("restore", "12")).Code.ShouldBe(0);
    }

    private async Task<HttpStatusCode> SendAsync(Dictionary<string, string> fields, string? cookie, string? site, string? origin)
    {
        using var content = new FormUrlEncodedContent(fields);
        (string, string?)[] said = [("Cookie", cookie), ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", site is null ? null : "navigate"), ("Sec-Fetch-Dest", site is null ? null : "document"), ("Origin", origin)];
        using var answer = await served.SendAsync("POST", Page, content, said.Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!)));
        return answer.StatusCode;
    }

    /// <summary>The form as a person has it open: what is hidden in it, and the cookie that came with it.</summary>
    private async Task<(Dictionary<string, string> Fields, string Cookie)> OpenAsync()
    {
        using var page = await served.SendAsync("GET", Page);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var form = html[html.IndexOf("<form method=\"post\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        fields.ShouldContainKey(Token);
        return (fields, page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

using System.Net;
using System.Text;
using System.Text.Json;

namespace Entente.Tests.App.Reconciliation;

/// <summary>Who may ask what, and what is done with what nobody should send.</summary>
public sealed class ReconcileDoorTests(ReconcileSite site) : IClassFixture<ReconcileSite>
{
    private static readonly (string, string) Other = ("Origin", "https://other.example");

    [Theory]
    [InlineData("GET", "/reconcile", 200)]
    [InlineData("GET", "/reconcile?queries={}", 200)]
    [InlineData("GET", "/reconcile?queries={", 400)]
    [InlineData("GET", "/reconcile?queries=[]", 400)]
    [InlineData("GET", "/reconcile?extend={}", 400)]
    [InlineData("POST", "/reconcile", 415)]
    [InlineData("PUT", "/reconcile", 405)]
    [InlineData("GET", "/reconcile/nothing", 404)]
    [InlineData("DELETE", "/reconcile/suggest/nothing", 404)]
    [InlineData("GET", "/reconcile/suggest/entity?prefix=a", 200)]
    [InlineData("GET", "/reconcile/suggest/entity?prefix=a&cursor=x", 400)]
    [InlineData("GET", "/reconcile/suggest/property?prefix=a", 200)]
    [InlineData("GET", "/reconcile/suggest/type?prefix=a", 200)]
    [InlineData("GET", "/reconcile/properties", 200)]
    [InlineData("GET", "/reconcile/preview?id=x", 404)]
    [InlineData("GET", "/reconcile/view?id=x", 404)]
    [InlineData("OPTIONS", "/reconcile", 204)]
    [InlineData("OPTIONS", "/reconcile/suggest/entity", 204)]
    [InlineData("OPTIONS", "/reconcile/nothing", 204)]
    public async Task Every_answer_may_be_read_by_other_pages(string method, string path, int status)
    {
        foreach (var origin in new[] { "https://other.example", "http://127.0.0.1:3333", "null" })
        {
            using var answer = await site.SendAsync(method, path, null, ("Origin", origin), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty"));
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
            if (status >= 400 && !path.Contains("preview", StringComparison.Ordinal))
                (await ReconcileSite.JsonOf(answer)).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
            if (status == 204)
                answer.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldBe("GET, POST, OPTIONS");
        }
    }

    [Fact]
    public async Task No_other_address_lets_pages_in_for_it()
    {
        foreach (var path in new[] { "/agreements", "/partners.csv", "/reconciled", "/not-found" })
        {
            using var answer = await site.SendAsync("GET", path, null, ("Origin", "http://127.0.0.1:3333"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty"));
            (answer.StatusCode, answer.Headers.Contains("Access-Control-Allow-Origin")).ShouldBe((HttpStatusCode.Forbidden, false));
        }
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("http://127.0.0.1:3333", "same-site", true)]
    [InlineData("http://localhost:3333", "cross-site", true)]
    [InlineData("http://[::1]:3333", "cross-site", true)]
    [InlineData(null, "same-site", true)]
    [InlineData(null, "none", true)]
    [InlineData("https://other.example", "cross-site", false)]
    [InlineData("http://localhost.other.example", "cross-site", false)]
    [InlineData("null", "cross-site", false)]
    [InlineData("null", null, false)]
    [InlineData("file://", "cross-site", false)]
    [InlineData(null, "cross-site", false)]
    public async Task The_register_is_told_only_to_who_is_of_this_computer(string? origin, string? fetched, bool isTold)
    {
        var said = new[] { ("Origin", origin), ("Sec-Fetch-Site", fetched) }.Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!)).ToArray();
        var college = await site.IdOf("Technical College of Bruck");
        var answers = new StringBuilder();
        answers.Append((await site.GetAsync("/reconcile", said)).GetRawText());
        foreach (var name in new[] { "Technical College of Bruck", college })
            answers.AppendJoin(' ', (await site.FindAsync(new { query = name }, said)).Select(c => c.GetRawText()));
        answers.Append((await site.GetAsync("/reconcile/suggest/entity?prefix=tech", said)).GetRawText());
        answers.Append((await site.PostAsync("extend", $$"""{"ids":["{{college}}"],"properties":[{"id":"name"}]}""", said)).GetRawText().Replace($"\"{college}\":", "", StringComparison.Ordinal));
        using var preview = await site.SendAsync("GET", $"/reconcile/preview?id={college}", null, said);
        answers.Append(await preview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        answers.ToString().Contains("Bruck", StringComparison.Ordinal).ShouldBe(isTold);
        answers.ToString().Contains("Partners of", StringComparison.Ordinal).ShouldBe(isTold);
        answers.ToString().Contains(college, StringComparison.Ordinal).ShouldBe(isTold);
        // What the world knows is told to all.
        (await site.FindAsync(new { query = "Kyoto University" }, said)).Select(c => c.GetProperty("id").GetString()).ShouldContain(ReconcileSite.Kyoto);
    }

    [Fact]
    public async Task A_name_that_is_none_costs_no_time_and_breaks_nothing()
    {
        string[] names =
        [
            new('x', 10_000), new('x', 1000), string.Join(' ', Enumerable.Repeat("university", 90)), "\0\u0001\u0002Kyoto\u0007 University", "\u202EKyoto\u202C University\uFFFF\uFFFE", "'; DROP TABLE Partners; --",
            "<script>alert(1)</script>", "\uD83D\uDE00", "()[]{}\\\"", "‮‭", new('\u0301', 900), string.Concat(Enumerable.Repeat("Ky", 400)),
        ];
        var answer = await site.PostAsync("queries", JsonSerializer.Serialize(names.Select((n, i) => (Key: $"q{i}", n)).ToDictionary(n => n.Key, n => new { query = n.n })));
        answer.EnumerateObject().Count().ShouldBe(names.Length);
        answer.GetProperty("q0").GetProperty("error").GetString()!.ShouldContain("1000");
        answer.EnumerateObject().Skip(1).ShouldAllBe(a => a.Value.GetProperty("result").ValueKind == JsonValueKind.Array);
        answer.GetProperty("q3").GetProperty("result")[0].GetProperty("name").GetString().ShouldBe("Kyoto University");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[{\"query\":\"a\"}]")]
    [InlineData("{\"q\":{\"query\":\"a\"}")]
    [InlineData("{\"q\":{\"query\":\"\\ud800\"}}")]
    [InlineData("{\"\\udc00\":{\"query\":\"a\"}}")]
    [InlineData("{'q':{}}")]
    public async Task What_is_no_json_is_refused_with_the_reason(string queries)
    {
        foreach (var field in new[] { "queries", "extend" })
        {
            using var form = ReconcileSite.Form(field, queries);
            using var answer = await site.SendAsync("POST", "/reconcile", form, Other);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            (await ReconcileSite.JsonOf(answer)).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Depth_number_and_size_are_bounded()
    {
        var deep = $"{{\"q\":{string.Concat(Enumerable.Repeat("[", 5000))}{string.Concat(Enumerable.Repeat("]", 5000))}}}";
        (await StatusAsync(deep)).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(Many(200))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(Many(201))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await StatusAsync(Many(10_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var ids = JsonSerializer.Serialize(new { ids = Enumerable.Range(0, 1001).Select(i => $"{i}"), properties = Array.Empty<object>() });
        (await StatusAsync(ids, "extend")).ShouldBe(HttpStatusCode.BadRequest);

        static string Many(int count) => JsonSerializer.Serialize(Enumerable.Range(0, count).ToDictionary(i => $"q{i}", i => new { query = "a" }));
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_form_is_refused_as_json()
    {
        using var large = new StringContent("queries=" + new string('x', 2 << 20), Encoding.UTF8, "application/x-www-form-urlencoded");
        try
        {
            using var refused = await site.SendAsync("POST", "/reconcile", large, Other);
            refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            refused.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            (await ReconcileSite.JsonOf(refused)).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        }
        catch (HttpRequestException e)
        {
            // The server may hang up before all of it is sent, and its answer is then not read.
            e.InnerException.ShouldBeOfType<IOException>();
        }

        using var fields = new StringContent(string.Join('&', Enumerable.Range(0, 5000).Select(i => $"f{i}=")), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var many = await site.SendAsync("POST", "/reconcile", fields);
        many.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var nothing = new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var empty = await site.SendAsync("POST", "/reconcile", nothing);
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<HttpStatusCode> StatusAsync(string json, string field = "queries")
    {
        using var form = ReconcileSite.Form(field, json);
        using var answer = await site.SendAsync("POST", "/reconcile", form);
        await ReconcileSite.JsonOf(answer);
        return answer.StatusCode;
    }
}

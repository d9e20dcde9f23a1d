using System.Net;

namespace Entente.Tests.App.Safety;

/// <summary>What a browser may do with an answer of ours.</summary>
public sealed class AnswerHeaderTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/agreements")]
    [InlineData("/agreements/9")]
    [InlineData("/agreements/999")]
    [InlineData("/agreements.csv")]
    [InlineData("/agreements.json")]
    [InlineData("/agreements?on=soon")]
    [InlineData("/nowhere")]
    [InlineData("/css/base.css")]
    [InlineData("/js/entente.js")]
    [InlineData("/style")]
    public async Task Every_answer_says_what_may_be_done_with_it(string path)
    {
        using var answer = await served.SendAsync("GET", path);
        string Of(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Of("Content-Security-Policy").ShouldBe("default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'");
        Of("X-Content-Type-Options").ShouldBe("nosniff");
        Of("X-Frame-Options").ShouldBe("DENY");
        Of("Referrer-Policy").ShouldBe("same-origin");
        Of("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Of("Cross-Origin-Embedder-Policy").ShouldBe("require-corp");
        Of("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Of("Permissions-Policy").ShouldContain("camera=()");
        Of("Access-Control-Allow-Origin").ShouldBeEmpty();
        Of("Server").ShouldBeEmpty();
        Of("X-Powered-By").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/agreements", "no-store")]
    [InlineData("/agreements/9", "no-store")]
    [InlineData("/agreements.csv", "no-store")]
    [InlineData("/nowhere", "no-store")]
    [InlineData("/css/base.css", "no-cache")]
    [InlineData("/css/base.css?v=1", "immutable")]
    public async Task Nothing_of_the_register_stays_in_the_browser(string path, string kept)
    {
        using var answer = await served.SendAsync("GET", path);
        answer.Headers.CacheControl!.ToString().ShouldContain(kept);
    }

    [Fact]
    public async Task A_page_of_a_refused_name_says_nothing()
    {
        using var answer = await served.SendAsync("GET", "/agreements", ("Host", "evil.example"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Entente");
    }
}

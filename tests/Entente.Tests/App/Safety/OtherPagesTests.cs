using System.Net;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Entente.Tests.App.Safety;

/// <summary>Any page on the web can make a browser call this computer. What it gets is nothing.</summary>
public sealed class OtherPagesTests(Served served) : IClassFixture<Served>
{
    private static readonly string[] changing = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Endpoints that change something and check no token, each with the reason.</summary>
    private static readonly Dictionary<string, string> withoutToken = new()
    {
        ["/reconcile"] = "a question may be too long for an address; it only reads",
        ["/reconcile/{**rest}"] = "says that nothing is there",
    };

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("evil.example:80", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("evil-localhost", false)]
    [InlineData("192.168.0.7", false)]
    [InlineData("127.0.0.2", false)]
    public async Task A_name_that_someone_else_lets_point_here_is_not_answered(string host, bool isAnswered)
    {
        foreach (var path in new[] { "/agreements", "/css/base.css", "/agreements.csv", "/nowhere" })
            (await served.StatusAsync("GET", path, ("Host", host)) != HttpStatusCode.BadRequest).ShouldBe(isAnswered, path);
    }

    // What browsers say of a request: whose page made it, how, and what for.
    [Theory]
    [InlineData("GET", "none", "navigate", "document", null, true)]
    [InlineData("GET", "same-origin", "navigate", "document", null, true)]
    [InlineData("GET", "same-origin", "no-cors", "style", null, true)]
    [InlineData("GET", "same-origin", "cors", "empty", null, true)]
    [InlineData("GET", "cross-site", "navigate", "document", null, true)]
    [InlineData("HEAD", "cross-site", "navigate", "document", null, true)]
    [InlineData("GET", "same-site", "navigate", "document", null, true)]
    [InlineData("GET", "cross-site", "navigate", "iframe", null, false)]
    [InlineData("GET", "same-site", "navigate", "embed", null, false)]
    [InlineData("GET", "cross-site", "no-cors", "image", null, false)]
    [InlineData("GET", "same-site", "no-cors", "script", null, false)]
    [InlineData("GET", "cross-site", "cors", "empty", "http://evil.example", false)]
    [InlineData("OPTIONS", "cross-site", "cors", "empty", "http://evil.example", false)]
    [InlineData("POST", "cross-site", "navigate", "document", "http://evil.example", false)]
    [InlineData("POST", "same-site", "navigate", "document", "http://127.0.0.1:1", false)]
    [InlineData("POST", "cross-site", "no-cors", "empty", "null", false)]
    [InlineData("PUT", "same-site", "cors", "empty", "http://localhost:1", false)]
    [InlineData("DELETE", "cross-site", "cors", "empty", "http://evil.example", false)]
    // Older browsers say only where a form was sent from.
    [InlineData("POST", null, null, null, "http://evil.example", false)]
    [InlineData("POST", null, null, null, "null", false)]
    [InlineData("GET", null, null, null, "http://evil.example", false)]
    [InlineData("GET", null, null, null, null, true)]
    public async Task Another_page_may_link_here_and_no_more(string method, string? site, string? mode, string? dest, string? origin, bool isLetIn)
    {
        (string, string?)[] said = [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", dest), ("Origin", origin)];
        foreach (var path in new[] { "/agreements", "/css/base.css", "/agreements.json" })
        {
            var status = await served.StatusAsync(method, path, said.Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!)));
            (status != HttpStatusCode.Forbidden).ShouldBe(isLetIn, path);
        }
    }

    [Fact]
    public async Task Our_own_pages_may_send_but_not_without_their_token()
    {
        var before = served.Hash();
        foreach (var path in Routes().Where(r => r.Takes("POST")).Select(r => r.Sample))
        {
            using var empty = new FormUrlEncodedContent([]);
            using var answer = await served.SendAsync("POST", path, empty, ("Sec-Fetch-Site", "same-origin"), ("Origin", served.Address.GetLeftPart(UriPartial.Authority)));
            // A page without a form is shown; one with a form says that nothing was done.
            ((int)answer.StatusCode is 200 or >= 400).ShouldBeTrue($"{path} {answer.StatusCode}");
        }

        served.Hash().ShouldBe(before);
    }

    [Fact]
    public void Whatever_changes_something_asks_for_a_token()
    {
        var routes = Routes().Where(r => changing.Any(r.Takes)).ToList();
        routes.ShouldNotBeEmpty();
        routes.Where(r => !r.AsksForToken && !withoutToken.ContainsKey(r.Template)).Select(r => r.Template).ShouldBeEmpty();
    }

    [Fact]
    public async Task Much_is_not_taken()
    {
        using var much = new ByteArrayContent(new byte[(1 << 20) + 1]);
        much.Headers.ContentType = new("application/x-www-form-urlencoded");
        try
        {
            using var answer = await served.SendAsync("POST", "/agreements", much);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
        }
        catch (HttpRequestException e)
        {
            // The server may hang up before all of it is sent, and its answer is then not read.
            e.InnerException.ShouldBeOfType<IOException>();
        }
    }

    [Fact]
    public void Who_sends_slowly_is_not_waited_for()
    {
        var limits = served.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
        limits.KeepAliveTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(3));
        limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBeGreaterThanOrEqualTo(1024);
        limits.MaxRequestBodySize.ShouldBe(1 << 20);
        limits.MaxConcurrentConnections!.Value.ShouldBeInRange(100, 1000);
        limits.MaxRequestHeadersTotalSize.ShouldBeLessThanOrEqualTo(32 * 1024);
    }

    private IEnumerable<Route> Routes() => ((IEndpointRouteBuilder)served.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => new Route(e));

    private sealed record Route(RouteEndpoint Endpoint)
    {
        public string Template => "/" + Endpoint.RoutePattern.RawText!.TrimStart('/');

        /// <summary>An address that leads there.</summary>
        public string Sample => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart word ? word.Content : "9"))));

        public bool AsksForToken => Endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

        public bool Takes(string method) => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(method);
    }
}

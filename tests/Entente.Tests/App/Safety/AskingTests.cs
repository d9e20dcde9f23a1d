using System.Net;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Routing;

namespace Entente.Tests.App.Safety;

/// <summary>Asking changes nothing: whatever a page links to, it can be followed by anyone, also by a program that follows all links.</summary>
public sealed partial class AskingTests(Served served) : IClassFixture<Served>
{
    private const int MostOfAKind = 3;

    /// <summary>What no link leads to: what cannot be found, what goes wrong, an address of the framework's own, and what other programs ask.</summary>
    private static readonly HashSet<string> unlinked =
    [
        "/not-found", "/problem", "/_framework/opaque-redirect",
        .. new[] { "", "/suggest/entity", "/suggest/property", "/suggest/type", "/properties", "/preview", "/view", "/{**rest}" }.Select(p => $"/reconcile{p}"),
    ];

    [Fact]
    public async Task No_link_changes_anything()
    {
        (await served.Ask("review", Checkout.Sample)).Code.ShouldBe(0);
        var before = served.Hash();
        // What runs is linked while it runs.
        var followed = await FollowAsync(["/", "/running/nothing", "/agreements", "/agreements/30", "/bin", "/style", "/agreements?on=2021&country=JP", "/nowhere"]);
        followed.Count.ShouldBeGreaterThan(20);
        served.Hash().ShouldBe(before);
        var templates = ((IEndpointRouteBuilder)served.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToHashSet();
        templates.Where(t => !unlinked.Contains(t) && !followed.Any(f => Matches(t, f))).ShouldBeEmpty("not reached by a link");
    }

    [Fact]
    public async Task No_other_method_is_a_way_round()
    {
        var before = served.Hash();
        foreach (var method in new[] { "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND" })
            (await served.StatusAsync(method, "/agreements/9")).ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.NoContent);
        served.Hash().ShouldBe(before);
    }

    [Fact]
    public async Task A_change_would_be_seen()
    {
        var before = served.Hash();
        (await served.Ask("delete", "127")).Code.ShouldBe(0);
        served.Hash().ShouldNotBe(before);
        (await served.Ask("restore", "127")).Code.ShouldBe(0);
    }

    /// <summary>All that pages link to, a few of each kind.</summary>
    private async Task<HashSet<string>> FollowAsync(IEnumerable<string> from)
    {
        var waiting = new Queue<string>(from);
        var followed = new HashSet<string>();
        var kinds = new Dictionary<string, int>();
        while (waiting.TryDequeue(out var address))
        {
            var kind = Kind(address);
            if (followed.Contains(address) || kinds.GetValueOrDefault(kind) == MostOfAKind)
                continue;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            followed.Add(address);
            using var answer = await served.SendAsync("GET", address);
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            if (answer.Headers.Location is { } next)
                waiting.Enqueue(new Uri(served.Address, next).PathAndQuery);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))
                waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
        }

        return followed;
    }

    /// <summary>The path with its numbers left out, and the names of what is asked.</summary>
    private static string Kind(string address)
    {
        var parts = address.Split('?');
        var asked = parts.Skip(1).SelectMany(p => p.Split('&')).Select(q => q.Split('=')[0]).Order();
        return $"{Numbers().Replace(parts[0], "/#")}?{string.Join('&', asked)}";
    }

    private static bool Matches(string template, string address) =>
        Regex.IsMatch(address.Split('?')[0], $"^{Regex.Replace(Regex.Escape(template), @"\\\{(\\\*)*[^}]*}", m => m.Groups[1].Success ? ".+" : "[^/]+")}$");

    [GeneratedRegex("(?:href|action)=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("/(?:[0-9a-f]{16,}|[0-9]+)")]
    private static partial Regex Numbers();
}

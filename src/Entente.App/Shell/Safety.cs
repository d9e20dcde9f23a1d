using System.Net.Mime;
using System.Text;

using Entente.App.Reconciliation;
using Entente.Formats;

using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Entente.App.Shell;

/// <summary>What a server needs that answers on this computer alone: any page on the web can make the browser call it.
/// Each line holds without the others: the names that are answered, whose pages may ask, the token in each form, what a browser may do with an answer.</summary>
internal static class Safety
{
    /// <summary>Forms are small; a page that takes documents says how large they may be.</summary>
    private const long MostBytesOfAForm = 1 << 20;

    private const string SameOrigin = "same-origin";

    private static readonly string[] ofThisComputer = ["http://127.0.0.1:*", "http://localhost:*"];

    public static void Add(WebApplicationBuilder builder, Uri url)
    {
        builder.WebHost.ConfigureKestrel(Limit);
        // A list may be pasted; how much is sent at all is limited page by page.
        builder.Services.Configure<FormOptions>(o => o.ValueLengthLimit = (int)SourceReader.MostBytes);
        // A name that someone else lets point here is none of ours.
        builder.Services.Configure<HostFilteringOptions>(o => (o.AllowedHosts, o.AllowEmptyHosts) = (["localhost", "127.0.0.1", "[::1]", url.Host], false));
        builder.Services.AddAntiforgery(o =>
        {
            // Cookies know no ports, and two registers may be served side by side.
            o.Cookie.Name = $"entente-form-{url.Port}";
            o.SuppressXFrameOptionsHeader = true;
        });
    }

    public static void Use(WebApplication app)
    {
        app.UseHostFiltering();
        app.UseWhen(http => !ReconcileDoor.IsPreview(http), page => page.UseSecurityHeaders(Headers(isFramed: false).AddFrameOptionsDeny()));
        app.UseWhen(ReconcileDoor.IsPreview, page => page.UseSecurityHeaders(Headers(isFramed: true)));
        app.Use(KeepNothing);
        app.Use(RefuseOtherPages);
    }

    /// <summary>Someone who sends slowly, or much, holds up nobody else.</summary>
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfAForm;
        kestrel.Limits.MaxConcurrentConnections = 500;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>A page shows the register as it is, also when one comes back to it, and leaves nothing behind on a computer that others use.</summary>
    private static Task KeepNothing(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.CacheControl.Count == 0)
                http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>A page of another origin may link here, and no more: it can neither send, even with a token that it got hold of, nor fetch, nor embed.
    /// <see cref="ReconcileDoor"/> is a way in of its own.</summary>
    private static Task RefuseOtherPages(HttpContext http, RequestDelegate next) =>
        IsOfOurPages(http.Request) || IsFollowedLink(http.Request) || ReconcileDoor.IsAsked(http) ? next(http)
        : Results.Text(Wording.Of("serve.other-page") + "\n", MediaTypeNames.Text.Plain, Encoding.UTF8, StatusCodes.Status403Forbidden).ExecuteAsync(http);

    /// <summary>Browsers say of each request whose page made it, and no page can say otherwise; what is no browser says nothing.</summary>
    private static bool IsOfOurPages(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        // Typed by a person, or opened from a bookmark.
        "none" or SameOrigin => true,
        "" => request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };

    private static bool IsFollowedLink(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    /// <param name="isFramed">By pages of this computer.</param>
    private static HeaderPolicyCollection Headers(bool isFramed) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(o => o.SameOrigin())
        .AddCrossOriginEmbedderPolicy(o => o.RequireCorp())
        .AddCrossOriginResourcePolicy(o => o.SameOrigin())
        .AddPermissionsPolicy(p =>
        {
            p.AddCamera().None();
            p.AddDisplayCapture().None();
            p.AddGeolocation().None();
            p.AddMicrophone().None();
            p.AddPayment().None();
            p.AddUsb().None();
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            if (isFramed)
                csp.AddFrameAncestors().Self().From(ofThisComputer);
            else
                csp.AddFrameAncestors().None();
            csp.AddFrameSrc().None();
            csp.AddObjectSrc().None();
        });
}

using System.Net;

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Reconciliation;

/// <summary>Who may come in here: every page may ask, as the specification demands, but the register is told only to those of this computer.
/// Other sites get what the whole world knows: the registry's records.</summary>
internal static class ReconcileDoor
{
    private const string DaysLong = "86400";

    public static bool IsAsked(HttpContext http) => http.Request.Path.StartsWithSegments(ReconcileApi.Path);

    public static bool IsPreview(HttpContext http) => http.Request.Path.StartsWithSegments(ReconcileApi.Preview);

    /// <summary>A program, a page that this computer serves, or what a person opened: a page can hide from whom it is, but cannot say that it is from here.</summary>
    public static bool IsOfThisComputer(HttpRequest request) => request.Headers.Origin.Count > 0
        ? request.Headers.Origin.Count == 1 && IsLoopback(request.Headers.Origin.ToString())
        : request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin" or "same-site";

    public static void Use(WebApplication app) => app.UseWhen(IsAsked, inside => inside.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        // Set at last, so that it stands on whatever is answered in the end.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.AppendCommaSeparatedValues("Vary", "Origin", "Sec-Fetch-Site");
            return Task.CompletedTask;
        });
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            http.Response.Headers.AccessControlAllowHeaders = "*";
            http.Response.Headers.AccessControlMaxAge = DaysLong;
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e)
        {
            await ReconcileApi.Wrong(e.StatusCode, Wording.Of(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "reconcile.too-large" : "reconcile.no-form")).ExecuteAsync(http);
        }
        catch (InvalidDataException)
        {
            await ReconcileApi.Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.no-form")).ExecuteAsync(http);
        }
        catch (RefusedException e)
        {
            await ReconcileApi.Wrong(StatusCodes.Status503ServiceUnavailable, Wording.Of(e)).ExecuteAsync(http);
        }
    }

    private static bool IsLoopback(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
        && (page.Host == "localhost" || (IPAddress.TryParse(page.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}

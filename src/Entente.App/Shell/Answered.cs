using Microsoft.AspNetCore.Diagnostics;

namespace Entente.App.Shell;

internal static class Answered
{
    /// <summary>The page is shown all the same, with a status that says to programs what it says to people.</summary>
    public static void With(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
    }
}

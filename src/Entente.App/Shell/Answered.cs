using System.Net.Mime;
using System.Text;

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

    /// <summary>To a program that asked for what cannot be answered: one line.</summary>
    public static IResult Wrong(string words) =>
        Results.Text(words + "\n", MediaTypeNames.Text.Plain, Encoding.UTF8, StatusCodes.Status400BadRequest);
}

using Entente.Core;

using Microsoft.AspNetCore.Antiforgery;

namespace Entente.App.Design;

/// <summary>A form that was open for so long that its token counts no more: the browser was closed in between, or the keys are gone.
/// It is shown again with what was typed instead of being turned away, and does nothing before it is sent once more.</summary>
public sealed record StaleForm(IFormCollection Typed)
{
    /// <summary>To be used after the tokens were checked.</summary>
    public static void Use(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(async (http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && IsFromHere(http.Request))
            {
                // As long as it stands, nothing of the form may be read.
                http.Features.Set<IAntiforgeryValidationFeature>(null);
                http.Request.Method = HttpMethods.Get;
                if (http.Request.HasFormContentType)
                    http.Features.Set(new StaleForm(await ReadAsync(http)));
            }

            await next();
        });
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new RefusedException("form.unreadable", e);
        }
    }

    /// <summary>Another site must not fill in a form of ours. Browsers say where a form was sent from, and no page can say otherwise.</summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers.Origin == $"{request.Scheme}://{request.Host}";
}

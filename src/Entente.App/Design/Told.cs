using System.Text.Json;

using Entente.App.Shell;

namespace Entente.App.Design;

/// <summary>What was done, told once on the page that is shown after it.</summary>
/// <param name="Code">Of its words.</param>
/// <param name="Address">Where to go on from there; its words have the same code and -next.</param>
public sealed record Told(string Code, IReadOnlyList<string> Arguments, string? Address = null)
{
    private const int MostLetters = 1500;

    public string Text => PageWords.Say(Code, [.. Arguments]);

    public string AddressText => PageWords.Say($"{Code}-next");

    /// <summary>To be called before the answer goes to the next page.</summary>
    public static void Next(HttpContext http, string code, params IReadOnlyList<string> arguments) => Next(http, new Told(code, arguments));

    /// <summary>As <see cref="Next(HttpContext, string, IReadOnlyList{string})"/>, with somewhere to go on.</summary>
    public static void Next(HttpContext http, Told told)
    {
        ArgumentNullException.ThrowIfNull(http);
        var text = JsonSerializer.Serialize(told);
        if (text.Length <= MostLetters)
            http.Response.Cookies.Append(Name(http), Uri.EscapeDataString(text), Once);
    }

    /// <summary>What is to be told now, and then no more. A cookie that says anything else tells nothing.</summary>
    public static Told? Take(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        // What a script fetches is not seen by anybody.
        if (http.Request.Headers["Sec-Fetch-Mode"].ToString() is not ("" or "navigate") || http.Request.Cookies[Name(http)] is not { } cookie)
            return null;
        if (!http.Response.HasStarted)
            http.Response.Cookies.Delete(Name(http), Once);
        try
        {
            return JsonSerializer.Deserialize<Told>(Uri.UnescapeDataString(cookie)) is { Code: { } code, Arguments: not null } told
                && code.StartsWith("told.", StringComparison.Ordinal) && PageWords.Find(code) is not null && IsHere(told.Address) ? told : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Cookies know no ports: another register on this computer tells its own.</summary>
    private static string Name(HttpContext http) => $"entente-told-{http.Request.Host.Port}";

    private static bool IsHere(string? address) => address is null || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal));

    private static CookieOptions Once => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}

using System.Security.Cryptography;

namespace Entente.App.Shell;

/// <summary>What pages are dressed with: style sheets in the order in which they build on each other, icons, the script.
/// Their addresses change with what they say, so browsers may keep them.</summary>
public static class Sheets
{
    private static readonly string[] names =
    [
        "tokens", "base", "frame", "parts", "controls", "forms", "tables",
        "register", "settings", "agreement", "looks", "documents", "pictures", "timeline", "lifelines", "keeping", "rooms", "partners", "style",
        "print",
    ];

    private static readonly Lazy<IReadOnlyList<string>> all = new(() => [.. names.Select(n => Address($"css/{n}.css"))]);

    private static readonly Lazy<string> icons = new(() => Address("icons.svg"));

    private static readonly Lazy<string> land = new(() => Address("land.svg"));

    private static readonly Lazy<string> script = new(() => Address("js/entente.js"));

    private static readonly Lazy<string> htmx = new(() => Address("js/htmx.min.js"));

    public static IReadOnlyList<string> All => all.Value;

    public static string Icons => icons.Value;

    /// <summary>The outline of the land: degrees east and, turned round, north.</summary>
    public static string Land => land.Value;

    public static string Script => script.Value;

    /// <summary>Where parts of a page are exchanged while a person types.</summary>
    public static string Htmx => htmx.Value;

    /// <summary>Where a file of the pages lies, whatever the current folder is.</summary>
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "wwwroot", name);

    private static string Address(string file)
    {
        var bytes = System.IO.File.ReadAllBytes(File(file));
        return $"/{file}?v={Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5))}";
    }
}

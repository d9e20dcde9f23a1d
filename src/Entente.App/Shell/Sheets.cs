using System.Security.Cryptography;

namespace Entente.App.Shell;

/// <summary>The style sheets in the order in which they build on each other. Their addresses change with what they say, so browsers may keep them.</summary>
public static class Sheets
{
    private static readonly string[] names = ["tokens", "base", "frame", "parts", "tables", "agreement", "timeline", "print"];

    private static readonly Lazy<IReadOnlyList<string>> all = new(() => [.. names.Select(Address)]);

    public static IReadOnlyList<string> All => all.Value;

    private static string Address(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", "css", $"{name}.css"));
        return $"/css/{name}.css?v={Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5))}";
    }
}

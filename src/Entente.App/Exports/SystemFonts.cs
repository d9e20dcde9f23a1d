namespace Entente.App.Exports;

/// <summary>Fonts of this computer that a list may need beside the one that comes with the program. Only those whose outlines are TrueType can be set in a PDF.</summary>
internal static class SystemFonts
{
    /// <summary>The better ones first: letters and signs of Europe and the Caucasus, then Han, kana and Hangul.</summary>
    private static readonly string[] names =
    [
        "DejaVuSans.ttf", "NotoSansArmenian-Regular.ttf", "NotoSansGeorgian-Regular.ttf", "NotoSansEthiopic-Regular.ttf", "arial.ttf",
        "DroidSansFallback.ttf", "DroidSansFallbackFull.ttf", "ipagp.ttf", "ipag.ttf", "NanumGothic.ttf", "UnDotum.ttf", "simhei.ttf", "malgun.ttf", "Arial Unicode.ttf", "AppleGothic.ttf",
    ];

    public static IReadOnlyList<string> Files => In(Folders);

    private static IEnumerable<string> Folders =>
    [
        "/usr/share/fonts", "/usr/share/fonts-droid-fallback", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];

    /// <summary>Those of a name are in one order whatever folders they are found in.</summary>
    private static List<string> In(IEnumerable<string> folders)
    {
        var inside = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var found = folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.ttf", inside)).ToLookup(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase);
        return [.. names.SelectMany(name => found[name].Order(StringComparer.Ordinal).Take(1))];
    }
}

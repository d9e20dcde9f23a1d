using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>What the rules for documents look at: links, and examples in shell blocks.</summary>
internal static partial class Markdown
{
    /// <summary>Links and pictures, without those in code.</summary>
    public static IEnumerable<string> Links(string text) =>
        Link().Matches(Code().Replace(text, "")).Select(m => m.Groups[1].Value);

    /// <summary>The anchors that headings make.</summary>
    public static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(Fence().Replace(text, "")).Select(m => NotInAnchors().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The lines of shell blocks that run Entente: the words after ./entente, up to a pipe, a redirection or a comment.</summary>
    public static IEnumerable<string> Examples(string text) =>
        from fence in Fence().Matches(text)
        where fence.Groups[1].Value == "sh"
        from run in Run().Matches(fence.Groups[2].Value)
        select run.Groups[1].Value.Trim();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^```([a-z]*)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"(?:^|\| *)\./entente([^|<>#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Run();
}

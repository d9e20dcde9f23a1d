using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>One rule of a style sheet.</summary>
/// <param name="Within">What it stands in: layers and media, outermost first.</param>
/// <param name="At">Its line.</param>
internal sealed record StyleRule(string File, string Within, string Selector, IReadOnlyList<(string Name, string Value)> Says, int At)
{
    public override string ToString() => $"{File}:{At} {Selector}";
}

/// <summary>A style sheet, as far as the walls must know it.</summary>
internal static partial class StyleSheet
{
    private static readonly Lazy<IReadOnlyList<StyleRule>> all = new(() =>
        [.. Repo.Texts.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Path.EndsWith(".css", StringComparison.Ordinal)).SelectMany(Rules)]);

    /// <summary>Of all sheets of the pages.</summary>
    public static IReadOnlyList<StyleRule> All => all.Value;

    public static IReadOnlyList<StyleRule> Rules(SourceFile sheet)
    {
        var found = new List<StyleRule>();
        // A comment keeps its lines.
        var text = Comment().Replace(sheet.Text, c => new string('\n', c.Value.Count(l => l == '\n')));
        Read(sheet, text, 0, text.Length, "", found);
        return found;
    }

    private static void Read(SourceFile sheet, string text, int from, int to, string within, List<StyleRule> found)
    {
        while (text.IndexOf('{', from, to - from) is var open and >= 0)
        {
            var head = text[(text.LastIndexOfAny([';', '}'], open, open - from + 1) is var before and >= 0 ? before + 1 : from)..open];
            var selector = Blank().Replace(head.Trim(), " ");
            var close = Close(text, open);
            if (selector.StartsWith("@layer", StringComparison.Ordinal) || selector.StartsWith("@media", StringComparison.Ordinal))
                Read(sheet, text, open + 1, close, $"{within}{selector} ", found);
            else
                found.Add(new StyleRule(sheet.Name, within, selector, [.. Says(text[(open + 1)..close])], text[..open].Count(l => l == '\n') + 1));
            from = close + 1;
        }
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        throw new FormatException($"A block is not closed: {text[open..Math.Min(text.Length, open + 80)]}");
    }

    private static IEnumerable<(string, string)> Says(string block) =>
        from line in block.Split(';')
        let at = line.IndexOf(':', StringComparison.Ordinal)
        where at > 0
        select (line[..at].Trim(), Blank().Replace(line[(at + 1)..].Trim(), " "));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

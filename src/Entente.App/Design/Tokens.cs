using System.Text.RegularExpressions;

using Entente.App.Shell;

namespace Entente.App.Design;

/// <summary>A colour in light and in dark.</summary>
public sealed record ColourToken(string Name, Oklch Light, Oklch Dark);

/// <summary>A length or a face.</summary>
public sealed record SizeToken(string Name, string Value);

/// <summary>One colour on another, as pages use them.</summary>
/// <param name="Least">What the contrast must be: 4.5 for words, 3 for marks and borders that say something.</param>
public sealed record ColourPair(string On, string Ground, double Least)
{
    public (double Light, double Dark) Contrast => Tokens.Contrast(On, Ground);
}

/// <summary>What the sheets are made of, read from the sheet that names it.</summary>
public static partial class Tokens
{
    private const double Words = 4.5, Marks = 3;

    private static readonly Lazy<(IReadOnlyList<ColourToken> Colours, IReadOnlyList<SizeToken> Sizes)> all = new(Read);

    public static IReadOnlyList<ColourToken> Colours => all.Value.Colours;

    /// <summary>Spaces, heights, roundings, sizes of type.</summary>
    public static IReadOnlyList<SizeToken> Sizes => all.Value.Sizes;

    public static IReadOnlyList<ColourPair> Pairs { get; } =
    [
        .. On(Words, "ink", "paper", "sheet", "well", "accent-well", "mark-well"), .. On(Words, "ink-soft", "paper", "sheet", "well", "accent-well"),
        .. On(Words, "accent", "paper", "sheet", "well", "accent-well"), .. On(Words, "accent-ink", "accent", "accent-strong"),
        .. On(Words, "doubt", "doubt-well"), .. On(Words, "ink", "doubt-well", "error-well"),
        .. On(Words, "error", "sheet", "paper", "well", "error-well"), .. On(Words, "accent", "doubt-well", "error-well"), .. On(Words, "paper", "error", "ink"),
        .. On(Marks, "rule-strong", "paper", "sheet", "well"), .. On(Marks, "focus", "paper", "sheet", "well", "accent-well"),
        .. new[] { "in-force-until", "in-force-open", "ended", "cannot-tell", "not-begun" }.SelectMany(s => On(Marks, s, "paper", "sheet", "well", "accent-well")),
    ];

    public static (double Light, double Dark) Contrast(string on, string ground)
    {
        var (a, b) = (Colour(on), Colour(ground));
        return (Oklch.Contrast(a.Light, b.Light), Oklch.Contrast(a.Dark, b.Dark));
    }

    public static ColourToken Colour(string name) => Colours.First(c => c.Name == name);

    private static IEnumerable<ColourPair> On(double least, string on, params string[] grounds) => grounds.Select(g => new ColourPair(on, g, least));

    private static (IReadOnlyList<ColourToken>, IReadOnlyList<SizeToken>) Read()
    {
        var named = Named().Matches(File.ReadAllText(Sheets.File("css/tokens.css"))).Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value)).DistinctBy(t => t.Name).ToList();
        return (
            [.. from token in named
                let both = Both().Match(token.Value)
                where both.Success
                let light = Oklch.Parse(both.Groups[1].Value)
                let dark = Oklch.Parse(both.Groups[2].Value)
                where light is not null && dark is not null
                select new ColourToken(token.Name, light.Value, dark.Value)],
            [.. named.Where(t => t.Value.EndsWith("rem", StringComparison.Ordinal)).Select(t => new SizeToken(t.Name, t.Value))]);
    }

    [GeneratedRegex(@"^\s+--([a-z0-9-]+): ([^;]+);", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\)$")]
    private static partial Regex Both();
}

using System.Text.RegularExpressions;

using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Shell;
using Entente.App.Sources;
using Entente.Core;

namespace Entente.Tests.Walls;

/// <summary>Sheets are made of tokens, say each thing once, and dress what is there: no class without a rule, no rule without a class.</summary>
public partial class SheetTests
{
    private const string Tokens = "tokens.css";

    [Fact]
    public void Colours_spaces_and_sizes_of_type_come_from_the_tokens() => StyleSheet.All.Where(r => r.File != Tokens).SelectMany(OffScale).ShouldBeEmpty();

    [Fact]
    public void Each_token_is_known_and_used()
    {
        var named = StyleSheet.All.SelectMany(r => r.Says).Select(s => s.Name).Where(n => n.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
        var used = StyleSheet.All.SelectMany(r => r.Says).SelectMany(s => Variable().Matches(s.Value)).Select(m => m.Groups[1].Value).ToHashSet();
        used.Except(named).ShouldBeEmpty("known nowhere");
        named.Except(used).ShouldBeEmpty("used nowhere");
    }

    [Fact]
    public void What_is_said_of_one_thing_is_said_in_one_rule() => Twice(StyleSheet.All).ShouldBeEmpty();

    [Fact]
    public void Each_sheet_is_linked_and_each_layer_has_its_place()
    {
        var sheets = Repo.Texts.Where(f => f.Path.StartsWith("src/Entente.App/wwwroot/css/", StringComparison.Ordinal)).ToList();
        Sheets.All.Select(s => s[..s.IndexOf('?', StringComparison.Ordinal)]).ShouldBe(sheets.Select(s => $"/css/{s.Name}"), ignoreOrder: true);
        var order = Order().Match(sheets.Single(s => s.Name == Tokens).Text).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries);
        StyleSheet.All.Select(r => r.Within.Split(' ')[1]).Distinct().ShouldBe(order, ignoreOrder: true);
    }

    [Fact]
    public void Each_class_of_a_page_has_a_rule_and_each_rule_its_page()
    {
        var pages = Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/", StringComparison.Ordinal)).ToList();
        Undressed(pages, StyleSheet.All).ShouldBeEmpty();
        Unworn(pages, StyleSheet.All).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".a { color: #fff; }", "a.css:1 .a color: #fff")]
    [InlineData(".a { border: 1px solid oklch(50% 0 0); }", "a.css:1 .a border: 1px solid oklch(50% 0 0)")]
    [InlineData(".a { padding: 0 0.7rem; }", "a.css:1 .a padding: 0 0.7rem")]
    [InlineData(".a { font: 13px var(--sans); }", "a.css:1 .a font: 13px var(--sans)")]
    [InlineData("@layer x { @media print { .a { gap: 3px; } } }", "a.css:1 .a gap: 3px")]
    public void A_bad_size_or_colour_is_caught(string sheet, string found) => Read(sheet).SelectMany(OffScale).ShouldBe([found]);

    [Fact]
    public void A_bad_pair_of_rules_is_caught() => Twice(Read(".a { color: red; }\n@media print { .a { color: black; } }\n.a { gap: 0; }")).ShouldBe(["a.css:1 .a, a.css:3 .a"]);

    [Theory]
    [InlineData("<p class=\"a b\">", ".a { gap: 0; }", "b", "")]
    [InlineData("<p class=\"@(isB ? \"b\" : null)\">", ".a { gap: 0; }", "b", "a")]
    [InlineData("<p class=\"a @Class\">", ".a .b:not(.c) { gap: 0; }", "", "b c")]
    [InlineData("<Card Class=\"b\">", ".b { gap: 0; }", "", "")]
    public void A_bad_class_is_caught(string page, string sheet, string undressed, string unworn)
    {
        SourceFile[] pages = [new("src/A.razor", page)];
        Undressed(pages, Read(sheet)).Select(u => u.Split(' ')[^1]).ShouldBe(undressed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Unworn(pages, Read(sheet)).Select(u => u.Split(' ')[^1]).ShouldBe(unworn.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IReadOnlyList<StyleRule> Read(string sheet) => StyleSheet.Rules(new SourceFile("a.css", sheet));

    private static IEnumerable<string> OffScale(StyleRule rule) =>
        from said in rule.Says
        where Colour().IsMatch(said.Value) || (Measured().IsMatch(said.Name) && Length().IsMatch(said.Value) && !IsDrawn(rule))
        select $"{rule} {said.Name}: {said.Value}";

    /// <summary>A drawing has a measure of its own.</summary>
    private static bool IsDrawn(StyleRule rule) => rule.Selector.EndsWith(" text", StringComparison.Ordinal);

    private static IEnumerable<string> Twice(IEnumerable<StyleRule> rules) =>
        from rule in rules
        group rule by (rule.Within, rule.Selector) into same
        where same.Count() > 1
        select string.Join(", ", same);

    private static IEnumerable<string> Undressed(IEnumerable<SourceFile> pages, IEnumerable<StyleRule> rules)
    {
        var dressed = Dressed(rules).ToHashSet();
        return pages.SelectMany(p => Worn(p).Where(c => !dressed.Contains(c)).Distinct().Select(c => $"{p.Path} {c}"));
    }

    private static IEnumerable<string> Unworn(IEnumerable<SourceFile> pages, IEnumerable<StyleRule> rules)
    {
        var worn = pages.SelectMany(p => Worn(p).Concat(Drawn(p))).Concat(Said()).ToHashSet();
        return Dressed(rules).Distinct().Where(c => !worn.Contains(c));
    }

    private static IEnumerable<string> Dressed(IEnumerable<StyleRule> rules) => rules.SelectMany(r => Class().Matches(r.Selector)).Select(m => m.Groups[1].Value);

    /// <summary>Classes as they are written: in markup, also chosen between, and given to a part; in drawings.</summary>
    private static IEnumerable<string> Worn(SourceFile page) =>
        from match in (page.IsRazor ? Wears() : Draws()).Matches(page.Text)
        let text = match.Groups[1].Value
        from literal in page.IsRazor ? Literal().Matches(text).Select(m => m.Groups[1].Value).Append(Expression().Replace(text, " ")) : [Hole().Replace(text, " ")]
        from name in literal.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where Name().IsMatch(name)
        select name;

    /// <summary>Where shapes are drawn by functions, a class may be any of their words.</summary>
    private static IEnumerable<string> Drawn(SourceFile page) => page.Text.Contains("new XAttribute(\"class\"", StringComparison.Ordinal) || page.Text.Contains("Svg.", StringComparison.Ordinal)
        ? Quoted().Matches(page.Text).SelectMany(m => m.Groups[1].Value.Split(' ')).Concat(["at-wide", "at-narrow"])
        : [];

    /// <summary>Classes that are the names of the vocabulary.</summary>
    private static IEnumerable<string> Said() =>
    [
        .. Enum.GetValues<StandingKind>().Select(k => Words.Kebab(k)), .. Enum.GetValues<Severity>().Select(s => Words.Kebab(s)), .. Enum.GetValues<StretchBasis>().Select(b => Words.Kebab(b)),
        .. ListColumns.All.Select(c => $"c-{c.Name}"),
        // Given by scripts.
        "has-script", "htmx-request",
        "number", "partner", "country", "kind", "standing", "start", "end", "term", SourcePiece.Rest, .. Enum.GetValues<PieceRole>().Select(r => Words.Kebab(r)),
    ];

    [GeneratedRegex(@"var\((--[a-z0-9-]+)")]
    private static partial Regex Variable();

    [GeneratedRegex("@layer ([^;{]+);")]
    private static partial Regex Order();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\b(?:oklch|oklab|rgba?|hsla?|lab|lch|hwb|color)\(|\b(?:white|black|red|gr[ae]y|blue|green)\b")]
    private static partial Regex Colour();

    [GeneratedRegex("^(?:padding|margin|gap|row-gap|column-gap|inset|font)(?:-[a-z]+)*$")]
    private static partial Regex Measured();

    // A line of one or two pixels is drawn, not measured; a part of an em goes with its letters.
    [GeneratedRegex(@"(?<![\w.])(?:\d*\.)?\d+rem|(?<![\w.])(?:[3-9]|\d{2,})(?:\.\d+)?px")]
    private static partial Regex Length();

    [GeneratedRegex(@"\.(-?[a-zA-Z][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex("\\b(?:[cC]lass|Tone)=\"((?:[^\"@]|@\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)|@[A-Za-z][\\w.]*(?:\\([^()]*\\))?)*)\"")]
    private static partial Regex Wears();

    [GeneratedRegex("\"class\", \\$?\"([^\"]*)\"")]
    private static partial Regex Draws();

    // With the letters that touch it: part of a class is none.
    [GeneratedRegex(@"[\w-]*\{[^}]*\}[\w-]*")]
    private static partial Regex Hole();

    [GeneratedRegex("\"([^\"{}]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("@\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)|@[A-Za-z][\\w.]*(?:\\([^()]*\\))?")]
    private static partial Regex Expression();

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Name();
}

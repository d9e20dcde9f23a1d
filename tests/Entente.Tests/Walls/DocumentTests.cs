using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>Documents lead somewhere and speak of the project, not of the machine that it was written on.</summary>
public partial class DocumentTests
{
    [Fact]
    public void Every_link_leads_somewhere() => Repo.Documents.SelectMany(Broken).ShouldBeEmpty();

    [Fact]
    public void A_bad_link_is_caught()
    {
        const string text = "# A title\n[a](README.md) [b](#a-title) [c](https://example.org) [d](../README.md#no-such) [e](none.md) `[f](code.md)` ![g](g.png)";
        Broken(new SourceFile("README.md", text)).ShouldBe(["README.md: ../README.md#no-such", "README.md: none.md", "README.md: g.png"]);
    }

    [Fact]
    public void No_text_names_a_machine_or_a_registry() => Repo.Texts.SelectMany(Places).ShouldBeEmpty();

    [Theory]
    [InlineData("see /ho~me/someone/project/a.md", "/ho~me/someone")]
    [InlineData("C:\\Us~ers\\someone", "C:\\Us~ers\\someone")]
    [InlineData("from https://api.nu~get.org/v3", "nu~get.org")]
    [InlineData("from https://regis~try.np~mjs.org/", "regis~try.np~mjs.org")]
    [InlineData("from http://deb.deb~ian.org", "deb.deb~ian.org")]
    public void A_bad_place_is_caught(string sample, string place) =>
        Places(new SourceFile("README.md", sample.Replace("~", ""))).ShouldBe([$"README.md: {place.Replace("~", "")}"]);

    private static IEnumerable<string> Broken(SourceFile document)
    {
        foreach (var link in Markdown.Links(document.Text).Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith("mailto:", StringComparison.Ordinal)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0
                ? Repo.Full(document.Path)
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repo.Full(document.Path))!, parts[0]));
            var isInside = target.StartsWith(Repo.Root, StringComparison.Ordinal);
            if (!isInside || !Path.Exists(target) || (parts.Length > 1 && !HasAnchor(parts[0].Length == 0 ? document.Text : File.ReadAllText(target), parts[1])))
                yield return $"{document.Path}: {link}";
        }
    }

    private static bool HasAnchor(string text, string anchor) => Markdown.Anchors(text).Contains(anchor);

    private static IEnumerable<string> Places(SourceFile file) => Place().Matches(file.Text).Select(m => $"{file.Path}: {m.Value}");

    [GeneratedRegex(@"(?<![\w.~*}])/(?:home|root|work|mnt|Users)/\w+|[A-Z]:\\Users\\\w+|(?:registry\.|deb\.)?\b(?:nuget|npmjs|npmjs\.com|debian|pypi)\.org")]
    private static partial Regex Place();
}

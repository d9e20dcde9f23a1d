using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>Each decision has its record, numbered without a gap, listed, and with the test that keeps it.</summary>
public partial class DecisionTests
{
    private const string Folder = "docs/decisions/";

    [Fact]
    public void Decisions_keep_their_form() => Faults(Records, Repo.File(Folder + "README.md").Text).ShouldBeEmpty();

    [Fact]
    public void A_bad_decision_is_caught()
    {
        SourceFile[] records =
        [
            new(Folder + "0001-a.md", "# 1. A\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Kept by\n\n[a](../../tests/A.cs)\n"),
            new(Folder + "0003-b.md", "# 2. B\n\n## Decision\n\n## Consequences\n\n## Kept by\n\nnobody\n"),
        ];
        Faults(records, "[A](0001-a.md)").ShouldBe(["0003-b.md is not number 2", "0003-b.md is not in the list", "0003-b.md has other parts than Context, Decision, Consequences, Kept by", "0003-b.md names no test"]);
    }

    private static IReadOnlyList<SourceFile> Records =>
        [.. Repo.Documents.Where(d => d.Path.StartsWith(Folder, StringComparison.Ordinal) && d.Name != "README.md").OrderBy(d => d.Path, StringComparer.Ordinal)];

    private static IEnumerable<string> Faults(IReadOnlyList<SourceFile> records, string list)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var (name, text) = (records[i].Name, records[i].Text);
            if (!name.StartsWith($"{i + 1:0000}-", StringComparison.Ordinal) || !text.StartsWith($"# {i + 1}. ", StringComparison.Ordinal))
                yield return $"{name} is not number {i + 1}";
            if (!list.Contains($"]({name})", StringComparison.Ordinal))
                yield return $"{name} is not in the list";
            if (!Part().Matches(text).Select(m => m.Groups[1].Value).SequenceEqual(["Context", "Decision", "Consequences", "Kept by"]))
                yield return $"{name} has other parts than Context, Decision, Consequences, Kept by";
            if (!Markdown.Links(text[(text.LastIndexOf("## ", StringComparison.Ordinal) + 1)..]).Any(l => l.Contains("tests/", StringComparison.Ordinal)))
                yield return $"{name} names no test";
        }
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Part();
}

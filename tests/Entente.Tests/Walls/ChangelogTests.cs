using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>CHANGELOG.md keeps to https://keepachangelog.com: what changed for the people who use it, newest first.</summary>
public partial class ChangelogTests
{
    [Fact]
    public void The_changelog_keeps_its_form() => Faults(Repo.File("CHANGELOG.md").Text).ShouldBeEmpty();

    [Theory]
    [InlineData("# Changes", "1: the title is # Changelog")]
    [InlineData("# Changelog\n\n## 1.0", "3: a release is ## [1.2.3] - 2026-01-31")]
    [InlineData("# Changelog\n\n## [Unreleased]\n\n### News", "5: a group is Added, Changed, Deprecated, Removed, Fixed or Security")]
    [InlineData("# Changelog\n\n## [Unreleased]\n\n### Added\n\n- no sentence", "7: an entry is a sentence: a capital first, a full stop last")]
    [InlineData("# Changelog\n\n## [0.1.0] - 2026-01-31\n\n## [Unreleased]", "5: releases go from the newest to the oldest")]
    [InlineData("# Changelog\n\n## [0.9.0] - 2026-01-31\n\n## [0.10.0] - 2026-01-01", "5: releases go from the newest to the oldest")]
    public void A_bad_changelog_is_caught(string sample, string fault) => Faults(sample).ShouldBe([fault]);

    private static IEnumerable<string> Faults(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var last = new Version(int.MaxValue, 0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fault(lines[i], i, ref last) is { } fault)
                yield return $"{i + 1}: {fault}";
        }
    }

    private static string? Fault(string line, int index, ref Version last)
    {
        if (index == 0)
            return line == "# Changelog" ? null : "the title is # Changelog";
        if (line.StartsWith("### ", StringComparison.Ordinal))
            return line[4..] is "Added" or "Changed" or "Deprecated" or "Removed" or "Fixed" or "Security" ? null : "a group is Added, Changed, Deprecated, Removed, Fixed or Security";
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return Entry().IsMatch(line) ? null : "an entry is a sentence: a capital first, a full stop last";
        return line.StartsWith("## ", StringComparison.Ordinal) ? ReleaseFault(line, ref last) : null;
    }

    private static string? ReleaseFault(string line, ref Version last)
    {
        var release = Release().Match(line);
        if (!release.Success)
            return "a release is ## [1.2.3] - 2026-01-31";
        var version = release.Groups[1].Success ? Version.Parse(release.Groups[1].Value) : new Version(int.MaxValue - 1, 0, 0);
        var isOlder = version < last;
        last = version;
        return isOlder ? null : "releases go from the newest to the oldest";
    }

    [GeneratedRegex(@"^## \[(?:Unreleased\]$|(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$)")]
    private static partial Regex Release();

    [GeneratedRegex(@"^- [\p{Lu}`\d].*\.$")]
    private static partial Regex Entry();
}

using System.Text.Json.Serialization;

using Entente.Core;

namespace Entente.App.Imports;

public sealed record EditionView(Guid Id, int Records, int New, int Changed, int Same, int Gone, int Doubtful)
{
    /// <summary>How many of the doubtful ones changed as well, in other fields; null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ChangedInDoubt { get; init; }
}

public sealed record CheckView(CheckKind Kind, string? Subject, int Stated, int Counted, bool Holds);

public sealed record FindingCounts(int Error, int Doubt, int Note);

/// <summary>What <c>import --json</c> prints.</summary>
public sealed record ImportView(
    EditionView Edition, IReadOnlyList<Difference> Differences, IReadOnlyList<CheckView> Checks, FindingCounts Findings)
{
    private const int MostDifferences = 1000;

    public static ImportView Of(Imported import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var (reading, comparison) = (import.Reading, import.Comparison);
        // Those that the list and the register have both changed: a person decides.
        return new ImportView(
            new EditionView(import.Edition, reading.Drafts.Count, comparison.New.Count, comparison.ChangedCount, comparison.SameCount, comparison.Gone.Count, comparison.DoubtfulCount) { ChangedInDoubt = comparison.ChangedInDoubt is > 0 and var changed ? changed : null },
            [.. comparison.Differences.Take(MostDifferences).Select(d => Numbered(d, import))],
            ChecksOf(reading),
            new FindingCounts(Count(reading, Severity.Error), Count(reading, Severity.Doubt), Count(reading, Severity.Note)));
    }

    /// <summary>All records of a long list are new, or none is.</summary>
    public static ImportView Of(LongImported import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var counts = import.Counts;
        return new ImportView(
            new EditionView(import.Edition, counts.Records, import.IsStored ? counts.Records : 0, 0, import.IsStored ? 0 : counts.Records, 0, 0),
            [.. import.First.Take(MostDifferences).Select(d => new Difference(DifferenceKind.New, import.Numbers.GetValueOrDefault(d.Order), d.Order, []))],
            ChecksOf(import.Reading),
            new FindingCounts(counts.Errors, counts.Doubts, counts.Notes));
    }

    /// <summary>What was undone: new ones are those that went, changed ones are as they were.</summary>
    public static ImportView Of(Undone undone)
    {
        ArgumentNullException.ThrowIfNull(undone);
        var edition = undone.Edition;
        IEnumerable<Difference> differences =
        [
            .. undone.Removed.Select(a => new Difference(DifferenceKind.New, a.Number, a.Order, [])),
            .. undone.Restored.Select(r => new Difference(DifferenceKind.Changed, r.Agreement.Number, null, r.Fields)),
        ];
        return new ImportView(
            new EditionView(edition.Id, edition.Records, undone.RemovedCount, undone.Restored.Count, edition.Records - undone.RemovedCount - undone.Restored.Count, 0, undone.Since.Count),
            [.. differences.Take(MostDifferences)], [], new FindingCounts(0, 0, 0));
    }

    private static IReadOnlyList<CheckView> ChecksOf(SourceReading reading) =>
        [.. reading.Checks.Select(c => new CheckView(c.Kind, c.Subject ?? c.Text, c.Stated, c.Counted, c.Holds))];

    private static Difference Numbered(Difference difference, Imported import) =>
        difference is { Kind: DifferenceKind.New, Record: { } record } ? difference with { Agreement = import.Numbers.GetValueOrDefault(record) } : difference;

    private static int Count(SourceReading reading, Severity severity) => reading.Findings.Count(f => f.Severity == severity);
}

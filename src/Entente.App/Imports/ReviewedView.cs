using System.Text.Json.Serialization;

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>A list under review with its columns and records, as <c>review show --json</c> and every step print it.</summary>
/// <param name="Version">For <c>--if-version</c>.</param>
/// <param name="SameAs">The edition that this very document is already; nothing of it is compared then.</param>
/// <param name="Findings">About the list as a whole.</param>
/// <param name="Gone">Agreements that the list has no longer.</param>
public sealed record ReviewedView(
    Guid Id, string Name, string Path, DateTimeOffset StartedAt, string StartedBy, int Version, string? ListedOn, Guid? SameAs, ReviewedCounts Counts,
    IReadOnlyList<StepView> Steps, IReadOnlyList<ColumnView> Columns, IReadOnlyList<FoundView> Findings, IReadOnlyList<RecordView> Records, IReadOnlyList<GoneView> Gone)
{
    /// <param name="records">Those of its records that were asked for.</param>
    public static ReviewedView Of(ReviewFile file, IReadOnlyList<ReviewedRecord> records)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (review, list) = (file.Review, file.List);
        return new ReviewedView(
            review.Id, review.SourceName, new ReviewQuestion(review.Id).Address, review.StartedAt, review.StartedBy, review.Version, file.Reading.ListedOn?.ToString(),
            file.Proposal.SameAs?.Id, ReviewedCounts.Of(list), [.. review.Steps.Select(s => new StepView(s.Act, s.Record?.Order, [.. s.Records], s.Who, s.At))],
            ColumnView.Of(file), [.. file.Reading.Findings.Where(f => f.Records.Count == 0).Select(FoundView.Of)], [.. records.Select(RecordView.Of)],
            [.. file.Gone.Select(a => new GoneView(a.Number, AgreementView.NamesOf(a.Facts)))]);
    }
}

public sealed record ReviewedCounts(int Records, int Look, int Left, int Accepted, int Skipped)
{
    public static ReviewedCounts Of(ReviewedList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new ReviewedCounts(list.Records.Count, list.NeedLook, list.Count(RecordDecision.Left), list.Count(RecordDecision.Accepted), list.Count(RecordDecision.Skipped));
    }
}

/// <param name="Record">Null where it is about several, or about none.</param>
public sealed record StepView(ReviewAct Act, int? Record, IReadOnlyList<int> Records, string Who, DateTimeOffset At);

/// <param name="Column">Its number, over all tables.</param>
/// <param name="Field">What it is taken for; <c>none</c>: kept, not used.</param>
/// <param name="Days">What was said of its days, here or for every list, or of those of the whole list.</param>
public sealed record ColumnView(int Column, string? Head, string Field, DayOrder Days, IReadOnlyList<string> Examples)
{
    public static IReadOnlyList<ColumnView> Of(ReviewFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. NamedColumn.Of(file.Reading).Select(c => new ColumnView(c.Number, c.Meaning.Header, c.Meaning.Field ?? ColumnMeanings.None, ReviewColumns.DaysOf(file, c), c.Meaning.Examples))];
    }
}

public sealed record FoundView(Severity Severity, string Code, string? Field, string Message, IReadOnlyList<int> Records)
{
    public static FoundView Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new FoundView(finding.Severity, finding.Code, finding.Field, Wording.Of(finding), finding.Records);
    }
}

/// <param name="Text">Its row as it is printed.</param>
/// <param name="Fate">What it is to the register; null where the register has nothing that it could be about.</param>
/// <param name="Agreement">The number of the one that it is about, or perhaps about.</param>
/// <param name="Changes">What that one says otherwise than the record.</param>
/// <param name="Conflicts">From what the register says to what the list says, where both have changed it.</param>
/// <param name="Decided">The same where somebody has decided which of the two holds.</param>
/// <param name="Otherwise">From what the register says, because somebody changed it since, to what the list goes on saying. It stays.</param>
/// <param name="Proposed">What taking the proposals would change in the record.</param>
public sealed record RecordView(
    int Record, string Text, IReadOnlyList<SaidView> Fields, RecordDecision Decision, string? DecidedBy, bool IsCorrected, RecordFate? Fate, string? Agreement,
    IReadOnlyList<FieldDifference> Changes, IReadOnlyList<ConflictView> Conflicts, IReadOnlyList<DecidedView> Decided, IReadOnlyList<OtherwiseView> Otherwise, IReadOnlyList<FoundView> Findings, IReadOnlyList<FieldDifference> Proposed)
{
    /// <summary>All that it may be, where it may be each of several agreements; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EitherAgreement>? Either { get; init; }

    public static RecordView Of(ReviewedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new RecordView(
            record.Order, record.Draft.Text, [.. FactTexts.Said(record.Facts).Select(f => SaidView.Of(f.Field, f.Text, record.Facts))], record.Decision, record.By?.Who, record.Corrected is not null,
            record.Fate?.Fate, record.Fate?.Agreement, record.Fate?.Fields ?? [], [.. record.Conflicts.Select(c => new ConflictView(c.Field, c.Old, c.New, record.Following(c.Field)))],
            [.. record.DecidedConflicts.Select(d => new DecidedView(d.Of.Field, d.Of.Old, d.Of.New, d.IsListed ? d.Of.New : d.Of.Old))], [.. record.Otherwise.Select(o => new OtherwiseView(o.Field, o.Old, o.New, record.Takeable.Contains(o), record.Following(o.Field)))], [.. record.Findings.Select(FoundView.Of)],
            record.Proposed is { } proposed ? FactTexts.Differences(record.Facts, proposed) : []) { Either = record is { IsPerhaps: true, Fate.Either: { Count: > 1 } either } ? either : null };
    }
}

/// <param name="Follows">What else changes if what the list says is taken.</param>
public sealed record ConflictView(string Field, string Old, string New, IReadOnlyList<FieldDifference> Follows);

/// <param name="CanTake">Whether the list's can be taken all the same.</param>
/// <param name="Follows">What else changes then.</param>
public sealed record OtherwiseView(string Field, string Old, string New, bool CanTake, IReadOnlyList<FieldDifference> Follows);

/// <param name="Old">What the register says.</param>
/// <param name="New">What the list says.</param>
/// <param name="Holds">The one of the two that was decided for.</param>
public sealed record DecidedView(string Field, string Old, string New, string Holds);

public sealed record SaidView(string Field, string Text)
{
    /// <summary>The codes of its kinds; null for other fields, and where none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Means { get; init; }

    public static SaidView Of(string field, string text, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new SaidView(field, text) { Means = field == "kind" && facts.Kinds.Any(k => k.Code is not null) ? string.Join("; ", facts.Kinds.Select(k => k.Code ?? k.Text)) : null };
    }
}

public sealed record GoneView(string Agreement, IReadOnlyList<string> Partners);

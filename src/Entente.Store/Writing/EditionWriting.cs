using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>What a draft of an edition is to the register.</summary>
/// <param name="Of">The agreement that it is about, loaded from the same <see cref="RegisterDb"/>; null: a new one.</param>
/// <param name="IsChanged">Whether the draft changes the agreement.</param>
public sealed record DraftFate(Draft Draft, Agreement? Of = null, bool IsChanged = false)
{
    /// <summary>What the agreement says afterwards; null: what the draft says.</summary>
    public Facts? Facts { get; init; }

    /// <summary>What the row counts as read as, where that is not what its agreement says afterwards.</summary>
    public ReadAs? Read { get; init; }

    /// <summary>The number of the agreement that the draft is about, when it was deleted: it stays deleted.</summary>
    public string? Deleted { get; init; }

    /// <summary>A person left the row out: it is kept with the edition, and is about nothing.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Who has decided on all that was found about the draft; null: nobody has.</summary>
    public Authorship? Decided { get; init; }

    /// <summary>Whether that was also about what the list says otherwise than the register.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Something is left to decide on the draft.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>A newer list has spoken of the agreement: what was found about it there still counts.</summary>
    public bool IsOlder { get; init; }

    /// <summary>Fields that the list of the draft says nothing of: what was found about them before still counts.</summary>
    public IReadOnlySet<string> SilentOn { get; init; } = new HashSet<string>();

    public bool IsNew => Of is null && Deleted is null && !IsSkipped;

    internal Facts After => Facts ?? Draft.Facts;

    /// <summary>What the row counts as read as: where a person says something else of a new one, its row is read as before the next time.</summary>
    internal ReadAs? ReadFor(Agreement agreement) => Read ?? (IsNew && Facts is not null ? new ReadAs(agreement.Id, Draft.Facts) : null);
}

/// <summary>An agreement that an edition has no longer.</summary>
/// <param name="IsOver">What became of it is no question then.</param>
public sealed record Missed(Guid Id, bool IsOver = false)
{
    /// <summary>The day of the list, and since when it is over, where it was in force on that day and is no more.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];
}

public sealed record WrittenEdition(Edition Edition, IReadOnlyList<Agreement> New, IReadOnlyList<Agreement> Changed, Change Change);

/// <summary>An import is one transaction: source, edition, rows, agreements with all that follows, findings and the change.</summary>
public static class EditionWriting
{
    /// <param name="fates">One for each draft; all are new when left out.</param>
    /// <param name="missed">What became of each is a question of its own.</param>
    /// <exception cref="RefusedException">record.changed-since, data.busy, data.full …; nothing is written then.</exception>
    public static Task<WrittenEdition> WriteEditionAsync(
        this RegisterDb db, SourceReading reading, ReadOnlyMemory<byte> bytes, Authorship by,
        IReadOnlyList<DraftFate>? fates = null, IReadOnlyList<Missed>? missed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(by);
        fates ??= [.. reading.Drafts.Select(d => new DraftFate(d))];
        return db.InTransactionAsync(async () =>
        {
            var edition = new Edition(db.RegisterId, Guid.CreateVersion7(by.At), reading, by.At)
            {
                Added = fates.Count(f => f is { IsNew: true, IsDoubtful: false }),
                Changed = fates.Count(f => f is { Of: not null, IsChanged: true, IsDoubtful: false }),
                Doubtful = fates.Count(f => f.IsDoubtful),
                ChangedInDoubt = fates.Count(f => f is { Of: not null, IsChanged: true, IsDoubtful: true }),
                Deleted = fates.Count(f => f.Deleted is not null),
                Skipped = fates.Any(f => f.Decided is not null || f.IsSkipped) ? fates.Count(f => f.IsSkipped) : null,
            };
            var replacement = await FindingReplacement.ForAsync(db, fates, [.. (missed ?? []).Where(m => !m.IsOver).Select(m => m.Id)], cancellation);
            var numbers = await NumberGiver.ForAsync(db, [.. fates.Where(f => f.IsNew).Select(f => f.Draft.Facts)], cancellation);
            var agreements = fates.Where(f => f is { Deleted: null, IsSkipped: false }).ToDictionary(
                f => f.Draft.Order,
                f => f.Of ?? new Agreement(
                    db.RegisterId, Guid.CreateVersion7(by.At), numbers.Give(f.Draft.Facts), f.After, edition.Id, f.Draft.Order));
            await WriteSourceAsync(db, reading, bytes, edition, fates.ToDictionary(f => f.Draft.Order, f => f.Deleted ?? agreements.GetValueOrDefault(f.Draft.Order)?.Number), cancellation);
            foreach (var fate in fates.Where(f => f is { Of: not null, IsChanged: true }))
                fate.Of!.Revise(fate.After, edition.Id, fate.Draft.Order);
            var outcome = new Outcome
            {
                Added = [.. fates.Where(f => f.IsNew).Select(f => agreements[f.Draft.Order])],
                Changed = [.. fates.Where(f => f is { Of: not null, IsChanged: true }).Select(f => f.Of!)],
                Read = [.. fates.Where(f => agreements.ContainsKey(f.Draft.Order)).Select(f => f.ReadFor(agreements[f.Draft.Order])).OfType<ReadAs>()],
                EditionId = edition.Id,
                Sha256 = edition.Sha256,
            };
            var change = await db.RecordAsync(Recording.Imported, by, outcome, cancellation);
            await replacement.ReplaceAsync(edition.Sha256, cancellation);
            WriteFindings(db, reading.Findings, missed ?? [], edition.Id, agreements, replacement, fates.Where(f => f.Decided is not null).ToDictionary(f => f.Draft.Order));
            return new WrittenEdition(edition, outcome.Added, outcome.Changed, change);
        }, cancellation);
    }

    private static async Task WriteSourceAsync(
        RegisterDb db, SourceReading reading, ReadOnlyMemory<byte> bytes, Edition edition, Dictionary<int, string?> numbers, CancellationToken cancellation)
    {
        if (!await db.Sources.AnyAsync(s => s.Sha256 == reading.Source.Sha256, cancellation))
        {
            using var sources = new RowWriter<StoredSource>(db);
            sources.Write(new StoredSource(db.RegisterId, reading.Source.Sha256, bytes.ToArray()));
        }

        using var editions = new RowWriter<Edition>(db);
        editions.Write(edition);
        using var rows = new RowWriter<EditionRows>(db);
        rows.Write(new EditionRows(db.RegisterId, edition.Id, 1,
            [.. reading.Drafts.Select(d => new EditionRow(d.Order, d.Table, d.Text) { Places = d.Places, Agreement = numbers[d.Order], IsSkipped = numbers[d.Order] is null })])
        {
            Pieces = [.. reading.Pieces],
        });
    }

    private static void WriteFindings(
        RegisterDb db, IReadOnlyList<Finding> findings, IReadOnlyList<Missed> missed, Guid editionId, Dictionary<int, Agreement> agreements, FindingReplacement replacement, Dictionary<int, DraftFate> decided)
    {
        using var stored = new RowWriter<StoredFinding>(db);
        using var about = new RowWriter<FindingAgreement>(db);
        for (var i = 0; i < findings.Count; i++)
        {
            if (IsSettled(findings[i], agreements))
                continue;
            var ids = findings[i].Records.Where(agreements.ContainsKey).Select(order => agreements[order].Id).Distinct().ToList();
            var found = replacement.AsDecided(new StoredFinding(db.RegisterId, editionId, i + 1, findings[i]), ids);
            if (found.State == FindingState.Open)
                Decide(found, decided);
            stored.Write(found);
            foreach (var id in ids)
                about.Write(new FindingAgreement(db.RegisterId, id, editionId, i + 1));
        }

        foreach (var (i, one) in missed.Index())
        {
            var (id, isOver) = one;
            var order = findings.Count + i + 1;
            var gone = (isOver ? new Finding(Finding.GoneOver, Severity.Note, [], null, []) : new Finding(Finding.Gone, Severity.Doubt, [], null, one.Days)) with { Id = $"f{order}" };
            stored.Write(replacement.AsDecided(new StoredFinding(db.RegisterId, editionId, order, gone), [id]));
            about.Write(new FindingAgreement(db.RegisterId, id, editionId, order));
        }
    }

    /// <summary>Someone has gone through the records that it is about. Who left a proposal where it was has said no to it.</summary>
    private static void Decide(StoredFinding found, Dictionary<int, DraftFate> decided)
    {
        var records = found.Finding.Records;
        if (records.Count == 0 || !records.All(r => decided.TryGetValue(r, out var fate) && (fate.IsSettled || found.Finding.Listed is null)))
            return;
        var by = records.Select(r => decided[r].Decided!).MaxBy(b => b.At)!;
        var isTaken = found.Finding.Listed is null && records.Select(r => decided[r].After).All(f => ReferenceEquals(Accepting.After(f, found.Finding), f));
        found.Decide(isTaken ? FindingState.Accepted : FindingState.Dismissed, by.Who, by.At, by.Why);
    }

    /// <summary>There is nothing to look at in a record that was deleted, nor in a pair of which one was.</summary>
    private static bool IsSettled(Finding finding, Dictionary<int, Agreement> agreements) =>
        finding.Records.Count is 1 or 2 && !finding.Records.All(agreements.ContainsKey);
}

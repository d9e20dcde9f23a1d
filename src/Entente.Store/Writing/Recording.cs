using Entente.Core;
using Entente.Edtf;
using Entente.Store.Json;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Entente.Store.Writing;

/// <summary>What one act did to the agreements of a register.</summary>
public sealed record Outcome
{
    public IReadOnlyList<Agreement> Added { get; init; } = [];

    /// <summary>Loaded from the same <see cref="RegisterDb"/> and revised.</summary>
    public IReadOnlyList<Agreement> Changed { get; init; } = [];

    public IReadOnlyList<Agreement> Removed { get; init; } = [];

    /// <summary>Rows of an edition that were read otherwise than their agreements are afterwards.</summary>
    public IReadOnlyList<ReadAs> Read { get; init; } = [];

    public Guid? EditionId { get; init; }

    /// <summary>Hash of the document of that edition.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Those that were decided on, loaded from the same <see cref="RegisterDb"/>.</summary>
    public IReadOnlyList<StoredFinding> Findings { get; init; } = [];

    /// <summary>Those that were worked on themselves, loaded from the same <see cref="RegisterDb"/>.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>The register, when its settings were changed.</summary>
    public Register? Settings { get; init; }

    /// <summary>What they were before.</summary>
    public SettingsAfter? SettingsBefore { get; init; }
}

/// <summary>What the row of an agreement was read as, whatever the register says of it.</summary>
public sealed record ReadAs(Guid Id, Facts Facts)
{
    /// <summary>The earlier edition that it goes on being compared with, while something is to be decided on; empty when there is none.</summary>
    public Guid? EditionId { get; init; }

    /// <summary>Fields that the register said before the list did; null: none.</summary>
    public IReadOnlyList<string>? Own { get; init; }

    /// <summary>What the row itself says where its list is an older one, which counts as read as the newer one: it holds once that is taken back. Null: it is no older one.</summary>
    public Facts? Older { get; init; }

    /// <summary>Only this field of it: what was taken from an edition after it was stored; null: all.</summary>
    public string? Field { get; init; }
}

/// <summary>A finding after it was decided on.</summary>
public sealed record FindingAfter(Guid EditionId, int Order, string Code, FindingState State);

/// <summary>The settings of a register after they were changed.</summary>
public sealed record SettingsAfter(string Name, string TimeZone, CountingRule Counting, int EndsSoonDays)
{
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public string? HomeCountry { get; init; }

    public EdtfDate? ListedOn { get; init; }

    public IReadOnlyList<RegisterKind> Kinds { get; init; } = [];

    public IReadOnlyList<ReadingRule> Rules { get; init; } = [];

    public IReadOnlyList<CountryCalled> CountryNames { get; init; } = [];

    public static SettingsAfter Of(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new SettingsAfter(register.Name, register.TimeZone, register.Counting, register.EndsSoonDays)
        {
            OtherNames = register.OtherNames,
            HomeCountry = register.HomeCountry,
            ListedOn = register.ListedOn,
            Kinds = register.Kinds,
            Rules = register.Rules,
            CountryNames = register.CountryNames,
        };
    }
}

/// <summary>An act and its change are one transaction.</summary>
public static class Recording
{
    /// <summary>The act that stores an edition.</summary>
    public const string Imported = "edition.imported";

    /// <summary>The act that takes an edition back.</summary>
    public const string Undone = "edition.undone";

    /// <summary>The act that changes the settings of the register.</summary>
    public const string Configured = "register.changed";

    /// <summary>The act that says a finding to be right.</summary>
    public const string Accepted = "finding.accepted";

    /// <summary>The act that says that it needs no look.</summary>
    public const string Dismissed = "finding.dismissed";

    /// <summary>The act that takes either of these back.</summary>
    public const string Reopened = "finding.reopened";

    /// <summary>Before the name of every act on a partner itself.</summary>
    public const string Partner = "partner.";

    /// <summary>The act that enters an agreement by hand.</summary>
    public const string Added = "agreement.added";

    /// <summary>The act after which an agreement may be brought back.</summary>
    public const string Deleted = "agreement.deleted";

    /// <summary>Saves what is pending in the context, the agreements with all that follows from them, and the change.
    /// Joins the current transaction, if there is one.</summary>
    /// <param name="act">Code of the act: agreement.renewed, edition.undone.</param>
    /// <exception cref="RefusedException">record.changed-since when someone else was faster; data.busy, data.full …</exception>
    public static Task<Change> RecordAsync(
        this RegisterDb db, string act, Authorship by, Outcome outcome, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(outcome);
        return db.InTransactionAsync(async () =>
        {
            var isCountedOtherwise = db.ChangeTracker.Entries<Register>().Any(e => e.State == EntityState.Modified && e.Property(r => r.Counting).IsModified);
            await db.SaveChangesAsync(cancellation);
            using (var writer = await AgreementWriter.ForAsync(db, by.At, outcome.Removed.Count + outcome.Changed.Count + outcome.Added.Count, cancellation))
            {
                await writer.RemoveAsync(outcome.Removed, cancellation);
                await writer.FollowAsync(outcome.Changed, cancellation);
                await writer.AddAsync(outcome.Added, cancellation);
            }

            if (isCountedOtherwise)
                await db.DeriveAgainAsync(cancellation);
            return await db.ChainAsync(act, by, outcome, cancellation);
        }, cancellation);
    }

    /// <summary>Everything or nothing; refusals of the data folder are worded.</summary>
    public static Task<T> InTransactionAsync<T>(this RegisterDb db, Func<Task<T>> work, CancellationToken cancellation = default) =>
        db.GuardAsync(async () =>
        {
            if (db.Database.CurrentTransaction is not null)
                return await work();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var done = await work();
            await transaction.CommitAsync(cancellation);
            return done;
        });

    /// <summary>As <see cref="InTransactionAsync"/>, for work that only adds, and very much: nobody else is let in meanwhile.</summary>
    public static Task<T> InLongTransactionAsync<T>(this RegisterDb db, Func<Task<T>> work, CancellationToken cancellation = default) =>
        db.GuardAsync(async () =>
        {
            await db.Database.OpenConnectionAsync(cancellation);
            using (new BulkConnection(db))
                return await db.InTransactionAsync(work, cancellation);
        });

    /// <summary>Proves the chain of all changes of the register, one by one.</summary>
    /// <param name="proved">Told how many of them were looked at.</param>
    public static Task<ChainProof> VerifyChangesAsync(this RegisterDb db, IProgress<int>? proved = null, CancellationToken cancellation = default) =>
        db.GuardAsync(() => Task.Run(() => ChangeChain.Verify(EachOf(db.Changes.AsNoTracking().OrderBy(c => c.Sequence), proved, cancellation)), cancellation));

    private static IEnumerable<Change> EachOf(IQueryable<Change> changes, IProgress<int>? proved, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var change in changes)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return change;
            proved?.Report(++count);
        }
    }

    internal static async Task<Change> ChainAsync(
        this RegisterDb db, string act, Authorship by, Outcome outcome, CancellationToken cancellation)
    {
        var after = outcome.Added.Concat(outcome.Changed).Select(RecordAfter.Of)
            .Concat(outcome.Removed.Select(a => new RecordAfter(a.Id, a.Number, a.Version, null))).ToList();
        return await db.ChainAsync(act, by, outcome, after, cancellation);
    }

    internal static async Task<Change> ChainAsync(
        this RegisterDb db, string act, Authorship by, Outcome outcome, IReadOnlyList<RecordAfter> after, CancellationToken cancellation)
    {
        var last = await db.LastChangeAsync(cancellation);
        var change = new Change(db.RegisterId, last, act, by, outcome.EditionId, StoredJson.Bytes(ChangePayload.Of(after, outcome)));
        using var changes = new RowWriter<Change>(db);
        changes.Write(change);
        using var about = new RowWriter<ChangedAgreement>(db);
        foreach (var record in after)
            about.Write(new ChangedAgreement(db.RegisterId, record.Id, change.Sequence));
        using var partners = new RowWriter<ChangedPartner>(db);
        foreach (var partner in outcome.Partners)
            partners.Write(new ChangedPartner(db.RegisterId, partner.Id, change.Sequence));
        return change;
    }

    internal static async Task<CountingRule> CountingAsync(this RegisterDb db, CancellationToken cancellation) =>
        await db.Registers.Select(r => r.Counting).SingleAsync(cancellation);
}

using System.Globalization;
using System.Security.Cryptography;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>Lists that a person goes through before they are stored: each decision is one step, kept at once, and taken out again by undoing it.</summary>
public static partial class Reviews
{
    /// <summary>The document is kept from now on. One that is under review already is gone on with.</summary>
    /// <param name="isShown">Whether it is looked at next, beside the register.</param>
    /// <exception cref="RefusedException">The document cannot be read: source.empty, source.no-table …</exception>
    public static async Task<Review> StartAsync(
        OpenRegister open, KeptReviews kept, string name, ReadOnlyMemory<byte> bytes, string who, bool isShown, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(kept);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var known = await UnderWayAsync(open, sha256, stop);
        var reading = known is null ? await kept.ReadAsync(open, name, bytes, [], stop) : null;
        var at = open.Clock.GetUtcNow();
        var review = known ?? new Review(open.Register.Id, Guid.CreateVersion7(at), reading!.Source, who, at);
        if (reading is not null)
            kept.Keep(open, review, reading);
        // Before it is stored: of what is cancelled nothing stays.
        if (isShown)
            await kept.CompareAsync(open, review, stop);
        if (known is not null)
            return known;
        return await open.Db.InTransactionAsync(
            async () =>
            {
                if (await UnderWayAsync(open, sha256, stop) is { } meanwhile)
                    return meanwhile;
                if (!await open.Db.Sources.AnyAsync(s => s.Sha256 == sha256, stop))
                    open.Db.Sources.Add(new StoredSource(open.Register.Id, sha256, bytes.ToArray()));
                open.Db.Reviews.Add(review);
                await open.Db.SaveChangesAsync(stop);
                return review;
            },
            stop);
    }

    private static Task<Review?> UnderWayAsync(OpenRegister open, string sha256, CancellationToken stop) =>
        open.Db.Reviews.FirstOrDefaultAsync(r => r.Sha256 == sha256 && r.EditionId == null, stop);

    /// <summary>Those under way, the newest first.</summary>
    public static async Task<IReadOnlyList<Review>> ListAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return await open.Db.Reviews.AsNoTracking().Where(r => r.EditionId == null).OrderByDescending(r => r.Id).ToListAsync(stop);
    }

    public static async Task<Review?> FindAsync(OpenRegister open, Guid id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return await open.Db.Reviews.FirstOrDefaultAsync(r => r.Id == id, stop);
    }

    public static async Task<ReviewFile> OpenAsync(OpenRegister open, KeptReviews kept, Review review, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(review);
        var proposal = await kept.CompareAsync(open, review, stop);
        return new ReviewFile(review, proposal, ReviewedList.Of(proposal.Reading, review.Steps, open.Register.Counting, proposal.Comparison, open.Register)) { RegisterVersion = open.Register.Version };
    }

    /// <summary>Columns, the order of day and month, or the day of the list are meant otherwise.</summary>
    /// <exception cref="RefusedException">review.no-list: then no table of agreements is left; and as of every step.</exception>
    public static Task<ReviewFile> ReadAsync(
        OpenRegister open, KeptReviews kept, Guid id, IReadOnlyList<ColumnChoice> columns, IReadOnlyList<ColumnDays> columnDays, DayOrder? days, EdtfDate? listedOn, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, _ => new ReviewStep(ReviewAct.Read, "", default) { Columns = columns, ColumnDays = columnDays, Days = days, ListedOn = listedOn }, f => f.SeenReading, hand, stop);

    /// <summary>As it was read. What the register says otherwise on purpose stays.</summary>
    /// <exception cref="RefusedException">review.no-record, and as of every step.</exception>
    public static Task<ReviewFile> AcceptAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        SettleAsync(open, kept, id, record, _ => [], hand, stop);

    /// <summary>The same, where the list is right in some of the fields that the register says otherwise.</summary>
    /// <param name="takes">Those fields; what was decided before counts no longer.</param>
    /// <exception cref="RefusedException">review.no-conflict, review.no-record, and as of every step.</exception>
    public static Task<ReviewFile> SettleAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Func<ReviewedRecord, IEnumerable<string>> takes, Hand hand, CancellationToken stop = default) =>
        SettleAsync(open, kept, id, [record], takes, hand, stop);

    /// <summary>The same of several records: all of them or none, in one step.</summary>
    public static Task<ReviewFile> SettleAsync(OpenRegister open, KeptReviews kept, Guid id, IEnumerable<int> records, Func<ReviewedRecord, IEnumerable<string>> takes, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(takes);
        return StepAsync(open, kept, id, file => Together(file, records, about =>
        {
            var taken = takes(about).Distinct().ToList();
            return taken.Find(f => !about.MayTake(f)) is { } other ? throw new RefusedException("review.no-conflict", $"{about.Order}", other) : Of(ReviewAct.Accept, about) with { Takes = taken };
        }), SeenOf(records), hand, stop);
    }

    /// <inheritdoc cref="AcceptAsync"/>
    public static Task<ReviewFile> SkipAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        SkipAsync(open, kept, id, [record], hand, stop);

    /// <summary>Several records: all of them or none, in one step.</summary>
    public static Task<ReviewFile> SkipAsync(OpenRegister open, KeptReviews kept, Guid id, IEnumerable<int> records, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return StepAsync(open, kept, id, file => Together(file, records, about => Of(ReviewAct.Skip, about)), SeenOf(records), hand, stop);
    }

    /// <summary>The record says something else, and is accepted so.</summary>
    /// <exception cref="FieldsException">With every field that cannot be read.</exception>
    /// <exception cref="ObjectionException">Something speaks against what the record would say.</exception>
    public static Task<ReviewFile> CorrectAsync(OpenRegister open, KeptReviews kept, Guid id, int record, AgreementEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return StepAsync(open, kept, id, file => Corrected(open, RecordOf(file, record), edit, hand), SeenOf(record), hand, stop);
    }

    private static ReviewStep Corrected(OpenRegister open, ReviewedRecord about, AgreementEdit edit, Hand hand)
    {
        var facts = edit.On(about.Facts, open.Rules);
        ObjectionException.ThrowFor(Acting.ObjectionsToRecord(facts, open.Register.Counting, open.Today, about.Facts), hand);
        // A country that may be several is the one that is typed.
        return Corrected(about, facts) with { Confirms = edit.Parties?.Any(p => p.Country is { Length: > 0 }) == true ? ["country"] : [] };
    }

    private static ReviewStep Corrected(ReviewedRecord about, Facts facts) => Of(ReviewAct.Correct, about) with { Facts = facts, Before = about.Facts };

    /// <summary>The record takes what is proposed for it.</summary>
    public static Task<ReviewFile> TakeProposedAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        TakeProposedAsync(open, kept, id, [record], hand, stop);

    /// <summary>The same of several records: all of them or none, in one step.</summary>
    public static Task<ReviewFile> TakeProposedAsync(OpenRegister open, KeptReviews kept, Guid id, IEnumerable<int> records, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return StepAsync(open, kept, id, file => Together(file, records, about => about.Proposed is { } facts ? Corrected(about, facts) : Of(ReviewAct.Accept, about)), SeenOf(records), hand, stop);
    }

    /// <summary>The record is several agreements: each is decided on by itself.</summary>
    /// <exception cref="RefusedException">review.no-record, and as of every step.</exception>
    public static Task<ReviewFile> SplitAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, file => Split(RecordOf(file, record), open.Register.Counting), SeenOf(record), hand, stop);

    private static ReviewStep Split(ReviewedRecord record, CountingRule counting) => Of(ReviewAct.Split, record) with { By = RecordShapes.ByOf(record.Facts, counting) };

    /// <summary>The record is a part of the one before it in the list.</summary>
    /// <exception cref="RefusedException">review.no-record, review.first-record, and as of every step.</exception>
    public static Task<ReviewFile> JoinAsync(OpenRegister open, KeptReviews kept, Guid id, int record, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, file =>
        {
            var part = RecordOf(file, record);
            var into = file.List.Before(part) ?? throw new RefusedException("review.first-record", $"{record}");
            return Of(ReviewAct.Join, part) with { Into = ReviewedList.MarkOf(into) };
        }, file => file.SeenJoined(RecordOf(file, record)), hand, stop);

    /// <summary>All that nobody has decided on and nothing is found about. Where there are none nothing is done.</summary>
    public static Task<ReviewFile> AcceptCleanAsync(OpenRegister open, KeptReviews kept, Guid id, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, f => f.List.Clean == 0 ? null : new ReviewStep(ReviewAct.AcceptClean, "", default), f => f.SeenReading, hand, stop);

    /// <summary>The same of those with nothing but notes.</summary>
    public static Task<ReviewFile> AcceptNotedAsync(OpenRegister open, KeptReviews kept, Guid id, Hand hand, CancellationToken stop = default) =>
        StepAsync(open, kept, id, f => f.List.Noted == 0 ? null : new ReviewStep(ReviewAct.AcceptNoted, "", default), f => f.SeenReading, hand, stop);

    /// <summary>The last step.</summary>
    public static Task<ReviewStep> UndoAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop = default) => UndoAsync(open, id, null, hand, stop);

    /// <summary>What was decided with the step for every list goes, too, as far as nobody has decided otherwise since.</summary>
    /// <param name="at">Which one, from 0; null: the last.</param>
    /// <returns>The step that was taken out.</returns>
    /// <exception cref="RefusedException">review.nothing-to-undo, and as of every step.</exception>
    public static async Task<ReviewStep> UndoAsync(OpenRegister open, Guid id, int? at, Hand hand, CancellationToken stop = default)
    {
        var review = await GetAsync(open, id, hand with { Version = null }, stop);
        if (review.Steps.Count > 0 && hand.Version is { } seen && seen != review.Version)
            throw new RefusedException("review.changed-since", review.SourceName);
        return await open.Db.InTransactionAsync(
            async () =>
            {
                var undone = review.Undo(at)
                    ?? throw (at is { } step && review.Steps.Count > 0 ? new RefusedException("review.no-step", review.SourceName, $"{step + 1}") : new RefusedException("review.nothing-to-undo", review.SourceName));
                await open.Db.SaveChangesAsync(stop);
                await TakeBackRulesAsync(open, [undone], hand, stop);
                return undone;
            },
            stop);
    }

    /// <summary>Stores what was accepted, in one transaction; rows that were skipped are kept with the edition and are no agreements.</summary>
    /// <param name="leavesOut">Whether records that nobody has decided on are left out, too.</param>
    /// <exception cref="FieldsException">leave-out: some are not decided on.</exception>
    /// <exception cref="RefusedException">review.changed-since, import.changed-since …</exception>
    public static async Task<Imported> CommitAsync(OpenRegister open, KeptReviews kept, Guid id, bool leavesOut, Hand hand, CancellationToken stop = default)
    {
        var review = await GetAsync(open, id, hand, stop);
        var file = await OpenAsync(open, kept, review, stop);
        if (file.Proposal.SameAs is null && file.List.Count(RecordDecision.Left) is > 0 and var left && !leavesOut)
            throw new FieldsException([new FieldProblem("leave-out", "field.left", left.ToString("N0", CultureInfo.InvariantCulture))]);
        // Compared anew: storing changes what it was compared with.
        var bytes = await KeptReviews.BytesAsync(open, review, stop);
        var proposal = await Imports.CompareAsync(open, await kept.ReadAsync(open, review, stop), bytes, file.List.Choices(), stop);
        var shapes = ReviewShapes.StepsOf(review.Steps).Any() ? ReviewShapes.RulesOf(await kept.ReadAsync(open, review.SourceName, bytes, review.Steps, stop), review.Steps, open.Register.Counting) : [];
        var stored = await open.Db.InTransactionAsync(
            async () =>
            {
                var imported = await Imports.AcceptAsync(open, proposal, hand.Who, stop);
                review.Finish(imported.Edition);
                await open.Db.SaveChangesAsync(stop);
                return imported with { Rules = await RememberAsync(open, file, shapes, imported.Edition, hand, stop) };
            },
            stop);
        kept.Forget(id);
        return stored;
    }

    /// <summary>Nothing is stored, and the document is forgotten where no edition has it. What was decided with it for every list goes, too, as by undoing its steps.</summary>
    /// <returns>The list, and what was decided with it for every list.</returns>
    /// <exception cref="RefusedException">As of every step.</exception>
    public static async Task<(Review Review, IReadOnlyList<ReadingRule> Rules)> DropAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop = default)
    {
        var review = await GetAsync(open, id, hand, stop);
        return await open.Db.InTransactionAsync(
            async () =>
            {
                open.Db.Reviews.Remove(review);
                await open.Db.SaveChangesAsync(stop);
                if (!await open.Db.Editions.AnyAsync(e => e.Sha256 == review.Sha256, stop) && !await open.Db.Reviews.AnyAsync(r => r.Sha256 == review.Sha256, stop))
                    await open.Db.Sources.Where(s => s.Sha256 == review.Sha256).ExecuteDeleteAsync(stop);
                return (review, await TakeBackRulesAsync(open, review.Steps, hand, stop));
            },
            stop);
    }

    /// <param name="step">Null: there is nothing to do.</param>
    /// <param name="seen">What the step is about, as whoever takes it must have seen it.</param>
    private static async Task<ReviewFile> StepAsync(
        OpenRegister open, KeptReviews kept, Guid id, Func<ReviewFile, ReviewStep?> step, Func<ReviewFile, SeenNumber> seen, Hand hand, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(hand);
        var review = await GetAsync(open, id, hand with { Version = null }, stop);
        var before = await OpenAsync(open, kept, review, stop);
        // A program says the version of the whole list.
        if (hand.Version is { } version && version != review.Version && seen(before) is var now && version != now.Number)
            throw now.Record is { } record ? new RefusedException("review.record-changed-since", $"{record}", review.SourceName) : new RefusedException("review.changed-since", review.SourceName);
        if (step(before) is not { } taken)
            return before;
        review.Add(Signed(taken, new Authorship(hand.Who, open.Clock.GetUtcNow())));
        try
        {
            // A reading that nothing is left of is no step.
            var after = await OpenAsync(open, kept, review, stop);
            await open.Db.SaveChangesAsync(stop);
            return after;
        }
        catch (RefusedException refused) when (refused.Code is "source.no-table")
        {
            review.Undo();
            throw new RefusedException("review.no-list", refused, review.SourceName);
        }
        catch (RefusedException raced) when (raced.Code is "record.changed-since" && hand.Version is not null && open.Db.Database.CurrentTransaction is null)
        {
            // Someone else was quicker; whether that was on the same record is seen once more.
            open.Db.ChangeTracker.Clear();
            return await StepAsync(open, kept, id, step, seen, hand, stop);
        }
    }

    private static Func<ReviewFile, SeenNumber> SeenOf(params IEnumerable<int> records) => file => file.Seen(records.Distinct().Select(r => RecordOf(file, r)));

    private static ReviewStep Signed(ReviewStep step, Authorship by) => step with { Who = by.Who, At = by.At, Parts = [.. step.Parts.Select(p => Signed(p, by))] };

    /// <summary>What was decided on several records at once is one step.</summary>
    private static ReviewStep Together(ReviewFile file, IEnumerable<int> records, Func<ReviewedRecord, ReviewStep> step)
    {
        var parts = records.Distinct().Select(r => step(RecordOf(file, r))).ToList();
        return parts is [var only] ? only : new ReviewStep(parts.TrueForAll(p => p.Act == parts[0].Act) ? parts[0].Act : ReviewAct.Accept, "", default) { Parts = parts };
    }

    private static ReviewStep Of(ReviewAct act, ReviewedRecord record) => new(act, "", default) { Record = ReviewedList.MarkOf(record) };

    private static ReviewedRecord RecordOf(ReviewFile file, int record) =>
        file.List.Find(record) ?? throw new RefusedException("review.no-record", $"{record}", file.Review.SourceName);

    private static async Task<Review> GetAsync(OpenRegister open, Guid id, Hand hand, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(hand);
        var review = await FindAsync(open, id, stop) ?? throw new RefusedException("review.unknown", $"{id}");
        if (review.EditionId is not null)
            throw new RefusedException("review.done", review.SourceName);
        return hand.Version is { } seen && seen != review.Version ? throw new RefusedException("review.changed-since", review.SourceName) : review;
    }
}

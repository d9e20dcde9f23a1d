using System.Globalization;

using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Counts;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>Who acts and why, on which version of the record, and whether what speaks against it was confirmed.</summary>
/// <param name="Version">The version that the person saw; null when only the last one counts.</param>
public sealed record Hand(string Who, string? Why = null, int? Version = null, bool IsConfirmed = false);

/// <summary>The office's acts on the register: each is one function that page and command call, and one change in the history.</summary>
public static class Keeping
{
    private const int MostWhy = 2_000;

    /// <summary>Signs, renews, extends, amends, suspends, resumes, terminates: what has happened to an agreement.</summary>
    /// <exception cref="ObjectionException">Something speaks against it.</exception>
    /// <exception cref="FieldsException">What takes its place is no agreement of the register, or leads back to it.</exception>
    /// <exception cref="RefusedException">agreement.unknown, agreement.in-bin, record.changed-since.</exception>
    public static async Task<Agreement> ActAsync(OpenRegister open, string number, NewAct act, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(act);
        await Successors.CheckAsync(open, number, act, stop);
        return await ReviseAsync(open, number, hand, $"agreement.{Words.Kebab(act.Act)}", agreement =>
        {
            var objections = Acting.Objections(agreement.Facts, act, open.Register.Counting, open.Today);
            ObjectionException.ThrowFor(objections, hand);
            agreement.Revise(Acting.After(agreement.Facts, act, open.Register.Counting));
        }, stop);
    }

    /// <summary>The record said something that was never so. What has happened since is an act of its own.
    /// What says the same as before is no change.</summary>
    /// <exception cref="FieldsException">With every field that cannot be read.</exception>
    /// <exception cref="ObjectionException">Something speaks against what the record would say.</exception>
    public static Task<Agreement> CorrectAsync(OpenRegister open, string number, AgreementEdit edit, Hand hand, CancellationToken stop = default) =>
        CorrectAsync(open, number, edit, hand, null, stop);

    /// <summary>As <see cref="CorrectAsync(OpenRegister, string, AgreementEdit, Hand, CancellationToken)"/>, and with it a finding is settled: it was right.</summary>
    /// <exception cref="RefusedException">finding.unknown, finding.decided, and as of every act.</exception>
    public static async Task<Agreement> CorrectAsync(OpenRegister open, string number, AgreementEdit edit, Hand hand, string? settles, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(hand);
        var agreement = await GetAsync(open, number, hand, stop);
        var facts = edit.On(agreement.Facts, open.Rules);
        if (IsSame(facts, agreement.Facts))
            return agreement;
        await Successors.CheckAsync(open, number, facts, stop);
        ObjectionException.ThrowFor(Acting.ObjectionsToRecord(facts, open.Register.Counting, open.Today, agreement.Facts), hand);
        agreement.Revise(facts);
        var by = Author(open, hand);
        var settled = settles is null ? null : await Findings.Findings.SettleAsync(open, settles, by, stop);
        var answered = await Findings.Findings.AnswerAsync(open, agreement, isOver: false, by, stop);
        await RecordAsync(open, number, "agreement.corrected", by, new Outcome { Changed = [agreement], Findings = settled is null ? answered : [settled, .. answered.Where(f => !ReferenceEquals(f, settled))] }, stop);
        return agreement;
    }

    public static async Task<Agreement> AddAsync(OpenRegister open, AgreementEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(hand);
        var facts = edit.On(AgreementEdit.Blank, open.Rules);
        ObjectionException.ThrowFor(await ObjectionsToAddAsync(open, facts, stop), hand);
        return await open.Db.InTransactionAsync(
            async () =>
            {
                var by = Author(open, hand);
                var agreement = new Agreement(open.Db.RegisterId, Guid.CreateVersion7(by.At), (await NumberGiver.ForAsync(open.Db, [], stop)).Give((string?)null), facts);
                await open.Db.RecordAsync(Recording.Added, by, new Outcome { Added = [agreement] }, stop);
                return agreement;
            },
            stop);
    }

    /// <summary>Everything that speaks against adding a record as it is typed.</summary>
    public static async Task<IReadOnlyList<Objection>> ObjectionsToAddAsync(OpenRegister open, Facts facts, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return [.. Acting.ObjectionsToRecord(facts, open.Register.Counting, open.Today), .. await Twice.ObjectionsAsync(open, facts, stop)];
    }

    /// <summary>Out of the register and into the bin; its history stays, and it can be brought back.</summary>
    public static async Task DeleteAsync(OpenRegister open, string number, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(hand);
        var agreement = await GetAsync(open, number, hand, stop);
        var by = Author(open, hand);
        var answered = await Findings.Findings.CloseAsync(open, agreement, by, stop);
        await open.Db.RecordAsync(Recording.Deleted, by, new Outcome { Removed = [agreement], Findings = answered }, stop);
    }

    public static Task<IReadOnlyList<Binned>> InBinAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Bin.ListAsync(open.Db, stop);
    }

    /// <summary>An earlier version becomes the newest one; for a record in the bin its last. What says the same as before is no change.</summary>
    /// <param name="sequence">The change after which the record was as it shall be again; null: the last that still has it.</param>
    /// <exception cref="RefusedException">history.none, agreement.unknown, record.changed-since.</exception>
    public static async Task<Agreement> RestoreAsync(OpenRegister open, string number, long? sequence, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(hand);
        var current = await open.Db.Agreements.Numbered(number).FirstOrDefaultAsync(stop);
        var id = current?.Id ?? await Bin.IdOfAsync(open.Db, number, stop) ?? throw new RefusedException("agreement.unknown", number);
        var earlier = await History.VersionAsync(open.Db, id, sequence, stop) ?? throw new RefusedException("history.none", number);
        earlier = earlier with { Facts = Rereading.Under(earlier.Facts!, open.Rules) };
        if (current is not null)
        {
            return await ReviseAsync(open, number, hand, "agreement.restored", agreement =>
            {
                if (!IsSame(earlier.Facts!, agreement.Facts) || earlier.EditionId != agreement.EditionId)
                    agreement.Revise(earlier.Facts!, earlier.EditionId, earlier.Order);
            }, stop);
        }

        var back = Agreement.Again(open.Db.RegisterId, earlier);
        await open.Db.RecordAsync("agreement.undeleted", Author(open, hand), new Outcome { Added = [back] }, stop);
        return back;
    }

    /// <exception cref="RefusedException">reason.too-long.</exception>
    internal static Authorship Author(OpenRegister open, Hand hand) => hand.Why is not { Length: > MostWhy }
        ? new(hand.Who, open.Clock.GetUtcNow(), hand.Why) : throw new RefusedException("reason.too-long", MostWhy.ToString("N0", CultureInfo.InvariantCulture));

    private static async Task<Agreement> ReviseAsync(
        OpenRegister open, string number, Hand hand, string act, Action<Agreement> revise, CancellationToken stop)
    {
        var agreement = await GetAsync(open, number, hand, stop);
        var before = agreement.Version;
        revise(agreement);
        if (agreement.Version == before)
            return agreement;
        var by = Author(open, hand);
        var answered = await Findings.Findings.AnswerAsync(open, agreement, act is "agreement.terminated" or "agreement.superseded", by, stop);
        await RecordAsync(open, number, act, by, new Outcome { Changed = [agreement], Findings = answered }, stop);
        return agreement;
    }

    private static async Task RecordAsync(OpenRegister open, string number, string act, Authorship by, Outcome outcome, CancellationToken stop)
    {
        try
        {
            await open.Db.RecordAsync(act, by, outcome, stop);
        }
        catch (RefusedException refused) when (refused is { Code: "record.changed-since", Arguments.Count: 0 })
        {
            throw new RefusedException("record.changed-since", refused, number);
        }
    }

    private static bool IsSame(Facts one, Facts other) => StoredJson.Text(one) == StoredJson.Text(other);

    private static async Task<Agreement> GetAsync(OpenRegister open, string number, Hand hand, CancellationToken stop)
    {
        var agreement = await open.Db.Agreements.Numbered(number).FirstOrDefaultAsync(stop);
        if (agreement is null)
            throw await Bin.IdOfAsync(open.Db, number, stop) is null ? new RefusedException("agreement.unknown", number) : new RefusedException("agreement.in-bin", number);
        if (hand.Version is { } seen && seen != agreement.Version)
            throw new RefusedException("record.changed-since", number);
        return agreement;
    }
}

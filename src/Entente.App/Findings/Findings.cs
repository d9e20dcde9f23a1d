using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>Working off findings. Each decision is one change; what was decided holds for the same finding of the next edition.</summary>
public static class Findings
{
    /// <summary>The finding is right. Where it proposes a value, the record takes it.</summary>
    /// <exception cref="RefusedException">finding.unknown, finding.decided, finding.changed-since, record.changed-since.</exception>
    public static Task<FindingLine> AcceptAsync(OpenRegister open, string id, Hand hand, CancellationToken stop = default) =>
        DecideAsync(open, id, hand, FindingState.Accepted, async (found, by) =>
        {
            found.Decide(FindingState.Accepted, by.Who, by.At, by.Why);
            var (changed, read) = (new List<Restored>(), new List<ReadAs>());
            foreach (var agreement in await AboutAsync(open, found, stop))
            {
                var facts = Accepting.After(agreement.Facts, found.Finding, open.Register.Counting);
                if (ReferenceEquals(facts, agreement.Facts) || (found.Finding.Listed is not null && FactTexts.Differences(agreement.Facts, facts).Count == 0))
                    continue;
                var before = agreement.Facts;
                await ReviseAsync(open, agreement, facts, found, stop);
                changed.Add(new Restored(agreement, FactTexts.Differences(before, agreement.Facts)));
                // What the list says is its own from now on, and goes with it.
                read.AddRange(ReadIn(found, agreement));
            }

            await open.Db.RecordAsync(Recording.Accepted, by, new Outcome { Changed = [.. changed.Select(c => c.Agreement)], Read = read, Findings = [found] }, stop);
            return changed;
        }, stop);

    /// <summary>What was taken from a newer list than the places of the agreement are in has its place there, as has all else that this list says.</summary>
    private static async Task ReviseAsync(OpenRegister open, Agreement agreement, Facts facts, StoredFinding found, CancellationToken stop)
    {
        if (found.Finding is { Code: Finding.BothChanged, Records: [var order], Listed: { IsPrinted: true } listed } && agreement.EditionId is { } from
            && await NewerLists.OrderAsync(open.Db, stop) is var stored && stored.GetValueOrDefault(found.EditionId) > stored.GetValueOrDefault(from))
            agreement.Revise(Taking.Of(listed, listed, facts, open.Register.Counting).Facts, found.EditionId, order);
        else
            agreement.Revise(facts);
    }

    /// <summary>It needs no look; why not is part of the decision.</summary>
    /// <exception cref="FieldsException">Without a reason.</exception>
    public static Task<FindingLine> DismissAsync(OpenRegister open, string id, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(hand);
        if (string.IsNullOrWhiteSpace(hand.Why))
            throw new FieldsException([new FieldProblem("reason", "field.reason", "")]);
        return DecideAsync(open, id, hand, FindingState.Dismissed, async (found, by) =>
        {
            found.Decide(FindingState.Dismissed, by.Who, by.At, by.Why);
            // The next list that says the same says nothing new.
            var read = found.Code == Finding.BothChanged ? (await AboutAsync(open, found, stop)).SelectMany(a => ReadIn(found, a)) : [];
            await open.Db.RecordAsync(Recording.Dismissed, by, new Outcome { Read = [.. read], Findings = [found] }, stop);
            return [];
        }, stop);
    }

    private static IEnumerable<ReadAs> ReadIn(StoredFinding found, Agreement agreement) =>
        found.Finding is { Code: Finding.BothChanged or Finding.Older, Listed: { } listed, Field: { } field } ? [new ReadAs(agreement.Id, listed) { EditionId = found.EditionId, Field = field }] : [];

    /// <summary>To be looked at again. What the record took when it was accepted goes, as far as nobody has changed it since.</summary>
    public static Task<FindingLine> ReopenAsync(OpenRegister open, string id, Hand hand, CancellationToken stop = default) =>
        DecideAsync(open, id, hand, FindingState.Open, async (found, by) =>
        {
            var reopening = await Reopening.OfAsync(open, found, await AboutAsync(open, found, stop), stop);
            found.Decide(FindingState.Open, by.Who, by.At);
            await open.Db.RecordAsync(Recording.Reopened, by, new Outcome { Changed = reopening.Restore(), Read = reopening.Read, Findings = [found] }, stop);
            return reopening.Restored;
        }, stop);

    /// <summary>What opening it again would change.</summary>
    internal static async Task<IReadOnlyList<Restored>> TakesBackAsync(OpenRegister open, FindingLine line, CancellationToken stop) =>
        line.Stored.State == FindingState.Accepted ? (await Reopening.OfAsync(open, line.Stored, line.Agreements, stop)).Restored : [];

    /// <summary>The finding was right, and a correction that is recorded with it mends what it found. Not stored yet.</summary>
    /// <exception cref="RefusedException">finding.unknown, finding.replaced, finding.decided.</exception>
    internal static async Task<StoredFinding> SettleAsync(OpenRegister open, string id, Authorship by, CancellationToken stop)
    {
        var found = await FindingQueries.GetAsync(open.Db, id, stop);
        if (found.State != FindingState.Open)
            throw new RefusedException(found.State == FindingState.Replaced ? "finding.replaced" : "finding.decided", id);
        found.Decide(FindingState.Accepted, by.Who, by.At, by.Why);
        return found;
    }

    /// <summary>What became of an agreement that its list has no longer is known, and where the record says by now what the list says nothing is to be decided. Not stored yet.</summary>
    /// <param name="isOver">It was terminated, superseded or deleted.</param>
    internal static async Task<IReadOnlyList<StoredFinding>> AnswerAsync(OpenRegister open, Agreement agreement, bool isOver, Authorship by, CancellationToken stop)
    {
        var about = open.Db.FindingAgreements.Where(l => l.AgreementId == agreement.Id);
        var asked = await open.Db.Findings.Where(f => (f.Code == Finding.Gone || f.Code == Finding.BothChanged || f.Code == Finding.Older || f.Code == Finding.Emptied || f.Code == Finding.YearCorrected) && f.State == FindingState.Open && about.Any(l => l.EditionId == f.EditionId && l.FindingOrder == f.Order)).ToListAsync(stop);
        var answered = asked.Where(f => f.Code == Finding.Gone ? isOver : FactTexts.Differences(agreement.Facts, Accepting.After(agreement.Facts, f.Finding, open.Register.Counting)).Count == 0).ToList();
        foreach (var found in answered)
            found.Decide(FindingState.Accepted, by.Who, by.At, by.Why);
        return answered;
    }

    /// <summary>There is nothing to look at any more in an agreement that is deleted, nor in a pair of which one is: it was answered so, or needs no look. Not stored yet.</summary>
    internal static async Task<IReadOnlyList<StoredFinding>> CloseAsync(OpenRegister open, Agreement deleted, Authorship by, CancellationToken stop)
    {
        var about = open.Db.FindingAgreements.Where(l => l.AgreementId == deleted.Id);
        var closed = await open.Db.Findings.Where(f => f.State == FindingState.Open && about.Any(l => l.EditionId == f.EditionId && l.FindingOrder == f.Order)
            && open.Db.FindingAgreements.Count(l => l.EditionId == f.EditionId && l.FindingOrder == f.Order) <= 2).ToListAsync(stop);
        foreach (var found in closed)
            found.Decide(Finding.AnsweredByDeletion.Contains(found.Code) ? FindingState.Accepted : FindingState.Dismissed, by.Who, by.At, by.Why);
        return closed;
    }

    /// <summary>Of agreements that go with a list nobody asks what became of them. Not stored yet.</summary>
    internal static async Task ForgetGoneAsync(OpenRegister open, IReadOnlyList<Agreement> removed, CancellationToken stop)
    {
        var gone = await open.Db.Findings.Where(f => Finding.AllGone.Contains(f.Code) && f.State != FindingState.Replaced).ToListAsync(stop);
        if (gone.Count == 0)
            return;
        var ids = removed.Select(a => a.Id).ToHashSet();
        var orders = await open.Db.FindingAgreements.AsNoTracking().Where(l => open.Db.Findings.Any(f => f.EditionId == l.EditionId && f.Order == l.FindingOrder && Finding.AllGone.Contains(f.Code))).ToListAsync(stop);
        var of = orders.Where(l => ids.Contains(l.AgreementId)).Select(l => (l.EditionId, l.FindingOrder)).ToHashSet();
        foreach (var found in gone.Where(f => of.Contains((f.EditionId, f.Order))))
            found.Replace();
    }

    /// <summary>What accepting it would change, agreement by agreement; none where it proposes nothing, or where the record says so already.</summary>
    internal static IReadOnlyList<(Agreement Agreement, IReadOnlyList<FieldDifference> Fields)> Proposed(FindingLine line, CountingRule counting) =>
    [
        .. line.Agreements.Select(a => (a, FactTexts.Differences(a.Facts, Accepting.After(a.Facts, line.Stored.Finding, counting)))).Where(a => a.Item2.Count > 0),
    ];

    private static async Task<FindingLine> DecideAsync(
        OpenRegister open, string id, Hand hand, FindingState state, Func<StoredFinding, Authorship, Task<IReadOnlyList<Restored>>> record, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(hand);
        var found = await FindingQueries.GetAsync(open.Db, id, stop);
        if (found.State == FindingState.Replaced)
            throw new RefusedException("finding.replaced", id);
        var isOpen = found.State == FindingState.Open;
        if (isOpen && state == FindingState.Open)
            throw new RefusedException("finding.open", id);
        if (!isOpen && state != FindingState.Open)
            throw new RefusedException("finding.decided", id);
        if (hand.Version is { } seen && seen != (await FindingQueries.LineAsync(open.Db, found, stop)).Version)
            throw new RefusedException("finding.changed-since", id);
        var by = Keeping.Keeping.Author(open, hand);
        var changed = await record(found, by);
        return await FindingQueries.LineAsync(open.Db, found, stop) with { Changed = changed };
    }

    private static async Task<List<Agreement>> AboutAsync(OpenRegister open, StoredFinding found, CancellationToken stop)
    {
        var ids = open.Db.FindingAgreements.Where(l => l.EditionId == found.EditionId && l.FindingOrder == found.Order).Select(l => l.AgreementId);
        return await open.Db.Agreements.Where(a => ids.Contains(a.Id)).ToListAsync(stop);
    }
}

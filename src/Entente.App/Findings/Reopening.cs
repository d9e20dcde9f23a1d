using Entente.App.Agreements;
using Entente.App.Imports;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>What opening a finding again takes back: what a record took when it was accepted, field by field, as far as nobody has changed it since.</summary>
internal sealed class Reopening
{
    private readonly List<(Agreement Agreement, RecordAfter After, RecordAfter Before)> taken = [];
    private readonly OpenRegister open;

    private Reopening(OpenRegister open) => this.open = open;

    /// <summary>What the records say otherwise afterwards.</summary>
    public IReadOnlyList<Restored> Restored { get; private set; } = [];

    /// <summary>What their rows count as read as again: the next list that says the same is asked about.</summary>
    public IReadOnlyList<ReadAs> Read { get; private set; } = [];

    public static async Task<Reopening> OfAsync(OpenRegister open, StoredFinding found, IReadOnlyList<Agreement> about, CancellationToken stop)
    {
        var reopening = new Reopening(open);
        if (found.DecidedAt is null || await DecisionAsync(open, found, stop) is not { } decision)
            return reopening;
        if (decision.Act == Recording.Accepted)
        {
            foreach (var agreement in about)
            {
                if (decision.Record(agreement.Id) is { Facts: not null } after && await History.BeforeAsync(open.Db, agreement.Id, decision.Sequence, stop) is { } before)
                    reopening.taken.Add((agreement, after, before));
            }

            reopening.Restored = [.. reopening.taken.Select(t => new Restored(t.Agreement, FactTexts.Differences(t.Agreement.Facts, reopening.AfterOf(t)))).Where(r => r.Fields.Count > 0)];
        }

        if (found.Finding is { Code: Finding.BothChanged or Finding.Older, Field: { } field })
        {
            var read = await KnownRow.ReadAsync(open.Db, stop, decision.Sequence);
            reopening.Read = [.. about.Where(a => read.ContainsKey(a.Id)).Select(a => new ReadAs(a.Id, read[a.Id].Facts) { EditionId = read[a.Id].Edition, Field = field })];
        }

        return reopening;
    }

    /// <returns>The records that it changed.</returns>
    public IReadOnlyList<Agreement> Restore()
    {
        foreach (var one in taken.Where(t => Restored.Any(r => ReferenceEquals(r.Agreement, t.Agreement))))
        {
            if (IsUntouched(one))
                one.Agreement.Revise(AfterOf(one), one.Before.EditionId, one.Before.Order);
            else
                one.Agreement.Revise(AfterOf(one));
        }

        return [.. Restored.Select(r => r.Agreement)];
    }

    private static bool IsUntouched((Agreement Agreement, RecordAfter After, RecordAfter Before) of) => of.Agreement.Version == of.After.Version;

    private Facts AfterOf((Agreement Agreement, RecordAfter After, RecordAfter Before) of)
    {
        var before = Rereading.Under(of.Before.Facts!, open.Rules);
        return IsUntouched(of) ? before : Taking.Of(of.After.Facts!, before, of.Agreement.Facts, open.Register.Counting, isTakenBack: true).Facts;
    }

    /// <summary>The act by which it was decided; the same finding of a later list stands as it was decided on the earlier one.</summary>
    private static async Task<Change?> DecisionAsync(OpenRegister open, StoredFinding found, CancellationToken stop)
    {
        var acts = await open.Db.Changes.AsNoTracking().Where(c => c.At == found.DecidedAt && c.Who == found.DecidedBy).OrderByDescending(c => c.Sequence).ToListAsync(stop);
        return acts.Find(c => c.Findings().Any(f => f.EditionId == found.EditionId && f.Order == found.Order))
            ?? acts.Find(c => c.Findings().Any(f => f.Code == found.Code) || (c.Act == Recording.Imported && c.EditionId == found.EditionId));
    }
}

using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>Which agreement took the place of which.</summary>
public static class Successors
{
    /// <summary>What takes the place of an agreement is another one of the register, and does not lead back to it.</summary>
    /// <exception cref="FieldsException">field.by-itself, field.by-unknown, field.by-circle.</exception>
    public static async Task CheckAsync(OpenRegister open, string number, NewAct act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(act);
        if (act is not { Act: Act.Superseded, Note: { } successor })
            return;
        var problem = successor == number ? "field.by-itself"
            : await FactsOfAsync(open.Db, successor, stop) is not { } facts ? "field.by-unknown"
            : await LeadsToAsync(open.Db, facts, number, stop) ? "field.by-circle"
            : null;
        if (problem is not null)
            throw new FieldsException([new FieldProblem("by", problem, successor)]);
    }

    /// <summary>As <see cref="CheckAsync"/> for a record whose acts were typed: there a note may say anything, but not lead in a circle.</summary>
    public static async Task CheckAsync(OpenRegister open, string number, Facts facts, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(facts);
        for (var i = 0; i < facts.Events.Count; i++)
        {
            if (facts.Events[i].Successor is not { } successor)
                continue;
            if (successor == number || (await FactsOfAsync(open.Db, successor, stop) is { } next && await LeadsToAsync(open.Db, next, number, stop)))
                throw new FieldsException([new FieldProblem(EventEdit.Field(i + 1, "note"), successor == number ? "field.by-itself" : "field.by-circle", successor)]);
        }
    }

    /// <summary>The numbers of the register that took its place.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(RegisterDb db, Facts facts, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(facts);
        var named = facts.Events.Select(e => e.Successor).OfType<string>().Distinct().ToList();
        return named.Count == 0 ? [] : await db.Agreements.Where(a => named.Contains(a.Number)).OrderBy(a => a.NumberOrder).Select(a => a.Number).ToListAsync(stop);
    }

    /// <summary>The numbers of those whose place it took. The acts are found by the history; what the records say now decides.</summary>
    public static async Task<IReadOnlyList<string>> BeforeAsync(RegisterDb db, string number, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var replaced = db.ChangedAgreements
            .Join(db.Changes.Where(c => c.Act == "agreement.superseded"), c => c.Sequence, c => c.Sequence, (about, change) => about.AgreementId);
        var candidates = await db.Agreements.AsNoTracking().Where(a => replaced.Contains(a.Id)).OrderBy(a => a.NumberOrder).ToListAsync(stop);
        return [.. candidates.Where(a => a.Facts.Events.Any(e => e.Successor == number)).Select(a => a.Number)];
    }

    private static async Task<bool> LeadsToAsync(RegisterDb db, Facts facts, string number, CancellationToken stop)
    {
        var seen = new HashSet<string>();
        var next = new Queue<Facts>([facts]);
        while (next.TryDequeue(out var current))
        {
            foreach (var successor in current.Events.Select(e => e.Successor).OfType<string>())
            {
                if (successor == number)
                    return true;
                if (seen.Add(successor) && await FactsOfAsync(db, successor, stop) is { } further)
                    next.Enqueue(further);
            }
        }

        return false;
    }

    private static async Task<Facts?> FactsOfAsync(RegisterDb db, string number, CancellationToken stop) =>
        (await db.Agreements.Numbered(number).AsNoTracking().FirstOrDefaultAsync(stop))?.Facts;
}

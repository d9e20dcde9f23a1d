using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>Whether an agreement that is to be added may be in the register already.</summary>
public static class Twice
{
    /// <summary>What is asked of each agreement that has the same partner, and an act on the same day or the same kind and begin.</summary>
    public static async Task<IReadOnlyList<Objection>> ObjectionsAsync(OpenRegister open, Facts facts, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Begin is null || facts.Parties.FirstOrDefault(p => p.Name.Length > 0)?.Name is not { } name)
            return [];
        var objections = new List<Objection>();
        await foreach (var other in open.Db.Matching(name).OrderBy(a => a.NumberOrder).AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!HasSamePartner(facts, other.Facts))
                continue;
            if (HasSameDay(facts, other.Facts))
                objections.Add(new Objection("agreement.same-day", false, "event-1-on", [other.Number]));
            else if (Equals(facts.Begin.On, other.Facts.Begin?.On) && Agreement.KindKeysOf(facts).Intersect(other.KindKeys).Any())
                objections.Add(new Objection("agreement.same-kind", false, "event-1-on", [other.Number]));
        }

        return objections;
    }

    private static bool HasSamePartner(Facts one, Facts other) => one.Parties.Where(p => p.Name.Length > 0)
        .Any(p => other.Parties.Any(o => SearchText.Plain(o.Name) == SearchText.Plain(p.Name) && (o.Country == p.Country || o.Country is null || p.Country is null)));

    private static bool HasSameDay(Facts one, Facts other) =>
        one.Events.Any(e => e.On is not null && other.Events.Any(o => o.Act == e.Act && e.On.Equals(o.On)));
}

using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Statistics;

/// <param name="ProbableDuplicates">Pairs of counted agreements that nobody has decided on yet.</param>
public sealed record Counted(StandingCounts Counts, int ProbableDuplicates);

public static class CountQueries
{
    /// <summary>Code of the finding that two agreements are probably one.</summary>
    public const string Duplicate = "partner.same-event";

    /// <param name="by">Null: the total only.</param>
    public static async Task<Counted> CountAsync(OpenRegister open, Day on, CountBy? by = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Counted(await open.Db.TallyAsync(on, by, stop), (await DuplicatesAsync(open, stop)).Count);
    }

    /// <summary>A pair that several editions report is one pair.</summary>
    public static async Task<IReadOnlyList<(Guid One, Guid Other)>> DuplicatesAsync(OpenRegister open, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var undecided = open.Db.Findings.Where(f => f.Code == Duplicate && f.State == FindingState.Open);
        var records = await open.Db.FindingAgreements
            .Join(undecided, a => new { a.EditionId, Order = a.FindingOrder }, f => new { f.EditionId, f.Order }, (a, f) => new { a.EditionId, a.FindingOrder, a.AgreementId })
            .ToListAsync(stop);
        var pairs = records.GroupBy(r => (r.EditionId, r.FindingOrder)).Select(g => g.Select(r => r.AgreementId).Order().ToList()).Where(pair => pair.Count == 2);
        return [.. pairs.Select(pair => (pair[0], pair[1])).Distinct()];
    }
}

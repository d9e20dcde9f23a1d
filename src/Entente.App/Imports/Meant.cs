using Entente.App.Registers;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What a row says once the proposals of its findings are taken.</summary>
/// <param name="Agreements">Those that earlier editions made the same proposals about: each may have taken them.</param>
public sealed record Meant(Facts Facts, IReadOnlySet<Guid> Agreements)
{
    /// <summary>By the order of the draft. The list goes on printing what a person has corrected: the row is about the same agreement all the same.</summary>
    internal static async Task<IReadOnlyDictionary<int, Meant>> OfAsync(OpenRegister open, SourceReading reading, CancellationToken stop)
    {
        var proposing = reading.Findings.Where(f => f is { Proposal: not null, Records.Count: 1 }).ToList();
        var codes = proposing.Select(f => f.Code).Distinct().ToList();
        var earlier = await open.Db.Findings.AsNoTracking().Where(f => codes.Contains(f.Code) && f.State != FindingState.Replaced)
            .Join(open.Db.FindingAgreements, f => new { f.EditionId, f.Order }, l => new { l.EditionId, Order = l.FindingOrder }, (f, l) => new { f.Finding, l.AgreementId })
            .ToListAsync(stop);
        var about = earlier.ToLookup(e => Key(e.Finding), e => e.AgreementId);
        var drafts = reading.Drafts.ToDictionary(d => d.Order);
        return proposing.GroupBy(f => f.Records[0]).ToDictionary(
            g => g.Key,
            g => new Meant(g.Aggregate(drafts[g.Key].Facts, Accepting.After), g.SelectMany(f => about[Key(f)]).ToHashSet()));
    }

    private static string Key(Finding finding) => string.Join('\n', finding.Matter);
}

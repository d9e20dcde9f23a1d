using Entente.App.Agreements;
using Entente.App.Changes;
using Entente.App.Lists;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.App.Statistics;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Home;

/// <summary>Open findings of one sort.</summary>
public sealed record FoundSort(Severity Severity, string Code, int Count);

/// <summary>What the first page shows. All of it is as on the day, but what waits and what was done: that is as it is now.</summary>
/// <param name="Partners">With whom something is in force.</param>
/// <param name="Countries">In which something is in force.</param>
/// <param name="Unnamed">In force, and no partner is named.</param>
/// <param name="Edition">The last one that was imported; null when none was.</param>
internal sealed record HomeAnswer(
    StandingCount Counts, int Partners, int Countries, int Unnamed, EndsSoon Ends, IReadOnlyList<FoundSort> Found, IReadOnlyList<ChangeEntry> Changes, Edition? Edition)
{
    /// <summary>Lists that somebody has begun to go through, the newest first.</summary>
    public IReadOnlyList<Review> Reviews { get; private init; } = [];

    private const int MostChanges = 7;

    public IEnumerable<Check> FailedChecks => Edition?.Checks.Where(c => !c.Holds) ?? [];

    public static Task<HomeAnswer> OfAsync(OpenRegister open, Day on, CancellationToken stop) => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        var partners = await PartnerLines.OfAsync(open, extract, stop);
        var now = await extract.RememberAsync($"in force {on}", () => Task.FromResult(new InForceOn(extract, partners, on)));
        var found = await extract.RememberAsync("found", () => FoundAsync(open, stop));
        var changes = await ChangeQueries.ListAsync(open, new ChangeFilter { Limit = MostChanges }, stop);
        var edition = await open.Db.Editions.AsNoTracking().Where(e => e.UndoneAt == null).OrderByDescending(e => e.Id).FirstOrDefaultAsync(stop);
        return new HomeAnswer(now.Counts, now.Partners, now.Countries, now.Unnamed, await EndsSoon.OfAsync(open, extract, on, stop), found, changes.Entries, edition) { Reviews = await Imports.Reviews.ListAsync(open, stop) };
    }, stop);

    /// <summary>The gravest first, then the most frequent.</summary>
    private static async Task<IReadOnlyList<FoundSort>> FoundAsync(OpenRegister open, CancellationToken stop)
    {
        var sorts = await open.Db.Findings.Where(f => f.State == FindingState.Open).GroupBy(f => new { f.Severity, f.Code })
            .Select(g => new { g.Key.Severity, g.Key.Code, Count = g.Count() }).ToListAsync(stop);
        return [.. sorts.Select(s => new FoundSort(s.Severity, s.Code, s.Count)).OrderBy(s => s.Severity).ThenByDescending(s => s.Count).ThenBy(s => s.Code, StringComparer.Ordinal)];
    }
}

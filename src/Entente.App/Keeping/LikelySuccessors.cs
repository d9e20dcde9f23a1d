using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

internal static class LikelySuccessors
{
    private const int Most = 20;

    /// <summary>Other agreements with the same partner, the latest begin first.</summary>
    public static async Task<IReadOnlyList<Agreement>> OfAsync(OpenRegister open, string number, Facts facts, CancellationToken stop)
    {
        if (facts.Parties.FirstOrDefault(p => p.Name.Length > 0)?.Name is not { } name)
            return [];
        var others = open.Db.Matching(name).Where(a => a.Number != number).OrderByDescending(a => a.BeginDay).ThenBy(a => a.NumberOrder);
        return await others.Take(Most).AsNoTracking().ToListAsync(stop);
    }
}

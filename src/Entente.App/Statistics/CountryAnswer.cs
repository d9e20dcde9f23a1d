using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Statistics;

/// <summary>One country, as the list says and as it was counted.</summary>
/// <param name="Key">Alpha-2 code; empty: none.</param>
/// <param name="Check">What the list says of it; null when it says nothing.</param>
public sealed record CountryLine(string Key, Check? Check, StandingCount Count);

/// <summary>What the page of countries shows.</summary>
/// <param name="Edition">The latest one that states numbers of its own; null when none does.</param>
public sealed record CountryAnswer(
    IReadOnlyList<CountryLine> Lines, StandingCount Total, long CountedMoreThanOnce, int Duplicates, Edition? Edition, Check? StatedTotal)
{
    /// <summary>All of them, or the countries in which something is in force.</summary>
    public IEnumerable<CountryLine> Shown(bool inForce) =>
        Lines.Where(l => !inForce || (l.Key.Length > 0 && l.Count.InForceUntil + l.Count.InForceOpen > 0));

    public static async Task<CountryAnswer> OfAsync(OpenRegister open, Day on, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        var counted = await LineCounts.ByCountryAsync(open, on, stop);
        var editions = await open.Db.Editions.AsNoTracking().Where(e => e.UndoneAt == null).OrderByDescending(e => e.Id).ToListAsync(stop);
        var edition = editions.Find(e => e.Checks.Any(c => c.Kind == CheckKind.Country));
        var checks = edition?.Checks.Where(c => c.Kind == CheckKind.Country).ToList() ?? [];
        var counts = counted.By.ToDictionary(k => k.Key, k => k.Count);
        // As printed first; then what the list does not speak of.
        var lines = checks.Select(c => new CountryLine(c.Subject ?? "", c, counts.GetValueOrDefault(c.Subject ?? "")))
            .Concat(counts.Where(c => !checks.Exists(k => k.Subject == c.Key))
                .OrderBy(c => c.Key.Length == 0).ThenBy(c => Shell.Shown.Country(c.Key), StringComparer.InvariantCulture)
                .Select(c => new CountryLine(c.Key, null, c.Value)));
        return new CountryAnswer(
            [.. lines], counted.Total, counted.CountedMoreThanOnce, (await CountQueries.DuplicatesAsync(open, stop)).Count, edition,
            edition?.Checks.FirstOrDefault(c => c.Kind == CheckKind.Total));
    }
}

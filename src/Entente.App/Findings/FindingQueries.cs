using System.Globalization;

using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>A finding and the agreements that it is about.</summary>
/// <param name="Id">What a person can type: f12 of the newest edition, f12-e1 of the first one.</param>
public sealed record FindingLine(string Id, StoredFinding Stored, IReadOnlyList<Agreement> Agreements);

/// <param name="State">Null: whatever was decided.</param>
public sealed record FindingFilter(FindingState? State = FindingState.Open, Severity? Severity = null, string? Code = null, string? Number = null);

public static class FindingQueries
{
    /// <summary>The gravest first, then by code, in the order of the document.</summary>
    public static async Task<IReadOnlyList<FindingLine>> ListAsync(OpenRegister open, FindingFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        var db = open.Db;
        var found = db.Findings.AsNoTracking().Where(f => filter.State == null ? f.State != FindingState.Replaced : f.State == filter.State);
        if (filter.Severity is { } severity)
            found = found.Where(f => f.Severity == severity);
        if (filter.Code is { } code)
            found = found.Where(f => f.Code == code);
        if (filter.Number is { } number)
        {
            var of = db.Agreements.Numbered(number).Select(a => a.Id);
            found = found.Where(f => db.FindingAgreements.Any(l => of.Contains(l.AgreementId) && l.EditionId == f.EditionId && l.FindingOrder == f.Order));
        }

        var lines = await LinesAsync(db, await found.ToListAsync(stop), found, stop);
        return [.. lines.OrderBy(l => l.Stored.Severity).ThenBy(l => l.Stored.Code, StringComparer.Ordinal).ThenByDescending(l => l.Stored.EditionId).ThenBy(l => l.Stored.Order)];
    }

    /// <summary>The ones before and after it in the list, for working them off one by one.</summary>
    public static async Task<(FindingLine? Previous, FindingLine? Next)> AroundAsync(OpenRegister open, FindingFilter filter, string id, CancellationToken stop = default)
    {
        var lines = await ListAsync(open, filter, stop);
        var at = lines.Select((line, i) => (line, i)).FirstOrDefault(l => l.line.Id == id, (null!, -1)).i;
        return (at > 0 ? lines[at - 1] : null, at + 1 < lines.Count ? lines[at + 1] : null);
    }

    /// <summary>By what a person typed; to be decided on.</summary>
    /// <exception cref="RefusedException">finding.unknown.</exception>
    internal static async Task<StoredFinding> GetAsync(RegisterDb db, string id, CancellationToken stop)
    {
        var editions = await EditionsAsync(db, stop);
        var parts = id.Trim().ToLowerInvariant().Split("-e");
        var edition = parts.Length == 2 && Number(parts[1]) is { } nth && nth <= editions.Count ? editions[nth - 1] : parts.Length == 1 && editions.Count > 0 ? editions[^1] : (Guid?)null;
        if (edition is { } of && parts[0].StartsWith('f') && Number(parts[0][1..]) is { } order
            && await db.Findings.FirstOrDefaultAsync(f => f.EditionId == of && f.Order == order, stop) is { } found)
            return found;
        throw new RefusedException("finding.unknown", id);
    }

    internal static async Task<FindingLine> LineAsync(RegisterDb db, StoredFinding stored, CancellationToken stop) =>
        (await LinesAsync(db, [stored], db.Findings.Where(f => f.EditionId == stored.EditionId && f.Order == stored.Order), stop))[0];

    private static async Task<List<FindingLine>> LinesAsync(RegisterDb db, IReadOnlyList<StoredFinding> stored, IQueryable<StoredFinding> found, CancellationToken stop)
    {
        var editions = await EditionsAsync(db, stop);
        var about = await db.FindingAgreements.Join(found, l => new { l.EditionId, Order = l.FindingOrder }, f => new { f.EditionId, f.Order }, (l, f) => l)
            .Join(db.Agreements.AsNoTracking(), l => l.AgreementId, a => a.Id, (l, a) => new { l.EditionId, l.FindingOrder, Agreement = a }).ToListAsync(stop);
        var byFinding = about.ToLookup(a => (a.EditionId, a.FindingOrder), a => a.Agreement);
        return [.. stored.Select(f => new FindingLine(IdOf(f, editions), f, [.. byFinding[(f.EditionId, f.Order)].OrderBy(a => a.NumberOrder)]))];
    }

    private static string IdOf(StoredFinding found, List<Guid> editions) => found.EditionId == editions[^1]
        ? string.Create(CultureInfo.InvariantCulture, $"f{found.Order}")
        : string.Create(CultureInfo.InvariantCulture, $"f{found.Order}-e{editions.IndexOf(found.EditionId) + 1}");

    private static Task<List<Guid>> EditionsAsync(RegisterDb db, CancellationToken stop) => db.Editions.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(stop);

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

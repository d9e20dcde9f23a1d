using System.Linq.Expressions;

using Entente.App.Imports;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>A finding and the agreements that it is about.</summary>
/// <param name="Id">What a person can type.</param>
/// <param name="Key">The same for good.</param>
public sealed record FindingLine(string Id, string Key, StoredFinding Stored, IReadOnlyList<Agreement> Agreements)
{
    /// <summary>Of the finding and of all that it is about: each only grows, so that the sum tells whether any of them was changed.</summary>
    public int Version => Stored.Version + Agreements.Sum(a => a.Version);

    /// <summary>What the act that has just decided on it changed.</summary>
    public IReadOnlyList<Restored> Changed { get; init; } = [];
}

/// <param name="State">Null: whatever was decided.</param>
/// <param name="Edition">The first is 1; null: of any.</param>
public sealed record FindingFilter(
    FindingState? State = FindingState.Open, Severity? Severity = null, string? Code = null, string? Number = null, int? Edition = null)
{
    public int Skip { get; init; }

    /// <summary>Null: all.</summary>
    public int? Limit { get; init; }
}

/// <summary>How many findings are alike in what a list is narrowed by.</summary>
public sealed record FindingCount(FindingState State, Severity Severity, string Code, int Count);

/// <summary>Where a finding stands in a list, which it may have left already.</summary>
/// <param name="Place">From 1.</param>
public sealed record FindingsAround(StoredFinding? Previous, StoredFinding? Next, int Place);

public static class FindingQueries
{
    private const int Chunk = 500;

    /// <summary>Severities are kept as words, which have another order.</summary>
    private static readonly Expression<Func<StoredFinding, int>> Rank = f => f.Severity == Severity.Error ? 0 : f.Severity == Severity.Doubt ? 1 : 2;

    /// <summary>The gravest first, then by code, the newest edition first, in the order of the document.</summary>
    public static async Task<IReadOnlyList<FindingLine>> ListAsync(OpenRegister open, FindingFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        var ids = await FindingIds.OfAsync(open.Db, stop);
        var ordered = InOrder(Narrowed(open.Db, filter, ids));
        // The keys are found by the index alone; only what is shown is read.
        var keys = ordered.Select(f => new { f.EditionId, f.Order });
        if (filter.Limit is { } limit)
            keys = keys.Skip(filter.Skip).Take(limit);
        var found = open.Db.Findings.AsNoTracking().Join(keys, f => new { f.EditionId, f.Order }, k => k, (f, k) => f);
        return await LinesAsync(open.Db, await InOrder(found).ToListAsync(stop), ids, stop);
    }

    /// <summary>All that match, whatever their state, severity and code: the parts that one may be chosen from.</summary>
    public static async Task<IReadOnlyList<FindingCount>> CountAsync(OpenRegister open, FindingFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        var all = Narrowed(open.Db, filter with { State = null, Severity = null, Code = null }, await FindingIds.OfAsync(open.Db, stop));
        return await all.GroupBy(f => new { f.State, f.Severity, f.Code })
            .Select(g => new FindingCount(g.Key.State, g.Key.Severity, g.Key.Code, g.Count())).ToListAsync(stop);
    }

    /// <summary>The ones before and after it in the list, for working them off one by one.</summary>
    public static async Task<FindingsAround> AroundAsync(OpenRegister open, FindingFilter filter, StoredFinding found, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(found);
        var all = Narrowed(open.Db, filter, await FindingIds.OfAsync(open.Db, stop)).AsNoTracking();
        var before = all.Where(Before(found)).Where(f => f.EditionId != found.EditionId || f.Order != found.Order);
        return new FindingsAround(
            await InOrder(before, isReverse: true).FirstOrDefaultAsync(stop), await InOrder(all.Where(Behind(found))).FirstOrDefaultAsync(stop), await before.CountAsync(stop) + 1);
    }

    /// <summary>By what a person typed, to be looked at; where no edition is named, that of the newest one. Null when there is none.</summary>
    public static async Task<FindingLine?> FindAsync(OpenRegister open, string id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var ids = await FindingIds.OfAsync(open.Db, stop);
        return await CalledAsync(open.Db.Findings.AsNoTracking(), ids, id, stop) is [.., var found] ? await LineAsync(open.Db, found, stop) : null;
    }

    /// <summary>As <see cref="FindAsync"/>, to be decided on.</summary>
    /// <exception cref="RefusedException">finding.unknown; finding.of-partner; finding.several when no edition is named and several have one.</exception>
    internal static async Task<StoredFinding> GetAsync(RegisterDb db, string id, CancellationToken stop)
    {
        var ids = await FindingIds.OfAsync(db, stop);
        var called = await CalledAsync(db.Findings, ids, id, stop);
        if (called.Count <= 1)
            return called.FirstOrDefault() ?? throw (WorldFindings.Is(id) ? new RefusedException("finding.of-partner", id) : new RefusedException("finding.unknown", id));
        var counting = called.Where(f => f.State != FindingState.Replaced).ToList();
        return await OnlyOpenAsync(db, called, ids, stop)
            ?? throw new RefusedException("finding.several", id, string.Join(", ", (counting.Count > 0 ? counting : called).Select(ids.Lasting)));
    }

    internal static async Task<FindingLine> LineAsync(RegisterDb db, StoredFinding stored, CancellationToken stop) =>
        (await LinesAsync(db, [stored], await FindingIds.OfAsync(db, stop), stop))[0];

    /// <returns>All that an id may mean: one where it names its edition, else one of each edition.</returns>
    private static async Task<List<StoredFinding>> CalledAsync(IQueryable<StoredFinding> all, FindingIds ids, string id, CancellationToken stop) =>
        ids.Parse(id) is var (edition, order)
            ? await all.Where(f => f.Order == order && (edition == null || f.EditionId == edition)).OrderBy(f => f.EditionId).ToListAsync(stop)
            : [];

    /// <summary>An id without its edition was perhaps read before the last import: it means the open one only where all others said the same.</summary>
    private static async Task<StoredFinding?> OnlyOpenAsync(RegisterDb db, List<StoredFinding> called, FindingIds ids, CancellationToken stop)
    {
        var lines = await LinesAsync(db, called, ids, stop);
        var isOne = lines.Select(l => string.Join('\n', [.. l.Stored.Finding.Matter, .. l.Agreements.Select(a => $"{a.Id}")])).Distinct().Count() == 1;
        return isOne && called.Where(f => f.State == FindingState.Open).ToList() is [var open] ? open : null;
    }

    private static IQueryable<StoredFinding> Narrowed(RegisterDb db, FindingFilter filter, FindingIds ids)
    {
        var found = db.Findings.Where(f => filter.State == null ? f.State != FindingState.Replaced : f.State == filter.State);
        if (filter.Severity is { } severity)
            found = found.Where(f => f.Severity == severity);
        if (filter.Code is { } code)
            found = found.Where(f => f.Code == code);
        if (filter.Edition is { } number)
            found = found.Where(f => f.EditionId == (ids.EditionOf(number) ?? Guid.Empty));
        if (filter.Number is { } agreement)
        {
            var of = db.Agreements.Numbered(agreement).Select(a => a.Id);
            found = found.Where(f => db.FindingAgreements.Any(l => of.Contains(l.AgreementId) && l.EditionId == f.EditionId && l.FindingOrder == f.Order));
        }

        return found;
    }

    private static IQueryable<StoredFinding> InOrder(IQueryable<StoredFinding> found, bool isReverse = false) => isReverse
        ? found.OrderByDescending(Rank).ThenByDescending(f => f.Code).ThenBy(f => f.EditionId).ThenByDescending(f => f.Order)
        : found.OrderBy(Rank).ThenBy(f => f.Code).ThenByDescending(f => f.EditionId).ThenBy(f => f.Order);

    private static Expression<Func<StoredFinding, bool>> Behind(StoredFinding found)
    {
        var (severity, code, edition, order) = (found.Severity, found.Code, found.EditionId, found.Order);
        var lighter = Enum.GetValues<Severity>().Where(s => s > severity).ToList();
        return f => lighter.Contains(f.Severity) || (f.Severity == severity && (f.Code.CompareTo(code) > 0
            || (f.Code == code && (f.EditionId.CompareTo(edition) < 0 || (f.EditionId == edition && f.Order > order)))));
    }

    private static Expression<Func<StoredFinding, bool>> Before(StoredFinding found)
    {
        var behind = Behind(found);
        return Expression.Lambda<Func<StoredFinding, bool>>(Expression.Not(behind.Body), behind.Parameters);
    }

    /// <summary>What each is about is asked for by key: joined in one question, the database begins with the wrong table.</summary>
    private static async Task<List<FindingLine>> LinesAsync(RegisterDb db, IReadOnlyList<StoredFinding> stored, FindingIds ids, CancellationToken stop)
    {
        var links = new List<FindingAgreement>();
        foreach (var ofEdition in stored.GroupBy(f => f.EditionId, f => f.Order))
        {
            foreach (var orders in ofEdition.Chunk(Chunk))
                links.AddRange(await db.FindingAgreements.AsNoTracking().Where(l => l.EditionId == ofEdition.Key && orders.Contains(l.FindingOrder)).ToListAsync(stop));
        }

        var agreements = new Dictionary<Guid, Agreement>();
        foreach (var chunk in links.Select(l => l.AgreementId).Distinct().Chunk(Chunk))
        {
            foreach (var agreement in await db.Agreements.AsNoTracking().Where(a => chunk.Contains(a.Id)).ToListAsync(stop))
                agreements.Add(agreement.Id, agreement);
        }

        var about = links.ToLookup(l => (l.EditionId, l.FindingOrder), l => agreements[l.AgreementId]);
        return [.. stored.Select(f => new FindingLine(ids.Of(f), ids.Lasting(f), f, [.. about[(f.EditionId, f.Order)].OrderBy(a => a.NumberOrder)]))];
    }
}

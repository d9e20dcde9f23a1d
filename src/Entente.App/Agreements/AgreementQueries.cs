using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Agreements;

/// <summary>An agreement and where it stands on the day that was asked for.</summary>
public sealed record AgreementAt(Agreement Agreement, Standing Standing);

/// <param name="Total">Of all that match, shown or not.</param>
public sealed record AgreementList(Day On, long Total, IReadOnlyList<AgreementAt> Agreements);

/// <summary>All that the register knows of one agreement.</summary>
/// <param name="Edition">The one that it came from; null when a person entered it.</param>
/// <param name="Row">As it stood in that edition; null until it is asked for.</param>
public sealed record AgreementFile(
    Agreement Agreement, Standing Standing, IReadOnlyList<StoredFinding> Findings, Edition? Edition, EditionRow? Row);

public static class AgreementQueries
{
    public static async Task<AgreementList> ListAsync(OpenRegister open, AgreementFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(filter);
        if (open.Extracts is not null)
            return await ListQueries.ListAsync(open, filter, stop);
        var narrowed = InOrder(Narrowed(open.Db, filter), filter).AsNoTracking();
        if (filter.Standing is null && filter.EndsWithinDays is null)
        {
            var page = narrowed.Skip(filter.Skip).Take(filter.Limit ?? int.MaxValue);
            return new AgreementList(filter.On, await narrowed.LongCountAsync(stop), [.. (await page.ToListAsync(stop)).Select(a => At(open, a, filter.On))]);
        }

        var (total, shown) = (0L, new List<AgreementAt>());
        await foreach (var agreement in narrowed.AsAsyncEnumerable().WithCancellation(stop))
        {
            var at = At(open, agreement, filter.On);
            if (Stands(at.Standing, filter) && total++ >= filter.Skip && shown.Count < (filter.Limit ?? int.MaxValue))
                shown.Add(at);
        }

        return new AgreementList(filter.On, total, shown);
    }

    /// <summary>By its number in the register; null when there is none.</summary>
    public static async Task<AgreementFile?> FindAsync(OpenRegister open, string number, Day on, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var agreement = await open.Db.Agreements.Numbered(number).AsNoTracking().FirstOrDefaultAsync(stop);
        if (agreement is null)
            return null;
        var edition = await open.Db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == agreement.EditionId, stop);
        return new AgreementFile(
            agreement, agreement.StandingOn(on, open.Register.Counting), await FindingsAsync(open.Db, agreement.Id, stop),
            edition, null);
    }

    /// <summary>With its row as it stood in its edition, which is kept with all others of the edition.</summary>
    public static async Task<AgreementFile> WithRowAsync(OpenRegister open, AgreementFile file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Edition is not { } edition)
            return file;
        var order = file.Agreement.Order ?? 1;
        var rows = await open.Db.EditionRows.AsNoTracking().Where(r => r.EditionId == edition.Id && r.FirstOrder <= order).OrderByDescending(r => r.FirstOrder).Select(r => r.Rows).FirstAsync(stop);
        return file with { Row = rows.FirstOrDefault(r => r.Order == file.Agreement.Order) };
    }

    /// <summary>A kind as the register knows it, by its code or any wording of it.</summary>
    /// <exception cref="RefusedException">kind.unknown: neither a code nor a wording of the register.</exception>
    public static async Task<string> KindAsync(OpenRegister open, string asked, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(asked);
        var known = await open.Db.LifelineGroups.Where(g => g.Facet == Facet.Kind && g.Key != "").Select(g => g.Key).Distinct().ToListAsync(stop);
        var plain = SearchText.Plain(asked);
        if (known.Find(k => SearchText.Plain(k) == plain) is { } kept)
            return kept;
        var kinds = open.Rules.Kinds;
        return asked.Length == 0 ? ""
            : kinds.FindAsked(asked) ?? kinds.Codes.FirstOrDefault(c => SearchText.Plain(c) == plain || SearchText.Plain(KindWords.Of(open.Register, c)) == plain)
            ?? throw new RefusedException("kind.unknown", asked, string.Join(", ", known.Order(StringComparer.Ordinal)));
    }

    private static AgreementAt At(OpenRegister open, Agreement agreement, Day on) => new(agreement, agreement.StandingOn(on, open.Register.Counting));

    private static IQueryable<Agreement> Narrowed(RegisterDb db, AgreementFilter filter)
    {
        var agreements = db.Matching(filter.Words);
        if (filter.Country is { } country)
            agreements = agreements.InCountry(db, country);
        if (filter.Kind is { } kind)
            agreements = agreements.OfKind(db, kind);
        foreach (var (_, ids) in Sets(db, filter))
            agreements = agreements.Where(a => ids.Contains(a.Id));
        if (filter.BeginYear is { } year)
            agreements = agreements.BegunIn(db, year);
        if (filter.Standing?.Kind is { } standing)
            agreements = agreements.MayStand(db, standing, filter.On);
        if (filter.EndsWithinDays is { } days)
            agreements = agreements.MayEndWithin(filter.On, filter.On.AddDays(days));
        return agreements;
    }

    /// <summary>What is asked for and stands in a table of its own: the agreements of each such question.</summary>
    internal static IEnumerable<(string Question, IQueryable<Guid> Ids)> Sets(RegisterDb db, AgreementFilter filter)
    {
        if (filter.Finding is { } code)
            yield return ($"finding {code}", About(db, db.Findings.Where(f => f.Code == code)));
        if (filter.Severity is { } severity)
            yield return ($"severity {severity}", About(db, db.Findings.Where(f => f.Severity == severity)));
        else if (filter.HasFindings)
            yield return ("severity", About(db, db.Findings));
        if (filter.Partner is { } partner)
            yield return ($"partner {partner}", db.AgreementPartners.Where(p => p.PartnerId == partner).Select(p => p.AgreementId));
        if (filter.Edition is { } edition)
            yield return ($"edition {edition}", db.Agreements.Where(a => a.EditionId == edition).Select(a => a.Id));
    }

    private static IQueryable<Guid> About(RegisterDb db, IQueryable<StoredFinding> findings) => findings.Where(f => f.State == FindingState.Open)
        .Join(db.FindingAgreements, f => new { f.EditionId, f.Order }, a => new { a.EditionId, Order = a.FindingOrder }, (f, a) => a.AgreementId);

    /// <summary>What has no such value stands last in either direction.</summary>
    private static IQueryable<Agreement> InOrder(IQueryable<Agreement> agreements, AgreementFilter filter) => (filter.Order, filter.IsDescending) switch
    {
        (AgreementOrder.Partner, false) => agreements.OrderBy(a => a.Folded).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (AgreementOrder.Partner, true) => agreements.OrderByDescending(a => a.Folded).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (AgreementOrder.Begins, false) => agreements.OrderBy(a => a.BeginDay == null).ThenBy(a => a.BeginDay).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (AgreementOrder.Begins, true) => agreements.OrderBy(a => a.BeginDay == null).ThenByDescending(a => a.BeginDay).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (AgreementOrder.Ends, false) => agreements.OrderBy(a => a.EndsOnDay == null).ThenBy(a => a.EndsOnDay).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (AgreementOrder.Ends, true) => agreements.OrderBy(a => a.EndsOnDay == null).ThenByDescending(a => a.EndsOnDay).ThenBy(a => a.NumberOrder).ThenBy(a => a.Number),
        (_, true) => agreements.OrderByDescending(a => a.NumberOrder).ThenByDescending(a => a.Number),
        _ => agreements.ByNumber(),
    };

    /// <summary>The narrowing in the database only spares work; this decides.</summary>
    private static bool Stands(Standing standing, AgreementFilter filter) =>
        filter.Standing?.Has(standing.Kind) != false
        && (filter.EndsWithinDays is not { } days
            || (standing is { Kind: StandingKind.InForceUntil, Until.Earliest: { } last } && last <= filter.On.AddDays(days)));

    private static Task<List<StoredFinding>> FindingsAsync(RegisterDb db, Guid id, CancellationToken stop) =>
        db.FindingAgreements.Where(f => f.AgreementId == id)
            .Join(db.Findings.Where(s => s.State != FindingState.Replaced), f => new { f.EditionId, Order = f.FindingOrder }, s => new { s.EditionId, s.Order }, (f, s) => s)
            .AsNoTracking().OrderBy(s => s.EditionId).ThenBy(s => s.Order).ToListAsync(stop);
}

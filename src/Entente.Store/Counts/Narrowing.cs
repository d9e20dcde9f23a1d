using Entente.Core;
using Entente.Edtf;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Counts;

/// <summary>Narrows a list in the database. What is left is still to be decided by Core, where the remark says so.</summary>
public static class Narrowing
{
    /// <summary>Agreements in which every word is found, or a part of a word; in either script. To be called first. Decides.</summary>
    public static IQueryable<Agreement> Matching(this RegisterDb db, string? words) =>
        SearchText.Words(words ?? "") is { Count: > 0 } all ? SearchIndex.Matching(db, all) : db.Agreements;

    /// <param name="country">Alpha-2 code; empty: no country. Decides.</param>
    public static IQueryable<Agreement> InCountry(this IQueryable<Agreement> agreements, RegisterDb db, string country) =>
        agreements.Under(db, Facet.Country, country);

    /// <param name="kind">Code, or wording where there is no code; empty: no kind. Decides.</param>
    public static IQueryable<Agreement> OfKind(this IQueryable<Agreement> agreements, RegisterDb db, string kind) =>
        agreements.Under(db, Facet.Kind, kind);

    /// <param name="year">In which it begins; null: no known year. Decides.</param>
    public static IQueryable<Agreement> BegunIn(this IQueryable<Agreement> agreements, RegisterDb db, long? year) =>
        agreements.Under(db, Facet.Year, year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");

    /// <summary>Narrows only: <see cref="Agreement.StandingOn"/> decides.</summary>
    public static IQueryable<Agreement> MayStand(this IQueryable<Agreement> agreements, RegisterDb db, StandingKind kind, Day day)
    {
        var lifelines = LifelineSql.Standing(db, kind, LifelineRow.DayNumber(day));
        return agreements.Where(a => lifelines.Any(l => l.AgreementId == a.Id));
    }

    /// <summary>Narrows only: what ends from one day to another, or may, or runs on in periods.
    /// <see cref="Standing.Until"/> decides.</summary>
    public static IQueryable<Agreement> MayEndWithin(this IQueryable<Agreement> agreements, Day from, Day to)
    {
        var (first, last) = (from.Number, to.Number);
        return agreements.Where(a => a.EndDay <= last && (a.EndLatestDay == null || a.EndLatestDay >= first));
    }

    /// <summary>The agreement of that number, by the index. Decides.</summary>
    public static IQueryable<Agreement> Numbered(this IQueryable<Agreement> agreements, string number)
    {
        var order = Agreement.OrderOf(number);
        return agreements.Where(a => a.NumberOrder == order && a.Number == number);
    }

    public static IQueryable<Agreement> ByNumber(this IQueryable<Agreement> agreements) =>
        agreements.OrderBy(a => a.NumberOrder).ThenBy(a => a.Number);

    private static IQueryable<Agreement> Under(this IQueryable<Agreement> agreements, RegisterDb db, Facet facet, string key)
    {
        var ids = LifelineSql.Under(db, facet, key).Select(l => l.AgreementId);
        return agreements.Where(a => ids.Contains(a.Id));
    }
}

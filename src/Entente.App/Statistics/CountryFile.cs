using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Partners;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Statistics;

/// <summary>All that the register knows of one country.</summary>
/// <param name="Code">Alpha-2; empty: the agreements without a country.</param>
/// <param name="Agreements">Of the page that is shown.</param>
/// <param name="Partners">Those with most agreements.</param>
/// <param name="Check">What the latest edition that speaks of it says of it.</param>
internal sealed record CountryFile(
    string Code, StandingCount Counts, AgreementList Agreements, IReadOnlyList<YearEnd> Years, IReadOnlyList<KeyedCount> Kinds,
    PartnerList Partners, Check? Check, Edition? Edition)
{
    public const int MostRows = 100, MostPartners = 12;

    public static Task<CountryFile> OfAsync(OpenRegister open, string code, Day on, int page, CancellationToken stop) => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        var among = extract.Keys.Holding(code);
        int[] places = [.. extract.Orders.Of(AgreementOrder.Number, false).Where(p => among?[extract.Lines[p].Countries] == true)];
        var filter = new AgreementFilter(on) { Country = code, Skip = (page - 1) * MostRows, Limit = MostRows };
        var kinds = ByKind(extract, places, on);
        var ask = new PartnerQuestion { Country = code.Length == 0 ? PartnerQuestion.None : code, Order = PartnerOrder.Agreements, IsDescending = true };
        var (check, edition) = await StatedAsync(open, code, stop);
        return new CountryFile(
            code, kinds.Total, await AgreementQueries.ListAsync(open, filter, stop), YearEnds.Of(extract, places, on, open.Today), kinds.By,
            await PartnerQueries.ListAsync(open, ask, on, MostPartners, stop), check, edition);
    }, stop);

    /// <summary>The most frequent first; an agreement of two kinds is counted in each.</summary>
    private static (StandingCount Total, IReadOnlyList<KeyedCount> By) ByKind(Extract extract, int[] places, Day on)
    {
        var (by, total, day) = (new Dictionary<string, StandingCount>(), default(StandingCount), LifelineRow.DayNumber(on));
        foreach (var place in places)
        {
            ref readonly var line = ref extract.Lines[place];
            var standing = extract.StandingOn(in line, day, on);
            total = total.Plus(standing, 1);
            foreach (var kind in extract.Keys[line.Kinds])
                by[kind] = by.GetValueOrDefault(kind).Plus(standing, 1);
        }

        return (total, [.. by.Select(k => new KeyedCount(k.Key, k.Value)).OrderByDescending(k => k.Count.All).ThenBy(k => k.Key, StringComparer.Ordinal)]);
    }

    private static async Task<(Check? Check, Edition? Edition)> StatedAsync(OpenRegister open, string code, CancellationToken stop)
    {
        if (code.Length == 0)
            return (null, null);
        var editions = await open.Db.Editions.AsNoTracking().Where(e => e.UndoneAt == null).OrderByDescending(e => e.Id).ToListAsync(stop);
        var edition = editions.Find(e => e.Checks.Any(c => c.Kind == CheckKind.Country));
        return edition?.Checks.FirstOrDefault(c => c.Kind == CheckKind.Country && c.Subject == code) is { } check ? (check, edition) : (null, edition);
    }
}

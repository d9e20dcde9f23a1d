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
/// <param name="Kinds">The most frequent first; an agreement of two kinds is counted in each.</param>
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
        var years = await extract.RememberAsync($"years {code} {on}", () => Task.FromResult(YearEnds.Of(extract, places, on, open.Today)));
        var filter = new AgreementFilter(on) { Country = code, Skip = (page - 1) * MostRows, Limit = MostRows };
        var kinds = LineCounts.By(extract, places, (in line) => line.Kinds, on);
        var ask = new PartnerQuestion { Country = code.Length == 0 ? PartnerQuestion.None : code, Order = PartnerOrder.Agreements, IsDescending = true };
        var (check, edition) = await StatedAsync(open, code, stop);
        return new CountryFile(
            code, kinds.Total, await AgreementQueries.ListAsync(open, filter, stop), years,
            [.. kinds.By.OrderByDescending(k => k.Count.All).ThenBy(k => k.Key, StringComparer.Ordinal)],
            await PartnerQueries.ListAsync(open, ask, on, MostPartners, stop), check, edition);
    }, stop);

    private static async Task<(Check? Check, Edition? Edition)> StatedAsync(OpenRegister open, string code, CancellationToken stop)
    {
        if (code.Length == 0)
            return (null, null);
        var editions = await open.Db.Editions.AsNoTracking().Where(e => e.UndoneAt == null).OrderByDescending(e => e.Id).ToListAsync(stop);
        var edition = editions.Find(e => e.Checks.Any(c => c.Kind == CheckKind.Country));
        return edition?.Checks.FirstOrDefault(c => c.Kind == CheckKind.Country && c.Subject == code) is { } check ? (check, edition) : (null, edition);
    }
}

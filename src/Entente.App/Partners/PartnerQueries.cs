using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Partners;

/// <summary>A partner and how its agreements stand.</summary>
/// <param name="Latest">The one of them that was or is in force to the latest day.</param>
public sealed record PartnerRow(Partner Partner, StandingCount Counts, AgreementAt Latest);

/// <param name="Total">Of all that match, shown or not.</param>
public sealed record PartnerList(long Total, IReadOnlyList<PartnerRow> Rows);

/// <summary>The partners of a register. Bodies are read for what is shown only.</summary>
internal static class PartnerQueries
{
    private const int Chunk = 500;

    /// <param name="limit">Null: all from the first page on.</param>
    public static Task<PartnerList> ListAsync(OpenRegister open, PartnerQuestion question, Day on, int? limit, CancellationToken stop) =>
        open.Db.InReadAsync(async () =>
        {
            var extract = await ListQueries.ExtractAsync(open, stop);
            var partners = await PartnerLines.OfAsync(open, extract, stop);
            var chosen = InOrder(Chosen(extract, partners, question, on), extract, question).ToList();
            var shown = limit is { } most ? chosen.Skip((question.Page - 1) * most).Take(most) : chosen;
            return new PartnerList(chosen.Count, await RowsAsync(open, extract, [.. shown], on, stop));
        }, stop);

    /// <summary>The partners of one agreement, by the position of the party that names each.</summary>
    public static async Task<IReadOnlyDictionary<int, Guid>> OfAsync(OpenRegister open, Guid agreement, CancellationToken stop) =>
        await open.Db.AgreementPartners.AsNoTracking().Where(l => l.AgreementId == agreement).ToDictionaryAsync(l => l.Position, l => l.PartnerId, stop);

    /// <summary>The countries of partners, each once; an empty one for partners without.</summary>
    public static Task<List<string>> CountriesAsync(OpenRegister open, CancellationToken stop) =>
        open.Db.Partners.Select(p => p.Country ?? "").Distinct().OrderBy(c => c).ToListAsync(stop);

    private static IEnumerable<(PartnerLine Line, StandingCount Counts)> Chosen(Extract extract, PartnerLines partners, PartnerQuestion question, Day on)
    {
        var words = SearchText.Words(question.Words ?? "");
        var country = question.Country == PartnerQuestion.None ? null : question.Country;
        foreach (var line in partners.All)
        {
            if ((question.Country is not null && line.Country != country) || !words.All(w => w.Forms.Any(f => line.Text.Contains(f, StringComparison.Ordinal))))
                continue;
            var counts = PartnerLines.Counted(extract, in line, on);
            if (!question.IsInForce || counts.InForceUntil + counts.InForceOpen > 0)
                yield return (line, counts);
        }
    }

    /// <summary>What is the same in the order stands by its name.</summary>
    private static IEnumerable<(PartnerLine Line, StandingCount Counts)> InOrder(
        IEnumerable<(PartnerLine Line, StandingCount Counts)> chosen, Extract extract, PartnerQuestion question) => (question.Order, question.IsDescending) switch
    {
        (PartnerOrder.Agreements, false) => chosen.OrderBy(p => p.Counts.All),
        (PartnerOrder.Agreements, true) => chosen.OrderByDescending(p => p.Counts.All),
        (PartnerOrder.Country, false) => chosen.OrderBy(p => p.Line.Country is null).ThenBy(p => Shown.Country(p.Line.Country), StringComparer.InvariantCulture),
        (PartnerOrder.Country, true) => chosen.OrderBy(p => p.Line.Country is null).ThenByDescending(p => Shown.Country(p.Line.Country), StringComparer.InvariantCulture),
        (PartnerOrder.Ends, false) => chosen.OrderBy(p => PartnerLines.Latest(extract, p.Line).Day),
        (PartnerOrder.Ends, true) => chosen.OrderByDescending(p => PartnerLines.Latest(extract, p.Line).Day),
        (_, true) => chosen.Reverse(),
        _ => chosen,
    };

    private static async Task<IReadOnlyList<PartnerRow>> RowsAsync(
        OpenRegister open, Extract extract, IReadOnlyList<(PartnerLine Line, StandingCount Counts)> shown, Day on, CancellationToken stop)
    {
        var partners = new Dictionary<Guid, Partner>();
        foreach (var ids in shown.Select(p => p.Line.Id).Chunk(Chunk))
        {
            foreach (var partner in await open.Db.Partners.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop))
                partners.Add(partner.Id, partner);
        }

        var latest = shown.Select(p => extract.Lines[PartnerLines.Latest(extract, p.Line).Place].Id).ToList();
        var agreements = await ListQueries.AgreementsAsync(open, extract, [.. latest.Distinct()], on, stop);
        var byId = agreements.ToDictionary(a => a.Agreement.Id);
        return [.. shown.Zip(latest, (p, id) => new PartnerRow(partners[p.Line.Id], p.Counts, byId[id]))];
    }
}

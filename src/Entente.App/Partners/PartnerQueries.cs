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
            var order = await extract.RememberAsync($"partners {question.Order} {question.IsDescending}", () => Task.FromResult(InOrder(extract, partners, question)));
            var (total, shown) = Choose(extract, partners, order, question, on, limit);
            return new PartnerList(total, await RowsAsync(open, extract, shown, on, stop));
        }, stop);

    /// <summary>Those that match, where it is known where they are.</summary>
    public static Task<IReadOnlyList<Partner>> PlacedAsync(OpenRegister open, PartnerQuestion question, Day on, CancellationToken stop) =>
        open.Db.InReadAsync<IReadOnlyList<Partner>>(async () =>
        {
            var extract = await ListQueries.ExtractAsync(open, stop);
            var partners = await PartnerLines.OfAsync(open, extract, stop);
            var chosen = Choose(extract, partners, InOrder(extract, partners, new PartnerQuestion()), question, on, null).Shown.Select(l => l.Id).ToHashSet();
            var known = await open.Db.Partners.AsNoTracking().Where(p => p.Version > 1).OrderBy(p => p.Key).ToListAsync(stop);
            return [.. known.Where(p => chosen.Contains(p.Id) && p.Identity.Place is { Latitude: not null, Longitude: not null })];
        }, stop);

    /// <summary>The partners of one agreement, by the position of the party that names each.</summary>
    public static async Task<IReadOnlyDictionary<int, Guid>> OfAsync(OpenRegister open, Guid agreement, CancellationToken stop) =>
        await open.Db.AgreementPartners.AsNoTracking().Where(l => l.AgreementId == agreement).ToDictionaryAsync(l => l.Position, l => l.PartnerId, stop);

    /// <summary>The countries of partners, each once; an empty one for partners without.</summary>
    public static Task<List<string>> CountriesAsync(OpenRegister open, CancellationToken stop) =>
        open.Db.Partners.Select(p => p.Country ?? "").Distinct().OrderBy(c => c).ToListAsync(stop);

    private static (long Total, IReadOnlyList<PartnerLine> Shown) Choose(
        Extract extract, PartnerLines partners, int[] order, PartnerQuestion question, Day on, int? limit)
    {
        var words = SearchText.Words(question.Words ?? "");
        IReadOnlyList<PartnerIdentifier> ids = question.Words is null ? [] : Identifiers.All(question.Words);
        var country = question.Country == PartnerQuestion.None ? null : question.Country;
        var (total, shown, skip) = (0L, new List<PartnerLine>(), limit is { } rows ? (long)(question.Page - 1) * rows : 0);
        foreach (var at in order)
        {
            ref readonly var line = ref partners.All[at];
            if ((question.Country is not null && line.Country != country) || (question.Link is { } link && line.Link != link) || (question.Type is { } type && !line.Identity.Types.Contains(type)) || (question.At is { } place && PartnerQuestion.AtOf(line.Identity.Place) != place) || !(line.Has(words) || line.HasAny(ids)) || (question.IsInForce && !PartnerLines.IsInForce(extract, in line, on)))
                continue;
            if (total++ >= skip && shown.Count < (limit ?? int.MaxValue))
                shown.Add(line);
        }

        return (total, shown);
    }

    /// <summary>What is the same in the order stands by its name.</summary>
    private static int[] InOrder(Extract extract, PartnerLines partners, PartnerQuestion question)
    {
        var all = Enumerable.Range(0, partners.All.Length);
        return (question.Order, question.IsDescending) switch
        {
            (PartnerOrder.Country, false) => [.. all.OrderBy(HasNoCountry).ThenBy(Country, StringComparer.InvariantCulture)],
            (PartnerOrder.Country, true) => [.. all.OrderBy(HasNoCountry).ThenByDescending(Country, StringComparer.InvariantCulture)],
            (PartnerOrder.Agreements, false) => [.. all.OrderBy(Count)],
            (PartnerOrder.Agreements, true) => [.. all.OrderByDescending(Count)],
            (PartnerOrder.Ends, false) => [.. all.OrderBy(Latest)],
            (PartnerOrder.Ends, true) => [.. all.OrderByDescending(Latest)],
            (_, true) => [.. all.Reverse()],
            _ => [.. all],
        };

        bool HasNoCountry(int at) => partners.All[at].Country is null;
        string Country(int at) => Shown.Country(partners.All[at].Country);
        int Count(int at) => partners.All[at].Places.Length;
        long Latest(int at) => PartnerLines.Latest(extract, in partners.All[at]).Day;
    }

    private static async Task<IReadOnlyList<PartnerRow>> RowsAsync(
        OpenRegister open, Extract extract, IReadOnlyList<PartnerLine> shown, Day on, CancellationToken stop)
    {
        var partners = new Dictionary<Guid, Partner>();
        foreach (var ids in shown.Select(p => p.Id).Chunk(Chunk))
        {
            foreach (var partner in await open.Db.Partners.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop))
                partners.Add(partner.Id, partner);
        }

        var latest = shown.Select(p => extract.Lines[PartnerLines.Latest(extract, p).Place].Id).ToList();
        var agreements = (await ListQueries.AgreementsAsync(open, extract, [.. latest.Distinct()], on, stop)).ToDictionary(a => a.Agreement.Id);
        return [.. shown.Zip(latest, (p, id) => new PartnerRow(partners[p.Id], PartnerLines.Counted(extract, p, on), agreements[id]))];
    }
}

using Entente.App.Dates;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Agreements;

/// <summary>What can be chosen from.</summary>
public sealed record RegisterChoices(IReadOnlyList<string> Countries, IReadOnlyList<string> Kinds)
{
    public static Task<RegisterChoices> OfAsync(OpenRegister open, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InReadAsync(async () => Of(await ListQueries.ExtractAsync(open, stop)), stop);
    }

    internal static RegisterChoices Of(Extract extract) => new(extract.KeysOf(Facet.Country), extract.KeysOf(Facet.Kind));
}

/// <summary>What the register page shows.</summary>
/// <param name="Total">Of all that match, shown or not.</param>
/// <param name="Counts">Of all that match, whatever their standing: the parts that a standing may be chosen from.</param>
/// <param name="Duplicates">Pairs among the counted that are probably one agreement.</param>
/// <param name="PartnerName">Of the partner that is asked for; null when none is, or there is none.</param>
/// <param name="EditionName">Likewise.</param>
public sealed record RegisterAnswer(
    long Total, IReadOnlyList<ListRow> Rows, StandingCount Counts, int Duplicates, RegisterChoices Choices, string? PartnerName, string? EditionName)
{
    /// <summary>All of one state of the register.</summary>
    public static Task<RegisterAnswer> OfAsync(OpenRegister open, RegisterQuestion question, ChosenDay day, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(day);
        return open.Db.InReadAsync(async () =>
        {
            var extract = await ListQueries.ExtractAsync(open, stop);
            var filter = question.FilterOfPage(day.On);
            var chosen = await ListQueries.ChooseAsync(open, extract, filter, stop);
            var rows = await ListQueries.RowsAsync(open, extract, chosen.Ids, day.On, RowNeeds.Of(ListColumns.Of(question.Columns)) with { HasFindings = true }, stop);
            return new RegisterAnswer(
                chosen.Total, rows, chosen.Counts, await ListQueries.DuplicatesAsync(open, extract, filter, stop), RegisterChoices.Of(extract),
                await open.Db.Partners.Where(p => p.Id == question.Partner).Select(p => p.Name).FirstOrDefaultAsync(stop),
                await open.Db.Editions.Where(e => e.Id == question.Edition).Select(e => e.SourceName).FirstOrDefaultAsync(stop));
        }, stop);
    }
}

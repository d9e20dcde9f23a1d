using Entente.App.Dates;
using Entente.App.Registers;
using Entente.App.Statistics;
using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Agreements;

/// <summary>How many findings about one agreement wait for someone.</summary>
public sealed record WaitingFindings(int Errors, int Doubts, int Notes);

/// <summary>What the register page shows.</summary>
/// <param name="Counts">Of all that match, whatever their standing: the parts that a standing may be chosen from.</param>
/// <param name="Duplicates">Pairs among the counted that are probably one agreement.</param>
public sealed record RegisterAnswer(
    AgreementList List, StandingCount Counts, int Duplicates, IReadOnlyDictionary<Guid, WaitingFindings> Findings)
{
    public const int MostRows = 500;

    public static async Task<RegisterAnswer> OfAsync(OpenRegister open, RegisterQuestion question, ChosenDay day, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(day);
        var list = await AgreementQueries.ListAsync(open, question.Filter(day.On, MostRows), stop);
        var (counts, duplicates) = await CountAsync(open, question, day, stop);
        return new RegisterAnswer(list, counts, duplicates, await FindingsAsync(open, list, stop));
    }

    /// <summary>What can be chosen from.</summary>
    public static Task<List<string>> KeysAsync(OpenRegister open, Facet facet, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.LifelineGroups.Where(g => g.Facet == facet).Select(g => g.Key).Distinct().OrderBy(k => k).ToListAsync(stop);
    }

    private static async Task<(StandingCount Counts, int Duplicates)> CountAsync(
        OpenRegister open, RegisterQuestion question, ChosenDay day, CancellationToken stop)
    {
        if (!question.IsNarrowed)
        {
            var counted = await CountQueries.CountAsync(open, day.On, null, stop);
            return (counted.Counts.Total, counted.ProbableDuplicates);
        }

        var all = await AgreementQueries.ListAsync(open, question.Filter(day.On) with { Standing = null, EndsWithinDays = null }, stop);
        var counts = all.Agreements.Aggregate(default(StandingCount), (sum, at) => sum.Plus(at.Standing.Kind, 1));
        var ids = all.Agreements.Select(at => at.Agreement.Id).ToHashSet();
        var pairs = await CountQueries.DuplicatesAsync(open, stop);
        return (counts, pairs.Count(p => ids.Contains(p.One) && ids.Contains(p.Other)));
    }

    private static async Task<IReadOnlyDictionary<Guid, WaitingFindings>> FindingsAsync(OpenRegister open, AgreementList list, CancellationToken stop)
    {
        var ids = list.Agreements.Select(at => at.Agreement.Id).ToList();
        var findings = await open.Db.FindingAgreements.Where(f => ids.Contains(f.AgreementId))
            .Join(
                open.Db.Findings.Where(f => f.State == FindingState.Open),
                a => new { a.EditionId, Order = a.FindingOrder }, f => new { f.EditionId, f.Order }, (a, f) => new { a.AgreementId, f.Severity })
            .ToListAsync(stop);
        return findings.GroupBy(f => f.AgreementId, f => f.Severity).ToDictionary(
            g => g.Key, g => new WaitingFindings(g.Count(s => s == Severity.Error), g.Count(s => s == Severity.Doubt), g.Count(s => s == Severity.Note)));
    }
}

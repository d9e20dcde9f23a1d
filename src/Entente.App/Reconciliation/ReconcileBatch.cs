using System.Text.Json;

namespace Entente.App.Reconciliation;

/// <summary>The queries of one call, each under the key by which it is answered.</summary>
internal static class ReconcileBatch
{
    public const int Most = 200;

    /// <summary>Every key is answered, also that of a query that is not understood.</summary>
    public static Dictionary<string, ResultView> Answer(Known known, JsonElement queries, CancellationToken stop)
    {
        var answers = new Dictionary<string, ResultView>();
        foreach (var one in queries.EnumerateObject())
        {
            stop.ThrowIfCancellationRequested();
            var (query, wrong) = ReconcileQuery.Parse(one.Value);
            answers[one.Name] = query is null ? new ResultView([], wrong) : new ResultView([.. Reconciling.Candidates(known, query).Select(CandidateView.Of)], null);
        }

        return answers;
    }
}

/// <param name="Error">Why nothing was looked for; null when it was.</param>
internal sealed record ResultView(IReadOnlyList<CandidateView> Result, string? Error);

internal sealed record CandidateView(string Id, string Name, string? Description, IReadOnlyList<TypeView> Type, double Score, IReadOnlyList<Feature> Features, bool Match)
{
    public static CandidateView Of(Candidate candidate) => new(
        candidate.Entity.Id, candidate.Entity.Name, candidate.Entity.Description, [TypeView.Of(candidate.Entity.Kind)], candidate.Score, candidate.Features, candidate.IsMatch);
}

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Agreements;

/// <param name="Score">1: every word is there as a whole; less, the more of it is only alike.</param>
public sealed record Hit(AgreementAt At, double Score);

/// <summary>Agreements by words that may be mistyped or in another script: the closest first.</summary>
public static class FindQueries
{
    private const double LeastScore = 0.55;

    private const int MostOfIndex = 20_000;

    public static async Task<IReadOnlyList<Hit>> FindAsync(
        OpenRegister open, string words, Day on, int limit = 20, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var asked = SearchText.Words(words).Select(w => new WordLikeness(w)).ToList();
        if (asked.Count == 0)
            return [];
        // The index finds each in which all words are. Where enough of them are closer than any with a slip can be, no other is looked at.
        var best = await ScoredAsync(open.Db.Matching(words).ByNumber().Take(MostOfIndex), asked, stop);
        var others = best.Count < MostOfIndex ? WordLikeness.MostWithASlip(asked.Count) : WordLikeness.MostWithAPart(asked.Count);
        best.RemoveAll(s => s.Score <= others);
        if (best.Count < limit)
            best = await ScoredAsync(open.Db.Agreements, asked, stop);
        best = [.. best.OrderByDescending(s => s.Score).ThenBy(s => s.NumberOrder).ThenBy(s => s.Number, StringComparer.Ordinal).Take(limit)];
        var ids = best.ConvertAll(b => b.Id);
        var found = await open.Db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        return best.ConvertAll(b => new Hit(new AgreementAt(found[b.Id], found[b.Id].StandingOn(on, open.Register.Counting)), Math.Round(b.Score, 3)));
    }

    private static async Task<List<(Guid Id, double Score, long NumberOrder, string Number)>> ScoredAsync(
        IQueryable<Agreement> agreements, List<WordLikeness> asked, CancellationToken stop)
    {
        var scored = new List<(Guid Id, double Score, long NumberOrder, string Number)>();
        var texts = agreements.AsNoTracking().Select(a => new { a.Id, a.NumberOrder, a.Number, a.Folded });
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(stop))
        {
            var score = Score(asked, text.Folded);
            if (score >= LeastScore)
                scored.Add((text.Id, score, text.NumberOrder, text.Number));
        }

        return scored;
    }

    private static double Score(List<WordLikeness> asked, string folded)
    {
        var tokens = folded.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var sum = 0.0;
        foreach (var word in asked)
        {
            var best = 0.0;
            foreach (var token in tokens)
                best = Math.Max(best, word.To(token));
            if (best == 0)
                return 0;
            sum += best;
        }

        return sum / asked.Count;
    }
}

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Agreements;

/// <param name="Score">1: every word is there as a whole; less, the more of it is only alike.</param>
public sealed record Hit(AgreementAt At, double Score);

/// <summary>Agreements by words that may be mistyped or in another script: the closest first.</summary>
public static class FindQueries
{
    private const double LeastScore = 0.55;

    public static async Task<IReadOnlyList<Hit>> FindAsync(
        OpenRegister open, string words, Day on, int limit = 20, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var asked = SearchText.Words(words).Select(w => new WordLikeness(w)).ToList();
        if (asked.Count == 0)
            return [];
        var scored = new List<(Guid Id, double Score, long NumberOrder, string Number)>();
        var texts = open.Db.Agreements.AsNoTracking().Select(a => new { a.Id, a.NumberOrder, a.Number, a.Folded });
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(stop))
        {
            var score = Score(asked, text.Folded);
            if (score >= LeastScore)
                scored.Add((text.Id, score, text.NumberOrder, text.Number));
        }

        var best = scored.OrderByDescending(s => s.Score).ThenBy(s => s.NumberOrder).ThenBy(s => s.Number, StringComparer.Ordinal).Take(limit).ToList();
        var ids = best.ConvertAll(b => b.Id);
        var found = await open.Db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        return best.ConvertAll(b => new Hit(new AgreementAt(found[b.Id], found[b.Id].StandingOn(on, open.Register.Counting)), Math.Round(b.Score, 3)));
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

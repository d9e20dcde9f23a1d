using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Several agreements and rows of one partner, kind and first day: which of them is which, as far as what they say tells it.</summary>
internal sealed class SameKey
{
    /// <summary>Of agreements with rows that are compared with each other; of more those come first that say the same, and what is behind is asked about as any other.</summary>
    private const int MostPairs = 40_000;

    private readonly Func<KnownRow, Draft, int> differences;
    private readonly List<KnownRow> known;
    private readonly List<Draft> rows;

    private SameKey(IReadOnlyList<KnownRow> known, IReadOnlyList<Draft> rows, Func<KnownRow, Draft, int> differences) =>
        (this.known, this.rows, this.differences) = ([.. known], [.. rows], differences);

    /// <summary>Rows that are about a known agreement for sure, and those that may be about one as well as about another, or as well as another row.</summary>
    /// <param name="known">In the order in which they are taken where nothing is lost by it.</param>
    /// <param name="differences">In how many fields a row says otherwise than the one of an agreement did.</param>
    public static (IReadOnlyList<(KnownRow Known, Draft Row)> Met, IReadOnlyList<Tied> Tied) Of(
        IReadOnlyList<KnownRow> known, IReadOnlyList<Draft> rows, Func<KnownRow, Draft, int> differences) => (known, rows) switch
        {
            ([], _) or (_, []) => ([], []),
            ([var only], [var row]) => ([(only, row)], []),
            _ => new SameKey(known, rows, differences).Pairs(),
        };

    /// <summary>The nearest first. Of several that are as near those are taken in order between which there is nothing to tell: all that could be one say the same.</summary>
    private (IReadOnlyList<(KnownRow, Draft)>, IReadOnlyList<Tied>) Pairs()
    {
        var (met, tied) = (new List<(KnownRow, Draft)>(), new List<Tied>());
        if ((long)known.Count * rows.Count > MostPairs)
            met.AddRange(SayingTheSame());
        // The nearest first; those that are as near in order.
        var costs = (from row in rows from one in known.Take(MostPairs / rows.Count) select (Row: row, Known: one, Cost: differences(one, row), IsDeleted: one.Agreement is null)).OrderBy(c => c.Cost).ThenBy(c => c.IsDeleted).ToList();
        while (costs.Count > 0)
        {
            var (row0, known0, cost, isDeleted) = costs[0];
            var near = costs.TakeWhile(c => c.Cost == cost && c.IsDeleted == isDeleted).ToList();
            List<KnownRow> agreements = [known0, .. near.Where(c => c.Row == row0 && c.Known != known0 && !IsSame(c.Known, known0)).Select(c => c.Known)];
            List<Draft> alike = [row0, .. near.Where(c => c.Known == known0 && c.Row != row0 && !IsSame(c.Row, row0)).Select(c => c.Row)];
            // As many that say the same as there are to choose from: whichever is taken, the same comes of it.
            if (rows.Count(r => IsSame(r, row0)) >= agreements.Count)
                agreements = [known0];
            if (known.Count(k => IsSame(k, known0)) >= alike.Count)
                alike = [row0];
            var isTied = !isDeleted && (agreements.Count > 1 || alike.Count > 1);
            // None of them says anything new: whichever is taken, nothing changes. As many rows as agreements are told by their order.
            if (!isTied || (cost == 0 && alike.Count == 1))
            {
                if (isTied && known.Count > rows.Count)
                    tied.Add(new Tied(row0, agreements, alike, IsTaken: true));
                met.Add((known0, row0));
                (agreements, alike) = ([known0], [row0]);
            }
            else
            {
                tied.AddRange(alike.Select(row => new Tied(row, agreements, [row, .. alike.Where(r => r != row)], IsTaken: false)));
            }

            known.RemoveAll(agreements.Contains);
            rows.RemoveAll(alike.Contains);
            costs.RemoveAll(c => agreements.Contains(c.Known) || alike.Contains(c.Row));
        }

        return (met, tied);
    }

    /// <summary>Of very many those of which the row says nothing new, in order.</summary>
    private List<(KnownRow Known, Draft Row)> SayingTheSame()
    {
        var bySaid = known.Where(k => k.Agreement is not null).GroupBy(k => Said(k.Read)).ToDictionary(g => g.Key, g => new Queue<KnownRow>(g));
        var same = new List<(KnownRow Known, Draft Row)>();
        foreach (var row in rows)
        {
            if (bySaid.GetValueOrDefault(Said(row.Facts)) is { Count: > 0 } left)
                same.Add((left.Dequeue(), row));
        }

        known.RemoveAll(same.Select(s => s.Known).ToHashSet<object>(ReferenceEqualityComparer.Instance).Contains);
        rows.RemoveAll(same.Select(s => s.Row).ToHashSet<object>(ReferenceEqualityComparer.Instance).Contains);
        return same;

        static string Said(Facts facts) => string.Join('\n', FactTexts.Said(facts).Select(f => $"{f.Field} {f.Text}"));
    }

    private static bool IsSame(KnownRow one, KnownRow other) =>
        FactTexts.Differences(one.Read, other.Read).Count == 0 && FactTexts.Differences(one.Now, other.Now).Count == 0;

    private static bool IsSame(Draft one, Draft other) => FactTexts.Differences(one.Facts, other.Facts).Count == 0;
}

/// <summary>A row that may be about each of several agreements, or of which others may as well be about the agreement.</summary>
/// <param name="Rows">The row itself first.</param>
/// <param name="IsTaken">It is taken for the first of these, of which it says nothing new.</param>
internal sealed record Tied(Draft Row, IReadOnlyList<KnownRow> Known, IReadOnlyList<Draft> Rows, bool IsTaken);

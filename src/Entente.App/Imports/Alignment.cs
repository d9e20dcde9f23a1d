using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Imports;

/// <summary>A row that is probably about a known agreement.</summary>
/// <param name="IsSure">Else a person is asked.</param>
internal sealed record Aligned(KnownRow Known, Draft Draft, bool IsSure)
{
    /// <summary>Others that it may be about as well: they are as near.</summary>
    public IReadOnlyList<KnownRow> Others { get; init; } = [];
}

/// <summary>Aligns the rows of the next edition that no agreement was met by as it was read: names with slips mended, kinds and dates corrected.
/// Of all pairs that may belong together those are taken that cost least in all.</summary>
internal static class Alignment
{
    /// <summary>Up to this two of partner, kind and first date are the same; up to the other a person is asked. What lies nearer to a second one is asked, too.</summary>
    private const double Sure = 0.36, Perhaps = 0.46, Margin = 0.05;

    /// <summary>From here on first days differ by more than a slip: then another one of the partner may be meant also where it is farther.</summary>
    private const double OtherDay = 0.3, FarMargin = 0.12;

    /// <summary>So little only tells which of equally near ones comes first.</summary>
    private const double Hair = 0.0001;

    /// <summary>A word that so many names have says nothing.</summary>
    private const int Common = 60;

    public static IReadOnlyList<Aligned> Of(IReadOnlyList<KnownRow> known, IReadOnlyList<Draft> drafts, CancellationToken stop)
    {
        if (known.Count == 0 || drafts.Count == 0)
            return [];
        var ours = known.Select(k => new[] { k.WasRead ? RowLikeness.Of(k.Read) : null, RowLikeness.Of(k.Now) }.OfType<RowLikeness>().ToList()).ToList();
        var theirs = drafts.Select(d => RowLikeness.Of(d.Facts)).ToList();
        var pairs = Candidates(ours, theirs, stop).Select(c => new Pair(c.Draft, c.Known, ours[c.Known].Min(o => o.CostTo(theirs[c.Draft])))).Where(p => p.Cost <= Perhaps)
            .Select(p => p with { Cost = p.Cost + Otherwise(known[p.Right], drafts[p.Left]) }).ToList();
        // Kind and first date before all else: a slip in a name is found again whatever else the partner has.
        var first = Chosen(pairs.Where(p => ours[p.Right].Exists(o => o.IsOfKindAndDate(theirs[p.Left])))).Where(p => p.IsSure).ToList();
        var (drawn, met) = (first.Select(p => p.Of.Left).ToHashSet(), first.Select(p => p.Of.Right).ToHashSet());
        return [.. first.Concat(Chosen(pairs.Where(p => !drawn.Contains(p.Left) && !met.Contains(p.Right)))).OrderBy(p => p.Of.Left).Select(p => new Aligned(known[p.Of.Right], drafts[p.Of.Left], p.IsSure) { Others = [.. p.Others.Select(o => known[o])] })];
    }

    /// <summary>Of equally near ones the one is meant that is called so in the very letters, first as the last list called it.</summary>
    private static double Otherwise(KnownRow known, Draft draft)
    {
        var names = Names(draft.Facts);
        return known.WasRead && Names(known.Read).SequenceEqual(names) ? 0 : Names(known.Now).SequenceEqual(names) ? Hair : 2 * Hair;

        static IEnumerable<string> Names(Facts facts) => facts.Parties.Select(p => p.Name).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<(Pair Of, bool IsSure, IReadOnlyList<int> Others)> Chosen(IEnumerable<Pair> pairs)
    {
        var all = pairs.ToList();
        var (byDraft, byKnown) = (all.ToLookup(p => p.Left), all.ToLookup(p => p.Right));
        var chosen = Assignment.Of(all);
        var met = chosen.Select(p => p.Right).ToHashSet();
        return chosen.Select(p => (p, p.Cost <= Sure + (2 * Hair) && !byDraft[p.Left].Concat(byKnown[p.Right]).Any(o => (o.Left != p.Left || o.Right != p.Right) && o.Cost < p.Cost + (p.Cost < OtherDay ? Margin : FarMargin)),
            (IReadOnlyList<int>)[.. byDraft[p.Left].Where(o => !met.Contains(o.Right) && Math.Abs(o.Cost - p.Cost) <= 2 * Hair).Select(o => o.Right)]));
    }

    private static IEnumerable<(int Draft, int Known)> Candidates(List<List<RowLikeness>> ours, List<RowLikeness> theirs, CancellationToken stop)
    {
        var byWord = ours.SelectMany((o, i) => Words(o).Select(w => (Word: w, At: i))).ToLookup(w => w.Word, w => w.At);
        for (var draft = 0; draft < theirs.Count; draft++)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var known in Words([theirs[draft]]).Select(w => byWord[w]).Where(g => g.Count() <= Common).SelectMany(g => g).Distinct())
                yield return (draft, known);
        }
    }

    /// <summary>What both must share one of: a whole name, a longer word of it, the beginning of one that may be misspelt behind, or day and country.</summary>
    private static IEnumerable<string> Words(IEnumerable<RowLikeness> rows) =>
        rows.SelectMany(r => r.Names.SelectMany(n => n.Split(' ').Where(w => w.Length > 3).SelectMany(w => new[] { w, w[..4], w[^4..] }).Append($"= {n}"))
            .Concat(r.When is { } when ? [when] : [])).Distinct();
}

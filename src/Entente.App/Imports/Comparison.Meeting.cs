using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Which row is about which agreement.</summary>
public sealed partial class Comparison
{
    /// <returns>The rows that are about none of those.</returns>
    private List<Draft> Meet(IReadOnlyList<Draft> drafts, Func<Draft, IEnumerable<KnownRow>> candidates)
    {
        var left = new List<Draft>();
        foreach (var draft in drafts)
        {
            stop.ThrowIfCancellationRequested();
            if (Nearest(draft, [.. candidates(draft).Where(k => !taken.Contains(k) && (k.Agreement is not null || !isHere(draft)))]) is { } known)
                Take(known, draft);
            else
                left.Add(draft);
        }

        return left;
    }

    /// <summary>Of several of one partner, kind and day the one that says most of the same. Where nothing tells two of them apart, or two rows, a person is asked.</summary>
    /// <param name="known">By their keys.</param>
    /// <returns>The rows that are about none of those.</returns>
    private List<Draft> MeetAlike(IReadOnlyList<Draft> drafts, ILookup<string, KnownRow> known)
    {
        var found = new HashSet<int>();
        foreach (var rows in drafts.GroupBy(d => Key(d.Facts)))
        {
            stop.ThrowIfCancellationRequested();
            var (pairs, doubtful) = SameKey.Of([.. known[rows.Key].Where(k => !taken.Contains(k) && (k.Agreement is not null || !isHere(rows.First())))], [.. rows], DifferencesOf);
            foreach (var (one, row) in pairs)
            {
                Take(one, row);
                found.Add(row.Order);
            }

            foreach (var one in doubtful)
            {
                tied.Add(one.Row.Order, one);
                if (one.IsTaken)
                    continue;
                taken.UnionWith(one.Known);
                perhaps.Add((one.Known[0].Agreement!, one.Row));
                added.Add(one.Row);
                found.Add(one.Row.Order);
            }
        }

        return [.. drafts.Where(d => !found.Contains(d.Order))];
    }

    /// <summary>In how many fields a row says otherwise than the one of an agreement did, or than what was entered of it.</summary>
    private int DifferencesOf(KnownRow known, Draft draft)
    {
        var said = known.WasRead ? known.Read : known.Now;
        return FactTexts.Differences(said, Silent.Filled(printed.AsKnown(draft.Facts, known.Now), said)).Count;
    }

    private KnownRow? Nearest(Draft draft, IReadOnlyList<KnownRow> known) => known.Count == 1 ? known[0] : known.MinBy(k => DifferencesOf(k, draft));

    /// <summary>Those that are met by nothing but their likeness; where that leaves a doubt they are new, and a person is asked.</summary>
    private void Align(IReadOnlyList<KnownRow> known, List<Draft> left)
    {
        var aligned = Alignment.Of([.. known.Where(k => !taken.Contains(k))], left, stop).ToDictionary(a => a.Draft.Order);
        foreach (var draft in left)
        {
            if (aligned.TryGetValue(draft.Order, out var found) && found.IsSure)
            {
                Take(found.Known, draft);
                continue;
            }

            added.Add(draft);
            if (found?.Known.Agreement is { } agreement)
                perhaps.Add((agreement, draft));
            if (found?.Others.Select(o => o.Agreement).OfType<Agreement>().ToList() is { Count: > 0 } others)
                rivals[draft.Order] = [found.Known.Agreement!, .. others];
        }

        added.Sort((one, other) => one.Order.CompareTo(other.Order));
    }
}

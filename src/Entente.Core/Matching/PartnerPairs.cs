namespace Entente.Core.Matching;

/// <summary>A partner as a list names it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Institution">Its place in the registry, when it is linked to one.</param>
/// <param name="Events">Of its agreements, what was done and when, as one text each, equal when they are the same: kind and day.</param>
/// <param name="IsUnit">It is linked as a unit of that institution.</param>
public sealed record NamedPartner(string Name, string? Country, int? Institution = null, IReadOnlyList<string>? Events = null, bool IsUnit = false)
{
    /// <summary>The place of the institution that it is itself.</summary>
    public int? Whole => IsUnit ? null : Institution;
}

public enum PartnerRelation
{
    /// <summary>One institution under two names.</summary>
    Same,

    /// <summary>The first is a unit of the second, or both are of the same one.</summary>
    UnitOf,

    /// <summary>The first is what the second was before.</summary>
    Predecessor,

    /// <summary>One institution, and an agreement of the same kind and day with each: the same event is in the list twice.</summary>
    SameEventTwice,
}

/// <param name="First">Its place in the list of partners.</param>
public sealed record PartnerPair(int First, int Second, PartnerRelation Relation, IReadOnlyList<MatchReason> Reasons);

/// <summary>Partners of one register that may be one, or belong together: suggestions with reasons, by which nothing is merged.</summary>
public static class PartnerPairs
{
    /// <param name="registry">The one that links are of; null when there are none.</param>
    /// <param name="looked">Told how many pairs of names that share something are done, and of how many; what it throws ends it.</param>
    public static IReadOnlyList<PartnerPair> Of(IReadOnlyList<NamedPartner> partners, Registry? registry = null, Action<int, int>? looked = null)
    {
        ArgumentNullException.ThrowIfNull(partners);
        var seen = partners.Select(p => PartnerName.Of(p, registry)).ToList();
        // A word that another partner has too is no slip of the hand, whatever it is near to.
        var spread = seen.SelectMany(s => s.Words.Select(w => w.Text).Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var pairs = new List<PartnerPair>();
        var related = registry is null ? [] : Related(partners, registry).ToHashSet();
        foreach (var (first, second) in Candidates(seen, looked).Union(related))
        {
            if (!related.Contains((first, second)) && partners[first].Country is { } one && partners[second].Country is { } other && one != other)
                continue;
            if (PairOf(partners, seen, first, second, spread, registry) is { } pair)
                pairs.Add(pair);
        }

        return [.. pairs.OrderBy(p => Math.Min(p.First, p.Second)).ThenBy(p => Math.Max(p.First, p.Second))];
    }

    /// <summary>Only partners that share a word, an acronym or a near word are laid beside each other.</summary>
    private static IEnumerable<(int First, int Second)> Candidates(List<PartnerName> seen, Action<int, int>? looked)
    {
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < seen.Count; i++)
        {
            foreach (var key in seen[i].Keys)
            {
                if (!byKey.TryGetValue(key, out var list))
                    byKey.Add(key, list = []);
                list.Add(i);
            }
        }

        var told = new HashSet<(int, int)>();
        var (done, of) = (0L, byKey.Values.Sum(l => (long)l.Count * (l.Count - 1) / 2));
        foreach (var list in byKey.Values)
        {
            for (var i = 0; i < list.Count; i++)
            {
                looked?.Invoke((int)Math.Min(done, int.MaxValue), (int)Math.Min(of, int.MaxValue));
                done += list.Count - i - 1;
                for (var j = i + 1; j < list.Count; j++)
                {
                    if (told.Add((list[i], list[j])))
                        yield return (list[i], list[j]);
                }
            }
        }
    }

    private static PartnerPair? PairOf(
        IReadOnlyList<NamedPartner> partners, List<PartnerName> seen, int first, int second, Dictionary<string, int> spread, Registry? registry)
    {
        var (one, other) = (seen[first], seen[second]);
        if (UnitOfRecord(partners, first, second, registry) is { } linked)
            return linked;
        if (Predecessor(partners, first, second, registry) is { } before)
            return before;
        if (Part(partners, first, second, registry) is { } ofRecord)
            return ofRecord;
        if ((SameRecord(partners[first], partners[second], registry) ?? one.SameAs(other, spread)) is { } same)
        {
            var events = (partners[first].Events ?? []).Intersect(partners[second].Events ?? []).ToList();
            return events.Count > 0
                ? new PartnerPair(first, second, PartnerRelation.SameEventTwice, [.. same, new MatchReason("pair-same-event", string.Join(", ", events))])
                : new PartnerPair(first, second, PartnerRelation.Same, same);
        }

        if (one.UnitOf(other) is { } unit)
            return new PartnerPair(first, second, PartnerRelation.UnitOf, [unit]);
        if (other.UnitOf(one) is { } part)
            return new PartnerPair(second, first, PartnerRelation.UnitOf, [part]);
        return one.SharedAcronym(other) is { } acronym ? new PartnerPair(first, second, PartnerRelation.UnitOf, [new MatchReason("pair-acronym", acronym)]) : null;
    }

    private static IReadOnlyList<MatchReason>? SameRecord(NamedPartner one, NamedPartner other, Registry? registry) =>
        registry is not null && one.Whole is { } linked && linked == other.Whole ? [new MatchReason("pair-same-record", registry.IdOf(linked))] : null;

    /// <summary>Linked partners that belong together in the registry, whatever they are called; the one that comes first in the list is the first.</summary>
    private static IEnumerable<(int First, int Second)> Related(IReadOnlyList<NamedPartner> partners, Registry registry)
    {
        var linked = partners.Index().Where(p => p.Item.Whole is not null).ToLookup(p => p.Item.Whole!.Value, p => p.Index);
        return from institution in linked.Select(g => g.Key)
               from kind in new[] { InstitutionRelationKind.Parent, InstitutionRelationKind.Successor }
               from other in registry.RelatedTo(institution, kind)
               from one in linked[institution]
               from place in linked[other]
               where place != one
               select (Math.Min(place, one), Math.Max(place, one));
    }

    /// <summary>The one is linked as a unit of what the other is. Two units of one institution are no pair by that.</summary>
    private static PartnerPair? UnitOfRecord(IReadOnlyList<NamedPartner> partners, int first, int second, Registry? registry)
    {
        if (registry is null || partners[first].Institution is not { } linked || linked != partners[second].Institution || partners[first].IsUnit == partners[second].IsUnit)
            return null;
        var (unit, whole) = partners[first].IsUnit ? (first, second) : (second, first);
        return new PartnerPair(unit, whole, PartnerRelation.UnitOf, [new MatchReason("pair-unit-of", registry.DisplayOf(linked))]);
    }

    private static PartnerPair? Part(IReadOnlyList<NamedPartner> partners, int first, int second, Registry? registry)
    {
        if (registry is null || partners[first].Whole is not { } one || partners[second].Whole is not { } other)
            return null;
        if (registry.RelatedTo(one, InstitutionRelationKind.Parent).Contains(other))
            return new PartnerPair(first, second, PartnerRelation.UnitOf, [new MatchReason("pair-part-of", registry.DisplayOf(other))]);
        return registry.RelatedTo(other, InstitutionRelationKind.Parent).Contains(one)
            ? new PartnerPair(second, first, PartnerRelation.UnitOf, [new MatchReason("pair-part-of", registry.DisplayOf(one))]) : null;
    }

    private static PartnerPair? Predecessor(IReadOnlyList<NamedPartner> partners, int first, int second, Registry? registry)
    {
        if (registry is null || partners[first].Whole is not { } one || partners[second].Whole is not { } other || one == other)
            return null;
        if (registry.LastSuccessorOf(one) == other)
            return Pair(first, second, one);
        return registry.LastSuccessorOf(other) == one ? Pair(second, first, other) : null;

        PartnerPair Pair(int former, int now, int institution) =>
            new(former, now, PartnerRelation.Predecessor, [new MatchReason("successor-of", registry.DisplayOf(institution))]);
    }
}

using Entente.Core;
using Entente.Core.Matching;

namespace Entente.App.Reconciliation;

/// <param name="Value">A number or a truth value.</param>
internal sealed record Feature(string Id, object Value);

/// <param name="Score">100 for the one that is certain, 99 at most for others: an order, not a probability.</param>
/// <param name="IsMatch">It is certainly this one.</param>
internal sealed record Candidate(Entity Entity, double Score, bool IsMatch, IReadOnlyList<Feature> Features);

/// <summary>Who is meant by a query. What is certain is decided by names that are the same, and by identifiers; never by a score.</summary>
internal sealed class Reconciling(Known known, ReconcileQuery query)
{
    private const double Certain = 100, MostUncertain = 99;

    public static IReadOnlyList<Candidate> Candidates(Known known, ReconcileQuery query) => new Reconciling(known, query).Candidates();

    private IReadOnlyList<Candidate> Candidates()
    {
        var identified = Identified();
        var isName = known.Find(query.Name) is null;
        var (own, world) = (isName ? Match(EntityKind.Partner) : null, isName ? Match(EntityKind.Institution) : null);
        var called = isName ? known.Partners?.Called(query.Name, query.Country) ?? [] : [];
        var certain = identified.Count > 0
            ? One([.. Of(identified, EntityKind.Partner)], [.. Of(identified, EntityKind.Institution)])
            : One(called, world?.Institution is { } one ? [one] : []);
        if (certain is { } meant && (Agrees(known[meant]) == false || (identified.Count > 0 && IsContradicted(meant, called, world?.Institution))))
            certain = null;
        var found = new Dictionary<EntityAt, MatchCandidate?>();
        foreach (var place in identified.Concat(certain is { } sure ? [sure] : []))
            found.TryAdd(place, null);
        foreach (var (kind, match) in new[] { (EntityKind.Partner, own), (EntityKind.Institution, world) })
        {
            foreach (var candidate in match?.Candidates ?? [])
                found[new EntityAt(kind, candidate.Institution)] = candidate;
        }

        return [.. found.Where(f => query.Kinds.Contains(f.Key.Kind)).Select(f => Told(f.Key, f.Value, f.Key == certain))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Entity.Kind).Take(query.Limit)];
    }

    /// <summary>Those whose id stands for a name, and those that have an identifier that is asked for.</summary>
    private List<EntityAt> Identified() => [.. query.Identifiers.SelectMany(known.With).Concat(known.Find(query.Name) is { } named ? [named] : []).Distinct()];

    private static IEnumerable<int> Of(IEnumerable<EntityAt> places, EntityKind kind) => places.Where(p => p.Kind == kind).Select(p => p.At);

    /// <summary>Of a kind that is not asked for, too: the office may have said which record its partner is.</summary>
    private InstitutionMatch? Match(EntityKind kind)
    {
        if (known.Of(kind) is not { Names: { Count: > 0 } names } || string.IsNullOrWhiteSpace(query.Name))
            return null;
        var match = InstitutionMatching.Match(names, query.Name, query.Country, ReconcileQuery.UsualCandidates);
        // Who wants to see more of them is told the same of what is certain.
        return query.Limit > ReconcileQuery.UsualCandidates && match.Candidates.Count == ReconcileQuery.UsualCandidates
            ? match with { Candidates = InstitutionMatching.Match(names, query.Name, query.Country, query.Limit).Candidates } : match;
    }

    /// <summary>Of the partners and the records that are meant for themselves, the one that is: the partner rather than its record. None where they are several,
    /// or where the office linked them otherwise.</summary>
    private EntityAt? One(IReadOnlyList<int> partners, IReadOnlyList<int> records)
    {
        if (records.Count > 1 || (partners.Count > 1 && query.Kinds.Contains(EntityKind.Partner)))
            return null;
        var record = records is [var only] ? only : (int?)null;
        IReadOnlyList<int> linked = record is { } at ? [.. known.Partners?.LinkedTo(known.Institutions!.Names.IdOf(at)) ?? []] : [];
        var partner = partners is [var called] ? called : linked is [var of] ? of : (int?)null;
        var ror = partner is { } p ? known.Partners!.RecordOf(p) : null;
        if (linked.Count > 1 || (linked.Count == 1 && linked[0] != partner) || (ror is not null && record is { } other && known.Institutions!.Names.IdOf(other) != ror))
            return null;
        record ??= ror is null ? null : known.Institutions?.Names.Find(ror);
        return partner is { } one && query.Kinds.Contains(EntityKind.Partner) ? new EntityAt(EntityKind.Partner, one)
            : record is { } its && query.Kinds.Contains(EntityKind.Institution) ? new EntityAt(EntityKind.Institution, its)
            : null;
    }

    /// <summary>Whether the name alone certainly means somebody else than the identifier. One that means nobody for certain contradicts nothing.</summary>
    private bool IsContradicted(EntityAt meant, IReadOnlyList<int> called, int? record)
    {
        var isPartner = meant.Kind == EntityKind.Partner;
        if (isPartner && called.Contains(meant.At))
            return false;
        var ror = isPartner ? known.Partners!.RecordOf(meant.At) : known.Institutions!.Names.IdOf(meant.At);
        var named = called.Select(p => known.Partners!.RecordOf(p)).Append(record is { } at ? known.Institutions!.Names.IdOf(at) : null).OfType<string>().ToList();
        return (ror is null || !named.Contains(ror)) && ((isPartner && called.Count > 0) || (ror is not null && named.Count > 0));
    }

    private Candidate Told(EntityAt place, MatchCandidate? named, bool isCertain)
    {
        var entity = known[place];
        var features = new List<Feature>();
        if (named is not null)
            features.Add(new Feature("name-score", named.Score));
        features.AddRange(named?.Reasons.Select(r => r.Code).Distinct().Select(code => new Feature(code, true)) ?? []);
        var agrees = Agrees(entity);
        if (agrees is not null)
            features.Add(new Feature("identifier", agrees));
        var score = named is null || agrees == true ? MostUncertain : Math.Min(MostUncertain, Math.Round(named.Score * Certain, 1));
        return new Candidate(entity, isCertain ? Certain : score, isCertain, features);
    }

    /// <summary>Whether an identifier is the same; false where one of its kind is another; null where nothing can be compared.</summary>
    private bool? Agrees(Entity entity)
    {
        var comparable = query.Identifiers.Where(i => entity.ValuesOf(i.Kind).Any()).ToList();
        return comparable.Count == 0 ? null : comparable.Exists(i => entity.ValuesOf(i.Kind).Contains(i.Value));
    }
}

using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

public enum DifferenceKind
{
    New,
    Changed,
    Gone,
}

/// <param name="Agreement">Its number in the register; null when it is new.</param>
/// <param name="Record">Its order in the edition; null when it is gone.</param>
public sealed record Difference(DifferenceKind Kind, string? Agreement, int? Record, IReadOnlyList<FieldDifference> Fields);

/// <summary>The next edition beside the register: aligned by partners, kinds and first date, never by row number.</summary>
public sealed class Comparison
{
    private readonly List<Draft> added = [];
    private readonly List<(Agreement Agreement, Draft Draft, IReadOnlyList<FieldDifference> Fields)> changed = [];
    private readonly List<(Agreement Agreement, Draft Draft)> same = [];

    private readonly int unchanged;

    private Comparison(int unchanged = 0) => this.unchanged = unchanged;

    public IReadOnlyList<Draft> Added => added;

    public IReadOnlyList<(Agreement Agreement, Draft Draft, IReadOnlyList<FieldDifference> Fields)> Changed => changed;

    public IReadOnlyList<(Agreement Agreement, Draft Draft)> Same => same;

    public int SameCount => same.Count + unchanged;

    /// <summary>A question, not a termination: nothing is done to them.</summary>
    public IReadOnlyList<Agreement> Gone { get; private set; } = [];

    public IEnumerable<Difference> Differences =>
    [
        .. added.Select(d => new Difference(DifferenceKind.New, null, d.Order, [])),
        .. changed.Select(c => new Difference(DifferenceKind.Changed, c.Agreement.Number, c.Draft.Order, c.Fields)),
        .. Gone.Select(a => new Difference(DifferenceKind.Gone, a.Number, null, [])),
    ];

    /// <param name="meant">What rows say once the proposals of their findings are taken, by their order.</param>
    public static Comparison Of(IReadOnlyList<Agreement> register, IReadOnlyList<Draft> edition, IReadOnlyDictionary<int, Meant>? meant = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(edition);
        // Several agreements of one key are taken in order, so that the same list always finds the same ones.
        var known = register.GroupBy(a => Key(a.Facts)).ToDictionary(g => g.Key, g => InOrder(g).ToList());
        var comparison = new Comparison();
        var unknown = edition.Where(draft => !comparison.Finds(known, draft)).ToList();
        foreach (var draft in unknown)
        {
            if (meant?.GetValueOrDefault(draft.Order) is not { } row || !comparison.Finds(known, draft with { Facts = row.Facts }, row.Agreements))
                comparison.added.Add(draft);
        }

        comparison.Gone = [.. InOrder(known.Values.SelectMany(q => q))];
        return comparison;
    }

    /// <summary>The same document again: whatever was done to its agreements since, it says nothing new.</summary>
    public static Comparison OfTheSame(int records) => new(records);

    private static IEnumerable<Agreement> InOrder(IEnumerable<Agreement> agreements) => agreements.OrderBy(a => a.NumberOrder).ThenBy(a => a.Number, StringComparer.Ordinal);

    /// <summary>Takes the agreement that a row is about, if it is known.</summary>
    private bool Finds(Dictionary<string, List<Agreement>> known, Draft draft, IReadOnlySet<Guid>? among = null)
    {
        if (!known.TryGetValue(Key(draft.Facts), out var candidates) || candidates.Find(a => among is null || among.Contains(a.Id)) is not { } agreement)
            return false;
        candidates.Remove(agreement);
        Add(agreement, draft);
        return true;
    }

    private void Add(Agreement agreement, Draft draft)
    {
        var fields = FactTexts.Differences(agreement.Facts, draft.Facts);
        if (fields.Count == 0)
            same.Add((agreement, draft));
        else
            changed.Add((agreement, draft, fields));
    }

    private static string Key(Facts facts)
    {
        var partners = facts.Parties.Select(p => SearchText.Plain(p.Name)).Where(n => n.Length > 0).Order(StringComparer.Ordinal);
        var kinds = Agreement.KindKeysOf(facts).Order(StringComparer.Ordinal);
        return $"{string.Join('|', partners)}\n{string.Join('|', kinds)}\n{facts.Begin?.On}";
    }
}

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

    public static Comparison Of(IReadOnlyList<Agreement> register, IReadOnlyList<Draft> edition)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(edition);
        // Several agreements of one key are taken in order, so that the same list always finds the same ones.
        var known = register.GroupBy(a => Key(a.Facts)).ToDictionary(g => g.Key, g => new Queue<Agreement>(g.OrderBy(a => a.NumberOrder).ThenBy(a => a.Number, StringComparer.Ordinal)));
        var comparison = new Comparison();
        foreach (var draft in edition)
        {
            if (known.TryGetValue(Key(draft.Facts), out var candidates) && candidates.TryDequeue(out var agreement))
                comparison.Add(agreement, draft);
            else
                comparison.added.Add(draft);
        }

        comparison.Gone = [.. known.Values.SelectMany(q => q).OrderBy(a => a.NumberOrder).ThenBy(a => a.Number, StringComparer.Ordinal)];
        return comparison;
    }

    /// <summary>The same document again: whatever was done to its agreements since, it says nothing new.</summary>
    public static Comparison OfTheSame(int records) => new(records);

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

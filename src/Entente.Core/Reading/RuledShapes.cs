namespace Entente.Core.Reading;

/// <summary>What a register decided on whole rows of its lists: some are a part of another one, and some are several agreements.</summary>
public sealed class RuledShapes
{
    /// <summary>Before every step of a review.</summary>
    private const int BeforeAll = -1;

    private readonly ILookup<string, ReadingRule> rules;
    private readonly CountingRule counting;

    public RuledShapes(ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        counting = rules.Counting;
        this.rules = rules.Decided.Where(r => r.Field is RuleField.Several or RuleField.Part).ToLookup(r => ReadingRule.KeyOf(r.Field, r.Printed));
    }

    /// <summary>By whom and of which kinds a row is, as printed: by that it is known where the rest of it prints something else. Empty where it names neither.</summary>
    public static string NamesOf(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (partners, kinds) = (string.Join("; ", facts.Parties.Select(p => p.Text ?? p.Name)), string.Join("; ", facts.Kinds.Select(k => k.Text)));
        return partners.Length > 0 && kinds.Length > 0 ? $"{partners}: {kinds}" : "";
    }

    public SourceReading Of(SourceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (rules.Count == 0)
            return reading;
        var printed = reading.Drafts.Select(d => (d.Order, Key: ReadingRule.KeyOf(RuleField.Row, d.Text))).ToList();
        var inAnyOrder = printed.ToLookup(p => Sorted(p.Key), p => p.Order);
        var ruled = printed.SelectMany(p => rules[p.Key].Select(r => (Rule: r, p.Order))).ToList();
        ruled.AddRange(InOtherOrder(inAnyOrder, [.. ruled.Select(r => r.Rule)]));
        ruled.AddRange(ByNames(reading, [.. ruled.Select(r => r.Rule)]));
        // Where a part has gone: what is a part of it has gone there, too.
        var wholes = new Dictionary<int, int>();
        foreach (var (rule, order) in ruled.Where(r => r.Rule.Field == RuleField.Part))
        {
            var wanted = ReadingRule.KeyOf(RuleField.Row, rule.Meaning);
            List<int> meant = [.. printed.Where(p => p.Key == wanted && p.Order != order).Select(p => p.Order)];
            if (meant.Count == 0)
                meant = [.. inAnyOrder[Sorted(wanted)].Where(o => o != order)];
            var near = meant.OrderBy(o => Math.Abs(o - order)).Select(o => (int?)wholes.GetValueOrDefault(o, o)).FirstOrDefault();
            if (near == order || wholes.ContainsKey(order) || near is not { } at || Find(reading, at) is not { } whole || Find(reading, order) is not { } part)
                continue;
            reading = With(RecordShapes.Join(reading, whole, part, counting, BeforeAll), rule, at, part.Places);
            foreach (var gone in wholes.Where(w => w.Value == order).Select(w => w.Key).Append(order).ToList())
                wholes[gone] = at;
        }

        foreach (var (rule, order) in ruled.Where(r => r.Rule.Field == RuleField.Several))
        {
            if (Find(reading, order) is not { } whole)
                continue;
            var before = reading.Drafts.Max(d => d.Order);
            reading = RecordShapes.Split(reading, whole, counting, BeforeAll);
            reading = With(reading, rule, order, whole.Places, [.. reading.Drafts.Where(d => d.Order > before).Select(d => d.Order)]);
        }

        return reading;
    }

    /// <summary>Rows that print the same words in cells of another order.</summary>
    private IEnumerable<(ReadingRule Rule, int Order)> InOtherOrder(ILookup<string, int> inAnyOrder, HashSet<ReadingRule> found) =>
        from rule in rules.SelectMany(r => r)
        where !found.Contains(rule)
        let orders = inAnyOrder[Sorted(ReadingRule.KeyOf(rule.Field, rule.Printed))].ToList()
        where orders.Count == 1
        select (rule, orders[0]);

    private static string Sorted(string key) => string.Join(' ', key.Split(' ').Order(StringComparer.Ordinal));

    /// <summary>Rows that are several and print something else by now.</summary>
    private IEnumerable<(ReadingRule Rule, int Order)> ByNames(SourceReading reading, HashSet<ReadingRule> found)
    {
        var left = rules.SelectMany(r => r).Where(r => r is { Field: RuleField.Several, Meaning.Length: > 0 } && !found.Contains(r)).ToList();
        if (left.Count == 0)
            return [];
        var byNames = reading.Drafts.ToLookup(d => Folding.Fold(NamesOf(d.Facts)), d => d.Order);
        return left.Select(r => (Rule: r, Orders: byNames[Folding.Fold(r.Meaning)].ToList())).Where(r => r.Orders.Count == 1).Select(r => (r.Rule, r.Orders[0]));
    }

    private static Draft? Find(SourceReading reading, int order) => reading.Drafts.FirstOrDefault(d => d.Order == order);

    private static SourceReading With(SourceReading reading, ReadingRule rule, int order, IReadOnlyList<Place> places, params int[] others) =>
        reading.With(reading.Drafts, reading.Findings.Append(new Finding(rule.Field == RuleField.Part ? "rule.part" : "rule.several", Severity.Note, [order, .. others], null, [rule.Printed])
        {
            Id = $"f{reading.Findings.Count + 1}",
            Places = places,
        }));
}

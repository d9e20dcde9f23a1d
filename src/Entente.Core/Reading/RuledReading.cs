using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a reading says once the decisions of a register on wordings hold. What is printed, and where, stays beside what it means.</summary>
public sealed class RuledReading
{
    private readonly ILookup<(RuleField, string), ReadingRule> known;
    private readonly ILookup<string, ReadingRule> rows;
    private readonly CountingRule counting;

    public RuledReading(ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        counting = rules.Counting;
        rows = rules.Decided.Where(r => r.Field is RuleField.Several or RuleField.Part).ToLookup(r => ReadingRule.KeyOf(r.Field, r.Printed));
        known = rules.Decided.Where(r => !ReadingRule.IsOfRows(r.Field)).ToLookup(r => (r.Field, ReadingRule.KeyOf(r.Field, r.Printed)));
    }

    /// <summary>The same reading where no rule is about it. Each rule that changes something is a note with its records; what was found about a field that a rule
    /// decides is settled, also where it was read as decided.</summary>
    public SourceReading Of(SourceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        reading = Shaped(reading);
        if (known.Count == 0)
            return reading;
        var followed = new Dictionary<ReadingRule, List<Draft>>();
        var settled = new HashSet<(int, string)>();
        var drafts = reading.Drafts.Select(d => d with { Facts = Followed(d, followed, settled) }).ToList();
        if (settled.Count == 0)
            return reading;
        var after = drafts.ToDictionary(d => d.Order, d => d.Facts);
        return reading.With(drafts, reading.Findings.Where(f => !IsSettled(f, settled, after)).Concat(followed.Select(Note)).Select((f, i) => f with { Id = $"f{i + 1}" }));
    }

    /// <summary>Rows that are parts of others, and those that are several.</summary>
    private SourceReading Shaped(SourceReading reading)
    {
        if (rows.Count == 0)
            return reading;
        var ruled = reading.Drafts.SelectMany(d => rows[ReadingRule.KeyOf(RuleField.Row, d.Text)].Select(r => (Rule: r, Draft: d))).ToList();
        var followed = new Dictionary<ReadingRule, List<Draft>>();
        foreach (var (rule, draft) in ruled.Where(r => r.Rule.Field == RuleField.Part))
        {
            var wanted = ReadingRule.KeyOf(RuleField.Row, rule.Meaning);
            // Two rows that print the same are one: the first of them has the other.
            if (reading.Drafts.LastOrDefault(d => d.Order < draft.Order && ReadingRule.KeyOf(RuleField.Row, d.Text.Split('\n')[0]) == wanted) is not { } into)
                continue;
            reading = RecordShapes.Join(reading, into, draft, counting);
            Follow(rule, into);
        }

        foreach (var (rule, draft) in ruled.Where(r => r.Rule.Field == RuleField.Several))
        {
            if (reading.Drafts.FirstOrDefault(d => d.Order == draft.Order) is not { } whole)
                continue;
            reading = RecordShapes.Split(reading, whole, counting);
            Follow(rule, whole);
        }

        return followed.Count == 0 ? reading : reading.With(reading.Drafts, reading.Findings.Concat(followed.Select(Note)).Select((f, i) => f with { Id = $"f{i + 1}" }));

        void Follow(ReadingRule rule, Draft draft)
        {
            if (!followed.TryGetValue(rule, out var drafts))
                followed[rule] = drafts = [];
            drafts.Add(draft);
        }
    }

    /// <summary>Facts of a row that was read before some of the rules were made.</summary>
    public Facts Of(Facts facts) => known.Count == 0 ? facts : Followed(new Draft(1, null, facts, ""), [], []);

    /// <summary>The field of findings that a rule is about.</summary>
    public static string FieldOf(RuleField field) => field == RuleField.PartnerCountry ? "country" : Core.Words.Kebab(field);

    private static Finding Note(KeyValuePair<ReadingRule, List<Draft>> followed) => ReadingRule.IsOfRows(followed.Key.Field)
        ? new($"rule.{FieldOf(followed.Key.Field)}", Severity.Note, [.. followed.Value.Select(d => d.Order)], null, [followed.Key.Printed]) { Places = followed.Value[0].Places }
        : new("rule.followed", Severity.Note, [.. followed.Value.Select(d => d.Order)], FieldOf(followed.Key.Field), [followed.Key.Printed, followed.Key.Meaning])
        {
            Places = followed.Value[0].Places,
        };

    private static bool IsSettled(Finding finding, HashSet<(int, string)> settled, Dictionary<int, Facts> after)
    {
        if (finding.Records is not [var order])
            return false;
        if (finding.Code is "record.no-date" or "record.no-date-no-term")
            return after[order] is var facts && (facts.Begin is not null || (finding.Code == "record.no-date-no-term" && (facts.Term.SaysHowLong || facts.Ends.On is not null)));
        return finding.Field is { } field && settled.Contains((order, field));
    }

    /// <param name="followed">Each rule that changes something, with its drafts.</param>
    /// <param name="settled">Order and field of what a rule is about.</param>
    private Facts Followed(Draft draft, Dictionary<ReadingRule, List<Draft>> followed, HashSet<(int Order, string Field)> settled)
    {
        var facts = draft.Facts;
        var parties = facts.Parties.Select(party => Follow(RuleField.PartnerCountry, Follow(RuleField.Country, Follow(RuleField.Partner, party)))).ToList();
        var events = facts.Events.Select(e => Find(RuleField.Start, e.Text) is { } rule && EdtfDate.TryParse(rule.Meaning, out var on) && !on.Equals(e.On) ? Noted(rule, e with { On = on }) : e).ToList();
        var term = Find(RuleField.Term, facts.Term.Text) is { } said && Terms.Parse(said.Meaning).Value is { } meant && meant with { Text = facts.Term.Text, Places = facts.Term.Places } is var read && read != facts.Term ? Noted(said, read) : facts.Term;
        PrintedEnd? end = Find(RuleField.End, facts.Ends.Text) is { } stated && EdtfDate.TryParse(stated.Meaning, out var day) && !day.Equals(facts.Ends.On) ? Noted(stated, new PrintedEnd(day, facts.Ends.Text!) { Places = facts.Ends.Places }) : null;
        if (!parties.SequenceEqual(facts.Parties, ReferenceEqualityComparer.Instance))
            facts = facts with { Parties = parties };
        if (end is null && ReferenceEquals(term, facts.Term) && events.SequenceEqual(facts.Events, ReferenceEqualityComparer.Instance))
            return facts;
        return facts with { Events = events, Term = term, Ends = Ending.Of(events, term, end is null ? Ending.Stated(facts.Ends) : [end], counting, facts.Ends.Why ?? NoEnd.EmptyCell) };

        Party Follow(RuleField field, Party party)
        {
            if ((Find(field, field == RuleField.Country ? party.CountryText : party.Name) ?? (field == RuleField.Partner ? Find(field, party.Text) : null)) is not { } rule)
                return party;
            var after = field == RuleField.Partner
                ? party with { Name = rule.Meaning, Text = party.Text ?? party.Name, Names = [] }
                : party with { Country = rule.Meaning, CountryBasis = party.CountryText is null ? CountryBasis.Inferred : CountryBasis.Stated };
            return after.Name == party.Name && after.Country == party.Country ? party : Noted(rule, after);
        }

        ReadingRule? Find(RuleField field, string? printed)
        {
            var rule = string.IsNullOrEmpty(printed) ? null : known[(field, ReadingRule.KeyOf(field, printed))].FirstOrDefault();
            if (rule is not null)
                settled.Add((draft.Order, FieldOf(field)));
            return rule;
        }

        T Noted<T>(ReadingRule rule, T value)
        {
            if (!followed.TryGetValue(rule, out var drafts))
                followed[rule] = drafts = [];
            if (drafts.Count == 0 || drafts[^1] != draft)
                drafts.Add(draft);
            return value;
        }
    }
}

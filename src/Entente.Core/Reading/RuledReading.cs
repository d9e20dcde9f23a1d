using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>What a reading says once the decisions of a register on wordings hold. What is printed, and where, stays beside what it means.</summary>
public sealed class RuledReading
{
    private readonly ILookup<(RuleField, string), ReadingRule> known;
    private readonly List<ReadingRule> columns;
    private readonly RuledShapes shapes;
    private readonly CountingRule counting;

    public RuledReading(ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        counting = rules.Counting;
        shapes = new RuledShapes(rules);
        columns = [.. rules.Decided.Where(r => r.Field is RuleField.Column or RuleField.Days)];
        known = rules.Decided.Where(r => !ReadingRule.IsOfRows(r.Field)).Except(columns).ToLookup(r => (r.Field, ReadingRule.KeyOf(r.Field, r.Printed)));
    }

    /// <summary>The same reading where no rule is about it. Each rule that changes something is a note with its records; what was found about a field that a rule
    /// decides is settled, also where it was read as decided.</summary>
    public SourceReading Of(SourceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Noted(OfWordings(shapes.Of(reading)));
    }

    private SourceReading OfWordings(SourceReading reading)
    {
        if (known.Count == 0)
            return reading;
        var followed = new Dictionary<ReadingRule, List<Draft>>();
        var settled = new HashSet<(int, string)>();
        var drafts = reading.Drafts.Select(d => d with { Facts = Followed(d, followed, settled) }).ToList();
        if (settled.Count == 0)
            return reading;
        var after = drafts.ToDictionary(d => d.Order, d => d.Facts);
        var renamed = reading.Drafts.Zip(drafts).SelectMany(d => d.First.Facts.Parties.Zip(d.Second.Facts.Parties).Where(p => p.First.Name != p.Second.Name).Select(p => (d.First.Order, Printed: p.First.Name, p.Second.Name))).ToLookup(r => r.Order);
        return reading.With(drafts, reading.Findings.Where(f => !IsSettled(f, settled, after)).Select(f => NamedIn(f, renamed)).Concat(followed.Select(Note)).Select((f, i) => f with { Id = $"f{i + 1}" }));
    }

    /// <summary>What is found about a partner that a rule reads otherwise names what was decided, and what is printed.</summary>
    private static Finding NamedIn(Finding finding, ILookup<int, (int Order, string Printed, string Name)> renamed)
    {
        if (renamed.Count == 0 || finding.Proposal is not null)
            return finding;
        var own = finding.Records.SelectMany(r => renamed[r]).DistinctBy(r => r.Printed).ToDictionary(r => r.Printed, r => r.Name);
        return own.Count == 0 || !finding.Arguments.Any(own.ContainsKey) ? finding
            : finding with { Arguments = [.. finding.Arguments.Select(a => own.TryGetValue(a, out var name) ? $"{name} (\"{a}\")" : a)] };
    }

    /// <summary>Its columns were read by these rules already.</summary>
    private SourceReading Noted(SourceReading reading)
    {
        var followed = columns.Where(r => reading.Tables.Any(t => t.Columns.Any(c => c.Header is { } head && r.IsAbout(r.Field, head) && IsFollowed(r, c)))).ToList();
        return followed.Count == 0 ? reading : reading.With(reading.Drafts, reading.Findings.Concat(followed.Select((r, i) =>
            new Finding(r.Field == RuleField.Days ? "rule.days" : "rule.column", Severity.Note, [], null, [r.Printed, r.Meaning]) { Id = $"f{reading.Findings.Count + i + 1}" })));
    }

    private static bool IsFollowed(ReadingRule rule, TableColumn column) =>
        rule.Field == RuleField.Days ? column.IsOfDates : column.Field == rule.Meaning || rule.Meaning == ColumnChoice.None;

    /// <summary>Facts of a row that was read before some of the rules were made.</summary>
    public Facts Of(Facts facts) => known.Count == 0 ? facts : Followed(new Draft(1, null, facts, ""), [], []);

    /// <summary>The field of findings that a rule is about.</summary>
    public static string FieldOf(RuleField field) => field == RuleField.PartnerCountry ? "country" : Core.Words.Kebab(field);

    private static Finding Note(KeyValuePair<ReadingRule, List<Draft>> followed) =>
        new(CodeOf(followed.Key.Field), Severity.Note, [.. followed.Value.Select(d => d.Order)], FieldOf(followed.Key.Field), [followed.Key.Printed, followed.Key.Meaning])
        {
            Places = followed.Value[0].Places,
        };

    private static string CodeOf(RuleField field) => field switch
    {
        RuleField.Country => "rule.country",
        RuleField.PartnerCountry => "rule.partner-country",
        RuleField.Start or RuleField.End => "rule.date",
        _ => "rule.followed",
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
        var parties = facts.Parties.Select(party => Follow(RuleField.PartnerCountry, Follow(RuleField.Country, Named(party)))).ToList();
        var events = facts.Events.Select(e => Find(RuleField.Start, e.Text) is { } rule && EdtfDate.TryParse(rule.Meaning, out var on) && !on.Equals(e.On) ? Noted(rule, e with { On = on }) : e).ToList();
        var term = Find(RuleField.Term, facts.Term.Text) is { } said && Terms.Parse(said.Meaning).Value is { } meant && meant with { Text = facts.Term.Text, Places = facts.Term.Places } is var read && read != facts.Term ? Noted(said, read) : facts.Term;
        PrintedEnd? end = Find(RuleField.End, facts.Ends.Text) is { } stated && EdtfDate.TryParse(stated.Meaning, out var day) && !day.Equals(facts.Ends.On) ? Noted(stated, new PrintedEnd(day, facts.Ends.Text!) { Places = facts.Ends.Places }) : null;
        if (!parties.SequenceEqual(facts.Parties, ReferenceEqualityComparer.Instance))
            facts = facts with { Parties = parties };
        if (end is null && ReferenceEquals(term, facts.Term) && events.SequenceEqual(facts.Events, ReferenceEqualityComparer.Instance))
            return facts;
        return facts with { Events = events, Term = term, Ends = Ending.Of(events, term, end is null ? Ending.Stated(facts.Ends) : [end], counting, facts.Ends.Why ?? NoEnd.EmptyCell) };

        // What a name means may mean another one since.
        Party Named(Party party)
        {
            var (named, passed) = (Follow(RuleField.Partner, party), new HashSet<string>());
            while (Find(RuleField.Partner, named.Name) is not null && passed.Add(named.Name))
                named = Follow(RuleField.Partner, named);
            return named;
        }

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

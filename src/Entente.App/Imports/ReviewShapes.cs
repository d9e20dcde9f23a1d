using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>The records of a list under review that a person parted and joined, as they were corrected until then.</summary>
internal static class ReviewShapes
{
    /// <summary>Fields in which a record says one thing.</summary>
    private static readonly string[] once = ["country", "unit", "place", "start", "term", "end", "state", "title", "reference"];

    /// <summary>The steps that its records depend on.</summary>
    public static IEnumerable<ReviewStep> StepsOf(IReadOnlyList<ReviewStep> steps)
    {
        var each = steps.SelectMany(s => s.Each).ToList();
        var last = each.FindLastIndex(IsShape);
        return each.Where((s, i) => IsShape(s) || (s.Act == ReviewAct.Correct && i < last));
    }

    /// <summary>A step that is about nothing any more, because the list is read otherwise, does nothing.</summary>
    /// <param name="reading">As its columns are meant.</param>
    public static SourceReading Of(SourceReading reading, IReadOnlyList<ReviewStep> steps, CountingRule counting)
    {
        foreach (var (_, _, shaped) in Each(reading, steps, counting))
            reading = shaped;
        return reading;
    }

    /// <summary>What these steps say of rows as they are printed. Of rows that print the same nothing is said unless it was said of all of them.</summary>
    public static IReadOnlyList<RuleEdit> RulesOf(SourceReading reading, IReadOnlyList<ReviewStep> steps, CountingRule counting)
    {
        var printed = reading.Drafts.ToDictionary(d => d.Order, d => d.Text);
        var alike = printed.Values.GroupBy(text => ReadingRule.KeyOf(RuleField.Row, text)).ToDictionary(g => g.Key, g => g.Count());
        var names = reading.Drafts.CountBy(d => Folding.Fold(RuledShapes.NamesOf(d.Facts))).ToDictionary();
        var rules = new List<RuleEdit>();
        var parts = new HashSet<int>();
        foreach (var (record, into, _) in Each(reading, steps, counting))
        {
            if (into is null && printed.TryGetValue(record.Order, out var row) && parts.Add(record.Order) && RecordShapes.ArePartedAlike(record.Draft.Facts, record.Facts, counting))
                rules.Add(Rules.Rule(RuleField.Several, row, RuledShapes.NamesOf(record.Draft.Facts) is var said && names.GetValueOrDefault(Folding.Fold(said)) == 1 ? said : ""));
            else if (into is not null && !parts.Contains(record.Order) && !parts.Contains(into.Order) && printed.TryGetValue(record.Order, out var part) && printed.TryGetValue(into.Order, out var whole))
                rules.Add(Rules.Rule(RuleField.Part, part, whole));
        }

        return [.. rules.GroupBy(r => (r.Field, ReadingRule.KeyOf(RuleField.Row, r.Printed))).Where(g => g.Count() == alike[g.Key.Item2]).SelectMany(g => g)];
    }

    private static IEnumerable<(ReviewedRecord Record, ReviewedRecord? Into, SourceReading Shaped)> Each(SourceReading reading, IReadOnlyList<ReviewStep> steps, CountingRule counting)
    {
        var (own, shapes) = (StepsOf(steps).ToList(), 0);
        foreach (var (i, step) in own.Index().Where(s => IsShape(s.Item)))
        {
            var (at, list) = (shapes++, ReviewedList.Of(reading, [.. own.Take(i)], counting));
            if (step.Record is not { } mark || list.Meant(mark) is not { } record)
                continue;
            var into = step.Into is { } other ? list.Meant(other) : null;
            if (step.Act == ReviewAct.Split)
                reading = RecordShapes.Split(reading, record.Draft, counting, at, CorrectionOf(record), step.By);
            else if (into is not null && into.Order != record.Order)
                reading = WithOtherwise(RecordShapes.Join(reading, into.Draft, record.Draft, counting, at, CorrectionOf(into), CorrectionOf(record)), into, record);
            else
                continue;
            yield return (record, into, reading);
        }
    }

    /// <summary>What one of two rows that were joined says otherwise than both together is a doubt, with both values.</summary>
    private static SourceReading WithOtherwise(SourceReading joined, ReviewedRecord one, ReviewedRecord other)
    {
        var draft = joined.Drafts.Single(d => d.Order == one.Order);
        var facts = draft.Shape!.Said ?? draft.Facts;
        var otherwise = from row in new[] { one, other }
                        from field in once
                        where IsOtherwise(field, facts, row.Facts)
                        let said = FactTexts.Difference(field, facts, row.Facts)
                        select new Finding("join.otherwise", Severity.Doubt, [draft.Order], field, [FactWords.Name(field), Said(said.Was), Said(said.Is)]) { Places = row.Draft.Places };
        return joined.With(joined.Drafts, joined.Findings.Concat(otherwise.ToList().Select((f, i) => f with { Id = $"f{joined.Findings.Count + i + 1}" })));
    }

    /// <summary>An end that only follows from what a row says is told with that.</summary>
    private static bool IsOtherwise(string field, Facts joined, Facts row) => field switch
    {
        "country" or "unit" or "place" when joined.Parties.Count > 1 || row.Parties.Count > 1 => false,
        "start" => row.Events.Any(e => !joined.Events.Any(j => FactTexts.Act(j) == FactTexts.Act(e))),
        "end" => Ending.Stated(row.Ends).Any(e => !e.On.Equals(joined.Ends.On) && !joined.Ends.Candidates.Contains(e.On)),
        _ => FactTexts.Of(field, row) is { Length: > 0 } said && said != FactTexts.Of(field, joined),
    };

    private static string Said(string words) => words.Length == 0 ? Wording.Of("import.nothing") : words;

    private static bool IsShape(ReviewStep step) => step.Act is ReviewAct.Split or ReviewAct.Join;

    private static Correction? CorrectionOf(ReviewedRecord record) => record.Corrected is { } said ? new Correction(said, record.Takes) : null;
}

using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Rows that somebody left out of an earlier list, known again in another one by what they hold: whatever their numbers, and in whichever columns.</summary>
internal static class LeftOutRows
{
    /// <summary>What tells the parts of a row from each other.</summary>
    private static readonly string[] ofPart = ["partner", "kind", "start"];

    /// <summary>A row that says one of these otherwise, or for the first time, is another one.</summary>
    private static readonly string[] telling = ["partner", "kind", "start", "term", "end", "state", "title"];

    /// <summary>One of two rows of which both say one of these, and not the same, is another one.</summary>
    private static readonly string[] beside = ["unit", "country", "place", "reference"];

    private const int FirstYear = 1800, LastYear = 2200;

    /// <summary>Each row of a list that was left out, with what was decided, by its order.</summary>
    /// <param name="drafts">All rows of the list: one is known by what it says only where no other says so.</param>
    public static IReadOnlyDictionary<int, ReadingRule> Of(Register register, IReadOnlyList<Draft> drafts)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(drafts);
        var rules = register.Rules.Where(r => r.Field == RuleField.Row).ToList();
        var found = new Dictionary<int, ReadingRule>();
        if (rules.Count == 0)
            return found;
        var byText = rules.ToDictionary(r => ReadingRule.KeyOf(r.Field, r.Printed));
        foreach (var draft in drafts)
        {
            if (byText.TryGetValue(ReadingRule.KeyOf(RuleField.Row, RowOf(draft)), out var rule))
                found[draft.Order] = rule;
        }

        var left = drafts.Where(d => d.Shape is null && !found.ContainsKey(d.Order)).ToList();
        Add(found, rules, r => CellsOf(r.Printed), left, d => CellsOf(d.Text));
        AddBySaid(found, rules, left, drafts);
        return found;
    }

    /// <summary>By which a row is known that is no agreement. A part of one is known by what it says, too.</summary>
    internal static string RowOf(Draft draft) => draft.Shape is null ? draft.Text
        : $"{draft.Text} ({string.Join(", ", ofPart.Select(f => FactTexts.Of(f, draft.Facts)).Where(t => t.Length > 0))})";

    /// <summary>What it says, for lists that have other columns: a line for each field.</summary>
    internal static string SaidBy(Draft draft) => draft.Shape is null ? string.Join('\n', Said(draft.Facts).Select(f => $"{f.Key}\t{f.Value}")) : "";

    private static Dictionary<string, string> Said(Facts facts) => telling.Concat(beside)
        .Where(f => f != "end" || Ending.Stated(facts.Ends).Count > 0)
        .Select(f => (Field: f, Text: SearchText.Plain(FactTexts.Of(f, facts)))).Where(f => f.Text.Length > 0).ToDictionary(f => f.Field, f => f.Text);

    /// <summary>Its cells in no order, without running numbers; empty where it has none of its own.</summary>
    private static string CellsOf(string row)
    {
        var cells = row.Split(" | ").Select(SearchText.Plain).Where(c => c.Length > 0 && !IsRunning(c)).Order(StringComparer.Ordinal).ToList();
        return cells.Count > 1 ? string.Join('\n', cells) : "";
    }

    private static bool IsRunning(string cell) => cell.All(char.IsAsciiDigit) && (!int.TryParse(cell, out var number) || number is < FirstYear or > LastYear);

    private static void Add(Dictionary<int, ReadingRule> found, List<ReadingRule> rules, Func<ReadingRule, string> ofRule, List<Draft> left, Func<Draft, string> ofRow)
    {
        var byKey = rules.Except(found.Values).ToLookup(ofRule);
        foreach (var draft in left)
        {
            if (ofRow(draft) is { Length: > 0 } key && byKey[key].FirstOrDefault() is { } rule)
                found[draft.Order] = rule;
        }
    }

    /// <summary>By what they say, where no other row says so.</summary>
    private static void AddBySaid(Dictionary<int, ReadingRule> found, List<ReadingRule> rules, List<Draft> left, IReadOnlyList<Draft> list)
    {
        var open = rules.Except(found.Values).Select(r => (Rule: r, Said: Parsed(r.Meaning))).Where(r => r.Said.ContainsKey("partner")).ToLookup(r => r.Said["partner"]);
        if (open.Count == 0)
            return;
        var told = list.SelectMany(d => Said(d.Facts).Keys).ToHashSet();
        var pairs = (from draft in left
                     where !found.ContainsKey(draft.Order)
                     let said = Said(draft.Facts)
                     where said.ContainsKey("partner")
                     from rule in open[said["partner"]]
                     where IsSame(rule.Said, said, told)
                     select (draft.Order, rule.Rule)).ToList();
        foreach (var (order, rule) in pairs.Where(p => pairs.Count(o => o.Order == p.Order || o.Rule == p.Rule) == 1))
            found[order] = rule;
    }

    private static Dictionary<string, string> Parsed(string meaning) =>
        meaning.Split('\n').Select(l => l.Split('\t')).Where(l => l.Length == 2).DistinctBy(l => l[0]).ToDictionary(l => l[0], l => l[1]);

    /// <param name="told">What any row of the list tells: of all else it says nothing.</param>
    private static bool IsSame(Dictionary<string, string> rule, Dictionary<string, string> row, HashSet<string> told) =>
        telling.All(f => rule.GetValueOrDefault(f) == row.GetValueOrDefault(f) || (rule.ContainsKey(f) && !told.Contains(f)))
        && beside.All(f => !rule.ContainsKey(f) || !row.ContainsKey(f) || rule[f] == row[f]);
}

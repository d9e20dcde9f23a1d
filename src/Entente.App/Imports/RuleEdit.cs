using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>A decision on a wording as it is typed.</summary>
/// <param name="Field">A name of <see cref="RuleField"/>, as addresses have it.</param>
/// <param name="Meaning">A name, also of a kind, a country, a date, a term, another row, a field of columns, or an order of day and month; by whom and of which kinds a row is that is several; what a row says that is none, a line for each field.</param>
public sealed record RuleEdit(string Field, string Printed, string Meaning)
{
    /// <summary>The list with which it is stored.</summary>
    public Guid? Edition { get; init; }

    /// <exception cref="FieldsException">field, printed, meaning: every one that is wrong.</exception>
    public ReadingRule Read(Authorship by)
    {
        var problems = new List<FieldProblem>();
        var field = Words.Parse<RuleField>(Field);
        if (field is null)
            problems.Add(new FieldProblem("field", "field.rule-field", Field));
        var printed = string.Join(' ', Printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (printed.Length == 0)
            problems.Add(new FieldProblem("printed", "field.rule-printed", ""));
        var meaning = field is { } known ? MeaningOf(known, Meaning.Trim(), problems) : "";
        if (field == RuleField.Partner && ReadingRule.KeyOf(RuleField.Partner, meaning) == ReadingRule.KeyOf(RuleField.Partner, printed))
            problems.Add(new FieldProblem("meaning", "field.rule-same", meaning));
        FieldsException.ThrowFor(problems);
        return new ReadingRule(field!.Value, printed, meaning, by) { Edition = Edition };
    }

    private static string MeaningOf(RuleField field, string typed, List<FieldProblem> problems)
    {
        if (field is RuleField.Row or RuleField.Several)
            return typed;
        if (typed.Length == 0)
        {
            problems.Add(new FieldProblem("meaning", "field.rule-meaning", ""));
            return "";
        }

        switch (field)
        {
            case RuleField.Start or RuleField.End:
                return Typed.Date("meaning", typed, problems)?.ToString() ?? "";
            case RuleField.Country or RuleField.PartnerCountry:
                var code = Countries.CodeOf(typed);
                if (code is null)
                    problems.Add(new FieldProblem("meaning", "field.country", typed));
                return code ?? "";
            case RuleField.Term:
                if (Terms.Parse(typed) is not { Value: not null, Doubt: null })
                    problems.Add(new FieldProblem("meaning", "field.term", typed));
                return typed;
            case RuleField.Column:
                var named = ColumnMeanings.Fields.FirstOrDefault(f => f.Value == typed || f.Words.Equals(typed, StringComparison.OrdinalIgnoreCase)).Value;
                if (named is null)
                    problems.Add(new FieldProblem("meaning", "field.rule-column", typed));
                return named ?? "";
            case RuleField.Days:
                if (Words.Parse<DayOrder>(typed) is not (DayOrder.DayFirst or DayOrder.MonthFirst))
                    problems.Add(new FieldProblem("meaning", "field.rule-days", typed));
                return typed;
            default:
                return typed;
        }
    }
}

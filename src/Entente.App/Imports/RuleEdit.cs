using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>A decision on a wording as it is typed.</summary>
/// <param name="Field">A name of <see cref="RuleField"/>, as addresses have it.</param>
/// <param name="Meaning">A name, a country, a date or a term; of no account for a row.</param>
public sealed record RuleEdit(string Field, string Printed, string Meaning)
{
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
        return new ReadingRule(field!.Value, printed, meaning, by);
    }

    private static string MeaningOf(RuleField field, string typed, List<FieldProblem> problems)
    {
        if (field == RuleField.Row)
            return "";
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
            default:
                return typed;
        }
    }
}

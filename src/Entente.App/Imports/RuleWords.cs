using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>Decisions on wordings in words.</summary>
internal static class RuleWords
{
    public static string Field(RuleField field) => Wording.Of("meaning", field);

    public static string Meaning(ReadingRule rule) => rule.Field switch
    {
        RuleField.Row => Wording.Of("meaning.no-agreement"),
        RuleField.Several => Wording.Of("meaning.several-agreements"),
        RuleField.Part => Wording.Of("meaning.part-of", rule.Meaning),
        RuleField.Column => Column(rule.Meaning),
        RuleField.Days => Days(rule.Meaning),
        RuleField.Country or RuleField.PartnerCountry => Shown.Country(rule.Meaning),
        RuleField.Start or RuleField.End => Shown.Date(rule.Meaning),
        _ => rule.Meaning,
    };

    public static string Column(string field) => ColumnMeanings.Fields.FirstOrDefault(f => f.Value == field).Words ?? field;

    public static string Days(string order) => PageWords.Say($"review.{order}");

    /// <summary>"Printed": Meaning.</summary>
    public static string Said(ReadingRule rule) => Wording.Of("meaning.said", rule.Printed, Meaning(rule));
}

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
        RuleField.Country or RuleField.PartnerCountry => Shown.Country(rule.Meaning),
        RuleField.Start or RuleField.End => Shown.Date(rule.Meaning),
        _ => rule.Meaning,
    };

    /// <summary>"Printed": Meaning.</summary>
    public static string Said(ReadingRule rule) => Wording.Of("meaning.said", rule.Printed, Meaning(rule));
}

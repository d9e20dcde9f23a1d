using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>What an agreement says, field by field, as people read it.</summary>
internal static class FactWords
{
    /// <summary>The same fields that <see cref="FactTexts"/> finds to differ.</summary>
    public static IReadOnlyList<FieldDifference> Differences(Facts before, Facts after) =>
        [.. FactTexts.Differences(before, after).Select(d => new FieldDifference(d.Field, Of(d.Field, before, d.Old), Of(d.Field, after, d.New)))];

    private static string Of(string field, Facts facts, string text) => field switch
    {
        "country" => FactTexts.Join(facts.Parties.Select(p => p.Country is null ? p.CountryText : Shown.Country(p.Country))),
        "start" => FactTexts.Join(facts.Events.Select(Event)),
        "term" => string.Join("; ", FactLine.Of(facts).Where(l => l.Name == Wording.Of("field.term")).Select(l => l.Read)),
        "end" => AgreementTable.End(facts.Ends),
        _ => text,
    };

    private static string Event(Event happened)
    {
        var words = $"{Wording.Of("act", happened.Act)} {(happened.On is null ? happened.Text : Shown.Date(happened.On))}";
        if (happened.From is { } from)
            words = Wording.Of("history.from", words, from.ToString());
        return happened.Until is { } until ? Wording.Of("history.until", words, until.ToString()) : words;
    }
}

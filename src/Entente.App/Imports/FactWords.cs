using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What an agreement says in one field, as a person would say it: 5 years, not P5Y.</summary>
internal static class FactWords
{
    /// <summary>What a field is called where records are compared.</summary>
    public static string Name(string field) => Wording.Of(field == "start" ? "field.acts" : $"field.{field}");

    /// <param name="text">The comparable text, for fields that are words already.</param>
    public static string Of(string field, string text, Facts facts) => field switch
    {
        "country" => Join(facts.Parties.Select(p => p.Country is { } code ? Shown.Country(code) : p.CountryText)),
        "start" => Join(facts.Events.Select(Act)),
        "term" when facts.Term.SaysHowLong => FactLine.TermWords(facts.Term),
        "state" when facts.State is { } state => PageWords.Say($"state.{Words.Kebab(state)}"),
        "end" when facts.Ends is { Basis: EndsBasis.Unstated, Why: not null } => FactLine.NoEndWords(facts),
        "end" => AgreementTable.End(facts.Ends),
        _ => text,
    };

    private static string Act(Event happened)
    {
        var on = happened.On is { } date ? Shown.Date(date) : happened.Text;
        var from = happened.From is { } since ? Wording.Of("show.from", since.ToString()) : "";
        return $"{Wording.Of("act", happened.Act)} {on}{from}{(happened.Until is { } until ? $" – {Shown.Date(until)}" : "")}{(happened.Note is { } note ? $" ({note})" : "")}";
    }

    private static string Join(IEnumerable<string?> parts) => string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));
}

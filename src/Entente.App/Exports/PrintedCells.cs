using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Exports;

/// <summary>An agreement as a row of the list that offices print: what a document printed as it stands there, else the fact in the same form.</summary>
internal static class PrintedCells
{
    /// <summary>Each partner and each country begins a line.</summary>
    private const string Several = ";\n";

    public static IReadOnlyList<string> Of(Facts facts) =>
        [facts.Number ?? "", Name(facts), Joined(Several, facts.Parties.Select(Country), isEachSaid: facts.Parties.Select(Country).Distinct().Count() > 1), Joined(", ", facts.Kinds.Select(k => k.Text), isEachSaid: true), Begin(facts), End(facts)];

    /// <summary>As its list names it; where the list names none, as everyone does.</summary>
    public static string? Country(Party party) => party.CountryText ?? (party.Country is { } code ? Countries.NameOf(code) : null);

    private static string Name(Facts facts)
    {
        var names = Joined(Several, facts.Parties.Select(p => p.Unit is { } unit && !p.Name.Contains(unit, StringComparison.OrdinalIgnoreCase) ? Joined(", ", [p.Name, unit]) : p.Name));
        return names.Length > 0 ? names : facts.Title ?? "";
    }

    private static string Begin(Facts facts) => Joined(" ", facts.Events.Where(e => !SaysEnd(e)).Select(Act), isEachSaid: true);

    private static string End(Facts facts)
    {
        var (term, ends) = (facts.Term, facts.Ends);
        var length = term.Text ?? (term.Length is { } years ? Length(years) : term.Open is { } open ? PageWords.Say($"printed.open.{Words.Kebab(open)}") : null);
        // An end that follows from the length is not said twice.
        var end = ends.Text ?? (ends.Basis is EndsBasis.Stated or EndsBasis.Conflict && ends.On is { } on ? Date(on) : null);
        return Joined(" ", [length, end, .. facts.Events.Where(e => SaysEnd(e)).Select(Act)]);
    }

    /// <summary>What ends an agreement stands with its end, and so does a day of which nobody can tell whether it is one.</summary>
    private static bool SaysEnd(Event act) => act.Act is Core.Act.Terminated or Core.Act.Superseded or Core.Act.Unclear;

    private static string Act(Event act)
    {
        var day = act.Places.Count > 0 || act.On is null ? act.Text : Date(act.On);
        // A first act and a renewal are told by their order; any other by its name.
        return act.Act is Core.Act.Signed or Core.Act.Effective or Core.Act.Renewed or Core.Act.Unclear || day.Any(char.IsLetter) ? day : $"{day} {Wording.Of("act", act.Act)}";
    }

    /// <summary>2022-11-08 as 2022.11.08; what is no plain date stays as it is.</summary>
    private static string Date(EdtfValue date)
    {
        var text = date.ToString()!;
        return text.All(c => char.IsAsciiDigit(c) || c == '-') ? text.Replace('-', '.') : text;
    }

    private static string Length(Length length) => length switch
    {
        { Years: > 0, Months: 0, Days: 0 } => PageWords.Say("printed.years", length.Years),
        { Years: 0, Months: > 0, Days: 0 } => PageWords.Say("printed.months", length.Months),
        _ => Shown.Length($"{length}"),
    };

    private static string Joined(string between, IEnumerable<string?> parts, bool isEachSaid = false)
    {
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim());
        return string.Join(between, isEachSaid ? said : said.Distinct());
    }
}

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Exports;

/// <summary>An agreement as a row of the list that offices print. Names, kinds and terms are worded as their document words them; all dates
/// have one form, that can be read in one way only.</summary>
internal static class PrintedCells
{
    /// <summary>Each partner and each country begins a line.</summary>
    private const string Several = ";\n", SeveralKinds = "; ";

    public static IReadOnlyList<string> Of(Facts facts) =>
        [facts.Number ?? "", Name(facts), Joined(Several, facts.Parties.Select(Country), isEachSaid: facts.Parties.Select(Country).Distinct().Count() > 1), Joined(SeveralKinds, facts.Kinds.Select(k => k.Text), isEachSaid: true), Begin(facts), End(facts)];

    /// <summary>As its list names it, where that is understood without the list; else as everyone does.</summary>
    public static string? Country(Party party) =>
        party.Country is { } code && (party.CountryText is null || Countries.Find(party.CountryText)?.Code != code) ? Countries.NameOf(code) : party.CountryText;

    private static string Name(Facts facts)
    {
        var names = Joined(Several, facts.Parties.Select(p => p.Unit is { } unit && !p.Name.Contains(unit, StringComparison.OrdinalIgnoreCase) ? Joined(", ", [p.Name, unit]) : p.Name));
        return names.Length > 0 ? names : facts.Title ?? "";
    }

    private static string Begin(Facts facts) => Joined(" ", PrintedActs.Begins(facts), isEachSaid: true);

    private static string End(Facts facts)
    {
        var (ends, acts) = (PrintedActs.Ends(facts).ToList(), PrintedActs.Stops(facts).ToList());
        // A date beside others says what it is.
        if (ends.Count + acts.Count > 1 && ends.Count > 0)
            ends = ends.ConvertAll(e => PageWords.Say("printed.until", e));
        return Joined(" ", [PrintedTerm.Of(facts.Term), .. ends, .. acts]);
    }

    private static string Joined(string between, IEnumerable<string?> parts, bool isEachSaid = false)
    {
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim());
        return string.Join(between, isEachSaid ? said : said.Distinct());
    }
}

using Entente.Core;

namespace Entente.Formats.Tables;

/// <summary>Counts the records of a list against what it says of itself.</summary>
internal sealed class ListChecks
{
    private readonly Dictionary<string, int> byCountry = [];
    private readonly Text.NumberSequence numbers = new();
    private int records;

    public void Count(Draft draft)
    {
        records++;
        foreach (var country in Agreement.CountriesOf(draft.Facts))
            byCountry[country] = byCountry.GetValueOrDefault(country) + 1;
        numbers.Add(draft);
    }

    /// <summary>Of all records at once.</summary>
    public static IReadOnlyList<Check> Of(IReadOnlyList<Draft> drafts, List<Tally> tallies)
    {
        var counted = new ListChecks();
        foreach (var draft in drafts)
            counted.Count(draft);
        return counted.Of(tallies);
    }

    public IReadOnlyList<Check> Of(List<Tally> tallies)
    {
        // A table that counts something else than this list's agreements by country is no check of it.
        var ofCountries = tallies.FindAll(t => t.Country is not null);
        if (ofCountries.Count(t => t.Count == CountIn(t.Country!.Code)) * 2 < ofCountries.Count)
            tallies.RemoveAll(t => t.Country is not null);
        // Where one of several totals is that of all, the others are of parts.
        if (tallies.Exists(t => t.Country is null && t.Count == records))
            tallies.RemoveAll(t => t.Country is null && t.OfPart is null && t.Count != records);
        var checks = tallies.Select(t => t.Country is { } country
            ? new Check(CheckKind.Country, country.Code, t.Subject, t.Count, CountIn(country.Code)) { Places = t.Places }
            : new Check(CheckKind.Total, t.Subject, t.Subject, t.Count, t.OfPart ?? records) { Places = t.Places }).ToList();
        if (numbers.Check is { } sequence)
            checks.Add(sequence);
        return checks;
    }

    /// <summary>What does not hold is a doubt.</summary>
    public static IEnumerable<Finding> Failed(IReadOnlyList<Check> checks) => checks.Where(c => !c.Holds).Select(c =>
        new Finding($"check.{Words.Kebab(c.Kind)}", Severity.Doubt, [], null, [c.Text ?? c.Subject ?? "", $"{c.Stated}", $"{c.Counted}"]) { Places = c.Places });

    private int CountIn(string country) => byCountry.GetValueOrDefault(country);
}

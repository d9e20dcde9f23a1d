using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Exports;

/// <summary>How many agreements there are with each country, counted from the rows; each country as its list names it first.</summary>
internal sealed class CountryFrequencies
{
    private readonly Dictionary<string, (string Name, int Count)> countries = new(StringComparer.Ordinal);

    public int Total { get; private set; }

    /// <summary>Agreements with several countries: once in each, and once in the total.</summary>
    public int CountedMoreThanOnce { get; private set; }

    public IReadOnlyList<(string Country, int Count)> Rows => [.. countries.Where(c => c.Key.Length > 0).Select(c => c.Value).OrderBy(c => c.Name, StringComparer.InvariantCulture), .. countries.Where(c => c.Key.Length == 0).Select(c => c.Value)];

    public void Add(Facts facts)
    {
        Total++;
        var named = facts.Parties.Select(p => (Key: p.Country ?? p.CountryText, Name: PrintedCells.Country(p))).Where(c => c.Key is not null).DistinctBy(c => c.Key).ToList();
        CountedMoreThanOnce += named.Count > 1 ? 1 : 0;
        foreach (var (key, name) in named)
            Count(key!, name!);
        if (named.Count == 0)
            Count("", PageWords.Say("printed.no-country"));
    }

    private void Count(string key, string name) =>
        countries[key] = countries.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : (name, 1);
}

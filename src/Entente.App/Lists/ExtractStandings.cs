using System.Collections.Concurrent;

using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

namespace Entente.App.Lists;

/// <summary>How each line stands, by the day that was asked for: most people ask about the same day.</summary>
internal sealed class ExtractStandings
{
    private const int MostDays = 8;

    private readonly ConcurrentDictionary<Day, StandingKind[]> found = new();

    public StandingKind[] On(Extract extract, Day on)
    {
        if (found.TryGetValue(on, out var known))
            return known;
        if (found.Count >= MostDays)
            found.Clear();
        return found[on] = Standings(extract, on, []);
    }

    /// <summary>The same for an extract that has the same lines, and some more.</summary>
    public void Follow(ExtractStandings before, Extract extract)
    {
        foreach (var (on, standings) in before.found)
            found[on] = Standings(extract, on, standings);
    }

    private static StandingKind[] Standings(Extract extract, Day on, StandingKind[] before)
    {
        var standings = new StandingKind[extract.Lines.Length];
        before.CopyTo(standings, 0);
        var day = LifelineRow.DayNumber(on);
        for (var place = before.Length; place < standings.Length; place++)
        {
            // Of a line that has been left behind by an act nobody asks.
            standings[place] = !extract.Lives[place].IsRestless ? extract.Lives[place].StandingOn(day)
                : extract.Restless.TryGetValue(extract.Lines[place].Id, out var facts) ? Standing.Of(facts, extract.Counting, on).Kind : default;
        }

        return standings;
    }
}

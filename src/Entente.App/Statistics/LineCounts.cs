using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Statistics;

/// <summary>Counts of standings from the extract: the same as those from the database.</summary>
internal static class LineCounts
{
    /// <summary>Of the whole register by country; for the same day of the same state counted once.</summary>
    public static Task<StandingCounts> ByCountryAsync(OpenRegister open, Day on, CancellationToken stop) => open.Db.InReadAsync(async () =>
    {
        var extract = await ListQueries.ExtractAsync(open, stop);
        return await extract.RememberAsync(
            $"countries {on}", () => Task.FromResult(By(extract, extract.Orders.Of(AgreementOrder.Number, false), (in line) => line.Countries, on)));
    }, stop);

    /// <param name="keys">The place of the keys that a line is counted under.</param>
    public static StandingCounts By(Extract extract, IEnumerable<int> places, KeysOf keys, Day on)
    {
        var (by, total, moreThanOnce) = (new SortedDictionary<string, StandingCount>(StringComparer.Ordinal), default(StandingCount), 0L);
        var standings = extract.StandingsOn(on);
        foreach (var place in places)
        {
            ref readonly var line = ref extract.Lines[place];
            var standing = standings[place];
            total = total.Plus(standing, 1);
            var under = extract.Keys[keys(in line)];
            moreThanOnce += under.Count > 1 ? 1 : 0;
            foreach (var key in under)
                by[key] = by.GetValueOrDefault(key).Plus(standing, 1);
        }

        return new StandingCounts(on, total, [.. by.Select(k => new KeyedCount(k.Key, k.Value))], moreThanOnce);
    }

    public delegate int KeysOf(in ExtractLine line);
}

using System.Collections.Concurrent;

using Entente.App.Agreements;
using Entente.App.Partners;
using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

namespace Entente.App.Lists;

/// <summary>Of all that match: how they stand on the day, and those that are shown, in order.</summary>
/// <param name="Counts">Whatever their standing and their end.</param>
/// <param name="Total">Of those that stand and end as asked.</param>
internal sealed record Chosen(StandingCount Counts, long Total, IReadOnlyList<Guid> Ids);

/// <summary>A register in one of its states, reduced to what lists are narrowed, counted and ordered by. It is read in a moment
/// where the database would have to be read through; the database stays what is true, and a test holds both equal.</summary>
internal sealed class Extract
{
    private const int MostKept = 64, StandingKinds = 5;

    /// <summary>What was found out about this state, by question.</summary>
    private readonly ConcurrentDictionary<string, object> found = new();

    public required int RegisterId { get; init; }

    public required CountingRule Counting { get; init; }

    /// <summary>The last change of the state.</summary>
    public required ChainLink State { get; init; }

    public required ExtractLine[] Lines { get; init; }

    /// <summary>At the place of its line.</summary>
    public required ExtractLife[] Lives { get; init; }

    public required ExtractTexts Texts { get; init; }

    public required ExtractOrders Orders { get; init; }

    public required KeySets Keys { get; init; }

    /// <summary>The facts of those that turn too often for a line.</summary>
    public required IReadOnlyDictionary<Guid, Facts> Restless { get; init; }

    /// <summary>The day of the end of those whose line does not say it, by the day that was asked for.</summary>
    public required ExtractEnds Ends { get; init; }

    public ExtractStandings Standings { get; } = new();

    /// <summary>The partners of an earlier state, and the agreements that have changed since; null when they were not asked for, or the register was read anew.</summary>
    public (PartnerLines Lines, IReadOnlySet<Guid> Changed)? PartnersBefore { get; init; }

    /// <summary>The partners of this state; null as long as nobody asked.</summary>
    public PartnerLines? KnownPartners => found.GetValueOrDefault(PartnerLines.Question) as PartnerLines;

    /// <summary>At the place of each line.</summary>
    public StandingKind[] StandingsOn(Day on) => Standings.On(this, on);

    /// <summary>Of one line. Who asks of all of them on the same day asks for all at once.</summary>
    public StandingKind StandingOn(int place, Day on) =>
        Lives[place].IsRestless ? Standing.Of(Restless[Lines[place].Id], Counting, on).Kind : Lives[place].StandingOn(LifelineRow.DayNumber(on));

    /// <param name="among">Those that are in all of these sets.</param>
    public Chosen Choose(AgreementFilter filter, IReadOnlyList<IReadOnlySet<Guid>> among, IReadOnlyDictionary<int, Day>? ends = null)
    {
        var choice = new ExtractChoice(this, filter, among);
        var standings = StandingsOn(filter.On);
        var places = Orders.Of(filter.Order, filter.IsDescending);
        if (choice.IsOfAll && filter is { Standing: null, EndsWithinDays: null })
            return new Chosen(Counted(places, standings), places.Length, [.. places.Skip(filter.Skip).Take(filter.Limit ?? int.MaxValue).Select(place => Lines[place].Id)]);
        var last = filter.EndsWithinDays is { } days ? filter.On.AddDays(days) : (Day?)null;
        var (counts, total, ids) = (new long[StandingKinds], 0L, new List<Guid>());
        foreach (var place in places)
        {
            ref readonly var line = ref Lines[place];
            if (!choice.Has(in line, place))
                continue;
            var standing = standings[place];
            counts[(int)standing]++;
            if (filter.Standing?.Has(standing) == false || (last is { } by && !EndsBy(place, standing, filter.On, by, ends!)))
                continue;
            if (total++ >= filter.Skip && ids.Count < (filter.Limit ?? int.MaxValue))
                ids.Add(line.Id);
        }

        return new Chosen(Counted(counts), total, ids);
    }

    /// <summary>What is chosen from: the keys of all agreements, each once.</summary>
    public IReadOnlyList<string> KeysOf(Facet facet) => (IReadOnlyList<string>)Remember($"keys {facet}", () =>
    {
        var places = new bool[Keys.Count];
        foreach (var place in Orders.Of(AgreementOrder.Number, false))
            places[facet switch { Facet.Country => Lines[place].Countries, Facet.Kind => Lines[place].Kinds, _ => Lines[place].Years }] = true;
        return places.Index().Where(p => p.Item).SelectMany(p => Keys[p.Index]).Distinct().Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>Which places have these words; null: none are asked for.</summary>
    public bool[]? Holding(string? words) =>
        string.IsNullOrWhiteSpace(words) ? null : (bool[])Remember($"words {words}", () => Texts.Holding(words));

    public bool Remembers(string question) => found.ContainsKey(question);

    /// <summary>Finds out once what holds as long as the state does.</summary>
    public async Task<T> RememberAsync<T>(string question, Func<Task<T>> find)
        where T : class
    {
        if (found.TryGetValue(question, out var known))
            return (T)known;
        return (T)Remember(question, await find());
    }

    private object Remember(string question, Func<object> find) => found.TryGetValue(question, out var known) ? known : Remember(question, find());

    private object Remember(string question, object answer)
    {
        if (found.Count >= MostKept)
            found.Clear();
        return found[question] = answer;
    }

    private static StandingCount Counted(int[] places, StandingKind[] standings)
    {
        var counts = new long[StandingKinds];
        foreach (var place in places)
            counts[(int)standings[place]]++;
        return Counted(counts);
    }

    private static StandingCount Counted(long[] counts) =>
        Enum.GetValues<StandingKind>().Aggregate(default(StandingCount), (sum, kind) => sum.Plus(kind, counts[(int)kind]));

    private bool EndsBy(int place, StandingKind standing, Day on, Day by, IReadOnlyDictionary<int, Day> ends)
    {
        if (standing != StandingKind.InForceUntil)
            return false;
        return ExtractEnds.IsKnown(in Lines[place], on) ? Lines[place].EndDay <= by.Number : ends[place] <= by;
    }
}

using System.CommandLine;
using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Statistics;

internal static class CountCommand
{
    private static readonly StandingKind[] columns =
        [StandingKind.InForceUntil, StandingKind.InForceOpen, StandingKind.Ended, StandingKind.CannotTell, StandingKind.NotBegun];

    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var by = Commands.OneOf<CountBy>("--by");
        var command = Commands.New("count", place.On, by, place.Register, place.Data, place.Json);
        command.SetAction((asked, stop) => CountAsync(terminal, place, asked, asked.GetValue(by), stop));
        return command;
    }

    private static async Task<int> CountAsync(Terminal terminal, DataPlace place, ParseResult asked, CountBy? by, CancellationToken stop)
    {
        await using var open = await place.OpenAsync(asked, terminal, stop);
        var counted = await CountQueries.CountAsync(open, place.DayOf(asked, terminal, open), by, stop);
        if (asked.GetValue(place.Json))
            terminal.Answer(Wire.Of(CountView.Of(counted)));
        else
            Write(terminal, open.Register, counted, by);
        return 0;
    }

    public static void Write(Terminal terminal, Register register, Counted counted, CountBy? by)
    {
        var counts = counted.Counts;
        terminal.Answer(Wording.Of("count.on", counts.On.ToString()));
        terminal.Table(
            [Wording.Of(by is { } facet ? Wording.Family("count.by", facet) : "count.all"), .. columns.Select(k => Wording.Of("standing", k)), Wording.Of("count.sum")],
            [.. InOrder(counts.By, register, by).Select(k => Row(Key(k.Key, register, by), k.Count)), Row(Wording.Of("count.all"), counts.Total)]);
        if (counts.CountedMoreThanOnce > 0)
            terminal.Answer(Wording.Of("count.more-than-once", Number(counts.CountedMoreThanOnce)));
        terminal.Answer(Wording.Of("count.duplicates", Number(counted.ProbableDuplicates)));
    }

    /// <summary>Years as they follow each other, what has none last; all else by how many, then as it is shown.</summary>
    private static IEnumerable<KeyedCount> InOrder(IEnumerable<KeyedCount> counts, Register register, CountBy? by) => by == CountBy.Year
        ? counts.OrderBy(k => long.TryParse(k.Key, CultureInfo.InvariantCulture, out var year) ? year : long.MaxValue)
        : counts.OrderByDescending(k => k.Count.All).ThenBy(k => Key(k.Key, register, by), StringComparer.InvariantCulture);

    private static string Key(string key, Register register, CountBy? by) => by switch
    {
        _ when key.Length == 0 => Wording.Of("count.none"),
        CountBy.Country when key == register.HomeCountry => Wording.Of("count.home", key),
        CountBy.Country => Shown.Country(key),
        CountBy.Kind => KindWords.Of(register, key),
        CountBy.Standing => Wording.Of($"standing.{key}"),
        _ => key,
    };

    private static IReadOnlyList<string> Row(string key, StandingCount count) =>
        [key, .. columns.Select(k => Number(count.Of(k))), Number(count.All)];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

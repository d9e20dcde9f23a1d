using CsCheck;

using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(CountingRule.SameDay)]
    [InlineData(CountingRule.DayBefore)]
    public async Task The_counts_equal_the_standing_of_each_record_on_every_boundary_day(CountingRule counting)
    {
        await using (var db = Open(Ours))
        {
            (await db.Registers.SingleAsync(Cancelled)).Counting = counting;
            await db.SaveChangesAsync(Cancelled);
        }

        var facts = Generated(counting, 300);
        await Write(facts);
        await using var again = Open(Ours);
        var boundaries = facts.SelectMany(f => Lifeline.Of(f, counting)).Select(s => s.From).Where(d => d.IsBounded)
            .SelectMany(d => new[] { d.AddDays(-1), d }).Append(new Day(-400, 1, 1)).Append(new Day(2900, 1, 1)).Distinct().ToList();
        var someDays = boundaries.Where((_, i) => i % Math.Max(1, boundaries.Count / 250) == 0);
        foreach (var day in someDays)
        {
            var standings = facts.Select(f => (Facts: f, Standing.Of(f, counting, day).Kind)).ToList();
            await Compare(again, day, null, standings, _ => [""]);
            await Compare(again, day, CountBy.Country, standings, f => Or(Agreement.CountriesOf(f)));
            await Compare(again, day, CountBy.Kind, standings, f => Or(Agreement.KindKeysOf(f)));
            await Compare(again, day, CountBy.Year, standings, f => [f.Begin?.On!.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""]);
        }
    }

    /// <summary>An earlier period of an assumed length ends a day earlier.</summary>
    [Fact]
    public async Task A_register_that_counts_otherwise_is_counted_otherwise()
    {
        var once = Sample.Facts("1", "2010-05-04", 5, "Uni A|DE");
        await Write(once with { Events = [.. once.Events, new Event(Act.Renewed, Sample.Date("2020-01-01"), null, "2020")] });
        var lastDay = new Day(2015, 5, 4);
        await using var db = Open(Ours);
        (await db.TallyAsync(lastDay, null, Cancelled)).Total.InForceUntil.ShouldBe(1);
        (await db.Registers.SingleAsync(Cancelled)).Counting = CountingRule.DayBefore;
        await db.RecordAsync("register.edited", Later, new Outcome(), Cancelled);
        (await db.TallyAsync(lastDay, null, Cancelled)).Total.CannotTell.ShouldBe(1);
    }

    [Fact]
    public async Task What_may_stand_in_a_way_holds_all_that_do()
    {
        var facts = Generated(CountingRule.SameDay, 200);
        await Write(facts);
        await using var db = Open(Ours);
        for (var day = new Day(2016, 3, 1); day < new Day(2032, 1, 1); day = day.AddMonths(7))
        {
            var all = await db.Agreements.ToListAsync(Cancelled);
            foreach (var kind in Enum.GetValues<StandingKind>())
            {
                var expected = all.Where(a => a.StandingOn(day, CountingRule.SameDay).Kind == kind).Select(a => a.Id).Order();
                var narrowed = await db.Agreements.MayStand(db, kind, day).ToListAsync(Cancelled);
                narrowed.Where(a => a.StandingOn(day, CountingRule.SameDay).Kind == kind).Select(a => a.Id).Order().ShouldBe(expected);
                var doubtful = narrowed.Where(a => a.StandingOn(day, CountingRule.SameDay).Kind != kind);
                doubtful.ShouldAllBe(a => Lifeline.Of(a.Facts, CountingRule.SameDay).Count > 7);
            }

            var to = day.AddDays(180);
            var ending = all.Where(a => a.StandingOn(day, CountingRule.SameDay) is { IsInForce: true, Until: { } until } && until.Earliest <= to && until.Latest >= day);
            var mayEnd = await db.Agreements.MayEndWithin(day, to).Select(a => a.Id).ToListAsync(Cancelled);
            ending.Select(a => a.Id).ShouldBeSubsetOf(mayEnd);
        }
    }

    [Fact]
    public async Task A_life_with_more_turns_than_columns_is_counted_too()
    {
        var events = Enumerable.Range(0, 8).SelectMany(i => new[]
        {
            new Event(Act.Suspended, EdtfDate.Of(2010 + i, 3, 1), null, "s"),
            new Event(Act.Resumed, EdtfDate.Of(2010 + i, 6, 1), null, "r"),
        });
        var facts = Sample.Facts("1", "2005-01-01", null, "Uni A|DE", "Uni B|FR");
        await Write(facts with { Events = [.. facts.Events, .. events] }, Sample.Facts("2", "2005-01-01", null, "Uni A|DE"));
        await using var db = Open(Ours);
        var paused = await db.TallyAsync(new Day(2012, 4, 1), CountBy.Country, Cancelled);
        paused.Total.ShouldBe(new StandingCount(0, 1, 0, 1, 0));
        paused.By.ShouldBe([new KeyedCount("DE", new StandingCount(0, 1, 0, 1, 0)), new KeyedCount("FR", new StandingCount(0, 0, 0, 1, 0))]);
        paused.CountedMoreThanOnce.ShouldBe(1);
        (await db.TallyAsync(new Day(2012, 7, 1), null, Cancelled)).Total.ShouldBe(new StandingCount(0, 2, 0, 0, 0));
    }

    private static Facts[] Generated(CountingRule counting, int count)
    {
        var facts = new List<Facts>();
        FactsGen.Of(counting).Sample(f => { lock (facts) facts.Add(f); }, iter: count, threads: 1, seed: "0000KOIPe035");
        return [.. facts];
    }

    private static IEnumerable<string> Or(IEnumerable<string> keys) => keys.DefaultIfEmpty("");

    private static async Task Compare(
        Entente.Store.RegisterDb db, Day day, CountBy? by, List<(Facts Facts, StandingKind Kind)> standings, Func<Facts, IEnumerable<string>> keys)
    {
        var counts = await db.TallyAsync(day, by, Cancelled);
        counts.Total.ShouldBe(Count(standings.Select(s => s.Kind)), $"{day}");
        if (by is null)
            return;
        var expected = standings.SelectMany(s => keys(s.Facts).Select(key => (key, s.Kind))).GroupBy(s => s.key, s => s.Kind)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new KeyedCount(g.Key, Count(g)));
        counts.By.ShouldBe(expected, $"{day} {by}");
        counts.CountedMoreThanOnce.ShouldBe(standings.Count(s => keys(s.Facts).Count() > 1));
    }

    private static StandingCount Count(IEnumerable<StandingKind> kinds) =>
        kinds.Aggregate(default(StandingCount), (count, kind) => count.Plus(kind, 1));
}

using Entente.App.Agreements;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Home;

/// <summary>An agreement that comes to an end, or to the end of a period.</summary>
/// <param name="Last">The first day that may be its last.</param>
public sealed record ComingEnd(AgreementAt At, Day Last)
{
    public long DaysLeft(Day on) => Last.Number - on.Number;
}

/// <summary>What comes to its end within the days of the register: what then ends, and what goes on, because it renews by itself or was renewed.</summary>
/// <param name="Ending">The next of those that end.</param>
/// <param name="Continuing">The next of those that go on.</param>
public sealed record EndsSoon(int Days, int Ends, int Continues, IReadOnlyList<ComingEnd> Ending, IReadOnlyList<ComingEnd> Continuing)
{
    private const int MostEnding = 10, MostContinuing = 5;

    internal static async Task<EndsSoon> OfAsync(OpenRegister open, Extract extract, Day on, CancellationToken stop)
    {
        var days = open.Register.EndsSoonDays;
        var soon = await extract.RememberAsync($"ends {on} {days}", () => SoonAsync(open, extract, on, on.AddDays(days), stop));
        var ends = soon.Where(s => !s.GoesOn).Select(s => (s.Id, s.Last)).ToList();
        var continues = soon.Where(s => s.GoesOn).Select(s => (s.Id, s.Last)).ToList();
        return new EndsSoon(
            days, ends.Count, continues.Count,
            await ReadAsync(open, extract, [.. ends.Take(MostEnding)], on, stop), await ReadAsync(open, extract, [.. continues.Take(MostContinuing)], on, stop));
    }

    /// <summary>The same as the list within so many days, by day. What stands in force on the day after its end goes on.</summary>
    private static async Task<List<(Guid Id, Day Last, bool GoesOn)>> SoonAsync(OpenRegister open, Extract extract, Day on, Day by, CancellationToken stop)
    {
        var ends = await extract.Ends.OnAsync(open, extract, on, stop);
        var soon = new List<(Guid Id, Day Last, bool GoesOn)>();
        var standings = extract.StandingsOn(on);
        foreach (var place in extract.Orders.Of(AgreementOrder.Number, false))
        {
            ref readonly var line = ref extract.Lines[place];
            if (standings[place] != StandingKind.InForceUntil)
                continue;
            var last = ExtractEnds.IsKnown(in line, on) ? Day.FromNumber(line.EndDay!.Value) : ends[place];
            if (last > by)
                continue;
            var after = last.AddDays(1);
            soon.Add((line.Id, last, extract.StandingOn(place, after) is StandingKind.InForceUntil or StandingKind.InForceOpen));
        }

        return [.. soon.OrderBy(s => s.Last)];
    }

    private static async Task<IReadOnlyList<ComingEnd>> ReadAsync(
        OpenRegister open, Extract extract, IReadOnlyList<(Guid Id, Day Last)> soon, Day on, CancellationToken stop)
    {
        var agreements = await ListQueries.AgreementsAsync(open, extract, [.. soon.Select(s => s.Id)], on, stop);
        return [.. agreements.Zip(soon, (at, s) => new ComingEnd(at, s.Last))];
    }
}

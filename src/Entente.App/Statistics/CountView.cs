using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Statistics;

public sealed record SixNumbers(long InForceUntil, long InForceOpen, long Ended, long CannotTell, long NotBegun, long All)
{
    public static SixNumbers Of(StandingCount c) => new(c.InForceUntil, c.InForceOpen, c.Ended, c.CannotTell, c.NotBegun, c.All);
}

public sealed record KeyedNumbers(string Key, long InForceUntil, long InForceOpen, long Ended, long CannotTell, long NotBegun, long All)
{
    public static KeyedNumbers Of(KeyedCount k) =>
        new(k.Key, k.Count.InForceUntil, k.Count.InForceOpen, k.Count.Ended, k.Count.CannotTell, k.Count.NotBegun, k.Count.All);
}

/// <summary>What <c>count --json</c> prints.</summary>
public sealed record CountView(Day On, SixNumbers Total, IReadOnlyList<KeyedNumbers> By, long CountedMoreThanOnce, int ProbableDuplicates)
{
    public static CountView Of(Counted counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var counts = counted.Counts;
        return new CountView(
            counts.On, SixNumbers.Of(counts.Total), [.. counts.By.Select(KeyedNumbers.Of)], counts.CountedMoreThanOnce, counted.ProbableDuplicates);
    }
}

using Entente.Edtf;

namespace Entente.Core;

/// <summary>How many records stand in which way on a day. The parts add up to all of them.</summary>
public readonly record struct StandingCount(long InForceUntil, long InForceOpen, long Ended, long CannotTell, long NotBegun)
{
    public long All => InForceUntil + InForceOpen + Ended + CannotTell + NotBegun;

    public StandingCount Plus(StandingKind kind, long n) => kind switch
    {
        StandingKind.InForceUntil => this with { InForceUntil = InForceUntil + n },
        StandingKind.InForceOpen => this with { InForceOpen = InForceOpen + n },
        StandingKind.Ended => this with { Ended = Ended + n },
        StandingKind.CannotTell => this with { CannotTell = CannotTell + n },
        _ => this with { NotBegun = NotBegun + n },
    };

    public long Of(StandingKind kind) => kind switch
    {
        StandingKind.InForceUntil => InForceUntil,
        StandingKind.InForceOpen => InForceOpen,
        StandingKind.Ended => Ended,
        StandingKind.CannotTell => CannotTell,
        _ => NotBegun,
    };
}

public enum CountBy
{
    Country,
    Kind,
    Standing,
    Year,
}

/// <param name="Key">Alpha-2 code, kind, standing or year; empty for the records that have none.</param>
public sealed record KeyedCount(string Key, StandingCount Count);

/// <param name="Total">Each record once.</param>
/// <param name="By">A record with two keys once in each.</param>
public sealed record StandingCounts(
    Day On, StandingCount Total, IReadOnlyList<KeyedCount> By, long CountedMoreThanOnce);

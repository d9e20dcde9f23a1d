using System.Globalization;

using Entente.Core;
using Entente.Store.Counts;

namespace Entente.App.Lists;

/// <summary>What of one agreement a list is narrowed and ordered by. There may be a million of them: a line holds no object that it can do without.</summary>
internal readonly record struct ExtractLine(Guid Id, long NumberOrder)
{
    /// <summary>Null where it is nothing but its digits.</summary>
    public string? Number { get; init; }

    public long? BeginDay { get; init; }

    public long? EndDay { get; init; }

    /// <summary>Of the end that is shown.</summary>
    public long? EndsOnDay { get; init; }

    /// <summary>What it is counted under: the place of its keys among all <see cref="KeySets"/>.</summary>
    public int Years { get; init; }

    public int Countries { get; init; }

    public int Kinds { get; init; }

    public string FullNumber => Number ?? NumberOrder.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The standings of one agreement and the days on which they change, as <see cref="LifelineRow"/> has them.</summary>
internal readonly struct ExtractLife(int shape, LifelineRow row)
{
    private const int Never = int.MaxValue;

    private readonly int shape = shape, t1 = Turn(row.T1), t2 = Turn(row.T2), t3 = Turn(row.T3), t4 = Turn(row.T4), t5 = Turn(row.T5), t6 = Turn(row.T6);

    /// <summary>It turns more often than a row can say.</summary>
    public bool IsRestless => shape == 0;

    public StandingKind StandingOn(int day) => LifelineGroup.StandingAfter(shape, One(t1, day) + One(t2, day) + One(t3, day) + One(t4, day) + One(t5, day) + One(t6, day));

    /// <summary>Day number of the last day in force; the greatest one when it runs on, null when no day is known to be.</summary>
    public long? LastInForce
    {
        get
        {
            ReadOnlySpan<int> turns = [t1, t2, t3, t4, t5, t6];
            long? last = null;
            for (var i = 0; i <= turns.Length && (i == 0 || turns[i - 1] != Never); i++)
            {
                if (LifelineGroup.StandingAfter(shape, i) is StandingKind.InForceUntil or StandingKind.InForceOpen)
                    last = i < turns.Length && turns[i] != Never ? turns[i] - 1 : long.MaxValue;
            }

            return last;
        }
    }

    private static int Turn(int turn) => turn > 0 ? turn : Never;

    /// <summary>Without a branch: which days have passed cannot be foreseen.</summary>
    private static int One(int turn, int day) => turn <= day ? 1 : 0;
}

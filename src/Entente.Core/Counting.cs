using Entente.Edtf;

namespace Entente.Core;

/// <summary>How a register counts the last day in force of a length.</summary>
public enum CountingRule
{
    /// <summary>2022-11-08 + 5 years ends 2027-11-08.</summary>
    SameDay,

    /// <summary>2022-11-08 + 5 years ends 2027-11-07.</summary>
    DayBefore,
}

public static class Counting
{
    /// <summary>The last day in force of <paramref name="times"/> lengths from <paramref name="begin"/>, as fine as the begin.</summary>
    public static EdtfValue LastDay(this CountingRule rule, EdtfDate begin, Length length, int times = 1) =>
        rule == CountingRule.DayBefore ? length.DayBefore(begin, times) : length.After(begin, times);
}

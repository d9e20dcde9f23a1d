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
    /// <summary>The last day in force of <paramref name="times"/> lengths from <paramref name="begin"/>.
    /// A begin coarser than a day gives an end as coarse, where the rules do not differ.</summary>
    public static EdtfValue LastDay(this CountingRule rule, EdtfDate begin, Length length, int times = 1)
    {
        var after = length.After(begin, times);
        return rule == CountingRule.DayBefore && after is EdtfDate { Precision: EdtfPrecision.Day } day
            ? EdtfDate.Of(day.Earliest.AddDays(-1))
            : after;
    }
}

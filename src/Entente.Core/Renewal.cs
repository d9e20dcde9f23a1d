using Entente.Edtf;

namespace Entente.Core;

/// <summary>How a period that renews by itself runs on after its first end.</summary>
public sealed class Renewal(Facts facts, CountingRule counting, EdtfDate begin, EdtfValue firstEnd)
{
    /// <summary>Of each further period: the stated one, else that of the first; null when nothing says it.</summary>
    public Length? Length { get; } =
        facts.Term.RenewalLength is { IsZero: false } stated ? stated
        : facts.Term.UsableLength is { } first ? first
        : firstEnd is EdtfDate date && Core.Length.WholeYears(begin, date) is { } years ? new Length(years)
        : null;

    /// <summary>The end after all renewals, where their number is stated.</summary>
    public EdtfValue? FinalEnd => facts.Term.RenewalTimes is { } times && Length is not null ? EndAfter(times) : null;

    /// <summary>The ends of the further periods that lie before a day: all that are stated, or as many as there is room for.</summary>
    public IEnumerable<EdtfValue> EndsBefore(Day day)
    {
        for (var times = 1; Length is not null && times <= (facts.Term.RenewalTimes ?? int.MaxValue); times++)
        {
            var end = EndAfter(times);
            if (!(end.Earliest < day))
                yield break;
            yield return end;
        }
    }

    /// <summary>The end of the period that a day after the first end lies in.</summary>
    public EdtfValue EndOn(Day day)
    {
        var length = Length!.Value;
        var n = (int)Math.Max(1, (day.Number - firstEnd.Earliest!.Value.Number) / ((length.TotalMonths * 31L) + length.Days));
        var end = EndAfter(n);
        while (day > end.Earliest)
            end = EndAfter(++n);
        return end;
    }

    /// <summary>The n-th end is counted from the begin at once, so that no day is lost on the way.</summary>
    private EdtfValue EndAfter(int times)
    {
        var renewal = Length!.Value;
        if (facts.Term.UsableLength is { } first && counting.LastDay(begin, first).Equals(firstEnd))
            return counting.LastDay(begin, Ending.Sum(first, renewal, times));
        return renewal.After(firstEnd as EdtfDate ?? EdtfDate.Of(firstEnd.Latest!.Value), times);
    }
}

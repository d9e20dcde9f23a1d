using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Tables;

/// <summary>Two columns of dates whose heads are one word and a number, and so say nothing of what the second is: "Date 1", "Date 2".</summary>
internal static class UnlabelledDates
{
    public static (int First, int Second)? In(IReadOnlyList<string?> fields, IReadOnlyList<string> heads)
    {
        if (fields.Any(f => f is "end" or "renewed" or "period"))
            return null;
        var starts = Enumerable.Range(0, fields.Count).Where(c => fields[c] == "start").ToList();
        return starts is [var first, var second] && Bare(heads[first]) is { Length: > 0 } bare && bare == Bare(heads[second]) ? (first, second) : null;
    }

    /// <summary>Whether most dates of the second column are the last day of whole years from the first one on: then they are ends.</summary>
    public static bool AreEnds((int First, int Second) columns, IReadOnlyList<IReadOnlyList<CellContent>> rows, Contents contents)
    {
        var dated = rows.Where(r => r[columns.First].FirstDate is not null && r[columns.Second].FirstDate is not null).ToList();
        return new[] { contents, contents.In(DayOrder.DayFirst), contents.In(DayOrder.MonthFirst) }.Any(read =>
            dated.Count(r => IsLastDay(read.Of(r[columns.First].Text).FirstDate, read.Of(r[columns.Second].Text).FirstDate)) * 2 > dated.Count);
    }

    /// <summary>Further apart they are no two signatures of one agreement.</summary>
    public static bool AreFarApart(EdtfDate? one, EdtfDate? other) => one is not null && other is not null && Math.Abs(other.Earliest.Number - one.Earliest.Number) >= 366;

    private static bool IsLastDay(EdtfDate? begin, EdtfDate? end) =>
        begin is { IsOneDay: true } && end is { IsOneDay: true } && Length.WholeYears(begin, end) is { } years && new Length(years).DayBefore(begin).Equals(end);

    /// <summary>Without numbers, in figures or Roman ones.</summary>
    private static string Bare(string head) => string.Join(' ', TokenRun.Of(head).Keys.Where(k => k.Length > 1 && !k.Any(char.IsDigit) && !k.All(c => c is 'i' or 'v' or 'x')));
}

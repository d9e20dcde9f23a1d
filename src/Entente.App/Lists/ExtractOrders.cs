using System.Collections.Concurrent;

using Entente.App.Agreements;

namespace Entente.App.Lists;

/// <summary>The places of the lines of an extract in each order that a list may have. What has no such value stands last in either direction;
/// what has the same stands by its number.</summary>
internal sealed class ExtractOrders
{
    private static readonly AgreementOrder[] all = Enum.GetValues<AgreementOrder>();

    private readonly Dictionary<AgreementOrder, int[]> ascending;
    private readonly ConcurrentDictionary<AgreementOrder, int[]> descending = new();
    private readonly ExtractLine[] lines;

    private ExtractOrders(ExtractLine[] lines, Dictionary<AgreementOrder, int[]> ascending)
    {
        this.lines = lines;
        this.ascending = ascending;
    }

    public static ExtractOrders Of(ExtractLine[] lines)
    {
        var places = Enumerable.Range(0, lines.Length).ToArray();
        return new ExtractOrders(lines, all.ToDictionary(order => order, order => Sorted(lines, places, order)));
    }

    /// <summary>The orders of other lines: some places are gone, some are new, all else is as it was.</summary>
    public ExtractOrders After(ExtractLine[] others, IReadOnlySet<int> gone, int[] added) =>
        new(others, ascending.ToDictionary(o => o.Key, o => Merged(others, o.Value, gone, Sorted(others, added, o.Key), o.Key)));

    public int Count => ascending[AgreementOrder.Number].Length;

    public int[] Of(AgreementOrder order, bool isDescending) =>
        isDescending ? descending.GetOrAdd(order, Turned) : ascending[order];

    private static int[] Sorted(ExtractLine[] lines, int[] places, AgreementOrder order)
    {
        var sorted = (int[])places.Clone();
        Array.Sort(sorted, (one, other) => Compare(in lines[one], in lines[other], order));
        return sorted;
    }

    private static int[] Merged(ExtractLine[] lines, int[] before, IReadOnlySet<int> gone, int[] added, AgreementOrder order)
    {
        var merged = new List<int>(before.Length + added.Length);
        var next = 0;
        foreach (var place in before)
        {
            if (gone.Contains(place))
                continue;
            while (next < added.Length && Compare(in lines[added[next]], in lines[place], order) < 0)
                merged.Add(added[next++]);
            merged.Add(place);
        }

        merged.AddRange(added.AsSpan(next));
        return [.. merged];
    }

    /// <summary>Group by group from the last one; the numbers within a group go up all the same.</summary>
    private int[] Turned(AgreementOrder order)
    {
        var up = ascending[order];
        if (order == AgreementOrder.Number)
            return [.. up.Reverse()];
        var down = new List<int>(up.Length);
        var known = up.Length;
        while (known > 0 && !HasValue(in lines[up[known - 1]], order))
            known--;
        for (var end = known; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && CompareValue(in lines[up[start - 1]], in lines[up[start]], order) == 0)
                start--;
            down.AddRange(up.AsSpan(start, end - start));
            end = start;
        }

        down.AddRange(up.AsSpan(known));
        return [.. down];
    }

    private static int Compare(in ExtractLine one, in ExtractLine other, AgreementOrder order)
    {
        var value = CompareValue(in one, in other, order);
        if (value != 0)
            return value;
        var number = one.NumberOrder.CompareTo(other.NumberOrder);
        return number != 0 ? number : string.CompareOrdinal(one.FullNumber, other.FullNumber);
    }

    private static int CompareValue(in ExtractLine one, in ExtractLine other, AgreementOrder order) => order switch
    {
        AgreementOrder.Partner => one.Text.Span.SequenceCompareTo(other.Text.Span),
        AgreementOrder.Begins => (one.BeginDay ?? long.MaxValue).CompareTo(other.BeginDay ?? long.MaxValue),
        AgreementOrder.Ends => (one.EndDay ?? long.MaxValue).CompareTo(other.EndDay ?? long.MaxValue),
        _ => 0,
    };

    private static bool HasValue(in ExtractLine line, AgreementOrder order) => order switch
    {
        AgreementOrder.Begins => line.BeginDay is not null,
        AgreementOrder.Ends => line.EndDay is not null,
        _ => true,
    };
}

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
    private readonly ExtractTexts texts;

    public ExtractOrders(ExtractLine[] lines, ExtractTexts texts)
    {
        (this.lines, this.texts) = (lines, texts);
        var places = Enumerable.Range(0, lines.Length).ToArray();
        ascending = all.ToDictionary(order => order, order => Sorted(places, order));
    }

    /// <summary>The orders after an act: some places are gone, some are new, all else is as it was.</summary>
    public ExtractOrders(ExtractLine[] lines, ExtractTexts texts, ExtractOrders before, IReadOnlySet<int> gone, int[] added)
    {
        (this.lines, this.texts) = (lines, texts);
        ascending = all.ToDictionary(order => order, order => Merged(before.ascending[order], gone, Sorted(added, order), order));
    }

    public int Count => ascending[AgreementOrder.Number].Length;

    public int[] Of(AgreementOrder order, bool isDescending) =>
        isDescending ? descending.GetOrAdd(order, Turned) : ascending[order];

    private int[] Sorted(int[] places, AgreementOrder order)
    {
        var sorted = (int[])places.Clone();
        Array.Sort(sorted, (one, other) => Compare(one, other, order));
        return sorted;
    }

    private int[] Merged(int[] before, IReadOnlySet<int> gone, int[] added, AgreementOrder order)
    {
        var merged = new List<int>(before.Length + added.Length);
        merged.AddRange(before);
        foreach (var place in gone)
            merged.Remove(place);
        foreach (var place in added)
        {
            var at = merged.BinarySearch(place, Comparer<int>.Create((one, other) => Compare(one, other, order)));
            merged.Insert(at < 0 ? ~at : at, place);
        }

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
        while (known > 0 && !HasValue(up[known - 1], order))
            known--;
        for (var end = known; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && CompareValue(up[start - 1], up[start], order) == 0)
                start--;
            down.AddRange(up.AsSpan(start, end - start));
            end = start;
        }

        down.AddRange(up.AsSpan(known));
        return [.. down];
    }

    private int Compare(int one, int other, AgreementOrder order)
    {
        var value = CompareValue(one, other, order);
        if (value != 0)
            return value;
        var number = lines[one].NumberOrder.CompareTo(lines[other].NumberOrder);
        return number != 0 ? number : string.CompareOrdinal(lines[one].FullNumber, lines[other].FullNumber);
    }

    private int CompareValue(int one, int other, AgreementOrder order) => order switch
    {
        AgreementOrder.Partner => texts.Compare(one, other),
        AgreementOrder.Begins => (lines[one].BeginDay ?? long.MaxValue).CompareTo(lines[other].BeginDay ?? long.MaxValue),
        AgreementOrder.Ends => (lines[one].EndsOnDay ?? long.MaxValue).CompareTo(lines[other].EndsOnDay ?? long.MaxValue),
        _ => 0,
    };

    private bool HasValue(int place, AgreementOrder order) => order switch
    {
        AgreementOrder.Begins => lines[place].BeginDay is not null,
        AgreementOrder.Ends => lines[place].EndsOnDay is not null,
        _ => true,
    };
}

namespace Entente.Core.Reading;

/// <summary>Several ends one after the other where ends stand: 30.11.2021; 30.11.2026 – 01.08.2018 (renewed up to 01.08.2028) – 08.09.2018 (extended 08.09.2023).
/// The last is the end, the others were.</summary>
/// <param name="First">The item of the first end.</param>
/// <param name="Last">The item of the end that counts.</param>
/// <param name="Behind">The item behind all that belongs to them.</param>
internal readonly record struct ExtendedEnds(int First, int Last, int Behind)
{
    /// <summary>A renewal within so many days of an end is the day on which it was renewed, and no later end.</summary>
    private const int ShortestExtension = 300;

    public static ExtendedEnds? At(IReadOnlyList<WhenItem> items, int first)
    {
        if (!IsEnd(items[first]) || (first > 0 && items[first - 1] is { Role: WhenRole.End, Piece: { Kind: TermPieceKind.Act } }))
            return null;
        var (last, behind) = (first, first + 1);
        for (; behind < items.Count && items[behind].Role == items[first].Role; behind++)
        {
            if (IsEnd(items[behind]) && IsLater(items[last], items[behind]))
                last = behind;
            else if (!IsOfExtension(items[behind]))
                break;
        }

        return last == first || (behind < items.Count && items[behind].Role == items[first].Role && items[behind].IsDate) ? null : new ExtendedEnds(first, last, behind);
    }

    /// <summary>Whether an item is the length by which an end is extended, and no term.</summary>
    public static bool IsLength(IReadOnlyList<WhenItem> items, int length) =>
        length > 1 && items[length] is { Piece: { Kind: TermPieceKind.Length, Use: LengthUse.Term }, Role: WhenRole.End or WhenRole.Term }
        && items[length - 1].Piece is { Kind: TermPieceKind.Act, Act: Act.Extended } && items[length - 2] is { On: not null, RangeEnd: null, Role: WhenRole.End or WhenRole.Term };

    private static bool IsEnd(WhenItem item) => item is { Role: WhenRole.End, On: not null, RangeEnd: null };

    private static bool IsOfExtension(WhenItem item) =>
        item.Piece is { Kind: TermPieceKind.Until or TermPieceKind.UntilBehind } or { Kind: TermPieceKind.Act, Act: Act.Extended or Act.Renewed or Act.Amended };

    private static bool IsLater(WhenItem one, WhenItem other) => other.On!.Earliest.Number - one.On!.Latest.Number >= ShortestExtension;
}

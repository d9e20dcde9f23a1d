namespace Entente.Core.Reading;

/// <summary>What the words and dates of a row are to each other: which date a word is of, and which words make a date an end.</summary>
/// <param name="items">In the order of the row.</param>
internal sealed class WhenNeighbours(IReadOnlyList<WhenItem> items)
{
    /// <summary>"15.01.2023 (extended by 5 years)" where ends stand: the word belongs to no date.</summary>
    public bool ExtendsByLength(int word) => word + 1 < items.Count && ExtendedEnds.IsLength(items, word + 1);

    public bool IsEnd(int i) => !(items[i] is { IsFrom: true, Role: WhenRole.Term or WhenRole.End } && HasLengthBefore(i)) &&
        (ExtendsByLength(i + 1) || IsWordedEnd(i) || (items[i] is { Role: WhenRole.End or WhenRole.Term, RangeEnd: null } && ActOf(i) is null));

    /// <summary>"5 years from 1 May 2020".</summary>
    private bool HasLengthBefore(int i) => items.Take(i).Any(o => o.Piece?.Kind == TermPieceKind.Length && o.Role == items[i].Role);

    private bool IsWordedEnd(int i) => PieceAt(i - 1)?.Kind == TermPieceKind.Until || PieceAt(i + 1)?.Kind == TermPieceKind.UntilBehind;

    public string WithWord(int i) =>
        PieceAt(i + 1)?.Kind == TermPieceKind.UntilBehind ? $"{items[i].Text} {items[i + 1].Text}"
        : PieceAt(i - 1)?.Kind == TermPieceKind.Until ? $"{items[i - 1].Text} {items[i].Text}"
        : items[i].Text;

    public TermPiece? PieceAt(int i) => i >= 0 && i < items.Count ? items[i].Piece : null;

    public Act? ActOf(int date) =>
        PieceAt(date + 1) is { Kind: TermPieceKind.Act } behind && Owner(date + 1) == date ? behind.Act
        : PieceAt(date - 1) is { Kind: TermPieceKind.Act } before && Owner(date - 1) == date ? before.Act
        : null;

    /// <summary>The date that a word for an act belongs to: the one beside it. Between two, it is of the date behind it when the one before is
    /// the row's first, or has a word already, or the word is of signing.</summary>
    public int? Owner(int word)
    {
        if (PieceAt(word)?.Kind != TermPieceKind.Act || ExtendsByLength(word))
            return null;
        var before = word > 0 && IsDateOf(word, word - 1);
        var behind = word + 1 < items.Count && IsDateOf(word, word + 1);
        if (!before || !behind)
            return before ? word - 1 : behind ? word + 1 : null;
        if (PieceAt(word - 2) is { Kind: TermPieceKind.Act, Act: Act.Signed } && PieceAt(word)!.Value.Act == Act.Signed)
            return word + 1;
        var isFirst = !items.Take(word - 1).Any(i => i.IsDate);
        var isSigning = PieceAt(word)!.Value.Act == Act.Signed;
        return isSigning == isFirst && isSigning ? word - 1 : isFirst || PieceAt(word - 2)?.Kind == TermPieceKind.Act ? word + 1 : word - 1;
    }

    /// <summary>A date in the word's own cell that no word makes an end.</summary>
    private bool IsDateOf(int word, int date) => items[date].IsDate && items[date].Role == items[word].Role && !IsWordedEnd(date);
}

namespace Entente.Core.Reading;

/// <summary>The dates and term wordings of one cell, in order.</summary>
/// <param name="Unread">How many words are neither, fillers left out.</param>
public sealed record CellWhens(IReadOnlyList<WhenItem> Items, int Unread)
{
    /// <summary>Nothing else stands in the cell.</summary>
    public bool IsWhole => Unread == 0;

    /// <summary>The orders of day and month that its dates decide.</summary>
    public IReadOnlyCollection<DayOrder> Decided { get; init; } = [];

    public bool HasShortYears { get; init; }

    /// <summary>What is not understood has figures, a number in a word or a unit: it may matter.</summary>
    public bool HasUnreadNumber { get; init; }

    public bool HasDate => Items.Any(i => i.IsDate);

    public bool HasTerm => Items.Any(i => i.Piece is { Kind: TermPieceKind.Length or TermPieceKind.Open or TermPieceKind.Renews or TermPieceKind.NoRenewal or TermPieceKind.Until or TermPieceKind.UntilBehind });

    /// <summary>Whoever writes a cell puts day and month in one order: a date that can only be read in one way tells that of the others in its cell.</summary>
    public static CellWhens Of(TokenRun run, DayOrder order)
    {
        ArgumentNullException.ThrowIfNull(run);
        var read = InOrder(run, order);
        return order is DayOrder.Unknown or DayOrder.DayFirst or DayOrder.MonthFirst && read.OwnOrder is { } own && own != order ? InOrder(run, own) : read;
    }

    private DayOrder? OwnOrder
    {
        get
        {
            var orders = Decided.Where(o => o is DayOrder.DayFirst or DayOrder.MonthFirst).ToList();
            return orders is [var own] && (Items.Count(i => i.IsDate) > 1 || Items.Any(i => i.RangeEnd is not null)) ? own : null;
        }
    }

    private static CellWhens InOrder(TokenRun run, DayOrder order)
    {
        var scan = new WhenScan(run, order);
        var items = new List<WhenItem>();
        var unread = 0;
        var (isFrom, hasUnreadNumber) = (false, false);
        for (var at = 0; at < run.Count;)
        {
            if (scan.DateAt(at) is var (date, behind))
            {
                var text = Trimmed(run.Text(at, behind));
                items.Add(IsNever(date, text) ? new WhenItem(text, []) { Piece = new TermPiece(TermPieceKind.Open, behind) { Open = OpenTerm.NoExpiry } } : date with { Text = text, IsFrom = isFrom });
                isFrom = false;
                at = behind;
            }
            else if (Terms.TryMatchAt(run, at, out var piece))
            {
                items.Add(new WhenItem(Trimmed(run.Text(at, piece.End)), []) { Piece = piece });
                isFrom = false;
                at = piece.End;
            }
            else
            {
                isFrom = Terms.SaysFrom(run, at);
                var isFiller = Terms.IsFiller(run, at, out var end);
                unread += isFiller ? 0 : 1;
                hasUnreadNumber |= !isFiller && Lengths.IsOfNumber(run.Tokens[at], run.Keys[at]);
                at = isFiller && end > at ? end : at + 1;
            }
        }

        return new CellWhens(items.Count == 0 ? [] : items, unread) { Decided = scan.Decided.Count == 0 ? [] : scan.Decided, HasShortYears = scan.HasShortYears, HasUnreadNumber = hasUnreadNumber };
    }

    /// <summary>31.12.9999: programs that must have an end write one that never comes.</summary>
    private static bool IsNever(WhenItem date, string text) => date.Reason is not null && (text.Contains("9999", StringComparison.Ordinal) || text.Contains("2999", StringComparison.Ordinal));

    private static string Trimmed(string text) => text.TrimEnd(',', ';', ':', '、', '，', '；');
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>What each token became. A token that nobody takes is unplaced: that nothing is lost is counted here and not assumed.</summary>
internal sealed class Placing
{
    private readonly TextTokens text;
    private readonly List<Placed> pieces = [];
    private readonly bool[] isTaken;

    private sealed record Placed(int First, Piece Piece);

    private Placing(TextTokens text)
    {
        this.text = text;
        isTaken = new bool[text.Run.Count];
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<Piece> Pieces => [.. pieces.OrderBy(p => p.First).Select(p => p.Piece)];

    public IReadOnlyList<int> Unplaced { get; private set; } = [];

    /// <param name="drafts">What the rows of the cut became, one of each.</param>
    /// <param name="title">Tokens before the list.</param>
    public static Placing Of(TextTokens text, Cut cut, IReadOnlyList<Draft> drafts, IReadOnlyList<int> title)
    {
        var placing = new Placing(text);
        for (var i = 0; i < cut.Rows.Count; i++)
            placing.TakeRow(cut.Rows[i], drafts[i]);
        foreach (var header in cut.Headers)
            placing.Take(Between(header.Start, header.End), place => new Piece(PieceRole.Header, place));
        foreach (var sign in cut.Aside)
        {
            placing.Take(Between(sign.Start, sign.End), place => sign.Clue == Clue.PageMark
                ? new Piece(PieceRole.Furniture, place, Why: Piece.PageMark)
                : new Piece(PieceRole.Summary, place));
        }

        placing.Take(title, place => new Piece(PieceRole.Furniture, place, Why: Piece.Title));
        placing.Unplaced = [.. Between(0, text.Run.Count).Where(i => !placing.isTaken[i])];
        placing.Take(placing.Unplaced, place => new Piece(PieceRole.Unplaced, place));
        return placing;
    }

    private void TakeRow(Segment row, Draft draft)
    {
        if (row.Number is { } number)
            TakePart([number], "number");
        foreach (var (slot, words) in row.Words)
            TakePart(words, slot switch { Slot.Subject => "subject", Slot.Note => "note", _ => draft.Facts.Title is null ? "partner" : "title" });
        foreach (var sign in row.Signs)
            TakePart(Between(sign.Start, sign.End), FieldOf(sign, draft.Facts));
        TakePart(row.Unread, "note");

        void TakePart(IReadOnlyList<int> tokens, string? field) => Take(tokens, place => new Piece(PieceRole.Record, place, draft.Order, field));
    }

    private static string? FieldOf(Sign sign, Facts facts) => sign switch
    {
        { Clue: Clue.Country } => "country",
        { Clue: Clue.Kind } => "kind",
        { When: { } when } => FieldOf(when, facts),
        _ => null,
    };

    /// <summary>What a date or a word about time became is decided by the row as a whole.</summary>
    private static string? FieldOf(WhenItem item, Facts facts)
    {
        if (facts.Events.Any(e => Holds(e.Places, item)))
            return "start";
        if (Holds(facts.Term.Places, item))
            return "term";
        if (Holds(facts.Ends.Places, item) || facts.Events.Any(e => item.On is not null && item.On.Equals(e.Until)))
            return "end";
        return item.Piece?.Kind switch
        {
            TermPieceKind.Act => "start",
            TermPieceKind.Until or TermPieceKind.UntilBehind => "end",
            TermPieceKind.State => "state",
            _ => facts.Events.Any(e => item.On is not null && item.On.Equals(e.On)) ? "start" : null,
        };
    }

    private static bool Holds(IReadOnlyList<Place> places, WhenItem item) => places.Intersect(item.Places).Any();

    private void Take(IReadOnlyList<int> tokens, Func<Place, Piece> become)
    {
        foreach (var (first, last) in text.Stretches(tokens))
        {
            pieces.Add(new Placed(first, become(text.PlaceOf(first, last))));
            isTaken.AsSpan(first, last - first + 1).Fill(true);
        }
    }

    private static int[] Between(int start, int end) => [.. Enumerable.Range(start, end - start)];
}

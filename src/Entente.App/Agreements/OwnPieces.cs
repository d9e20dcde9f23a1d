using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>What the row of a record became, by which the values are found that keep no place of their own.</summary>
/// <param name="Row">As it is printed: what is not in it was entered.</param>
public sealed record OwnPieces(string Row, IReadOnlyList<Piece> Pieces)
{
    /// <summary>None where the value is not printed in the row.</summary>
    public IReadOnlyList<Place> Of(string field, string? text) =>
        text is { Length: > 0 } && Row.Contains(text, StringComparison.Ordinal) ? [.. Pieces.Where(p => p.Field == field).Select(p => p.Place)] : [];

    /// <summary>Of columns without a field: in their order, as far as each has its cell, else where the row prints it.</summary>
    public IReadOnlyList<Place> OfOther(int index, int count, string text)
    {
        var own = Pieces.Where(p => p.Role == PieceRole.Record).ToList();
        var others = own.Where(p => p.Field is null or "other").ToList();
        if (others.Count == count && Row.Contains(text, StringComparison.Ordinal))
            return [others[index].Place];
        var cells = Row.Split(" | ");
        return cells.Length == own.Count && Array.IndexOf(cells, text) is >= 0 and var at && own[at].Field is null or "other" ? [own[at].Place] : [];
    }
}

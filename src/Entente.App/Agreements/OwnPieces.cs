using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>What the row of a record became, by which the values are found that keep no place of their own.</summary>
/// <param name="Row">As it is printed: what is not in it was entered.</param>
public sealed record OwnPieces(string Row, IReadOnlyList<Piece> Pieces)
{
    /// <summary>None where the value is not printed in the row.</summary>
    public IReadOnlyList<Place> Of(string field, string? text) =>
        text is { Length: > 0 } && Row.Contains(text, StringComparison.Ordinal) ? [.. Pieces.Where(p => p.Field == field).Select(p => p.Place)] : [];

    /// <summary>Of columns without a field, in their order, as far as each has its cell.</summary>
    public IReadOnlyList<Place> OfOther(int index, int count, string text)
    {
        var others = Pieces.Where(p => p is { Role: PieceRole.Record, Field: null or "other" }).ToList();
        return others.Count == count && Row.Contains(text, StringComparison.Ordinal) ? [others[index].Place] : [];
    }
}

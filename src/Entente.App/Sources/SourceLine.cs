using Entente.Core;

namespace Entente.App.Sources;

/// <summary>A stretch of a line.</summary>
/// <param name="Field">What it became: a field of a record, <see cref="Rest"/>, or a role; null: blanks, or what is not told here.</param>
/// <param name="Why">Code of why it is what it is, where there is one.</param>
/// <param name="IsPointed">Whether it is what is spoken of.</param>
public sealed record SourcePiece(string Text, string? Field, string? Why = null, bool IsPointed = false)
{
    /// <summary>Of a record, and of none of its fields.</summary>
    public const string Rest = "row";

    public static string FieldOf(Piece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return piece.Role == PieceRole.Record ? piece.Field ?? Rest : Words.Kebab(piece.Role);
    }

    /// <summary>What it is marked with: a title stands where a partner does.</summary>
    public static string MarkOf(string field) => field == "title" ? "partner" : field;
}

/// <param name="Number">1-based.</param>
/// <param name="IsOwn">Whether it holds something of what is spoken of.</param>
/// <param name="IsAfterGap">Whether lines before it are left out.</param>
public sealed record SourceLine(int Number, bool IsOwn, IReadOnlyList<SourcePiece> Pieces, bool IsAfterGap = false);

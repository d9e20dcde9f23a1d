namespace Entente.Core;

/// <summary>What a piece of a source became.</summary>
public enum PieceRole
{
    /// <summary>Of one record.</summary>
    Record,

    /// <summary>Headers of columns.</summary>
    Header,

    /// <summary>Of a table that counts: no record, but a check of them.</summary>
    Summary,

    /// <summary>Of a table of something else.</summary>
    Other,

    /// <summary>Of the page and of no table; for a reason.</summary>
    Furniture,

    /// <summary>Nothing: the reading is not complete.</summary>
    Unplaced,
}

/// <summary>Neighbours on a line, or a cell, that became one thing. All pieces of a source together hold each of its tokens once.</summary>
/// <param name="Record">Order of the record that it belongs to.</param>
/// <param name="Field">Of the record; null: the record's, but none of its fields. Of a heading, what it tells of the records below it.</param>
/// <param name="Why">Code of why it is furniture.</param>
public sealed record Piece(PieceRole Role, Place Place, int? Record = null, string? Field = null, string? Why = null)
{
    /// <summary>It stands before the list.</summary>
    public const string Title = "title";

    /// <summary>It numbers a page.</summary>
    public const string PageMark = "page-mark";

    /// <summary>It stands on many pages.</summary>
    public const string EveryPage = "every-page";

    /// <summary>It is drawn over or under the text.</summary>
    public const string Watermark = "watermark";
}

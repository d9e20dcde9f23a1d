namespace Entente.Core;

/// <summary>Where in a source a value stands. Only what the format knows is set.</summary>
/// <param name="Page">1-based page.</param>
/// <param name="Line">1-based line of a text.</param>
/// <param name="Column">1-based column in that line, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units from <paramref name="Column"/> on.</param>
/// <param name="Cell">Sheet1!B7, or table/row/column of a document.</param>
/// <param name="Box">x0, y0, x1, y1 in points, origin at the lower left of the page.</param>
public sealed record Place(
    int? Page = null,
    int? Line = null,
    int? Column = null,
    int? Length = null,
    string? Cell = null,
    IReadOnlyList<double>? Box = null);

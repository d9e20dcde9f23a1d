using System.Globalization;

namespace Entente.Formats.Tables;

/// <summary>Names of cells as spreadsheets give them.</summary>
internal static class CellName
{
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public static string Of(int row, int column, string? sheet = null)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        var name = letters + (row + 1).ToString(CultureInfo.InvariantCulture);
        return sheet is null ? name : $"{sheet}!{name}";
    }
}

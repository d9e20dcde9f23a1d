using System.Globalization;

namespace Entente.Formats.Tables;

/// <summary>Names of cells as spreadsheets give them.</summary>
internal static class CellName
{
    private const int MostLetters = 8, MostDigits = 12;

    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public static string Of(int row, int column, string? sheet = null)
    {
        Span<char> name = stackalloc char[MostLetters + MostDigits];
        var first = MostLetters;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            name[--first] = (char)('A' + (rest % 26));
        (row + 1).TryFormat(name[MostLetters..], out var digits, provider: CultureInfo.InvariantCulture);
        var cell = name[first..(MostLetters + digits)];
        return sheet is null ? cell.ToString() : $"{sheet}!{cell}";
    }
}

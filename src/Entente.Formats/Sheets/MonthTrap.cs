using System.Globalization;

using Entente.Formats.Tables;

namespace Entente.Formats.Sheets;

/// <summary>October that was typed as the number 2023.10 arrives as 2023.1, as January without its nought would. Beside months with two digits it is
/// October; it is a doubt all the same.</summary>
internal static class MonthTrap
{
    public static List<GridCell> Mended(List<GridCell> cells)
    {
        var trapped = cells.Where(c => c.IsNumber && Month(c.Text) is 1 && Digits(c.Text) == 1).ToHashSet();
        if (trapped.Count == 0)
            return cells;
        var padded = cells.Where(c => Month(c.Text) is >= 1 and <= 12 && Digits(c.Text) == 2).Select(c => c.Column).ToHashSet();
        return cells.ConvertAll(c => !trapped.Contains(c) ? c : c with { Text = padded.Contains(c.Column) ? c.Text + "0" : c.Text, Doubt = "cell.month-trap" });
    }

    private static int? Month(string text) =>
        text.Length is 6 or 7 && text[4] == '.' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100
        && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : null;

    private static int Digits(string text) => text.Length - 5;
}

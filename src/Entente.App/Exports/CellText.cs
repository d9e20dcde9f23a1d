using System.Globalization;

using Entente.Edtf;
using Entente.Formats.Sheets;

namespace Entente.App.Exports;

/// <summary>A value as the cell of a file: a text, an EDTF value, a number, several texts, or nothing.</summary>
internal static class CellText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        IEnumerable<string> texts => string.Join("; ", texts),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>For a spreadsheet: a date only where it is one whole day, so that nothing is invented.</summary>
    public static object? InSheet(object? value, bool isNumber = false) => value switch
    {
        EdtfDate { IsOneDay: true, Qualification: EdtfQualification.None, Year: >= 1 and <= 9999 } date => DateOnly.FromDayNumber((int)date.Earliest.Number),
        string text when isNumber => XlsxWriter.NumberOr(text),
        _ => Of(value),
    };
}

using System.Globalization;

using Entente.Edtf;

namespace Entente.Formats.Sheets;

/// <summary>A value of a sheet as a person sees it.</summary>
/// <param name="Date">When the sheet itself holds a date, as finely as its format shows it.</param>
internal sealed record SheetValue(string Text, EdtfDate? Date = null, bool IsNumber = false)
{
    private const int FirstYear = 1800, LastYear = 2200, LastSerial = 110_000;

    public static SheetValue? Of(object? value, string? format) => value switch
    {
        null => null,
        string text => new SheetValue(text.Trim()),
        DateTime date => OfDate(date, format ?? ""),
        double serial when IsDate(format) && serial is > 0 and < LastSerial => OfDate(DateTime.FromOADate(serial), format!),
        double number => new SheetValue(Number(number, format), IsNumber: true),
        int number => new SheetValue(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        bool truth => new SheetValue(truth ? "TRUE" : "FALSE"),
        TimeSpan => null,
        _ => new SheetValue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>Formats with years of an era are dates too.</summary>
    private static bool IsDate(string? format) =>
        format is not null && Shown(format) is var shown && shown.AsSpan().ContainsAny("eg") && shown.AsSpan().ContainsAny("md") && !shown.AsSpan().ContainsAny("0#");

    /// <summary>A cell that shows a month or a year only says no more than that.</summary>
    private static SheetValue OfDate(DateTime date, string format)
    {
        if (date.Year is < FirstYear or > LastYear)
            return new SheetValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var shown = Shown(format);
        if (shown.AsSpan().ContainsAny("ye") && !shown.Contains('d', StringComparison.Ordinal))
        {
            return shown.Contains('m', StringComparison.Ordinal)
                ? new SheetValue(date.ToString("yyyy-MM", CultureInfo.InvariantCulture), EdtfDate.Of(date.Year, date.Month))
                : new SheetValue(date.ToString("yyyy", CultureInfo.InvariantCulture), EdtfDate.Of(date.Year));
        }

        return new SheetValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EdtfDate.Of(date.Year, date.Month, date.Day));
    }

    /// <summary>The letters of a format that stand for parts of a date; quoted texts and conditions left out.</summary>
    private static string Shown(string format)
    {
        var shown = new System.Text.StringBuilder();
        var quote = '\0';
        foreach (var c in format.Split(';')[0].ToLowerInvariant())
        {
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '[')
                quote = c == '[' ? ']' : '"';
            else
                shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>With as many places as its format shows: 2023.1 that is shown as 2023.10 is 2023.10.</summary>
    private static string Number(double number, string? format)
    {
        var places = format?.Split(';')[0] is { } shown && shown.LastIndexOf('.') is >= 0 and var dot ? shown[(dot + 1)..].TakeWhile(c => c is '0' or '#').Count(c => c == '0') : 0;
        var plain = number.ToString("0.##########", CultureInfo.InvariantCulture);
        var has = plain.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? plain.Length - at - 1 : 0;
        return has < places ? number.ToString($"F{places}", CultureInfo.InvariantCulture) : plain;
    }
}

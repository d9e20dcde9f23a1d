using System.Globalization;

using Entente.Edtf;

namespace Entente.Formats.Sheets;

/// <summary>A value of a sheet as a person sees it.</summary>
/// <param name="Date">When the sheet itself holds a date, as finely as its format shows it.</param>
internal sealed record SheetValue(string Text, EdtfDate? Date = null, bool IsNumber = false)
{
    private const int FirstYear = 1800, LastYear = 2200, LastSerial = 110_000;

    /// <param name="isOfLanguage">How the format shows a date is not known.</param>
    public static SheetValue? Of(object? value, string? format, bool isOfLanguage = true) => value switch
    {
        null => null,
        string text => new SheetValue(text.Trim()),
        DateTime date => OfDate(date, format ?? "", isOfLanguage),
        double serial when IsDate(format) && serial is > 0 and < LastSerial => OfDate(DateTime.FromOADate(serial), format!, isOfLanguage),
        double number => WithWords(number, format) ?? new SheetValue(Number(number, format), IsNumber: true),
        int number => WithWords(number, format) ?? new SheetValue(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        bool truth => new SheetValue(truth ? "TRUE" : "FALSE"),
        TimeSpan => null,
        _ => new SheetValue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>Formats with years of an era are dates too.</summary>
    private static bool IsDate(string? format) =>
        format is not null && Shown(format) is var shown && shown.AsSpan().ContainsAny("eg") && shown.AsSpan().ContainsAny("md") && !shown.AsSpan().ContainsAny("0#");

    /// <summary>A cell that shows a month or a year only says no more than that.</summary>
    private static SheetValue OfDate(DateTime date, string format, bool isOfLanguage)
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

        return new SheetValue((isOfLanguage ? null : AsShown(date, format)) ?? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EdtfDate.Of(date.Year, date.Month, date.Day));
    }

    /// <summary>Day, month and year in digits, as the format sets them; null where it sets them in another way.</summary>
    private static string? AsShown(DateTime date, string format)
    {
        var shown = Shown(format).Replace("\\", "", StringComparison.Ordinal);
        if (shown.Split('/', '-', '.', ' ') is not { Length: 3 } parts || !parts.All(p => p is "d" or "dd" or "m" or "mm" or "yyyy") || parts.Select(p => p[0]).Distinct().Count() < 3)
            return null;
        return date.ToString(shown.Replace('m', 'M').Replace("/", "'/'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
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

    /// <summary>A number whose format says more than the number does: 0" years". Null for other formats.</summary>
    private static SheetValue? WithWords(double number, string? format)
    {
        var shown = format?.Split(';')[0] ?? "";
        var first = shown.IndexOfAny(['0', '#']);
        var last = shown.LastIndexOfAny(['0', '#']);
        if (first < 0 || shown.AsSpan(first, last - first).ContainsAny("\"[\\") || Words(shown[..first]) is not { } before || Words(shown[(last + 1)..]) is not { } behind || !(before + behind).Any(char.IsLetter))
            return null;
        return new SheetValue($"{before}{Number(number, shown)}{behind}".Trim());
    }

    /// <summary>What a part of a format says in words; null where it says something else.</summary>
    private static string? Words(string part)
    {
        var words = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || part[i] is ' ' or '-')
                words.Append(part[i]);
            else if (part[i] == '\\' && i + 1 < part.Length)
                words.Append(part[++i]);
            else
                return null;
        }

        return words.ToString();
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

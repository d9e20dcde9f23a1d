using System.Globalization;
using System.Text.RegularExpressions;

using Entente.Edtf;

namespace Entente.App.Dates;

/// <summary>Why a text is not the one date that was asked for.</summary>
internal static partial class NoDay
{
    /// <summary>time, span or month; null when it is one date, or none of these.</summary>
    public static string? Why(string text)
    {
        var asked = text.Trim();
        if (EdtfDate.TryParse(asked, out var date))
            return date.Precision == EdtfPrecision.DateTime ? "time" : null;
        if (TimeOfDay().IsMatch(asked))
            return "time";
        if (asked.Contains("..", StringComparison.Ordinal) || EdtfValue.Parse(asked).Value is not null)
            return "span";
        return MonthOf().Match(asked) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is 0 or > 12 ? "month" : null;
    }

    [GeneratedRegex(@"^\d{4}-\d\d?-\d\d?[T ]\d\d?(:|$)", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^\d{4}-(\d\d)(-\d\d)?$")]
    private static partial Regex MonthOf();
}

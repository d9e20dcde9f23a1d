using System.Globalization;

using Entente.App.Dates;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Keeping;

/// <summary>Days and lengths as a person types them: by the standards, or as lists print them.</summary>
internal static class Typed
{
    private const int FirstYear = 1800, LastYear = 2200;

    public static EdtfDate? Date(string field, string typed, List<FieldProblem> problems)
    {
        var text = typed.Trim();
        if (NoDay.Why(text) is { } why)
        {
            problems.Add(new FieldProblem(field, why switch { "time" => "field.with-time", "span" => "field.span", _ => "field.no-month" }, typed));
            return null;
        }

        if (EdtfDate.TryParse(text, out var edtf))
        {
            if (edtf.Earliest.Year >= FirstYear && edtf.Latest.Year <= LastYear)
                return edtf;
            problems.Add(new FieldProblem(field, "date.year-range", typed));
            return null;
        }

        var reading = Core.Reading.Dates.Parse(text);
        if (reading is { Value: { } date, Doubt: null })
            return date;
        problems.Add(new FieldProblem(field, reading.Doubt ?? reading.Reason ?? "date.not-read", typed));
        return null;
    }

    /// <summary>180, 180d, 26w, 6m, 1y: a month counts 31 days and a year 366, so that nothing is told too late.</summary>
    public static int Days(string field, string typed, List<FieldProblem> problems)
    {
        const int most = 3_660;
        var text = typed.Trim().ToLowerInvariant();
        if (text.Length > 0 && char.IsAsciiDigit(text[^1]))
            text += 'd';
        var daysInUnit = text.Length < 2 ? 0 : text[^1] switch { 'd' => 1, 'w' => 7, 'm' => 31, 'y' => 366, _ => 0 };
        if (daysInUnit > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && (long)count * daysInUnit <= most)
            return count * daysInUnit;
        problems.Add(new FieldProblem(field, "field.days", typed));
        return 0;
    }

    /// <summary>P5Y or 5 years.</summary>
    public static Length? Length(string field, string typed, List<FieldProblem> problems)
    {
        var text = typed.Trim();
        if (Core.Length.TryParse(text.ToUpperInvariant(), out var iso))
            return iso;
        if (Terms.Parse(text) is { Value: { Length: { } length, Renews: null, Option: null, Open: null }, Doubt: null })
            return length;
        problems.Add(new FieldProblem(field, "field.length", typed));
        return null;
    }
}

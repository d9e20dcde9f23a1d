using System.Globalization;

using Entente.App.Imports;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Shell;

/// <summary>How values are shown to people: 8 Nov 2022, 5 years, Japan.</summary>
public sealed class Shown : IFormatProvider, ICustomFormatter
{
    public static readonly Shown Instance = new();

    private static readonly AsyncLocal<Answer?> answer = new();

    private Shown()
    {
    }

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        var text = arg as string ?? "";
        return format switch
        {
            "date" => Date(text),
            "dates" => string.Join(", ", text.Split(", ").Select(Date)),
            "length" => Length(text),
            "country" => Country(text),
            "column" => RuleWords.Column(text),
            "days" => RuleWords.Days(text),
            // How many there are: {0} {0:agreement was|agreements were} signed; {0:the one agreement|all # agreements}.
            _ when format?.Split('|') is [var one, var many] => (text == "1" ? one : many).Replace("#", text, StringComparison.Ordinal),
            _ => text,
        };
    }

    public static string Date(string edtf) => EdtfValue.Parse(edtf ?? "").Value is { } value ? Date(value) : edtf ?? "";

    public static string Date(EdtfValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is not EdtfDate { Qualification: EdtfQualification.None, Year: { } year } date || year is < 1000 or > 9999)
            return value.Humanise();
        return date.Precision switch
        {
            EdtfPrecision.Day when date.DayOfMonth is { } day && date.Month is { } month => $"{day} {Month(month)} {year}",
            EdtfPrecision.Month when date.Month is { } month => $"{Month(month)} {year}",
            EdtfPrecision.Year when date.SignificantDigits is null => year.ToString(CultureInfo.InvariantCulture),
            _ => value.Humanise(),
        };
    }

    public static string Date(Day day) => Date(EdtfDate.Of(day));

    public static string Instant(DateTimeOffset at) => $"{Date(Day.From(DateOnly.FromDateTime(at.UtcDateTime)))} {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>As printed: 36 months are not shown as 3 years.</summary>
    public static string Length(string iso)
    {
        if (!Core.Length.TryParse(iso, out var length))
            return iso ?? "";
        if (length.Value.IsZero)
            return Wording.Of("length.none");
        return string.Join(' ', new[] { Unit("years", length.Value.Years), Unit("months", length.Value.Months), Unit("days", length.Value.Days) }.Where(u => u.Length > 0));
    }

    /// <summary>From here on countries are called as the register calls them that is opened: within one command, or one answer of the server.</summary>
    public static void Begin() => answer.Value = new Answer();

    internal static void Use(Register register)
    {
        if (answer.Value is { } begun)
            begun.Countries = register.CountryNames;
    }

    public static string Country(string? code) => answer.Value?.Countries.FirstOrDefault(c => c.Code == code)?.Name
        ?? (code is not null && Countries.IsCode(code) ? Countries.NameOf(code) : code ?? "");

    /// <summary>line 40; page 2, line 3; Sheet1!B7.</summary>
    public static string Place(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var parts = new List<string>(3);
        if (place.Page is { } page)
            parts.Add(Wording.Of("place.page", page.ToString(CultureInfo.InvariantCulture)));
        if (place.Line is { } line)
            parts.Add(Wording.Of("place.line", line.ToString(CultureInfo.InvariantCulture)));
        if (place.Cell is { } cell)
            parts.Add(cell);
        return string.Join(", ", parts);
    }

    private static string Unit(string unit, int count) => count == 0
        ? ""
        : Wording.Of(count == 1 ? $"length.{unit}.one" : $"length.{unit}.many", count.ToString(CultureInfo.InvariantCulture));

    private static string Month(int month) => Wording.Of("date.months").Split(' ')[month - 1];

    private sealed class Answer
    {
        public IReadOnlyList<CountryCalled> Countries { get; set; } = [];
    }
}

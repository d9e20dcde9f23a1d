using System.Globalization;

namespace Entente.Edtf.English;

/// <summary>Years in words: the year 0 is 1 BC, a year before 1000 has its AD, and a century is given by its years, never as "the 1900s".</summary>
internal static class EnglishYear
{
    private const int Unknown = 0b1111;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(long year) => year switch
    {
        <= 0 => string.Create(CultureInfo.InvariantCulture, $"{1 - year} BC"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"AD {year}"),
        > 9999 => string.Create(CultureInfo.InvariantCulture, $"the year {year}"),
        _ => year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A whole date.</summary>
    public static string Alone(in DateParts parts)
    {
        if (IsDecade(parts))
            return "some time " + Within(parts);
        return IsFromTheRight(parts) ? "some time in " + Range(parts) : Named(parts);
    }

    /// <summary>Behind a day, a month or a season: " 2022", " in the 1990s", " in a year in 1900–1999".</summary>
    public static string After(in DateParts parts) => " " + (parts.YearMask == 0 ? Named(parts) : Within(parts));

    /// <summary>"in 2022", "in the 1990s", "in a year in 1900–1999".</summary>
    public static string Within(in DateParts parts) => "in " + Named(parts);

    /// <summary>"of 2022".</summary>
    public static string Of(in DateParts parts) => "of " + Named(parts);

    private static string Named(in DateParts parts)
    {
        if (parts.YearMask == 0)
            return Of(parts.SignedYear);
        if (parts.YearMask == Unknown)
            return parts.IsNegative ? "an unknown year BC" : "an unknown year";
        if (IsDecade(parts))
            return string.Create(CultureInfo.InvariantCulture, $"the {parts.YearSize}s");
        if (IsFromTheRight(parts))
            return "a year in " + Range(parts);
        return $"a year of the form {(parts.IsNegative ? "-" : "")}{DateText.Digits(parts.YearSize, parts.YearMask, 4)}";
    }

    // 200X is left to Range: "the 2000s" could be a century.
    private static bool IsDecade(in DateParts parts)
        => parts.YearMask == 0b0001 && !parts.IsNegative && parts.YearSize >= 1000 && parts.YearSize / 10 % 10 != 0;

    private static bool IsFromTheRight(in DateParts parts) => parts.YearMask is 0b0001 or 0b0011 or 0b0111;

    public static string Range(Day earliest, Day latest) => $"{Of(earliest.Year)}–{Of(latest.Year)}";

    private static string Range(in DateParts parts)
    {
        var year = new DateParts { YearSize = parts.YearSize, YearMask = parts.YearMask, IsNegative = parts.IsNegative };
        DateBounds.TryFind(year, out var earliest, out var latest);
        return Range(earliest, latest);
    }
}

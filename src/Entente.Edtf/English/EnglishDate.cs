namespace Entente.Edtf.English;

internal static class EnglishDate
{
    private const int WhollyUnspecified = 0b11;

    private static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] SeasonNames = ["spring", "summer", "autumn", "winter"];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    public static string Of(EdtfDate date)
    {
        var parts = date.Parts;
        var words = Unqualified(date);
        if (date.Qualification == EdtfQualification.None)
            return words;
        if (!parts.IsMarkedAlike)
            return $"{words} ({MarkedParts(parts)})";
        if (parts.HasUnspecified || parts.SignificantDigits > 0)
            return $"{words} ({Adjective(parts.YearMark)})";
        return parts.YearMark switch
        {
            EdtfQualification.Uncertain => "possibly " + words,
            EdtfQualification.Approximate => "about " + words,
            _ => "possibly about " + words,
        };
    }

    private static string Unqualified(EdtfDate date)
    {
        var parts = date.Parts;
        if (parts.Time is { } time)
            return $"{DayMonthYear(parts)} at {TimeOf(time)}";
        if (parts.HasDay)
            return DayMonthYear(parts);
        if (parts.HasMonth)
            return parts.IsSeason ? SeasonOf(parts) : MonthYear(parts);
        if (parts.SignificantDigits > 0)
            return SignificantYear(date);
        return EnglishYear.Alone(parts);
    }

    private static string SignificantYear(EdtfDate date)
    {
        var year = EnglishYear.Of(date.Parts.SignedYear);
        return date.Earliest.Year == date.Latest.Year
            ? year
            : $"some time in {EnglishYear.Range(date.Earliest, date.Latest)}, estimated as {year}";
    }

    private static string DayMonthYear(in DateParts parts)
    {
        if (parts.DayMask == WhollyUnspecified)
            return parts.MonthMask == WhollyUnspecified
                ? "some day " + EnglishYear.Within(parts)
                : "some day in " + MonthYear(parts);
        var isMonthKnown = (parts.YearMask | parts.MonthMask) == 0;
        var highest = isMonthKnown ? Day.DaysInMonth(parts.SignedYear, parts.Month) : 31;
        var days = Choice(parts.Day, parts.DayMask, highest, EnglishYear.Number, "some day");
        return parts.MonthMask == 0 ? $"{days} {MonthYear(parts)}" : $"{((parts.DayMask & 1) == 0 ? "day " : "")}{days} of {MonthYear(parts)}";
    }

    private static string MonthYear(in DateParts parts)
    {
        if (parts.MonthMask == 0)
            return MonthNames[parts.Month - 1] + EnglishYear.After(parts);
        var months = parts.MonthMask == WhollyUnspecified
            ? "some month"
            : Choice(parts.Month, parts.MonthMask, 12, static month => MonthNames[month - 1], "some month");
        return months + " " + EnglishYear.Within(parts);
    }

    // A last digit that is unspecified gives neighbours, a first digit a list.
    private static string Choice(int number, int mask, int highest, Func<int, string> name, string noun)
    {
        var fitting = new List<string>();
        for (var known = 1; known <= highest; known++)
        {
            if (DateBounds.Fits(known, number, mask))
                fitting.Add(name(known));
        }
        if (fitting.Count == 1)
            return fitting[0];
        if ((mask & 1) != 0)
            return $"{noun} from {fitting[0]} to {fitting[^1]}";
        return string.Join(", ", fitting[..^1]) + " or " + fitting[^1];
    }

    private static string SeasonOf(in DateParts parts)
    {
        var code = parts.Month;
        var place = code switch
        {
            <= 24 => "",
            <= 28 => " (northern hemisphere)",
            <= 32 => " (southern hemisphere)",
            _ => "",
        };
        if (code <= 32)
            return SeasonNames[(code - 21) % 4] + EnglishYear.After(parts) + place;
        var (ordinal, noun) = code switch
        {
            <= 36 => (code - 33, "quarter"),
            <= 39 => (code - 37, "four months"),
            _ => (code - 40, "half"),
        };
        return $"{Ordinals[ordinal]} {noun} {EnglishYear.Of(parts)}";
    }

    private static string TimeOf(EdtfTime time) => time.ZoneMinutes switch
    {
        null => time.ClockText(),
        0 => time.ClockText() + " UTC",
        _ => $"{time.ClockText()} (UTC{time.ZoneText()})",
    };

    private static string MarkedParts(in DateParts parts)
    {
        var marked = new List<string>();
        AddPart("year", parts.YearMark);
        AddPart(parts.IsSeason ? "part of the year" : "month", parts.MonthMark);
        AddPart("day", parts.DayMark);
        return string.Join(", ", marked);

        void AddPart(string name, EdtfQualification mark)
        {
            if (mark != EdtfQualification.None)
                marked.Add($"{name} {Adjective(mark)}");
        }
    }

    private static string Adjective(EdtfQualification mark) => mark switch
    {
        EdtfQualification.Uncertain => "uncertain",
        EdtfQualification.Approximate => "approximate",
        _ => "uncertain and approximate",
    };
}

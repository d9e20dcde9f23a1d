using System.Globalization;

namespace Entente.Edtf;

/// <summary>The time of day of a date-time (level 0). A second of 60 is a leap second.</summary>
/// <param name="ZoneMinutes">Minutes ahead of UTC; 0 for <c>Z</c>; null for local time with no zone given.</param>
public readonly record struct EdtfTime(int Hour, int Minute, int Second, int? ZoneMinutes)
{
    internal long SecondOfDay => (Hour * 60L + Minute) * 60 + Second;

    /// <summary><c>23:20:30</c>, <c>23:20:30Z</c>, <c>23:20:30+04:30</c>; the zone always with its minutes.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}{ZoneText(ZoneMinutes)}");

    private static string ZoneText(int? zone)
    {
        if (zone is not { } minutes)
            return "";
        if (minutes == 0)
            return "Z";
        var size = Math.Abs(minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{size / 60:00}:{size % 60:00}");
    }
}

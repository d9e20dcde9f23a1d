using System.Globalization;

namespace Entente.Edtf;

/// <summary>The time of day of a date-time (level 0). A second of 60 is a leap second, the last second of a day in UTC (ISO 8601-1).</summary>
public readonly record struct EdtfTime
{
    private const int MinutesPerHour = 60, MinutesPerDay = 24 * MinutesPerHour;

    /// <exception cref="ArgumentOutOfRangeException">No such time, or a zone of a day or more.</exception>
    public EdtfTime(int hour, int minute, int second, int? zoneMinutes = null)
    {
        if (zoneMinutes is <= -MinutesPerDay or >= MinutesPerDay)
            throw new ArgumentOutOfRangeException(nameof(zoneMinutes), zoneMinutes, EdtfReason.NoSuchZone.InEnglish());
        if (!Exists(hour, minute, second, zoneMinutes))
            throw new ArgumentOutOfRangeException(nameof(hour), EdtfReason.NoSuchTime.InEnglish());
        (Hour, Minute, Second, ZoneMinutes) = (hour, minute, second, zoneMinutes);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    /// <summary>Minutes ahead of UTC; 0 for <c>Z</c>; null for local time with no zone given.</summary>
    public int? ZoneMinutes { get; }

    internal long SecondOfDay => (Hour * 60L + Minute) * 60 + Second;

    /// <summary><c>23:20:30</c>, <c>23:20:30Z</c>, <c>23:20:30+04:30</c>; the zone always with its minutes.</summary>
    public override string ToString() => ClockText() + ZoneText();

    // Without a zone it cannot be told which minute is the last in UTC.
    internal static bool Exists(int hour, int minute, int second, int? zone)
    {
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;
        return second < 60 || zone is not { } ahead
            || (hour * MinutesPerHour + minute - ahead + MinutesPerDay) % MinutesPerDay == MinutesPerDay - 1;
    }

    internal string ClockText() => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}");

    internal string ZoneText()
    {
        if (ZoneMinutes is not { } minutes)
            return "";
        if (minutes == 0)
            return "Z";
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), MinutesPerHour);
        return string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{hours:00}:{rest:00}");
    }
}

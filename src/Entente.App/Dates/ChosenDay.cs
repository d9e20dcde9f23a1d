using Entente.App.Shell;
using Entente.Edtf;

namespace Entente.App.Dates;

/// <summary>The day that a page answers for: as it was asked for in the address, else today.</summary>
/// <param name="Text">As asked; null when nothing was.</param>
/// <param name="IsWrong">What was asked for is no day, so today is answered.</param>
/// <param name="IsLastOf">What was asked for has many days; the last one counts, as in yearly reports.</param>
public sealed record ChosenDay(Day On, Day Today, string? Text, bool IsWrong = false, bool IsLastOf = false)
{
    private static readonly Day First = new(1000, 1, 1), Last = new(9000, 12, 31);

    public bool IsToday => On == Today;

    public static ChosenDay Parse(string? text, Day today)
    {
        var asked = text?.Trim();
        if (string.IsNullOrEmpty(asked))
            return new ChosenDay(today, today, null);
        return Date(asked) is { } date
            ? new ChosenDay(date.Latest, today, asked, IsLastOf: !date.IsOneDay)
            : new ChosenDay(today, today, asked, IsWrong: true);
    }

    /// <summary>A date that may be asked about. The calendar of a standing must have room before and after it.</summary>
    public static EdtfDate? Date(string asked) =>
        EdtfDate.TryParse(asked, out var date) && date.Precision != EdtfPrecision.DateTime && date.Earliest >= First && date.Latest <= Last ? date : null;

    /// <summary>Why it cannot be asked about, in words.</summary>
    public static string WhyNot(string asked) => NoDay.Why(asked) switch
    {
        "time" => Wording.Of("usage.day-with-time", asked),
        "span" => Wording.Of("usage.day-span", asked),
        "month" => Wording.Of("usage.day-no-month", asked),
        _ => Wording.Of("usage.no-day", asked),
    };

    /// <summary>What an address carries on: nothing for today.</summary>
    public string? Carried => Text is null || IsWrong ? null : Text;

    /// <summary>An address for the same day.</summary>
    public string Of(string path) => Carried is { } on ? $"{path}?on={Uri.EscapeDataString(on)}" : path;
}

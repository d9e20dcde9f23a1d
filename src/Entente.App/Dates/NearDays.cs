using Entente.App.Shell;
using Entente.Edtf;

namespace Entente.App.Dates;

/// <summary>Days that offices are asked about: today, and the ends of years.</summary>
internal static class NearDays
{
    public static IEnumerable<(Day On, string Words)> Of(Day today) =>
    [
        (new Day(today.Year - 2, 12, 31), PageWords.Say("day.end-of-year", today.Year - 2)),
        (new Day(today.Year - 1, 12, 31), PageWords.Say("day.end-of-year", today.Year - 1)),
        (today, PageWords.Say("day.today")),
        (new Day(today.Year, 12, 31), PageWords.Say("day.end-of-year", today.Year)),
        (today.AddMonths(12), PageWords.Say("day.in-a-year")),
    ];
}

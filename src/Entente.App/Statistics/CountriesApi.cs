using System.Globalization;

using Entente.App.Dates;
using Entente.App.Exports;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Statistics;

/// <summary>What the page of countries shows, for other programs.</summary>
internal static class CountriesApi
{
    public const string Csv = Path + ".csv";

    private const string Path = "/countries";

    // The header is for programs as much as for people, so it is not worded.
    private static readonly string[] headers =
        ["country", "name", "printed", "counted", "in_force_until", "in_force_open", "ended", "cannot_tell", "not_begun", "all"];

    public static void Map(WebApplication app) => app.MapGet(Csv, GetAsync);

    private static async Task<IResult> GetAsync(HttpRequest request, PageRegister opened, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var day = ChosenDay.Parse(request.Query["on"], open.Today);
        if (day.IsWrong)
            return Answered.Wrong(Wording.Of("usage.no-day", day.Text!));
        var answer = await CountryAnswer.OfAsync(open, day.On, stop);
        return CsvText.Answer(CsvText.Of(headers, answer.Shown(CountryAddress.IsInForce(request.Query)).Select(Cells)));
    }

    private static IEnumerable<string?> Cells(CountryLine line) =>
    [
        line.Key, line.Key.Length == 0 ? null : Shown.Country(line.Key), Number(line.Check?.Stated), Number(line.Check?.Counted),
        Number(line.Count.InForceUntil), Number(line.Count.InForceOpen), Number(line.Count.Ended), Number(line.Count.CannotTell),
        Number(line.Count.NotBegun), Number(line.Count.All),
    ];

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

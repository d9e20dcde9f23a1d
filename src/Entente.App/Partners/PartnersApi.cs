using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.App.Exports;
using Entente.App.Lists;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Partners;

/// <summary>The partners that the page shows, all of them, for other programs: the same question, the same answer.</summary>
internal static class PartnersApi
{
    public const string Csv = PartnerQuestion.Path + ".csv";

    // The header is for programs as much as for people, so it is not worded.
    private static readonly string[] headers =
        ["partner", "country", "country_name", "agreements", "in_force_until", "in_force_open", "ended", "cannot_tell", "not_begun", "last_end", "on"];

    public static void Map(WebApplication app) => app.MapGet(Csv, GetAsync);

    private static async Task<IResult> GetAsync(HttpRequest request, PageRegister opened, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var day = ChosenDay.Parse(request.Query["on"], open.Today);
        if (day.IsWrong)
            return Answered.Wrong(Wording.Of("usage.no-day", day.Text!));
        var question = PartnerQuestion.Parse(request.Query, day);
        if (question.Wrong.Count > 0)
            return Answered.Wrong(string.Join(' ', question.Wrong.Select(w => PageWords.Say($"partners.wrong-{w.Key}", w.Value))));
        var list = await PartnerQueries.ListAsync(open, question, day.On, limit: null, stop);
        return CsvText.Answer(CsvText.Of(headers, list.Rows.Select(row => Cells(row, day))));
    }

    private static IEnumerable<string?> Cells(PartnerRow row, ChosenDay day) =>
    [
        row.Partner.ShownName, row.Partner.ShownCountry, row.Partner.ShownCountry is { } code ? Shown.Country(code) : null, Number(row.Counts.All),
        Number(row.Counts.InForceUntil), Number(row.Counts.InForceOpen), Number(row.Counts.Ended), Number(row.Counts.CannotTell), Number(row.Counts.NotBegun),
        CellText.Of(ListColumns.End(row.Latest.Agreement.Facts)), day.On.ToString(),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Net.Mime;
using System.Text;

using Entente.App.Dates;
using Entente.App.Registers;
using Entente.App.Shell;

namespace Entente.App.Agreements;

/// <summary>The list that a page shows, all of it, for other programs: the same question, the same answer.</summary>
internal static class AgreementsApi
{
    // Without the mark spreadsheets take the letters of the file for those of an old code page.
    private const string ByteOrderMark = "\uFEFF";

    public static void Map(WebApplication app)
    {
        app.MapGet(RegisterQuestion.Path + ".csv", CsvAsync);
        app.MapGet(RegisterQuestion.Path + ".json", JsonAsync);
    }

    private static Task<IResult> CsvAsync(HttpRequest request, PageRegister opened, CancellationToken stop) =>
        AnswerAsync(request, opened, list => Results.Text(ByteOrderMark + ListCsv.Of(list), "text/csv", Encoding.UTF8), stop);

    private static Task<IResult> JsonAsync(HttpRequest request, PageRegister opened, CancellationToken stop) =>
        AnswerAsync(request, opened, list => Results.Text(Wire.Of(AgreementListView.Of(list)), MediaTypeNames.Application.Json, Encoding.UTF8), stop);

    private static async Task<IResult> AnswerAsync(HttpRequest request, PageRegister opened, Func<AgreementList, IResult> write, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var question = RegisterQuestion.Parse(request.Query);
        var day = ChosenDay.Parse(question.On, open.Today);
        var mistakes = string.Join(' ', question.Mistakes(day).Select(m => m.Words));
        return mistakes.Length > 0
            ? Results.Text(mistakes + "\n", MediaTypeNames.Text.Plain, Encoding.UTF8, StatusCodes.Status400BadRequest)
            : write(await AgreementQueries.ListAsync(open, question.Filter(day.On), stop));
    }
}

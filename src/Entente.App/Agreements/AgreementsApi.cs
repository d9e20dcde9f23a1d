using System.Net.Mime;
using System.Text;

using Entente.App.Dates;
using Entente.App.Exports;
using Entente.App.Registers;
using Entente.App.Shell;

namespace Entente.App.Agreements;

/// <summary>The list that a page shows, all of it, for other programs: the same question, the same answer.</summary>
internal static class AgreementsApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet(RegisterQuestion.Path + ".csv", CsvAsync);
        app.MapGet(RegisterQuestion.Path + ".json", JsonAsync);
    }

    private static Task<IResult> CsvAsync(HttpRequest request, PageRegister opened, CancellationToken stop) =>
        AnswerAsync(request, opened, list => CsvText.Answer(ListCsv.Of(list)), stop);

    private static Task<IResult> JsonAsync(HttpRequest request, PageRegister opened, CancellationToken stop) =>
        AnswerAsync(request, opened, list => Results.Text(Wire.Of(AgreementListView.Of(list)), MediaTypeNames.Application.Json, Encoding.UTF8), stop);

    private static async Task<IResult> AnswerAsync(HttpRequest request, PageRegister opened, Func<AgreementList, IResult> write, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var question = RegisterQuestion.Parse(request.Query, open.Rules.Kinds);
        var day = ChosenDay.Parse(question.On, open.Today);
        var mistakes = string.Join(' ', question.Mistakes(day).Select(m => m.Words));
        return mistakes.Length > 0
            ? Answered.Wrong(mistakes)
            : write(await AgreementQueries.ListAsync(open, question.Filter(day.On), stop));
    }
}

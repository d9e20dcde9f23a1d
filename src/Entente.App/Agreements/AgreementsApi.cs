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

    private static async Task<IResult> CsvAsync(HttpRequest request, PageRegister opened, CancellationToken stop)
    {
        var list = await ListAsync(request, opened, stop);
        return Results.Text(CsvExport.Of(list.Agreements.Select(at => at.Agreement.Facts)), "text/csv", Encoding.UTF8);
    }

    private static async Task<IResult> JsonAsync(HttpRequest request, PageRegister opened, CancellationToken stop) =>
        Results.Text(Wire.Of(AgreementListView.Of(await ListAsync(request, opened, stop))), MediaTypeNames.Application.Json, Encoding.UTF8);

    private static async Task<AgreementList> ListAsync(HttpRequest request, PageRegister opened, CancellationToken stop)
    {
        var open = await opened.OpenAsync();
        var question = RegisterQuestion.Parse(request.Query);
        return await AgreementQueries.ListAsync(open, question.Filter(ChosenDay.Parse(question.On, open.Today).On), stop);
    }
}

using System.Net.Mime;
using System.Runtime.CompilerServices;

using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.App.Exports;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Entente.App.Lists;

/// <summary>The list that a page shows, all of it, as a file: the same question, the same answer.</summary>
internal static class ListApi
{
    private const int Chunk = 500;

    public static void Map(WebApplication app)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
            app.MapGet($"{RegisterQuestion.Path}.{Words.Kebab(format)}", (HttpContext http, PageRegister opened) => AnswerAsync(http, opened, format));
    }

    public static string AddressOf(ExportFormat format, RegisterQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var whole = question with { Page = 1, Rows = RegisterQuestion.UsualRows, View = ListView.Table };
        return $"{RegisterQuestion.Path}.{Words.Kebab(format)}{whole.Query}";
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, PageRegister opened, ExportFormat format)
    {
        var (open, stop) = (await opened.OpenAsync(), http.RequestAborted);
        var question = RegisterQuestion.Parse(http.Request.Query, open.Rules.Kinds);
        var day = ChosenDay.Parse(question.On, open.Today);
        var mistakes = string.Join(' ', question.Mistakes(day).Select(m => m.Words));
        if (mistakes.Length > 0)
            return Answered.Wrong(mistakes);
        // Written whole before any of it is sent: what is saved is never a part of a list that looks like all of it.
        await using var file = new FileBufferingWriteStream();
        await open.Db.InReadAsync(async () =>
        {
            var extract = await ListQueries.ExtractAsync(open, stop);
            var filter = question.Filter(day.On);
            var chosen = await ListQueries.ChooseAsync(open, extract, filter, stop);
            if (format == ExportFormat.Pdf)
            {
                var rows = RowsAsync(open, extract, filter, chosen, RowNeeds.Of([]), stop);
                await new PrintedList(open.Register.Name, day.On, SystemFonts.Files) { Listed = question.AsksForAll ? null : PageWords.Say("register.said", PageWords.Number(chosen.Total), PageWords.Number(extract.Orders.Count)) }.WriteAsync(rows.Select(r => PrintedList.Numbered(r.Agreement)), file);
                return true;
            }

            var columns = question.Columns is null ? null : ListColumns.Of(question.Columns);
            await new SavedList(day.On, chosen.Total, columns, RowsAsync(open, extract, filter, chosen, RowNeeds.Of(columns ?? []), stop)).WriteAsync(format, file);
            return true;
        }, stop);
        http.Response.ContentType = ContentType(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"agreements-{day.On}.{Words.Kebab(format)}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        await file.DrainBufferAsync(http.Response.Body, stop);
        return Results.Empty;
    }

    private static async IAsyncEnumerable<ListRow> RowsAsync(
        OpenRegister open, Extract extract, AgreementFilter filter, Chosen chosen, RowNeeds needs, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var ids in chosen.Ids.Chunk(Chunk))
        {
            foreach (var row in await ListQueries.RowsAsync(open, extract, ids, filter.On, needs, stop))
                yield return row;
        }
    }

    private static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Pdf => MediaTypeNames.Application.Pdf,
        _ => MediaTypeNames.Application.Json + "; charset=utf-8",
    };
}

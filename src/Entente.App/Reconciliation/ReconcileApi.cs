using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.App.Partners;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;

using Microsoft.AspNetCore.Http.HttpResults;

namespace Entente.App.Reconciliation;

/// <summary>The Reconciliation Service API, version 0.2, of the W3C community group: other programs match names with the partners of the register
/// and with the world's registry. It only reads.</summary>
internal static class ReconcileApi
{
    public const string Path = "/reconcile";

    /// <summary>The one page of ours that others may show in a frame.</summary>
    public const string Preview = Path + "/preview";

    private static readonly JsonSerializerOptions wire = new(Wire.Options) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void Map(WebApplication app)
    {
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], AnswerAsync);
        app.MapGet(Path + "/suggest/entity", SuggestEntityAsync);
        app.MapGet(Path + "/suggest/property", (HttpRequest request) => Suggest(request, asked => asked.Of(PropertyView.All)));
        app.MapGet(Path + "/suggest/type", (HttpRequest request, KnownInstitutions institutions) => Suggest(request, asked => asked.Of(Kinds(institutions.Find()).Select(TypeView.Of))));
        app.MapGet(Path + "/properties", Propose);
        app.MapGet(Preview, PreviewAsync);
        app.MapGet(Path + "/view", View);
        app.Map(Path + "/{**rest}", (HttpRequest request) => request.Path.Value!.TrimEnd('/') == Path
            ? Wrong(StatusCodes.Status405MethodNotAllowed, Wording.Of("reconcile.method")) : Wrong(StatusCodes.Status404NotFound, Wording.Of("reconcile.nothing-here")));
    }

    public static IResult Wrong(int status, string words) => Json(new { error = words }, status);

    private static IResult Json<T>(T answer, int status = StatusCodes.Status200OK) =>
        Results.Text(JsonSerializer.Serialize(answer, wire), MediaTypeNames.Application.Json, Encoding.UTF8, status);

    private static async Task<IResult> AnswerAsync(HttpContext http, PageRegister opened, KnownInstitutions institutions, CancellationToken stop)
    {
        var isSent = HttpMethods.IsPost(http.Request.Method);
        if (isSent && !http.Request.HasFormContentType)
            return Wrong(StatusCodes.Status415UnsupportedMediaType, Wording.Of("reconcile.no-form"));
        var form = isSent ? await http.Request.ReadFormAsync(stop) : null;
        string? Asked(string name) => form is not null && form.ContainsKey(name) ? form[name].ToString() : http.Request.Query.ContainsKey(name) ? http.Request.Query[name].ToString() : null;
        if ((Asked("queries") ?? Asked("extend")) is not { } text)
            return isSent ? Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.nothing-asked")) : await ManifestAsync(http.Request, opened, institutions);
        using var json = Read(text);
        if (json is null)
            return Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.no-json"));
        var known = await KnownAsync(http.Request, opened, institutions, stop);
        return Asked("queries") is null ? Extend(known, json.RootElement) : Match(known, json.RootElement, stop);
    }

    /// <summary>Null for what is none, all through.</summary>
    private static JsonDocument? Read(string text)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(text);
            ReadThrough(json.RootElement);
            return json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            json?.Dispose();
            return null;
        }
    }

    /// <summary>Half of a pair of code units is found only when a text is read.</summary>
    private static void ReadThrough(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    ReadThrough(item);
                break;
            case JsonValueKind.Object:
                foreach (var field in json.EnumerateObject())
                {
                    _ = field.Name;
                    ReadThrough(field.Value);
                }

                break;
        }
    }

    private static async Task<IResult> ManifestAsync(HttpRequest request, PageRegister opened, KnownInstitutions institutions)
    {
        var register = ReconcileDoor.IsOfThisComputer(request) ? (await opened.OpenAsync()).Register.Name : null;
        return Json(Manifest.Of($"{request.Scheme}://{request.Host}", register, Kinds(institutions.Find())));
    }

    private static IEnumerable<EntityKind> Kinds(Entities? institutions) => Enum.GetValues<EntityKind>().Where(k => k != EntityKind.Institution || institutions is not null);

    private static async Task<Known> KnownAsync(HttpRequest request, PageRegister opened, KnownInstitutions institutions, CancellationToken stop) =>
        new(ReconcileDoor.IsOfThisComputer(request) ? await KnownPartners.OfAsync(await opened.OpenAsync(), stop) : null, institutions.Find());

    private static IResult Match(Known known, JsonElement queries, CancellationToken stop)
    {
        if (queries.ValueKind != JsonValueKind.Object)
            return Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.no-json"));
        return queries.EnumerateObject().Count() > ReconcileBatch.Most
            ? Wrong(StatusCodes.Status413PayloadTooLarge, Wording.Of("reconcile.too-many", $"{ReconcileBatch.Most}")) : Json(ReconcileBatch.Answer(known, queries, stop));
    }

    private static IResult Extend(Known known, JsonElement json)
    {
        var (asked, wrong) = Extension.Parse(json);
        return asked is null ? Wrong(StatusCodes.Status400BadRequest, wrong!) : Json(asked.Of(known));
    }

    private static async Task<IResult> SuggestEntityAsync(HttpRequest request, PageRegister opened, KnownInstitutions institutions, CancellationToken stop)
    {
        var known = await KnownAsync(request, opened, institutions, stop);
        return WrongType(request) ?? Suggest(request, asked => asked.Of(known, Words.Parse<EntityKind>(request.Query["type"])));
    }

    private static IResult Suggest(HttpRequest request, Func<Suggestions, SuggestionsView> find) =>
        Suggestions.Parse(request.Query) is { } asked ? Json(find(asked)) : Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.prefix"));

    /// <summary>Null where none is asked for, or one that there is.</summary>
    private static IResult? WrongType(HttpRequest request) =>
        request.Query["type"].ToString() is { Length: > 0 } type && Words.Parse<EntityKind>(type) is null
            ? Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.type", ReconcileQuery.KindsThere)) : null;

    /// <summary>Columns that one may want: the same for all types.</summary>
    private static IResult Propose(HttpRequest request)
    {
        if (WrongType(request) is { } wrong)
            return wrong;
        var limit = request.Query["limit"].ToString();
        if (!int.TryParse(limit.Length == 0 ? "0" : limit, NumberStyles.None, CultureInfo.InvariantCulture, out var typed))
            return Wrong(StatusCodes.Status400BadRequest, Wording.Of("reconcile.limit"));
        // None is the same as all of them, as for the values of a property.
        var most = typed > 0 ? typed : (int?)null;
        return Json(new { type = request.Query["type"].ToString() is { Length: > 0 } type ? type : null, limit = most, properties = PropertyView.All.Take(most ?? int.MaxValue) });
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, PageRegister opened, KnownInstitutions institutions, CancellationToken stop)
    {
        var known = await KnownAsync(request, opened, institutions, stop);
        var entity = known.Find(request.Query["id"].ToString()) is { } at ? known[at] : null;
        return new RazorComponentResult<EntityPreview>(new { Entity = entity }) { StatusCode = entity is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }

    /// <summary>The page of a partner is ours, that of a record the registry's.</summary>
    private static IResult View(HttpRequest request)
    {
        var id = request.Query["id"].ToString();
        if (PartnerAddress.Parse(id) is { } partner)
            return Results.Redirect($"{PartnerQuestion.Path}/{partner:N}");
        return RorId.Find(id) is { } record ? Results.Redirect(record) : Wrong(StatusCodes.Status404NotFound, Wording.Of("reconcile.nothing-here"));
    }
}

using System.Net;

namespace Entente.Tests.App.Pages;

internal sealed partial class PageSite
{
    /// <summary>A form of a page with all that stands in it, to be typed into.</summary>
    public async Task<FilledForm> FormAsync(string path, string name) => FilledForm.Of(await TextAsync(path), path, name);

    /// <param name="origin">Where the browser says that it was sent from: "" for here.</param>
    public async Task<(HttpStatusCode Status, string Text, string? To)> SendAsync(FilledForm form, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(form.Path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form.Fields) };
        if (origin is not null)
            request.Headers.Add("Origin", origin.Length > 0 ? origin : client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await AnswerAsync(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a document with the form of a page.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? To)> UploadAsync(string path, string form, string field, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (hidden, value) in Form(await TextAsync(path), form))
            content.Add(new StringContent(value), hidden);
        content.Add(new ByteArrayContent(bytes), field, name);
        return await AnswerAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form that is shown again, and gives it as it is shown then.</summary>
    public async Task<(HttpStatusCode Status, FilledForm Form)> AgainAsync(FilledForm form, string name, string? origin = null)
    {
        var (status, text, _) = await SendAsync(form, origin);
        return (status, FilledForm.Of(text, form.Path, name));
    }
}

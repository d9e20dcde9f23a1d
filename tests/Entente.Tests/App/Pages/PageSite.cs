using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Running;
using Entente.App.Shell;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>The real server on a data folder, asked as a browser without script asks it.</summary>
internal sealed partial class PageSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private PageSite(WebApplication app, HttpClient client)
    {
        this.app = app;
        this.client = client;
    }

    /// <summary>Stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; private init; } = null!;

    public RunningActs Acts => app.Services.GetRequiredService<RunningActs>();

    public static async Task<PageSite> OfAsync(TestFolder folder)
    {
        var clock = new FakeTimeProvider(Asked.Now);
        var app = Web.Build(DataFolder.Open(folder.Data, create: false), clock, "http://127.0.0.1:0");
        await app.StartAsync();
        return new PageSite(app, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) }) { Clock = clock };
    }

    public async Task<(HttpStatusCode Status, string Text, string? To)> GetAsync(string path) =>
        await AnswerAsync(await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    public async Task<string> TextAsync(string path)
    {
        var (status, text, _) = await GetAsync(path);
        status.ShouldBe(HttpStatusCode.OK, path);
        return text;
    }

    public async Task<byte[]> BytesAsync(string path) => await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends one form of a page, with all that stands in it.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? To)> SendAsync(string path, string form, params (string Name, string Value)[] typed)
    {
        var fields = Form(await TextAsync(path), form);
        fields.ShouldNotBeEmpty(form);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await PostAsync(path, fields);
    }

    public async Task<(HttpStatusCode Status, string Text, string? To)> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await AnswerAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    /// <summary>The hidden fields of a form as the page gives them; none when the page shows no such form.</summary>
    public static Dictionary<string, string> Form(string page, string form)
    {
        var found = Forms().Matches(page).Select(m => m.Value).FirstOrDefault(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal) && !f.Contains("\" hidden ", StringComparison.Ordinal));
        return found is null ? [] : Hidden().Matches(found).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Text, string? To)> AnswerAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var to = answer.Headers.Location is { } location ? new Uri(client.BaseAddress!, location).PathAndQuery : null;
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), to);
        }
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

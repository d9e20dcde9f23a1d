using System.Net.Mime;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.BrowserTests;

/// <summary>A site that means no good: an empty page, from which a test tries what it likes.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtherSite(WebApplication app) => this.app = app;

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapGet("/", () => Results.Content("<!DOCTYPE html><title>Win a prize</title>", MediaTypeNames.Text.Html));
        await app.StartAsync();
        return new OtherSite(app);
    }

    /// <summary>By another name of this computer, or by one that the browser resolves to it.</summary>
    public string AddressAs(string host) => $"http://{host}:{new Uri(app.Urls.First()).Port}/";

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

using System.Runtime.CompilerServices;

using Entente.App.Shell;
using Entente.BrowserTests;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Entente.BrowserTests;

/// <summary>The real server on the sample list, and a real browser. Both are started once for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-extensions", "--disable-quic", "--disable-background-networking"];

    private readonly string folder = Directory.CreateTempSubdirectory("entente-site-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowserContext? shared;

    /// <summary>Each kind of page, and each of its states that look different.</summary>
    public static TheoryData<string> Pages =>
    [
        "/agreements", "/agreements?country=JP&on=2021&standing=in-force-until&sort=-ends", "/agreements?words=nothing-is-called-so", "/agreements?on=soon&country=CA",
        "/agreements?within=abc&sort=foo", "/agreements?finding=partner.same-event",
        "/agreements/9", "/agreements/7", "/agreements/30", "/agreements/42?on=2030", "/agreements/101", "/agreements/127", "/agreements/999",
        "/countries", "/style", "/no-such-page",
    ];

    public string Address => app!.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(folder, "data");
        using var said = new StringWriter();
        var code = await Cli.RunAsync(["import", Sample(), "--yes", "--data", data], TextReader.Null, said, said, new Noon());
        code.ShouldBe(0, said.ToString());
        app = Web.Build(DataFolder.Open(data, create: false), new Noon(), "http://127.0.0.1:0");
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = quietly });
        shared = await ContextAsync(hasScript: true);
    }

    /// <summary>A page in a browser that has perhaps been elsewhere; unless it has to be the first one, or to do without script.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, bool hasScript = true, bool isFirst = false, Action<IPage>? watch = null)
    {
        var context = hasScript && !isFirst ? shared! : await ContextAsync(hasScript);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        watch?.Invoke(page);
        await page.GotoAsync(path);
        return page;
    }

    private Task<IBrowserContext> ContextAsync(bool hasScript) => browser!.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = Address,
        ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        JavaScriptEnabled = hasScript,
    });

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Sample([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", "agreements.txt"));

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}

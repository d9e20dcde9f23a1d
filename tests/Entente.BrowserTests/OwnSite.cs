using System.Runtime.CompilerServices;

using Entente.App.Running;
using Entente.App.Shell;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Entente.BrowserTests;

/// <summary>The real server on a data folder of its own with the sample list: whatever a test does there is seen by no other test.</summary>
public sealed class OwnSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-site-").FullName;
    private readonly IBrowser browser;
    private WebApplication? app;

    private OwnSite(IBrowser browser) => this.browser = browser;

    public string Address => app!.Urls.First();

    public string Data => Path.Combine(folder, "data");

    public RunningActs Acts => app!.Services.GetRequiredService<RunningActs>();

    /// <param name="isHurried">Whether a second is one: else nothing takes longer, however busy the computer is.</param>
    public static async Task<OwnSite> StartAsync(IBrowser browser, bool isHurried = false)
    {
        var site = new OwnSite(browser);
        await site.RunAsync("import", Sample(), "--yes");
        await site.RunAsync("ror", "load", Registry());
        site.app = Web.Build(DataFolder.Open(site.Data, create: false), new Noon(isHurried), "http://127.0.0.1:0");
        await site.app.StartAsync();
        return site;
    }

    /// <summary>A command on the same data folder, while the server runs.</summary>
    public async Task<string> RunAsync(params string[] typed)
    {
        using var said = new StringWriter();
        var code = await Cli.RunAsync([.. typed, "--data", Data], TextReader.Null, said, said, new Noon(isHurried: true));
        code.ShouldBe(0, said.ToString());
        return said.ToString();
    }

    /// <summary>All that the register holds, and how many changes led there.</summary>
    public async Task<string> KeptAsync() => await RunAsync("export", "--format", "json") + await RunAsync("register", "--json") + await RunAsync("verify", "--json");

    /// <summary>A page in a browser that has been nowhere: each is another person's.</summary>
    public async Task<IPage> OpenAsync(string path, bool hasScript = true, int width = 1280)
    {
        var page = await (await ContextAsync(hasScript)).NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync(path);
        return page;
    }

    internal Task<IBrowserContext> ContextAsync(bool hasScript) => browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = Address,
        ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        JavaScriptEnabled = hasScript,
    });

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A dump of a few made-up records.</summary>
    internal static string Registry(string name = "registry.json", [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);

    internal static string Sample([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", "agreements.txt"));

    private sealed class Noon(bool isHurried) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, isHurried || dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime * 60, period);


        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}

using Entente.BrowserTests;

using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Entente.BrowserTests;

/// <summary>The real server on the sample list, and a real browser. Both are started once for all tests that only look.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-extensions", "--disable-quic", "--disable-background-networking"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private OwnSite? own;
    private IBrowserContext? shared;

    /// <summary>Each kind of page, and each of its states that look different.</summary>
    public static TheoryData<string> Pages =>
    [
        "/agreements", "/agreements?country=JP&on=2021&standing=in-force-until&sort=-ends", "/agreements?words=nothing-is-called-so", "/agreements?on=soon&country=CA",
        "/agreements?within=abc&sort=foo", "/agreements?finding=partner.same-event",
        "/agreements/9", "/agreements/7", "/agreements/30", "/agreements/42?on=2030", "/agreements/101", "/agreements/127", "/agreements/999",
        "/agreements/9/renewals", "/agreements/1/supersession", "/agreements/7/correction", "/agreements/9/correction", "/agreements/new", "/agreements/1/deletion", "/bin",
        "/countries", "/no-such-page",
    ];

    public string Address => own!.Address;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = quietly });
        own = await OwnSite.StartAsync(browser);
        shared = await own.ContextAsync(hasScript: true);
    }

    /// <summary>For a test that changes something.</summary>
    public Task<OwnSite> OwnAsync() => OwnSite.StartAsync(browser!);

    /// <summary>A page in a browser that has perhaps been elsewhere; unless it has to be the first one, or to do without script.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, bool hasScript = true, bool isFirst = false, Action<IPage>? watch = null)
    {
        var context = hasScript && !isFirst ? shared! : await own!.ContextAsync(hasScript);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        watch?.Invoke(page);
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

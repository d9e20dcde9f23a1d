using System.Security.Cryptography;

using Entente.BrowserTests;

using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Entente.BrowserTests;

/// <summary>The real server on the sample list, and a real browser. Both are started once for all tests that only look.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-extensions", "--disable-quic", "--disable-background-networking",
        // Names of other sites lead to this computer, as someone who means no good can make them do.
        "--host-resolver-rules=MAP *.example 127.0.0.1"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private OwnSite? own;
    private IBrowserContext? shared;

    /// <summary>The sample list as a page.</summary>
    public static string Source { get; } = $"/sources/{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(OwnSite.Sample())))}";

    /// <summary>Each kind of page, and each of its states that look different.</summary>
    public static TheoryData<string> Pages =>
    [
        "/agreements", "/agreements?country=JP&on=2021&standing=in-force-until&sort=-ends", "/agreements?words=nothing-is-called-so", "/agreements?on=soon&country=CA",
        "/agreements?within=abc&sort=foo", "/agreements?finding=partner.same-event", "/agreements?page=2", "/agreements?page=9", "/agreements?view=timeline&country=KR",
        "/agreements?severity=any&begun=2019&columns=number,partner,names,unit,city,country-printed,title,reference,begins-printed,acts,term,term-printed,ends-latest,ends-printed,until,state,subject,note,other,findings,source",
        "/agreements/9", "/agreements/7", "/agreements/30", "/agreements/42?on=2030", "/agreements/101", "/agreements/127", "/agreements/999",
        "/", "/?on=2035", "/partners", "/partners?words=nothing-is-called-so&on=2021", "/partners/nobody", "/partners?view=map&link=waiting", "/partners/match", "/partners/match?show=likely", "/partners/match?show=nothing&page=2",
        "/partners/duplicates", "/partners/world", "/partners/nobody/record", "/partners/nobody/edit", "/countries/JP?on=2021", "/countries/FR", "/countries/XX",
        "/changes", "/changes?agreement=999", "/changes/proof",
        "/countries", "/style", "/no-such-page",
        "/settings", "/settings/rules", "/settings/kinds", "/settings/kinds/mou", "/help",
        "/findings", "/findings?severity=error", "/findings?state=lost", "/findings/f10-e1", "/findings/f14-e1?code=partner.misspelt", "/findings/f39-e1",
        "/imports", $"{Source}/taking-back", "/sources", Source, $"{Source}?line=600", $"{Source}?show=summary",
        "/agreements/9/renewals", "/agreements/9/signings", "/agreements/9/effect", "/agreements/9/extensions", "/agreements/9/amendments",
        "/agreements/9/suspensions", "/agreements/9/resumptions", "/agreements/9/termination", "/agreements/1/supersession", "/agreements/9/restoration",
        "/agreements/7/correction", "/agreements/9/correction", "/agreements/new", "/agreements/1/deletion", "/bin",
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
    public Task<OwnSite> OwnAsync(bool isHurried = false) => OwnSite.StartAsync(browser!, isHurried);

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

using System.Net;

using Entente.App.Lists;
using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>The sample list, imported and served once for all tests of a class that only look.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private PageSite? site;

    internal PageSite Site => site!;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>As people read it: without its markup.</summary>
    public async Task<string> WordsAsync(string path) => Words(await Site.TextAsync(path));

    public static string Words(string markup) =>
        string.Join(' ', WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(markup, "<[^>]+>", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<OpenRegister> OpenAsync()
    {
        var open = await OpenRegister.OpenAsync(DataFolder.Open(folder.Data, create: false), null, new FakeTimeProvider(Asked.Now), TestContext.Current.CancellationToken);
        open.Extracts = new KeptExtracts();
        return open;
    }

    /// <summary>Every agreement and how it stands, each asked of Core.</summary>
    public async Task<IReadOnlyList<(Agreement Agreement, Standing Standing)>> StandingsAsync(Day on)
    {
        await using var open = await OpenAsync();
        var all = await open.Db.Agreements.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        return [.. all.Select(a => (a, a.StandingOn(on, open.Register.Counting)))];
    }
}

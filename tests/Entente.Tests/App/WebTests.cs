using System.Net;

using Entente.App.Shell;
using Entente.Core;
using Entente.Store;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App;

public sealed class WebTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_page_comes_with_its_security_headers_and_for_our_own_names_only()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = Web.Build(DataFolder.Open(folder.Data, create: true), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), stop);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
        page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        page.Headers.Contains("Server").ShouldBeFalse();

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/");
        foreign.Headers.Host = "evil.example";
        using var refused = await client.SendAsync(foreign, stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_address_that_was_chosen_is_answered_and_the_environment_chooses_none()
    {
        var stop = TestContext.Current.CancellationToken;
        var chosen = new Dictionary<string, string> { ["Kestrel__Endpoints__Other__Url"] = "http://127.0.0.3:0", ["ASPNETCORE_URLS"] = "http://127.0.0.4:0", ["URLS"] = "http://127.0.0.5:0" };
        foreach (var (name, value) in chosen)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            await using var app = Web.Build(DataFolder.Open(folder.Data, create: true), new FakeTimeProvider(Asked.Now), "http://127.0.0.2:0");
            await app.StartAsync(stop);
            app.Urls.ShouldHaveSingleItem().ShouldStartWith("http://127.0.0.2:");
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            using var page = await client.GetAsync(new Uri("/", UriKind.Relative), stop);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            foreach (var name in chosen.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task Which_of_several_registers_is_served_is_asked_before_anything_is()
    {
        foreach (var name in new[] { "North", "South" })
            await folder.Ask("import", TestFolder.Sample(), "--yes", "--register", name);
        var asked = await folder.Ask("serve", "--urls", "http://127.0.0.1:0");
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain("North, South");
        asked.Error.Trim().ShouldNotContain('\n');
        (await folder.Ask("serve", "--register", "East")).Code.ShouldBe(1);

        var stop = TestContext.Current.CancellationToken;
        await using var app = Web.Build(DataFolder.Open(folder.Data, create: false), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0", "South");
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetStringAsync(new Uri("/agreements", UriKind.Relative), stop)).ShouldContain("South");
    }

    [Fact]
    public async Task The_demo_leaves_a_register_alone_that_someone_keeps()
    {
        await folder.Import(folder.File("own.txt", "No. Partner Country Type Date Term\n1 University of Vienna Austria MOU 2020.01.02 5 years\n2 University of Graz Austria MOU 2021.01.02 5 years\n"));
        await DemoAsync("New: 127");
        (await folder.Ask("count", "--register", "own", "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task An_office_begins_in_the_browser_with_an_empty_register()
    {
        await RunAsync("serve", "an empty one was made, \"Our agreements\"");
        await RunAsync("serve", "Serving at");
        (await folder.Ask("register", "--json")).Json.GetProperty("name").GetString().ShouldBe("Our agreements");
        (await folder.Ask("list", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_line()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = Web.Build(DataFolder.Open(folder.Data, create: true), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await app.StartAsync(stop);
        var asked = await folder.Ask("serve", "--urls", app.Urls.First());
        asked.Code.ShouldBe(1);
        asked.Error.ShouldContain("Something else answers");
        asked.Error.Trim().ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.168.1.5:5080", false)]
    [InlineData("https://127.0.0.1:5080", false)]
    [InlineData("5080", false)]
    public async Task Only_this_computer_is_served(string url, bool isLocal)
    {
        Web.IsLocal(url).ShouldBe(isLocal);
        if (!isLocal)
            (await folder.Ask("serve", "--urls", url)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task The_demo_imports_serves_and_finds_its_data_again()
    {
        foreach (var said in new[] { "New: 127", "the same: 127" })
            await DemoAsync(said);
    }

    private async Task DemoAsync(string said) => (await RunAsync("demo", said)).ShouldContain("Japan");

    private async Task<string> RunAsync(string command, string said)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        using var watched = TextWriter.Synchronized(output);
        using var error = new StringWriter();
        var demo = Cli.RunAsync([command, "--data", folder.Data, "--urls", "http://127.0.0.1:0"], TextReader.Null, watched, error, new FakeTimeProvider(Asked.Now), stop.Token);
        await Waiting.UntilAsync(
            () => demo.IsCompleted || output.ToString().Contains("Serving at http://127.0.0.1:", StringComparison.Ordinal), () => $"it serves: {output}{error}");
        await stop.CancelAsync();
        await demo;
        error.ToString().ShouldBeEmpty();
        output.ToString().ShouldContain(said);
        return output.ToString();
    }
}

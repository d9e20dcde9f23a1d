using System.Text;
using System.Text.Json;

using Entente.App.Shell;
using Entente.Store;
using Entente.Tests.Core;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Reconciliation;

/// <summary>A small register and a small registry, served; and what a program that is no browser asks of them.</summary>
public sealed class ReconcileSite : IAsyncLifetime
{
    private const string List = """
        No. Partner Country Type Date Term
        1 Kyoto University Japan MOU 2020.01.02 5 years
        2 University of Graz Austria MOU 2021.01.02 5 years
        3 Shimane University Japan MOU 2021.01.02 5 years
        4 Technical College of Bruck Austria MOU 2021.01.02 5 years
        5 National University Mongolia MOU 2021.01.02 5 years
        6 National University Ireland MOU 2021.01.02 5 years
        7 Seaside <b>Academy</b> Japan MOU 2021.01.02 5 years

        """;

    private static readonly string[] education = ["education"];

    private readonly TestFolder folder = new();

    public static string Kyoto { get; } = RegistryOf.Id(1);

    public static string Graz { get; } = RegistryOf.Id(2);

    public static string Shimane { get; } = RegistryOf.Id(3);

    public static string UniversityOfShimane { get; } = RegistryOf.Id(4);

    public static string Leoben { get; } = RegistryOf.Id(5);

    public static string Old { get; } = RegistryOf.Id(6);

    public WebApplication App { get; private set; } = null!;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Origin => App.Urls.First();

    public async ValueTask InitializeAsync()
    {
        await folder.Import(folder.File("list.txt", List));
        var dump = folder.File("dump.json", $"[{string.Join(',', Record(Kyoto, "Kyoto University", "JP", "Kyoto", "Q336264", "京都大学"), Record(Graz, "Karl-Franzens-Universität Graz", "AT", "Graz", "Q622683"),
            Record(Shimane, "Shimane University", "JP", "Matsue", "Q3132010"), Record(UniversityOfShimane, "University of Shimane", "JP", "Hamada", "Q1104500"),
            Record(Leoben, "Montanuniversität Leoben", "AT", "Leoben", "Q688550"), Record(Old, "Old Academy of Mines", "AT", "Leoben", "Q1", status: "inactive"))}]");
        await Done(folder.Ask("ror", "load", dump));
        await Done(folder.Ask("partner", "link", "University of Graz", Graz));
        App = Web.Build(DataFolder.Open(folder.Data, create: false), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await App.StartAsync();
        Client.BaseAddress = new Uri(Origin);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The id of a partner of the register, by its name.</summary>
    public async Task<string> IdOf(string partner) => (await folder.Ask("partner", "show", partner, "--json")).Json.GetProperty("id").GetString()!;

    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null, params (string Name, string Value)[] said)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in said)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, params (string Name, string Value)[] said)
    {
        using var answer = await SendAsync("GET", path, null, said);
        return await JsonOf(answer);
    }

    public async Task<JsonElement> PostAsync(string field, string json, params (string Name, string Value)[] said)
    {
        using var form = Form(field, json);
        using var answer = await SendAsync("POST", "/reconcile", form, said);
        return await JsonOf(answer);
    }

    /// <summary>The candidates of one query.</summary>
    public async Task<JsonElement[]> FindAsync(object query, params (string Name, string Value)[] said) =>
        [.. (await PostAsync("queries", JsonSerializer.Serialize(new { q0 = query }), said)).GetProperty("q0").GetProperty("result").EnumerateArray()];

    /// <summary>Not as a form is usually made: that one refuses long texts.</summary>
    public static HttpContent Form(string field, string value) => new StringContent($"{field}={Uri.EscapeDataString(value)}", Encoding.UTF8, "application/x-www-form-urlencoded");

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static async Task Done(Task<Asked> asking)
    {
        var asked = await asking;
        asked.Code.ShouldBe(0, asked.Error);
    }

    private static string Record(string id, string name, string country, string town, string item, string? other = null, string status = "active") => JsonSerializer.Serialize(new
    {
        id,
        status,
        types = education,
        names = Enumerable.Repeat(Name(name, "ror_display", "label"), 1).Concat(other is null ? [] : [Name(other, "label")]),
        locations = new[] { new { geonames_details = new { name = town, country_code = country, lat = 47.5, lng = 15.25 } } },
        relationships = Array.Empty<object>(),
        external_ids = new[] { new { type = "wikidata", preferred = item, all = new[] { item } } },
        links = new[] { new { type = "website", value = "https://example.org/" } },
    });

    private static object Name(string value, params string[] types) => new { value, lang = "en", types };
}

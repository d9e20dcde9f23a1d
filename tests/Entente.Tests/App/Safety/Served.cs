using System.Net;
using System.Security.Cryptography;
using System.Text;

using Entente.App.Shell;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Safety;

/// <summary>A served register of its own, and a client that is no browser: it says of itself what a test lets it say.</summary>
public sealed class Served : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public WebApplication App { get; private set; } = null!;

    public Uri Address => new(App.Urls.First());

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        // As an office leaves it: something was corrected, something lies in the bin.
        (await folder.Ask("edit", "30", "--partner", "Kyoto Institute of Technology", "--yes")).Code.ShouldBe(0);
        (await folder.Ask("delete", "31", "--yes")).Code.ShouldBe(0);
        App = Web.Build(DataFolder.Open(folder.Data, create: false), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await App.StartAsync();
        Client.BaseAddress = Address;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        folder.Dispose();
    }

    internal Task<Asked> Ask(params string[] args) => folder.Ask(args);

    public Task<HttpResponseMessage> SendAsync(string method, string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(method, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusAsync(string method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var answer = await SendAsync(method, path, headers);
        return answer.StatusCode;
    }

    /// <summary>Of every row of every table: two are the same only where nothing was changed between.</summary>
    public string Hash()
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder.Data, DataFolder.FileName)};Mode=ReadOnly");
        db.Open();
        var tables = Rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        tables.Count.ShouldBeGreaterThan(5);
        var text = new StringBuilder();
        foreach (var table in tables)
            text.Append(table).AppendJoin('\n', Rows(db, $"SELECT * FROM \"{table}\""));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static List<string> Rows(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        return rows;
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>The real program, really killed while it imports: the register is as before or as after, never between.</summary>
public sealed class KillTests : IDisposable
{
    private const int Before = 3;
    private const int New = 400;

    /// <summary>Of each test; a variable of the environment asks for more.</summary>
    private static readonly int kills = int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_KILLS"), out var asked) ? asked : 24;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_time_an_import_leaves_the_register_as_before_or_as_after()
    {
        var small = folder.File("small.txt", List("Otago", Before));
        var large = folder.File("large.txt", List("Lumen", New));
        var seen = new HashSet<int>();
        for (var kill = 0; kill < kills; kill++)
        {
            var data = Path.Combine(folder.Path, $"data{kill}");
            await Import(small, data);
            await StartAndKill(data, kill, "import", large, "--yes");
            var all = await All(data);
            all.ShouldBeOneOf(Before, Before + New);
            (await Found("Otago", data)).ShouldBe(Before);
            (await Found("Lumen", data)).ShouldBe(all - Before);
            seen.Add(all);
            await Import(large, data);
            (await Asked.Of("count", "--data", data, "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(Before + New);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        seen.ShouldContain(Before);
    }

    [Fact]
    public async Task Killed_at_any_time_taking_a_list_back_has_happened_or_has_not()
    {
        var small = folder.File("small.txt", List("Otago", Before));
        var large = folder.File("large.txt", List("Lumen", New));
        var data = Path.Combine(folder.Path, "undone");
        await Import(small, data);
        var seen = new HashSet<int>();
        for (var kill = 0; kill < kills; kill++)
        {
            if (await All(data) == Before)
                await Import(large, data);
            await StartAndKill(data, kill, "import", "--undo", "last", "--yes");
            var all = await All(data);
            all.ShouldBeOneOf(Before, Before + New);
            (await Found("Lumen", data)).ShouldBe(all - Before);
            seen.Add(all);
            var verified = await Asked.Of("verify", "--data", data);
            verified.Code.ShouldBe(0, verified.Out + verified.Error);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        seen.ShouldContain(Before + New);
    }

    [Fact]
    public async Task Killed_at_any_time_a_server_keeps_every_step_that_it_has_confirmed()
    {
        var data = Path.Combine(folder.Path, "reviewed");
        await Import(folder.File("small.txt", List("Otago", Before)), data);
        var begun = (await Asked.Of("review", folder.File("large.txt", List("Lumen", 40)), "--data", data, "--json")).Json;
        var (path, confirmed, id) = (begun.GetProperty("path").GetString()!, 0, begun.GetProperty("id").GetString());
        for (var kill = 0; kill < Math.Max(4, kills / 3); kill++)
        {
            using var server = Process.Start(new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "entente.dll"), "serve", "--data", data, "--urls", "http://127.0.0.1:0" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = System.Text.RegularExpressions.Regex.Match(line ?? "", "http://[^ ]+").Value;
            address.ShouldNotBeEmpty(line);
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(20) };
            var steps = StepsAsync(client, path, () => confirmed++);
            var (before, since) = (confirmed, Stopwatch.StartNew());
            while (confirmed == before && since.Elapsed < TimeSpan.FromSeconds(20))
                await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Delay(kill * 37 % 200, TestContext.Current.CancellationToken);
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            await steps;
            var kept = (await Asked.Of("reviews", "--data", data, "--json")).Json.EnumerateArray().Single(r => r.GetProperty("id").GetString() == id).GetProperty("steps").GetInt32();
            // One may have been kept whose answer nobody heard.
            kept.ShouldBeInRange(confirmed, confirmed + 1);
            confirmed = kept;
            (await Asked.Of("verify", "--data", data)).Code.ShouldBe(0);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        confirmed.ShouldBeGreaterThan(0);
    }

    /// <summary>Records are accepted and skipped in turn, as fast as the server confirms, until it is gone.</summary>
    private static async Task StepsAsync(HttpClient client, string path, Action confirmed)
    {
        try
        {
            for (var step = 0; ; step++)
            {
                var form = Pages.PageSite.Form(await client.GetStringAsync(new Uri(path + "?show=all", UriKind.Relative), TestContext.Current.CancellationToken), "records");
                form[step % 2 == 0 ? "skip" : "accept"] = "1";
                using var content = new FormUrlEncodedContent(form);
                using var answer = await client.PostAsync(new Uri(path + "?show=all", UriKind.Relative), content, TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                    confirmed();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    private static async Task<int> All(string data)
    {
        var count = await Asked.Of("count", "--data", data, "--json");
        count.Code.ShouldBe(0, count.Error);
        return count.Json.GetProperty("total").GetProperty("all").GetInt32();
    }

    private static async Task Import(string file, string data) =>
        (await Asked.Of("import", file, "--yes", "--data", data, "--json")).Code.ShouldBe(0);

    private static async Task<int> Found(string words, string data)
    {
        var asked = await Asked.Of("list", words, "--data", data, "--json");
        return JsonDocument.Parse(asked.Out).RootElement.GetProperty("total").GetInt32();
    }

    /// <summary>Waits until the program writes, then a little longer each time, and kills it.</summary>
    private static async Task StartAndKill(string data, int kill, params string[] command)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet")
        {
            Arguments = $"\"{Path.Combine(AppContext.BaseDirectory, "entente.dll")}\" {string.Join(' ', command.Select(c => $"\"{c}\""))} --data \"{data}\"",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var log = new FileInfo(Path.Combine(data, "entente.db-wal"));
        var since = Stopwatch.StartNew();
        while (!program.HasExited && since.Elapsed < TimeSpan.FromSeconds(30))
        {
            log.Refresh();
            if (log is { Exists: true, Length: > 0 })
                break;
            await Task.Yield();
        }

        since.Restart();
        while (!program.HasExited && since.Elapsed < TimeSpan.FromMilliseconds(kill * 6))
            await Task.Yield();
        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string List(string proper, int rows)
    {
        var text = new StringBuilder("# Name Country Status Commencement Date Expiration Date\n");
        for (var i = 1; i <= rows; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i} {proper} University Japan MOU {2000 + (i % 20)}.{1 + (i % 12):00}.{1 + (i % 28):00} 5 year\n");
        return text.ToString();
    }
}

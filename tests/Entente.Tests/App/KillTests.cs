using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Entente.Tests.App;

/// <summary>The real program, really killed while it imports: the register is as before or as after, never between.</summary>
public sealed class KillTests : IDisposable
{
    private const int Before = 3;
    private const int New = 400;
    private const int Kills = 24;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_time_an_import_leaves_the_register_as_before_or_as_after()
    {
        var small = folder.File("small.txt", List("Otago", Before));
        var large = folder.File("large.txt", List("Lumen", New));
        var seen = new HashSet<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var data = Path.Combine(folder.Path, $"data{kill}");
            await Import(small, data);
            await StartAndKill(large, data, kill);
            var count = await Asked.Of("count", "--data", data, "--json");
            count.Code.ShouldBe(0, count.Error);
            var all = count.Json.GetProperty("total").GetProperty("all").GetInt32();
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

    private static async Task Import(string file, string data) =>
        (await Asked.Of("import", file, "--yes", "--data", data, "--json")).Code.ShouldBe(0);

    private static async Task<int> Found(string words, string data)
    {
        var asked = await Asked.Of("list", words, "--data", data, "--json");
        return JsonDocument.Parse(asked.Out).RootElement.GetProperty("total").GetInt32();
    }

    /// <summary>Waits until the program writes, then a little longer each time, and kills it.</summary>
    private static async Task StartAndKill(string file, string data, int kill)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "entente.dll"), "import", file, "--yes", "--data", data },
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

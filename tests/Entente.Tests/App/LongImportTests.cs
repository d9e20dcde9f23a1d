using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

using Entente.Tests.App.Pages;

namespace Entente.Tests.App;

/// <summary>A list that is read and stored in parts, by the program as people use it.</summary>
public sealed class LongImportTests : IDisposable
{
    private const int Rows = 50_200;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_long_list_is_stored_shown_and_taken_back()
    {
        var file = folder.File("long.csv", List());
        var first = await folder.Ask("import", file, "--yes", "--json");
        first.Code.ShouldBe(0, first.Error);
        var edition = first.Json.GetProperty("edition");
        (edition.GetProperty("records").GetInt32(), edition.GetProperty("new").GetInt32(), edition.GetProperty("same").GetInt32()).ShouldBe((Rows, Rows, 0));
        first.Json.GetProperty("differences").GetArrayLength().ShouldBe(1_000);
        first.Json.GetProperty("differences")[999].GetProperty("agreement").GetString().ShouldBe("1000");
        first.Json.GetProperty("checks")[0].GetProperty("holds").GetBoolean().ShouldBeTrue();

        var again = await folder.Ask("import", file, "--yes", "--json");
        (again.Json.GetProperty("edition").GetProperty("new").GetInt32(), again.Json.GetProperty("edition").GetProperty("same").GetInt32()).ShouldBe((0, Rows));
        again.Json.GetProperty("edition").GetProperty("id").GetString().ShouldBe(edition.GetProperty("id").GetString());
        (await folder.Ask("list", "Lumen 41234", "--json")).Json.GetProperty("total").GetInt32().ShouldBe(1);
        (await folder.Ask("show", "41234")).Out.ShouldContain("University of Lumen 41234");

        await ShownAsync();
        var undone = await folder.Ask("import", "--undo", "last", "--yes", "--json");
        undone.Code.ShouldBe(0, undone.Error);
        undone.Json.GetProperty("edition").GetProperty("new").GetInt32().ShouldBe(Rows);
        (await folder.Ask("count", "--json")).Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(0);
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    /// <summary>The page of the document shows the part that was asked for, and leads on to the next.</summary>
    private async Task ShownAsync()
    {
        await using var site = await PageSite.OfAsync(folder);
        var sources = await site.TextAsync("/sources");
        var source = sources[sources.IndexOf("/sources/", sources.IndexOf("long.csv", StringComparison.Ordinal) - 200, StringComparison.Ordinal)..].Split('"')[0];
        var end = await site.TextAsync($"{source}?line={Rows + 1}");
        end.ShouldContain($"University of Lumen {Rows}");
        (await site.TextAsync(source)).ShouldContain("University of Lumen 12");
        (await site.TextAsync($"{source}?line=4003")).ShouldContain("University of Lumen 4002");
        (await site.TextAsync("/agreements/41234")).ShouldContain("University of Lumen 41234");
        (await site.BytesAsync($"{source}/file")).Length.ShouldBe(Encoding.UTF8.GetByteCount(List()));
        (await site.GetAsync($"{source}/taking-back")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_asked_and_says_no_has_nothing_stored()
    {
        var asked = await Asked.With("n\n", "import", folder.File("long.csv", List()), "--data", folder.Data);
        asked.Code.ShouldNotBe(0);
        asked.Error.ShouldContain("50,200");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Killed_while_it_writes_a_long_import_leaves_nothing()
    {
        var file = folder.File("long.csv", List());
        for (var kill = 1; kill <= 3; kill++)
        {
            await KilledAsync(file, 4_000_000 * kill);
            var count = await folder.Ask("count", "--json");
            // No register was made yet, or it is whole.
            if (count.Code == 0)
                count.Json.GetProperty("total").GetProperty("all").GetInt32().ShouldBe(Rows);
            InDatabase("PRAGMA journal_mode").ShouldBe("wal");
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        (await folder.Ask("import", file, "--yes", "--json")).Json.GetProperty("edition").GetProperty("records").GetInt32().ShouldBe(Rows);
        (await folder.Ask("verify")).Code.ShouldBe(0);
        InDatabase("PRAGMA foreign_key_check").ShouldBeNull();
        InDatabase("PRAGMA integrity_check").ShouldBe("ok");
    }

    private string? InDatabase(string question)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder.Data, "entente.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString();
    }

    /// <summary>As soon as it has written so many bytes, none of which is committed.</summary>
    private async Task KilledAsync(string file, long bytes)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "entente.dll"), "import", file, "--yes", "--data", folder.Data },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string[] written = [Path.Combine(folder.Data, "entente.db"), Path.Combine(folder.Data, "entente.db-wal")];
        var since = Stopwatch.StartNew();
        while (!program.HasExited && since.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (written.Sum(f => new FileInfo(f) is { Exists: true } now ? now.Length : 0) > bytes)
                break;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string List()
    {
        var text = new StringBuilder("No;Partner;Country;Signed\n");
        for (var i = 1; i <= Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i};University of Lumen {i};Japan;{2000 + (i % 20)}-{1 + (i % 12):00}-{1 + (i % 28):00}\n");
        return text.ToString();
    }
}

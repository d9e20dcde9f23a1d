using System.Runtime.CompilerServices;

using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

namespace Entente.Tests.App;

/// <summary>A data folder of its own for one test, and lists to import.</summary>
public sealed class TestFolder : IDisposable
{
    private int imports;

    public string Path { get; } = Directory.CreateTempSubdirectory("entente-test-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    public static string Sample([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "..", "samples", "agreements.txt"));

    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public Task<Asked> Ask(params string[] args) => Asked.Of([.. args, "--data", Data]);

    public async Task<Asked> Import(string? file = null)
    {
        // Each later than the one before: the order of editions is that of their time.
        var asked = await Asked.At(Asked.Now.AddMinutes(imports++), "", "import", file ?? Sample(), "--yes", "--json", "--data", Data);
        asked.Error.ShouldBeEmpty();
        asked.Code.ShouldBe(0);
        return asked;
    }

    /// <summary>A register that holds just these agreements, as if a list had been imported.</summary>
    public async Task HoldAsync(params Facts[] facts)
    {
        await using var db = DataFolder.Open(Data, create: true).For(1);
        db.Registers.Add(new Register(1, "Small register", "UTC"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.WriteEditionAsync(Store.Sample.Reading(facts), Store.Sample.Bytes(facts), Store.Sample.By, cancellation: TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}

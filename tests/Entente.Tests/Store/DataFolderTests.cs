using Entente.Core;
using Entente.Store;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

/// <summary>What lies where the data are looked for, and who may do what there.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("entente data #1? ").FullName;

    private string Database => Path.Combine(path, DataFolder.FileName);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task Where_nothing_may_be_written_it_is_read_as_it_is()
    {
        await Make();
        var before = await File.ReadAllBytesAsync(Database, Cancelled);
        var folder = DataFolder.OpenReadOnly(path);
        (await folder.RegistersAsync(Cancelled)).Single().Name.ShouldBe("Ours");
        await using var db = folder.For(1);
        db.Registers.Add(new Register(2, "Another", "UTC"));
        var refused = await Should.ThrowAsync<RefusedException>(() => db.SaveChangesAsync(Cancelled));
        (refused.Code, refused.Arguments.Single()).ShouldBe(("data.not-writable", path));
        (await File.ReadAllBytesAsync(Database, Cancelled)).ShouldBe(before);
    }

    [Fact]
    public async Task Where_not_even_the_log_may_be_made_it_is_read_as_it_is()
    {
        await Make();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "another system");
        // A link where the index of the log would be is not followed: nobody can make that file, whoever runs this test.
        File.CreateSymbolicLink(Database + "-shm", "nowhere");
        await using var db = DataFolder.OpenToRead(path).For(1);
        (await db.Registers.SingleAsync(Cancelled)).Name.ShouldBe("Ours");
        await File.WriteAllTextAsync(Database + "-wal", "something that waits", Cancelled);
        SqliteConnection.ClearAllPools();
        IsRefused(() => DataFolder.OpenToRead(path), "data.not-writable");
    }

    [Fact]
    public async Task Who_may_only_read_is_told_that_the_register_is_older()
    {
        await Make();
        Run("DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId = (SELECT max(MigrationId) FROM \"__EFMigrationsHistory\")");
        IsRefused(() => DataFolder.OpenReadOnly(path), "data.older");
    }

    [Fact]
    public void The_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE notes (text)");
        var before = File.ReadAllBytes(Database);
        IsRefused(() => DataFolder.Open(path, create: true), "data.foreign");
        IsRefused(() => DataFolder.OpenToRead(path), "data.foreign");
        File.ReadAllBytes(Database).ShouldBe(before);
        Run("CREATE TABLE \"__EFMigrationsHistory\" (MigrationId TEXT, ProductVersion TEXT)");
        IsRefused(() => DataFolder.Open(path, create: true), "data.foreign");
        Directory.GetFiles(path).ShouldBe([Database]);
    }

    [Fact]
    public void A_file_where_the_folder_should_be_and_a_folder_where_the_file_should_be_are_named()
    {
        var file = Path.Combine(path, "file");
        File.WriteAllText(file, "");
        Should.Throw<RefusedException>(() => DataFolder.Open(file, create: true)).Code.ShouldBe("data.is-file");
        Directory.CreateDirectory(Database);
        var refused = Should.Throw<RefusedException>(() => DataFolder.Open(path, create: true));
        (refused.Code, refused.Arguments.Single()).ShouldBe(("data.is-folder", Database));
    }

    [Fact]
    public async Task Every_refusal_of_a_write_names_the_folder()
    {
        await Make();
        await using var db = DataFolder.Open(path, create: false).For(1);
        foreach (var (code, error) in new[] { ("data.full", 13), ("data.busy", 5), ("data.damaged", 11), ("data.not-writable", 8) })
        {
            var refused = await Should.ThrowAsync<RefusedException>(() => db.GuardAsync<int>(() => throw new SqliteException("", error)));
            (refused.Code, refused.Arguments.Single()).ShouldBe((code, path));
        }
    }

    private async Task Make()
    {
        await using (var db = DataFolder.Open(path, create: true).For(1))
        {
            db.Registers.Add(new Register(1, "Ours", "UTC"));
            await db.SaveChangesAsync(Cancelled);
        }

        SqliteConnection.ClearAllPools();
    }

    private void IsRefused(Action open, string code)
    {
        var refused = Should.Throw<RefusedException>(open);
        (refused.Code, refused.Arguments.Single()).ShouldBe((code, path));
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

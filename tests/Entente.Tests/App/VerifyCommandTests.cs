using Microsoft.Data.Sqlite;

namespace Entente.Tests.App;

public sealed class VerifyCommandTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        (await folder.Ask("edit", "1", "--note", "one")).Code.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_holds_is_counted()
    {
        var asked = await folder.Ask("verify", "--json");
        asked.Code.ShouldBe(0);
        asked.Json.GetProperty("holds").GetBoolean().ShouldBeTrue();
        var register = asked.Json.GetProperty("registers")[0];
        (register.GetProperty("changes").GetInt64(), register.GetProperty("editions").GetInt32()).ShouldBe((2, 1));
        (await folder.Ask("verify")).Out.ShouldContain("Changes: 2.");
    }

    [Theory]
    [InlineData("UPDATE Changes SET Payload = x'41' WHERE Sequence = 2", "change.payload", 2)]
    [InlineData("UPDATE Changes SET Hash = zeroblob(32) WHERE Sequence = 1", "change.hash", 1)]
    [InlineData("UPDATE Changes SET Who = 'someone' WHERE Sequence = 2", "change.hash", 2)]
    [InlineData("DELETE FROM Changes WHERE Sequence = 1", "change.missing", 1)]
    [InlineData("UPDATE Sources SET Bytes = x'41'", "source.bytes", null)]
    [InlineData("DELETE FROM Sources", "source.missing", null)]
    [InlineData("UPDATE Sources SET Sha256 = '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd', Bytes = x'41'; UPDATE Editions SET Sha256 = (SELECT Sha256 FROM Sources)", "source.other", null)]
    public async Task What_was_tampered_with_is_named(string sql, string reason, int? sequence)
    {
        Tamper(sql);
        var asked = await folder.Ask("verify", "--json");
        asked.Code.ShouldBe(1);
        asked.Json.GetProperty("holds").GetBoolean().ShouldBeFalse();
        var broken = asked.Json.GetProperty("registers")[0].GetProperty("break");
        broken.GetProperty("reason").GetString().ShouldBe(reason);
        if (sequence is { } at)
            broken.GetProperty("change").GetInt32().ShouldBe(at);
        else
            broken.GetProperty("source").GetString().ShouldBe("agreements.txt");
        var said = await folder.Ask("verify");
        said.Code.ShouldBe(1);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain(sequence is null ? "agreements.txt" : $"change {sequence}");
    }

    private void Tamper(string sql)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "entente.db")};Foreign Keys=False;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

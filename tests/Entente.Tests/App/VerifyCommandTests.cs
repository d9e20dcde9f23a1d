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

    [Theory]
    [InlineData("UPDATE Agreements SET Facts = replace(Facts, '2022-11-08', '2021-11-08') WHERE Number = '1'", "agreement.other", "1")]
    [InlineData("UPDATE Agreements SET Facts = replace(Facts, 'name', 'unit') WHERE NumberOrder >= 10", "agreement.other", "10")]
    [InlineData("UPDATE Agreements SET Facts = 'nothing' WHERE Number = '10'", "agreement.other", "10")]
    [InlineData("UPDATE Agreements SET Number = '900' WHERE Number = '10'", "agreement.other", "900")]
    [InlineData("DELETE FROM Agreements WHERE Number = '10'", "agreement.missing", "10")]
    [InlineData("DELETE FROM Changes WHERE Sequence = 2", "agreement.other", "1")]
    public async Task An_agreement_that_is_not_as_its_last_change_recorded_it_is_named(string sql, string reason, string number)
    {
        (await folder.Ask("verify")).Code.ShouldBe(0);
        Tamper(sql);
        var asked = await folder.Ask("verify", "--json");
        asked.Code.ShouldBe(1);
        var broken = asked.Json.GetProperty("registers")[0].GetProperty("break");
        (broken.GetProperty("reason").GetString(), broken.GetProperty("agreement").GetString()).ShouldBe((reason, number));
        (await folder.Ask("verify")).Error.ShouldContain($"agreement {number} is not ");
    }

    [Fact]
    public async Task A_register_that_was_worked_on_holds()
    {
        foreach (var args in new[] { "delete 3 --yes", "delete 4 --yes", "restore 3 --yes", "terminate 5 --on 2024-01-01 --yes", "register set --counting day-before", "register set --name Ours" })
        {
            var asked = await folder.Ask(args.Split(' '));
            asked.Code.ShouldBe(0, asked.Error);
            (await folder.Ask("verify")).Error.ShouldBeEmpty();
        }

        Tamper("DELETE FROM ChangedAgreements WHERE Sequence = (SELECT max(Sequence) FROM Changes WHERE Act = 'agreement.terminated')");
        (await folder.Ask("verify")).Code.ShouldBe(0);
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

using Entente.App.Running;
using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "entente-" + Path.GetRandomFileName());
    private DataFolder? folder;

    private string Database => Path.Combine(path, DataFolder.FileName);

    protected override RegisterDb Open(int registerId) => (folder ??= DataFolder.Open(path, create: true)).For(registerId);

    protected override Task TamperAsync(RegisterDb db, string sql)
    {
        Run(sql);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_migrations_make_what_the_model_says()
    {
        using var db = Open(Ours);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
        Ask("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
            + "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").ShouldBe(0L);
        Ask("SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr AND type = 'table' ORDER BY name)")
            .ShouldBe("AgreementPartners ChangedAgreements ChangedPartners FindingAgreements LifelineGroups Lifelines");
    }

    [Fact]
    public void The_file_survives_the_loss_of_power()
    {
        using var db = Open(Ours);
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var (pragma, value) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000") })
        {
            command.CommandText = $"PRAGMA {pragma}";
            $"{command.ExecuteScalar()}".ShouldBe(value, pragma);
        }
    }

    [Fact]
    public async Task Indexes_that_an_edition_in_parts_makes_last_are_those_that_were_there()
    {
        const string indexes = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name)";
        await using (Open(Ours))
        {
        }

        var before = Ask(indexes);
        var reading = Sample.Reading(Seven);
        await Should.ThrowAsync<InvalidDataException>(() => WriteInParts(reading, Broken()));
        Ask(indexes).ShouldBe(before);
        await WriteInParts(reading, Parts(reading, 3));
        Ask(indexes).ShouldBe(before);
        Ask("PRAGMA integrity_check").ShouldBe("ok");
        Ask("SELECT count(*) FROM pragma_foreign_key_check").ShouldBe(0L);

        async IAsyncEnumerable<SourceReading> Broken()
        {
            await foreach (var part in Parts(reading, 3).Take(2))
                yield return part;
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void A_folder_without_data_is_missing_unless_it_may_be_made()
    {
        var elsewhere = Path.Combine(path, "elsewhere");
        var refused = Should.Throw<RefusedException>(() => DataFolder.Open(elsewhere, create: false));
        (refused.Code, refused.Arguments.Single()).ShouldBe(("data.missing", elsewhere));
        Directory.Exists(elsewhere).ShouldBeFalse();
        DataFolder.Open(elsewhere, create: true).File.ShouldBe(Path.Combine(elsewhere, "entente.db"));
        DataFolder.Open(elsewhere, create: false).Path.ShouldBe(elsewhere);
    }

    [Theory]
    [InlineData("/proc/entente")]
    [InlineData("/proc/self")]
    [InlineData("{db}/under-a-file")]
    public void A_folder_that_cannot_be_written_is_refused(string where)
    {
        var place = where.Replace("{db}", Database, StringComparison.Ordinal);
        Should.Throw<RefusedException>(() => DataFolder.Open(place, create: true)).Code.ShouldBe("data.not-writable");
    }

    [Fact]
    public void Data_of_a_newer_program_are_refused_and_left_alone()
    {
        Run("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '99.0')");
        var refused = Should.Throw<RefusedException>(() => DataFolder.Open(path, create: true));
        (refused.Code, refused.Arguments[0]).ShouldBe(("data.newer", path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_damaged()
    {
        var other = Path.Combine(path, "other");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, DataFolder.FileName), new string('x', 5000));
        Should.Throw<RefusedException>(() => DataFolder.Open(other, create: true)).Code.ShouldBe("data.damaged");
        File.ReadAllText(Path.Combine(other, DataFolder.FileName)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_file_with_overwritten_pages_is_damaged()
    {
        await Write(Sample.Facts("1", "2020", 5, "Uni A|DE"));
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Database, Cancelled);
        bytes.AsSpan(4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Database, bytes, Cancelled);
        Should.Throw<RefusedException>(() => DataFolder.Open(path, create: false)).Code.ShouldBe("data.damaged");
        await using var db = Open(Ours);
        (await Should.ThrowAsync<Exception>(db.Agreements.ToListAsync(Cancelled))).ShouldSatisfyAllConditions(
            e => Refusals.Of(e)!.Code.ShouldBe("data.damaged"));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_register_as_it_was()
    {
        await Write(Sample.Facts("1", "2020", 5, "Uni A|DE"));
        await using var db = Open(Ours);
        await db.Database.OpenConnectionAsync(Cancelled);
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", Cancelled);
        var facts = Enumerable.Range(2, 400).Select(i => Sample.Facts($"{i}", "2020", 5, $"University of Somewhere Number {i}|DE")).ToArray();
        var refused = await Should.ThrowAsync<RefusedException>(
            db.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes(facts), Sample.By, cancellation: Cancelled));
        refused.Code.ShouldBe("data.full");
        await using var again = Open(Ours);
        (await again.Agreements.CountAsync(Cancelled)).ShouldBe(1);
        (await again.Editions.CountAsync(Cancelled)).ShouldBe(1);
        (await again.VerifyChangesAsync(cancellation: TestContext.Current.CancellationToken)).ShouldBe(new ChainProof(1, 0, null, null));
    }

    [Fact]
    public async Task Who_waits_too_long_for_another_is_told_so()
    {
        var impatient = DataFolder.Open(path, create: false, TimeSpan.FromSeconds(1));
        using var other = new SqliteConnection($"Data Source={Database}");
        other.Open();
        await using var transaction = other.BeginTransaction();
        await using var db = impatient.For(Ours);
        (await db.Agreements.CountAsync(Cancelled)).ShouldBe(0);
        var facts = Sample.Facts("1", "2020", 5, "Uni A|DE");
        var refused = await Should.ThrowAsync<RefusedException>(
            db.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes([facts]), Sample.By, cancellation: Cancelled));
        refused.Code.ShouldBe("data.busy");
    }

    [Fact]
    public async Task What_another_build_derived_is_derived_again_on_opening()
    {
        await Write([.. Enumerable.Range(1, 1100).Select(i => Sample.Facts($"{i}", "2020-05-04", 5, $"Uni {i}|DE", "Łódź|PL"))]);
        Run("UPDATE \"Registers\" SET \"DerivedBy\" = 'older'; DELETE FROM \"Lifelines\"; DELETE FROM \"LifelineGroups\" WHERE \"Turns\" > 1; "
            + "UPDATE \"Agreements\" SET \"Folded\" = 'stale', \"EndDay\" = NULL; DELETE FROM \"AgreementWords\"; DELETE FROM \"AgreementSearch\"");
        var told = new List<RowsWritten>();
        await using var db = DataFolder.Open(path, create: false, derived: new Telling<RowsWritten>(told.Add)).For(Ours);
        told.ShouldBe([new RowsWritten(1000, 1100), new RowsWritten(1100, 1100)]);
        var counts = await db.TallyAsync(Sample.Date("2024").Earliest, CountBy.Country, Cancelled);
        counts.By.ShouldBe([new KeyedCount("DE", new StandingCount(1100, 0, 0, 0, 0)), new KeyedCount("PL", new StandingCount(1100, 0, 0, 0, 0))]);
        (await db.Matching("lodz").CountAsync(Cancelled)).ShouldBe(1100);
        (await db.Agreements.CountAsync(a => a.EndDay == null || a.Version != 1, Cancelled)).ShouldBe(0);
        Ask("SELECT count(DISTINCT \"DerivedBy\") FROM \"Registers\" WHERE \"DerivedBy\" <> 'older'").ShouldBe(1L);
    }

    [Fact]
    public async Task A_folder_from_before_kinds_were_kept_opens_with_all_that_it_holds()
    {
        await Write(Sample.Facts("1", "2020", 5, "Uni A|DE"));
        await using (var before = Open(Ours))
        {
            var register = await before.Registers.SingleAsync(Cancelled);
            register.EndsSoonDays = 90;
            register.Version++;
            await before.RecordAsync(Recording.Configured, Sample.By, new Outcome { Settings = register }, Cancelled);
        }

        Run("ALTER TABLE \"Registers\" DROP COLUMN \"Kinds\"; DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId LIKE '%_Kinds'");
        SqliteConnection.ClearAllPools();
        await using var db = DataFolder.Open(path, create: false).For(Ours);
        var now = await db.Registers.SingleAsync(Cancelled);
        (now.EndsSoonDays, now.Kinds.Count, await db.Agreements.CountAsync(Cancelled)).ShouldBe((90, 0, 1));
        (await db.VerifyChangesAsync(cancellation: TestContext.Current.CancellationToken)).ShouldBe(new ChainProof(2, 0, null, null));
        (await db.Changes.OrderBy(c => c.Sequence).LastAsync(Cancelled)).Settings()!.EndsSoonDays.ShouldBe(90);
    }

    [Fact]
    public async Task Registers_are_listed() =>
        (await folder!.RegistersAsync(Cancelled)).Select(r => r.Name).ShouldBe(["Ours", "Theirs"]);

    [Fact]
    public async Task Many_agreements_are_counted_on_two_connections_alike()
    {
        var facts = Enumerable.Range(0, 2500).Select(i => Sample.Facts($"{i + 1}", $"{1900 + (i % 120)}", i % 9 == 0 ? null : 5, $"U{i}|{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}")).ToArray();
        await Write(facts);
        await using var db = Open(Ours);
        var day = Sample.Date("1970-06-01").Earliest;
        var apart = await db.TallyAsync(day, CountBy.Country, Cancelled);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
        var alone = await db.TallyAsync(day, CountBy.Country, Cancelled);
        (apart.Total, apart.By.Count).ShouldBe((alone.Total, alone.By.Count));
        apart.By.ShouldBe(alone.By);
        apart.Total.All.ShouldBe(2500);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

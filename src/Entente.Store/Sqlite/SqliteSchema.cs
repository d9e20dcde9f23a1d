using System.Diagnostics;
using System.Reflection;

using Entente.Core;
using Entente.Store.Writing;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Entente.Store.Sqlite;

/// <summary>Brings the file's tables up to what this program knows.</summary>
internal static class SqliteSchema
{
    public static void BringUp(string file, DbContextOptions<RegisterDb> options, TimeSpan patience)
    {
        var known = Known();
        if (IsUpToDate(file, known))
            return;
        // A process that dies while it migrates must not leave a lock behind: this one goes with the process.
        using var alone = Alone(file + ".migrating", patience);
        if (IsUpToDate(file, known))
            return;
        using var connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";");
        connection.Close();
        using var db = new RegisterDb(options, registerId: 0);
        db.Database.Migrate();
    }

    /// <summary>The registers whose derived values another build has written.</summary>
    public static List<int> DerivedOtherwise(string file)
    {
        using var connection = Connect(file, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"Id\" FROM \"Registers\" WHERE \"{Derivation.Column}\" <> @rule";
        command.Parameters.AddWithValue("@rule", Derivation.Rule);
        using var reader = command.ExecuteReader();
        var ids = new List<int>();
        while (reader.Read())
            ids.Add(reader.GetInt32(0));
        return ids;
    }

    /// <summary>Without asking EF: on most starts there is nothing to do, and this is one query instead of a model.</summary>
    private static List<string> Known() =>
        [.. typeof(SqliteSchema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    private static bool IsUpToDate(string file, List<string> known)
    {
        if (!System.IO.File.Exists(file))
            return false;
        var applied = Applied(file);
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
            throw new RefusedException("data.newer", System.IO.Path.GetDirectoryName(file)!, newer[^1]);
        return applied.Count == known.Count;
    }

    private static List<string> Applied(string file)
    {
        using var connection = Connect(file, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";
        if ((long)command.ExecuteScalar()! == 0)
            return [];
        command.CommandText = "SELECT MigrationId FROM \"__EFMigrationsHistory\" ORDER BY MigrationId";
        using var reader = command.ExecuteReader();
        var applied = new List<string>();
        while (reader.Read())
            applied.Add(reader.GetString(0));
        return applied;
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static FileStream Alone(string file, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException e)
            {
                var code = FileFaults.CodeOf(e);
                if (code != "data.busy" || Stopwatch.GetElapsedTime(started) > patience)
                    throw new RefusedException(code, e, System.IO.Path.GetDirectoryName(file)!);
            }

            Thread.Sleep(50);
        }
    }
}

using System.Diagnostics;
using System.Reflection;

using Entente.Core;
using Entente.Store.Writing;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

using SQLitePCL;

namespace Entente.Store.Sqlite;

/// <summary>Brings the file's tables up to what this program knows.</summary>
internal static class SqliteSchema
{
    /// <summary>After the name of the file: who holds it brings the tables up.</summary>
    public const string Migrating = ".migrating";

    public static void BringUp(string file, DbContextOptions<RegisterDb> options, TimeSpan patience)
    {
        var known = Known();
        if (IsUpToDate(file, known))
            return;
        // A process that dies while it migrates must not leave a lock behind: this one goes with the process.
        using var alone = Alone(file + Migrating, patience);
        if (IsUpToDate(file, known))
            return;
        using var connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";");
        connection.Close();
        using var db = new RegisterDb(options, registerId: 0);
        db.Database.Migrate();
    }

    /// <summary>For who cannot bring it up: its tables and derived values are those of this program, or it is refused.</summary>
    /// <param name="source">What to open in place of the file itself.</param>
    public static void DemandUpToDate(string file, string source)
    {
        if (!IsUpToDate(file, Known(), source) || DerivedOtherwise(source, SqliteOpenMode.ReadOnly).Count > 0)
            throw new RefusedException("data.older", System.IO.Path.GetDirectoryName(file)!);
    }

    /// <summary>The registers whose derived values another build has written.</summary>
    public static List<int> DerivedOtherwise(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        using var connection = Connect(file, mode);
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

    /// <param name="toRead">Opened in place of the file, to read only.</param>
    private static bool IsUpToDate(string file, List<string> known, string? toRead = null)
    {
        if (!System.IO.File.Exists(file))
            return false;
        using var connection = toRead is null ? Connect(file, SqliteOpenMode.ReadWrite) : Connect(toRead, SqliteOpenMode.ReadOnly);
        if (IsForeign(connection))
            throw new RefusedException("data.foreign", System.IO.Path.GetDirectoryName(file)!);
        var applied = Applied(connection);
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
            throw new RefusedException("data.newer", System.IO.Path.GetDirectoryName(file)!, newer[^1]);
        if (toRead is null)
            GoBackToLog(connection);
        return applied.Count == known.Count;
    }

    /// <summary>A long import that was cut off leaves the file whole, but without the log that lets others read while one writes. Whoever uses it
    /// now may be in the way: then the next one does it.</summary>
    private static void GoBackToLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        if (command.ExecuteScalar() is not "wal")
            raw.sqlite3_exec(connection.Handle, "PRAGMA journal_mode = WAL");
    }

    /// <summary>It has tables, but not the one that every state of ours has, nor one of a first migration that was cut off.</summary>
    private static bool IsForeign(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('__EFMigrationsHistory', '__EFMigrationsLock'))
                AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '__EFMigrationsHistory'
                    AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'Registers'))
            """;
        return (long)command.ExecuteScalar()! != 0;
    }

    private static List<string> Applied(SqliteConnection connection)
    {
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

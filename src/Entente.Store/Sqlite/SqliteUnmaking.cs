using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>Takes a file away again that nothing was stored in.</summary>
internal static class SqliteUnmaking
{
    /// <returns>False where it stays: it holds a register, or someone else uses it.</returns>
    public static bool Unmake(string file, DbContextOptions<RegisterDb> options)
    {
        try
        {
            // A file that another process is making goes by that process.
            using var alone = new FileStream(file + SqliteSchema.Migrating, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            using (var db = new RegisterDb(options, registerId: 0))
                SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
            var (isEmpty, isGone) = (false, false);
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ConnectionString))
            {
                connection.Open();
                isEmpty = IsAlone(connection) && Ask(connection, "SELECT NOT EXISTS (SELECT 1 FROM \"Registers\")") is 1L;
                // While nobody else can open it, where a file may go that is open.
                isGone = isEmpty && !OperatingSystem.IsWindows() && Delete(file);
            }

            return isEmpty && (isGone || Delete(file)) && Delete(file + SqliteSchema.Migrating);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The log goes only when no other connection is open; from then on none can read or write.</summary>
    private static bool IsAlone(SqliteConnection connection)
    {
        if (Ask(connection, "PRAGMA journal_mode = DELETE") is not "delete")
            return false;
        Ask(connection, "BEGIN EXCLUSIVE");
        return true;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static bool Delete(string file)
    {
        File.Delete(file);
        return true;
    }
}

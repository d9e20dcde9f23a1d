using Entente.Core;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>A database in a folder that may not be written: it cannot make the files by which readers and writers agree.</summary>
internal static class SqliteReadOnly
{
    /// <exception cref="RefusedException">data.older, data.newer, data.foreign, data.not-writable.</exception>
    public static DbContextOptions<RegisterDb> OptionsFor(string file, TimeSpan patience) =>
        SqliteConnections.OptionsFor(SourceFor(file), patience, SqliteOpenMode.ReadOnly);

    /// <summary>What a connection opens: the file, or where even reading would write beside it, the file as something that never changes.</summary>
    private static string SourceFor(string file)
    {
        try
        {
            SqliteSchema.DemandUpToDate(file, file);
            return file;
        }
        // What waits in the log would not be seen, and a writer may be at work.
        catch (SqliteException e) when (SqliteFaults.CodeOf(e) == "data.not-writable" && !HasLog(file))
        {
            var frozen = Frozen(file);
            SqliteSchema.DemandUpToDate(file, frozen);
            return frozen;
        }
    }

    /// <summary>The folder of a context's file.</summary>
    public static string FolderPath(this RegisterDb db)
    {
        var source = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        var file = source.StartsWith("file:", StringComparison.Ordinal) ? new Uri(source).LocalPath : source;
        return System.IO.Path.GetDirectoryName(file) ?? file;
    }

    private static string Frozen(string file)
    {
        var path = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)).Replace("%3A", ":", StringComparison.Ordinal);
        return $"file://{(path.StartsWith('/') ? "" : "/")}{path}?immutable=1";
    }

    private static bool HasLog(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };
}

using System.Data.Common;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Entente.Store.Sqlite;

/// <summary>How a connection to the file is opened, always the same.</summary>
internal sealed class SqliteConnections(TimeSpan patience) : DbConnectionInterceptor
{
    /// <param name="patience">How long a write waits for another process before it is refused as busy.</param>
    public static DbContextOptions<RegisterDb> OptionsFor(string file, TimeSpan patience, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        };
        return new DbContextOptionsBuilder<RegisterDb>()
            .UseSqlite(connection.ConnectionString)
            .ReplaceService<IMigrationsSqlGenerator, TableSql>()
            .AddInterceptors(new SqliteConnections(patience))
            .Options;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    /// <summary>Full: what was committed survives the loss of power.</summary>
    private void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;";
        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

internal static class ReadState
{
    public static Task<T> ReadAsync<T>(RegisterDb db, Func<Task<T>> read, CancellationToken cancellation) =>
        db.GuardAsync(async () =>
        {
            if (db.Database.CurrentTransaction is not null)
                return await read();
            await db.Database.OpenConnectionAsync(cancellation);
            try
            {
                await using var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
                await db.Database.UseTransactionAsync(transaction, cancellation);
                return await read();
            }
            finally
            {
                await db.Database.UseTransactionAsync(null, cancellation);
                await db.Database.CloseConnectionAsync();
            }
        });
}

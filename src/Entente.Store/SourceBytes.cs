using Entente.Store.Sqlite;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store;

/// <summary>The bytes of a stored document as a stream: a long one is never held as a whole.</summary>
public static class SourceBytes
{
    public static async Task<Stream> OpenSourceAsync(this RegisterDb db, string sha256, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellation);
        using var find = new Statement(db, "SELECT rowid FROM \"Sources\" WHERE \"RegisterId\" = ? AND \"Sha256\" = ?");
        find.Bind(1, db.RegisterId);
        find.Bind(2, sha256);
        return new SqliteBlob((SqliteConnection)db.Database.GetDbConnection(), "Sources", "Bytes", find.Ask()!.Value, readOnly: true);
    }
}

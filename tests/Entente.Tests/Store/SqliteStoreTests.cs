using Entente.Store;

using Microsoft.Data.Sqlite;

namespace Entente.Tests.Store;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "entente-" + Path.GetRandomFileName());
    private DataFolder? folder;

    protected override RegisterDb Open(int registerId) => (folder ??= DataFolder.Open(path, create: true)).For(registerId);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }
}

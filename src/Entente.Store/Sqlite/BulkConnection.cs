namespace Entente.Store.Sqlite;

/// <summary>How a connection is set around one transaction that writes very many rows, all of them new; as before when disposed.</summary>
internal sealed class BulkConnection : IDisposable
{
    private readonly RegisterDb db;

    /// <param name="db">Its connection is open, and in no transaction yet: within one neither can be set.</param>
    public BulkConnection(RegisterDb db)
    {
        this.db = db;
        // What refers to each other is made together: nothing is gained by looking up each of some millions of references.
        Run("foreign_keys = OFF");
        // New pages go into the file itself, and not into a log that is copied afterwards; a transaction that breaks off is rolled back by who
        // opens the file next. Where another program has it open, the log stays: who reads goes on reading then.
        Run("journal_mode = DELETE");
        Run("threads = 2");
    }

    public void Dispose()
    {
        Run("threads = 0");
        Run("journal_mode = WAL");
        Run("foreign_keys = ON");
    }

    private void Run(string setting)
    {
        using var statement = new Statement(db, $"PRAGMA {setting}");
        statement.TryRun();
    }
}

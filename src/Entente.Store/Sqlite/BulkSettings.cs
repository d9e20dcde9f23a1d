namespace Entente.Store.Sqlite;

/// <summary>How the database is set while very many rows are written in one transaction; as before when disposed.</summary>
internal sealed class BulkSettings : IDisposable
{
    private const int UsualCache = -32_000, LargeCache = -96_000, UsualWords = 1 << 20, ManyWords = 16 << 20, UsualMerge = 4;

    private readonly RegisterDb db;

    public BulkSettings(RegisterDb db)
    {
        this.db = db;
        Run($"PRAGMA cache_size = {LargeCache}");
        Words("hashsize", ManyWords);
        Words("automerge", 0);
    }

    public void Dispose()
    {
        Words("automerge", UsualMerge);
        Words("hashsize", UsualWords);
        Run($"PRAGMA cache_size = {UsualCache}");
    }

    /// <summary>https://www.sqlite.org/fts5.html: words are gathered before they are written, and what is written is not put together in between.</summary>
    private void Words(string setting, int value) => Run($"INSERT INTO \"AgreementWords\" (\"AgreementWords\", rank) VALUES ('{setting}', {value})");

    private void Run(string sql)
    {
        using var statement = new Statement(db, sql);
        statement.Run();
    }
}

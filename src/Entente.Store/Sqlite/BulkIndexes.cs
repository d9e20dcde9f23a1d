namespace Entente.Store.Sqlite;

/// <summary>Indexes of tables that nothing is in yet are made when all rows are: sorted at once, and not row by row.
/// A transaction that fails leaves them as they were.</summary>
internal sealed class BulkIndexes
{
    /// <summary>Those into which an import writes here and there. Others grow at their end, and partners are looked for by theirs meanwhile.</summary>
    private const string Scattered = "'IX_Agreements_RegisterId_EndDay', 'IX_AgreementPartners_RegisterId_PartnerId', 'IX_Findings_RegisterId_State_Code_Severity_EditionId_Order'";

    private readonly RegisterDb db;
    private readonly List<string> dropped = [];

    private BulkIndexes(RegisterDb db) => this.db = db;

    /// <summary>Without indexes until they are made; nothing is dropped where any register has agreements.</summary>
    public static BulkIndexes Drop(RegisterDb db)
    {
        var indexes = new BulkIndexes(db);
        using (var any = new Statement(db, "SELECT EXISTS (SELECT 1 FROM \"Agreements\") OR EXISTS (SELECT 1 FROM \"Findings\") OR EXISTS (SELECT 1 FROM \"ChangedAgreements\")"))
        {
            if (any.Ask() != 0)
                return indexes;
        }

        foreach (var (name, sql) in Statement.Pairs(db, $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name IN ({Scattered}) ORDER BY name"))
        {
            indexes.Run($"DROP INDEX \"{name}\"");
            indexes.dropped.Add(sql);
        }

        return indexes;
    }

    public void Make()
    {
        foreach (var sql in dropped)
            Run(sql);
        dropped.Clear();
    }

    private void Run(string sql)
    {
        using var statement = new Statement(db, sql);
        statement.Run();
    }
}

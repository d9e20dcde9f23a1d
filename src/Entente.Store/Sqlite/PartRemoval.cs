namespace Entente.Store.Sqlite;

/// <summary>Removes the agreements of some rows of an edition, with the words that they are found by.</summary>
internal sealed class PartRemoval : IDisposable
{
    private const string These = "SELECT \"Id\" FROM \"Agreements\" WHERE \"RegisterId\" = ?1 AND \"EditionId\" = ?2 AND \"Order\" >= ?3 AND \"Order\" < ?4";

    private readonly RegisterDb db;
    private readonly byte[] edition;
    private readonly Statement[] removals;

    public PartRemoval(RegisterDb db, Guid edition)
    {
        (this.db, this.edition) = (db, edition.ToByteArray(true));
        removals =
        [
            new Statement(db, $"DELETE FROM \"AgreementWords\" WHERE rowid IN (SELECT \"Row\" FROM \"AgreementSearch\" WHERE \"RegisterId\" = ?1 AND \"AgreementId\" IN ({These}))"),
            new Statement(db, $"DELETE FROM \"AgreementSearch\" WHERE \"RegisterId\" = ?1 AND \"AgreementId\" IN ({These})"),
            new Statement(db, "DELETE FROM \"Agreements\" WHERE \"RegisterId\" = ?1 AND \"EditionId\" = ?2 AND \"Order\" >= ?3 AND \"Order\" < ?4"),
        ];
    }

    /// <param name="end">The first order that stays.</param>
    public void Remove(int first, int end)
    {
        foreach (var removal in removals)
        {
            removal.Bind(1, db.RegisterId);
            removal.Bind(2, edition);
            removal.Bind(3, first);
            removal.Bind(4, end);
            removal.Run();
        }
    }

    /// <summary>A partner that no agreement names any more, and that nobody has worked on, goes.</summary>
    public void RemovePartners()
    {
        using var removal = new Statement(db, """
            DELETE FROM "Partners" WHERE "RegisterId" = ? AND "Version" = 1 AND NOT EXISTS (
                SELECT 1 FROM "AgreementPartners" AS l WHERE l."RegisterId" = "Partners"."RegisterId" AND l."PartnerId" = "Partners"."Id")
            """);
        removal.Bind(1, db.RegisterId);
        removal.Run();
    }

    public void Dispose()
    {
        foreach (var removal in removals)
            removal.Dispose();
    }
}

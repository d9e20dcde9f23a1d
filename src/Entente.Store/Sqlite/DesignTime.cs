using Microsoft.EntityFrameworkCore.Design;

namespace Entente.Store.Sqlite;

/// <summary>For dotnet-ef only: dotnet ef migrations add NAME --project src/Entente.Store --output-dir Sqlite/Migrations.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<RegisterDb>
{
    public RegisterDb CreateDbContext(string[] args) =>
        new(SqliteConnections.OptionsFor("design.db", TimeSpan.FromSeconds(1)), registerId: 1);
}

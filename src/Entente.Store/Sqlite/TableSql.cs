using Entente.Store.Mapping;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Entente.Store.Sqlite;

/// <summary>Tables are STRICT, so that a column holds what it is declared to hold; narrow ones lie in the order of their key.</summary>
internal sealed class TableSql(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(
        CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        var isClustered = model?.GetEntityTypes()
            .Any(e => e.GetTableName() == operation.Name && e[ColumnTypes.Clustered] is true) == true;
        builder.Append(isClustered ? " STRICT, WITHOUT ROWID" : " STRICT");
        if (!terminate)
            return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}

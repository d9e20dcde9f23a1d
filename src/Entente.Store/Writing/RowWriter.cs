using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Entente.Store.Writing;

/// <summary>Inserts many rows of one table with one prepared command, by the mapping that everything else uses.
/// The change tracker would keep every row of an import twice.</summary>
internal sealed class RowWriter<T> : IDisposable
    where T : class
{
    private readonly DbCommand command;
    private readonly (IProperty Property, Func<object?, object?>? Convert)[] columns;

    public RowWriter(RegisterDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        columns = [.. type.GetProperties().Select(p => (p, p.GetRelationalTypeMapping().Converter?.ConvertToProvider))];
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName()));
        var values = columns.Select((_, i) => $"@v{i}");
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@v{i}";
            command.Parameters.Add(parameter);
        }
    }

    public void Write(T row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var (property, convert) = columns[i];
            var value = property.GetGetter().GetClrValue(row);
            command.Parameters[i].Value = (convert is null || value is null ? value : convert(value)) ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}

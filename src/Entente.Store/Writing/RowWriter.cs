using System.Linq.Expressions;

using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Entente.Store.Writing;

/// <summary>Inserts many rows of one table with one prepared statement, by the mapping that everything else uses.
/// The change tracker would keep every row of an import twice.</summary>
internal sealed class RowWriter<T> : IDisposable
    where T : class
{
    private static readonly Dictionary<string, Action<Statement, T>> Known = [];
    private static readonly Lock Access = new();

    private readonly Statement statement;
    private readonly Action<Statement, T> bind;
    private readonly bool[] isText;
    private readonly int bound;

    /// <param name="given">Properties whose values are given with each row as they are stored, for they are known already.</param>
    public RowWriter(RegisterDb db, params string[] given)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var properties = type.GetProperties().OrderBy(p => Array.IndexOf(given, p.Name)).ToList();
        bound = properties.Count - given.Length;
        isText = [.. properties.Skip(bound).Select(p => p.GetRelationalTypeMapping().Converter?.ProviderClrType == typeof(string))];
        var key = string.Join(',', given);
        statement = new Statement(
            db, $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())))}) VALUES ({string.Join(", ", properties.Select(_ => "?"))})");
        lock (Access)
        {
            if (!Known.TryGetValue(key, out bind!))
                Known[key] = bind = Binder(properties.Take(bound));
        }
    }

    public void Write(T row)
    {
        bind(statement, row);
        statement.Run();
    }

    /// <param name="given">The values of the properties that are given; a text in UTF-8.</param>
    public void Write(T row, params ReadOnlySpan<ReadOnlyMemory<byte>> given)
    {
        bind(statement, row);
        for (var i = 0; i < given.Length; i++)
        {
            if (isText[i])
                statement.BindText(bound + i + 1, given[i].Span);
            else
                statement.Bind(bound + i + 1, given[i].Span);
        }

        statement.Run();
    }

    public void Dispose() => statement.Dispose();

    private static Action<Statement, T> Binder(IEnumerable<IProperty> properties)
    {
        var (to, row) = (Expression.Parameter(typeof(Statement)), Expression.Parameter(typeof(T)));
        var binds = properties.Select((p, i) => Bind(to, Expression.Constant(i + 1), Expression.Property(row, p.PropertyInfo!), p.GetRelationalTypeMapping().Converter?.ConvertToProviderExpression));
        return Expression.Lambda<Action<Statement, T>>(Expression.Block(binds), to, row).Compile();
    }

    private static Expression Bind(Expression to, Expression at, Expression value, LambdaExpression? convert)
    {
        if (value.Type == typeof(Guid))
            return Expression.Call(to, typeof(Statement).GetMethod(nameof(Statement.Bind), [typeof(int), typeof(Guid)])!, at, value);
        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var some = isNullable ? Expression.Property(value, "Value") : value;
        Expression provided = convert is null ? some : Expression.Invoke(convert, some.Type == convert.Parameters[0].Type ? some : Expression.Convert(some, convert.Parameters[0].Type));
        if (provided.Type.IsValueType && provided.Type != typeof(double))
            provided = Expression.Convert(provided, typeof(long));
        var bound = Expression.Call(to, typeof(Statement).GetMethod(nameof(Statement.Bind), [typeof(int), provided.Type])!, at, provided);
        var none = Expression.Call(to, nameof(Statement.BindNull), null, at);
        return isNullable ? Expression.IfThenElse(Expression.Property(value, "HasValue"), bound, none)
            : value.Type.IsValueType ? bound
            : Expression.IfThenElse(Expression.Equal(value, Expression.Constant(null, value.Type)), none, bound);
    }
}

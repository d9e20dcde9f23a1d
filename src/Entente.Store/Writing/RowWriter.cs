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
    private readonly int columns;

    /// <param name="given">A property whose value is given as text with each row, for it is known already.</param>
    public RowWriter(RegisterDb db, string? given = null)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var properties = type.GetProperties().OrderBy(p => p.Name == given).ToList();
        columns = properties.Count;
        statement = new Statement(
            db, $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())))}) VALUES ({string.Join(", ", properties.Select(_ => "?"))})");
        lock (Access)
        {
            if (!Known.TryGetValue(given ?? "", out bind!))
                Known[given ?? ""] = bind = Binder(properties.Where(p => p.Name != given));
        }
    }

    public void Write(T row)
    {
        bind(statement, row);
        statement.Run();
    }

    /// <param name="utf8">The value of the property that is given.</param>
    public void Write(T row, ReadOnlySpan<byte> utf8)
    {
        bind(statement, row);
        statement.BindText(columns, utf8);
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

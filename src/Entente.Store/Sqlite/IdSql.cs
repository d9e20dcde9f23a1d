using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>Many ids as one parameter: with a parameter for each, the statement would be made and read anew for every list.</summary>
internal static class IdSql
{
    public static IQueryable<Guid> Of(RegisterDb db, IEnumerable<Guid> ids)
    {
        var list = string.Join("\",\"", ids.Select(id => Convert.ToHexString(id.ToByteArray(true))));
        return db.Database.SqlQueryRaw<Guid>(
            "SELECT unhex(value) AS \"Value\" FROM json_each(@ids)", new SqliteParameter("@ids", list.Length == 0 ? "[]" : $"[\"{list}\"]"));
    }
}

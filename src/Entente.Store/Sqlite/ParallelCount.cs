using System.Data.Common;

using Entente.Store.Counts;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>Counts groups on two connections, each half of them, where that pays and where both see the same state.</summary>
internal static class ParallelCount
{
    private const int Worthwhile = 400;

    /// <param name="groups">As this connection sees them, in the transaction in which it is to count them.</param>
    /// <param name="isWritten">Whether that transaction has written: no other connection sees that yet.</param>
    public static async Task<List<GroupCount>> OfAsync(
        RegisterDb db, IReadOnlyList<LifelineGroup> groups, int day, bool isWritten, CancellationToken cancellation)
    {
        var connection = db.Database.GetDbConnection();
        if (groups.Count < Worthwhile || isWritten)
            return await LifelineSql.CountAsync(connection, db.RegisterId, day, Spans(groups, 0, 1), cancellation);
        await using var second = new SqliteConnection(connection.ConnectionString);
        await second.OpenAsync(cancellation);
        await using var transaction = second.BeginTransaction(deferred: true);
        if (await SeenAsync(connection, db.RegisterId, cancellation) != await SeenAsync(second, db.RegisterId, cancellation))
            return await LifelineSql.CountAsync(connection, db.RegisterId, day, Spans(groups, 0, 1), cancellation);
        var halves = await Task.WhenAll(
            Task.Run(() => LifelineSql.CountAsync(connection, db.RegisterId, day, Spans(groups, 0, 2), cancellation), cancellation),
            Task.Run(() => LifelineSql.CountAsync(second, db.RegisterId, day, Spans(groups, 1, 2), cancellation), cancellation));
        return [.. halves[0], .. halves[1]];
    }

    private static List<GroupSpan> Spans(IReadOnlyList<LifelineGroup> groups, int part, int parts)
    {
        var spans = new List<GroupSpan>();
        foreach (var sort in groups.GroupBy(g => g.Turns))
        {
            var ids = sort.Select(g => g.GroupId).Order().ToList();
            var (from, to) = (ids.Count * part / parts, ids.Count * (part + 1) / parts);
            if (from < to)
                spans.Add(new GroupSpan(sort.Key, ids[from], ids[to - 1] + 1));
        }

        return spans;
    }

    /// <summary>Every act adds a change: the last one tells which state of the register is seen.</summary>
    private static async Task<long> SeenAsync(DbConnection connection, int registerId, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(\"Sequence\"), 0) FROM \"Changes\" WHERE \"RegisterId\" = @register";
        command.Parameters.Add(new SqliteParameter("@register", registerId));
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

using System.Collections.Concurrent;
using System.Data.Common;

using Entente.Store.Counts;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>Counts groups on two connections, where that pays and where both see the same state.</summary>
internal static class ParallelCount
{
    /// <summary>Fewer agreements are counted before a second connection is open.</summary>
    internal const int Worthwhile = 2_000;

    /// <summary>Groups differ in size by far: halves would not be done at the same time.</summary>
    private const int Spans = 64;

    /// <summary>Every act adds a change: how many there are tells which state is seen.</summary>
    private const string LastAct = "SELECT count(*) FROM \"Changes\"";

    /// <param name="groups">As this connection sees them, in the transaction in which it is to count them.</param>
    /// <param name="isWritten">Whether that transaction has written: no other connection sees that yet.</param>
    public static async Task<List<GroupCount>> OfAsync(
        RegisterDb db, IReadOnlyList<LifelineGroup> groups, int day, bool isWritten, CancellationToken cancellation)
    {
        var connection = db.Database.GetDbConnection();
        if (isWritten || await AskAsync(connection, "SELECT coalesce(max(\"Row\"), 0) FROM \"AgreementSearch\"", cancellation) < Worthwhile)
            return await CountAsync(connection, Split(groups, 1));
        await using var second = new SqliteConnection(connection.ConnectionString);
        await second.OpenAsync(cancellation);
        await using var transaction = second.BeginTransaction(deferred: true);
        if (await AskAsync(connection, LastAct, cancellation) != await AskAsync(second, LastAct, cancellation))
            return await CountAsync(connection, Split(groups, 1));
        var spans = Split(groups, Spans);
        var parts = await Task.WhenAll(
            Task.Run(() => CountAsync(connection, spans), cancellation), Task.Run(() => CountAsync(second, spans), cancellation));
        return [.. parts[0], .. parts[1]];

        async Task<List<GroupCount>> CountAsync(DbConnection on, ConcurrentQueue<GroupSpan> from)
        {
            var counts = new List<GroupCount>();
            while (from.TryDequeue(out var span))
                counts.AddRange(await LifelineSql.CountAsync(on, db.RegisterId, day, span, cancellation));
            return counts;
        }
    }

    private static ConcurrentQueue<GroupSpan> Split(IReadOnlyList<LifelineGroup> groups, int spans) => new(
        from g in groups
        group g.GroupId by g.Turns into ids
        from chunk in ids.Order().Chunk(Math.Max(1, groups.Count / spans))
        select new GroupSpan(ids.Key, chunk[0], chunk[^1]));

    private static async Task<long> AskAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

using System.Data.Common;

using Entente.Core;
using Entente.Store.Counts;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>How many lifelines have one shape under one key, and how many of them have passed each turn by the day.</summary>
internal sealed record LifelineGroup(int Position, string Key, int Shape, long Count, IReadOnlyList<long> Passed);

internal static class LifelineSql
{
    private const int Turns = 6;

    private const string Groups = """
        SELECT "Position", "Key", "Shape", count(*),
            sum("T1" <= @day), sum("T2" <= @day), sum("T3" <= @day), sum("T4" <= @day), sum("T5" <= @day), sum("T6" <= @day)
        FROM "Lifelines" WHERE "RegisterId" = @register AND "Facet" = @facet
        GROUP BY "Position", "Key", "Shape"
        """;

    public static async Task<List<LifelineGroup>> GroupsAsync(
        DbConnection connection, int registerId, Facet facet, int day, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Groups;
        command.Parameters.Add(new SqliteParameter("@day", day));
        command.Parameters.Add(new SqliteParameter("@register", registerId));
        command.Parameters.Add(new SqliteParameter("@facet", (int)facet));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var groups = new List<LifelineGroup>();
        while (await reader.ReadAsync(cancellation))
        {
            var passed = new long[Turns];
            for (var i = 0; i < Turns; i++)
                passed[i] = reader.GetInt64(4 + i);
            groups.Add(new LifelineGroup(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3), passed));
        }

        return groups;
    }

    /// <summary>The lifelines that stand so on the day, and those whose shape does not say.</summary>
    public static IQueryable<LifelineRow> Standing(RegisterDb db, StandingKind kind, int day) =>
        db.Lifelines.FromSqlRaw(
            """
            SELECT * FROM "Lifelines" WHERE "RegisterId" = @register AND "Facet" = 0 AND ("Shape" = 0 OR
                (("Shape" >> (3 * (("T1" BETWEEN 1 AND @day) + ("T2" BETWEEN 1 AND @day) + ("T3" BETWEEN 1 AND @day)
                + ("T4" BETWEEN 1 AND @day) + ("T5" BETWEEN 1 AND @day) + ("T6" BETWEEN 1 AND @day)))) & 7) = @kind)
            """,
            new SqliteParameter("@register", db.RegisterId),
            new SqliteParameter("@day", day),
            new SqliteParameter("@kind", (int)kind + 1));
}

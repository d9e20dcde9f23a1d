using System.Data.Common;

using Entente.Core;
using Entente.Store.Counts;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>How many lifelines a group has, and how many of them have passed each turn by the day.</summary>
internal sealed record GroupCount(int GroupId, long Count, long[] Passed);

/// <summary>Groups of one number of turns that lie together.</summary>
internal readonly record struct GroupSpan(int Turns, int First, int Last);

/// <summary>The one place that repeats the standing in SQL; a test holds it equal to the function on every boundary day.</summary>
internal static class LifelineSql
{
    public static async Task<List<GroupCount>> CountAsync(
        DbConnection connection, int registerId, int day, GroupSpan span, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Count(span.Turns);
        foreach (var (name, value) in new[] { ("@register", registerId), ("@day", day), ("@first", span.First), ("@last", span.Last) })
            command.Parameters.Add(new SqliteParameter(name, value));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var groups = new List<GroupCount>();
        while (await reader.ReadAsync(cancellation))
        {
            var passed = new long[reader.FieldCount - 2];
            for (var i = 0; i < passed.Length; i++)
                passed[i] = reader.GetInt64(2 + i);
            groups.Add(new GroupCount(reader.GetInt32(0), reader.GetInt64(1), passed));
        }

        return groups;
    }

    /// <summary>The lifelines under one key. Cross: SQLite is to begin with the few groups, and without statistics it would not.</summary>
    public static IQueryable<LifelineRow> Under(RegisterDb db, Facet facet, string key) =>
        db.Lifelines.FromSqlRaw(
            """
            SELECT l.* FROM "LifelineGroups" AS g
            CROSS JOIN "Lifelines" AS l ON l."RegisterId" = g."RegisterId" AND l."GroupId" = g."GroupId"
            WHERE g."RegisterId" = @register AND g."Facet" = @facet AND g."Key" = @key
            """,
            new SqliteParameter("@register", db.RegisterId),
            new SqliteParameter("@facet", (int)facet),
            new SqliteParameter("@key", key));

    /// <summary>The lifelines that stand so on the day, and those that do not say. Asked of one agreement after the other.</summary>
    public static IQueryable<LifelineRow> Standing(RegisterDb db, StandingKind kind, int day) =>
        db.Lifelines.FromSqlRaw(
            """
            SELECT l.* FROM "Lifelines" AS l
            CROSS JOIN "LifelineGroups" AS g ON g."RegisterId" = l."RegisterId" AND g."GroupId" = l."GroupId"
            WHERE l."RegisterId" = @register AND g."Facet" = 0 AND (g."Shape" = 0 OR
                ((g."Shape" >> (3 * ((l."T1" BETWEEN 1 AND @day) + (l."T2" BETWEEN 1 AND @day) + (l."T3" BETWEEN 1 AND @day)
                + (l."T4" BETWEEN 1 AND @day) + (l."T5" BETWEEN 1 AND @day) + (l."T6" BETWEEN 1 AND @day)))) & 7) = @kind)
            """,
            new SqliteParameter("@register", db.RegisterId),
            new SqliteParameter("@day", day),
            new SqliteParameter("@kind", (int)kind + 1));

    /// <summary>One table, one range, in the order of its key, and only the turns that there are: this is read a million times for one answer.</summary>
    private static string Count(int turns)
    {
        var passed = Enumerable.Range(1, turns == LifelineShape.TooMany ? 0 : turns).Select(i => $", sum(\"T{i}\" <= @day)");
        return $"""
            SELECT "GroupId", count(*){string.Concat(passed)} FROM "Lifelines"
            WHERE "RegisterId" = @register AND "GroupId" BETWEEN @first AND @last
            GROUP BY "GroupId"
            """;
    }
}

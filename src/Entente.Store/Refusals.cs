using Entente.Core;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store;

/// <summary>What the data folder refuses, worded once: a fault of the disk or of another program becomes a refusal with a code.</summary>
public static class Refusals
{
    /// <summary>Null when it is a fault of the program, to be thrown on.</summary>
    public static RefusedException? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is RefusedException refused)
                return refused;
            if (cause is DbUpdateConcurrencyException raced)
                return new RefusedException("record.changed-since", exception, NameOf(raced));
            if (SqliteFaults.CodeOf(cause) is { } code)
                return new RefusedException(code, exception);
        }

        return null;
    }

    /// <summary>What is refused names the folder that the context is open on.</summary>
    internal static T Guard<T>(this RegisterDb db, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not RefusedException && Of(e) is not null)
        {
            throw Placed(Of(e)!, db);
        }
    }

    /// <inheritdoc cref="Guard"/>
    internal static async Task<T> GuardAsync<T>(this RegisterDb db, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not RefusedException && Of(e) is not null)
        {
            throw Placed(Of(e)!, db);
        }
    }

    private static RefusedException Placed(RefusedException refused, RegisterDb db) =>
        refused.Arguments.Count > 0 ? refused : new RefusedException(refused.Code, refused, db.FolderPath());

    private static string NameOf(DbUpdateConcurrencyException raced) => raced.Entries.Select(e => e.Entity).FirstOrDefault() switch
    {
        Agreement agreement => agreement.Number,
        Register register => register.Name,
        Review review => review.SourceName,
        _ => "",
    };
}

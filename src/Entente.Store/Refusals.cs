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
            if (cause is DbUpdateConcurrencyException)
                return new RefusedException("record.changed-since", exception);
            if (SqliteFaults.CodeOf(cause) is { } code)
                return new RefusedException(code, exception);
        }

        return null;
    }

    internal static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not RefusedException && Of(e) is not null)
        {
            throw Of(e)!;
        }
    }

    internal static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not RefusedException && Of(e) is not null)
        {
            throw Of(e)!;
        }
    }
}

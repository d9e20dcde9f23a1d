using System.Globalization;

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Gives agreements their numbers: the printed one where it is free, else the next after all others.
/// The number of a deleted agreement is not free: it may come back.</summary>
public sealed class NumberGiver
{
    private const int Chunk = 500;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private long greatest;

    private NumberGiver()
    {
    }

    /// <param name="wanted">The printed numbers that will be asked for.</param>
    public static async Task<NumberGiver> ForAsync(RegisterDb db, IEnumerable<string?> wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var printed = wanted.Select(Clean).OfType<string>().Distinct().ToList();
        var giver = new NumberGiver
        {
            greatest = await db.Agreements.Where(a => a.NumberOrder != long.MaxValue)
                .MaxAsync(a => (long?)a.NumberOrder, cancellation) ?? 0,
        };
        foreach (var chunk in printed.Chunk(Chunk))
        {
            var orders = chunk.Select(Agreement.OrderOf).Distinct().ToList();
            var taken = db.Agreements.Where(a => orders.Contains(a.NumberOrder) && chunk.Contains(a.Number)).Select(a => a.Number);
            giver.taken.UnionWith(await taken.ToListAsync(cancellation));
        }

        giver.taken.UnionWith(await DeletedAsync(db, cancellation));
        giver.greatest = printed.Concat(giver.taken).Select(Agreement.OrderOf).Where(n => n != long.MaxValue).Append(giver.greatest).Max();
        return giver;
    }

    private static async Task<IEnumerable<string>> DeletedAsync(RegisterDb db, CancellationToken cancellation)
    {
        var deletions = await db.Changes.AsNoTracking().Where(c => c.Act == Recording.Deleted).ToListAsync(cancellation);
        return deletions.SelectMany(c => c.Records()).Select(r => r.Number);
    }

    public string Give(string? printed)
    {
        if (Clean(printed) is { } number && taken.Add(number))
            return number;
        return (++greatest).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>"12." and "12)" are number 12.</summary>
    private static string? Clean(string? printed) =>
        printed?.Trim().TrimEnd('.', ')').TrimEnd() is { Length: > 0 } number ? number : null;
}

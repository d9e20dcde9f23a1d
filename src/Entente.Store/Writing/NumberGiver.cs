using System.Globalization;

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Gives agreements their numbers: the printed one where it is free, else the next after all others.
/// The number of a deleted agreement is not free: it may come back.</summary>
public sealed class NumberGiver
{
    private const int Chunk = 500;

    private const int MostPlain = 1 << 27;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Plain numbers that are taken, each a bit: a list of a million has a million of them.</summary>
    private ulong[] plain = [];
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
            giver.Take(await taken.ToListAsync(cancellation));
        }

        giver.Take(await DeletedAsync(db, cancellation));
        giver.Expect(printed);
        return giver;
    }

    private static async Task<IEnumerable<string>> DeletedAsync(RegisterDb db, CancellationToken cancellation)
    {
        var deletions = await db.Changes.AsNoTracking().Where(c => c.Act == Recording.Deleted).ToListAsync(cancellation);
        return deletions.SelectMany(c => c.Records()).Select(r => r.Number);
    }

    public string Give(string? printed)
    {
        if (Clean(printed) is { } number && Take(number))
            return number;
        return (++greatest).ToString(CultureInfo.InvariantCulture);
    }

    private void Take(IEnumerable<string> numbers)
    {
        foreach (var number in numbers)
        {
            Take(number);
            Expect([number]);
        }
    }

    /// <summary>What is given is greater than these.</summary>
    private void Expect(IEnumerable<string> numbers) =>
        greatest = numbers.Select(Agreement.OrderOf).Where(n => n != long.MaxValue).Append(greatest).Max();

    /// <returns>False when it was taken.</returns>
    private bool Take(string number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n >= MostPlain || number[0] == '0')
            return taken.Add(number);
        var (at, bit) = (n / 64, 1UL << (n % 64));
        if (at >= plain.Length)
            Array.Resize(ref plain, Math.Max(at + 1, 2 * plain.Length));
        var isFree = (plain[at] & bit) == 0;
        plain[at] |= bit;
        return isFree;
    }

    /// <summary>"12." and "12)" are number 12.</summary>
    private static string? Clean(string? printed) =>
        printed?.Trim().TrimEnd('.', ')').TrimEnd() is { Length: > 0 } number ? number : null;
}

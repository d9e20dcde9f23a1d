using System.Globalization;

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Gives agreements their numbers: the printed one where it is free, else the next after all others.
/// One that an agreement had before is not free, for any other.</summary>
public sealed class NumberGiver
{
    private const int Chunk = 500;

    private const int MostPlain = 1 << 27;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Plain numbers that are taken, each a bit: a list of a million has a million of them.</summary>
    private ulong[] plain = [];
    private long greatest;

    private Dictionary<string, Queue<string>> former = [];

    private NumberGiver()
    {
    }

    /// <summary>For agreements of a list, of which some may have been in the register before.</summary>
    public static async Task<NumberGiver> ForAsync(RegisterDb db, IReadOnlyList<Facts> wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var giver = await ForAsync(db, wanted.Select(f => f.Number), null, cancellation);
        if (wanted.Count == 0)
            return giver;
        giver.former = await FormerNumbers.ByFactsAsync(db, cancellation);
        // Those that were given since to the same agreement are its own.
        var living = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in giver.former.Values.SelectMany(n => n).Distinct().Chunk(Chunk))
            living.UnionWith(await db.Agreements.Where(a => chunk.Contains(a.Number)).Select(a => a.Number).ToListAsync(cancellation));
        living.UnionWith(await FormerNumbers.DeletedAsync(db, cancellation));
        giver.former = giver.former.ToDictionary(f => f.Key, f => new Queue<string>(f.Value.Where(n => !living.Contains(n))));
        return giver;
    }

    /// <param name="greatest">No greater one is printed in the list.</param>
    /// <param name="sha256">The document that it is of.</param>
    public static async Task<NumberGiver> ForPartsAsync(RegisterDb db, long greatest, string sha256, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await ForAsync(db, [greatest.ToString(CultureInfo.InvariantCulture)], await FormerNumbers.WholeAsync(db, sha256, cancellation), cancellation);
    }

    /// <param name="wanted">The printed numbers that will be asked for.</param>
    /// <param name="again">An edition that was taken back, and that comes again as it was.</param>
    private static async Task<NumberGiver> ForAsync(RegisterDb db, IEnumerable<string?> wanted, Guid? again, CancellationToken cancellation)
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

        giver.Take(await FormerNumbers.AllAsync(db, again, cancellation));
        giver.Expect(printed);
        return giver;
    }

    public string Give(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return former.Count > 0 && former.GetValueOrDefault(FormerNumbers.KeyOf(facts)) is { Count: > 0 } own ? own.Dequeue() : Give(facts.Number);
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

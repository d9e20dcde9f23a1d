using System.Globalization;

using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>What findings are called: f12 of the newest edition, f12-e1 of the first one.</summary>
public sealed class FindingIds
{
    private readonly List<Guid> editions;

    private FindingIds(List<Guid> editions) => this.editions = editions;

    public static async Task<FindingIds> OfAsync(RegisterDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new FindingIds(await db.Editions.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(stop));
    }

    /// <summary>What a person types.</summary>
    public string Of(StoredFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.EditionId == editions[^1] ? string.Create(CultureInfo.InvariantCulture, $"f{found.Order}") : Lasting(found);
    }

    /// <summary>The same for good, whatever is imported later: for addresses.</summary>
    public string Lasting(StoredFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return string.Create(CultureInfo.InvariantCulture, $"f{found.Order}-e{NumberOf(found.EditionId)}");
    }

    /// <summary>The first edition is 1.</summary>
    public int NumberOf(Guid edition) => editions.IndexOf(edition) + 1;

    public Guid? EditionOf(int number) => number >= 1 && number <= editions.Count ? editions[number - 1] : null;

    public (Guid Edition, int Order)? Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var parts = id.Trim().ToLowerInvariant().Split("-e");
        var edition = parts.Length == 1 ? EditionOf(editions.Count) : parts.Length == 2 && Number(parts[1]) is { } number ? EditionOf(number) : null;
        return edition is { } of && parts[0].StartsWith('f') && Number(parts[0][1..]) is { } order ? (of, order) : null;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

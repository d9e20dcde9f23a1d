using System.Globalization;

using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Findings;

/// <summary>What findings are called: f12-e1 of the first edition; f12 as long as there is no other.</summary>
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
        return editions.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"f{found.Order}") : Lasting(found);
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

    /// <returns>Without an edition where none is named; null when it is no id of a finding.</returns>
    public (Guid? Edition, int Order)? Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var parts = id.Trim().ToLowerInvariant().Split("-e");
        if (parts.Length > 2 || !parts[0].StartsWith('f') || Number(parts[0][1..]) is not { } order)
            return null;
        if (parts.Length == 1)
            return (null, order);
        return Number(parts[1]) is { } number && EditionOf(number) is { } edition ? (edition, order) : null;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

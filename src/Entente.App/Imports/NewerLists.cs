using Entente.App.Registers;
using Entente.Core;
using Entente.Edtf;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>The lists of a register that are newer than one that is read: what they say of an agreement is not put back by it.</summary>
/// <param name="SameAs">The one that was made from the very same document; null when there is none.</param>
/// <param name="Newer">By the day that each is of; where it is the same document again, those that were stored since.</param>
internal sealed record NewerLists(Edition? SameAs, IReadOnlyList<Edition> Newer)
{
    public IReadOnlySet<Guid> Ids { get; } = Newer.Select(e => e.Id).ToHashSet();

    public static async Task<NewerLists> OfAsync(RegisterDb db, SourceReading reading, CancellationToken stop)
    {
        var inOrder = await StandingAsync(db, stop);
        var at = inOrder.FindLastIndex(e => e.Sha256 == reading.Source.Sha256);
        return new NewerLists(at < 0 ? null : inOrder[at], at < 0 ? [.. inOrder.Where(e => IsNewer(e, reading.ListedOn, reading.ListedOnBasis))] : inOrder[(at + 1)..]);
    }

    /// <summary>Those that a list of the register found to be newer when it was stored.</summary>
    /// <param name="standing">In the order in which they were stored.</param>
    public static IReadOnlySet<Guid> Of(IReadOnlyList<Edition> standing, Edition list)
    {
        var before = standing.TakeWhile(e => e.Id != list.Id).ToList();
        var at = before.FindLastIndex(e => e.Sha256 == list.Sha256);
        return (at < 0 ? before.Where(e => IsNewer(e, list.ListedOn, list.ListedOnBasis)) : before[(at + 1)..]).Select(e => e.Id).ToHashSet();
    }

    /// <summary>The lists that were not taken back, in the order in which they were stored.</summary>
    public static async Task<List<Edition>> StandingAsync(RegisterDb db, CancellationToken stop)
    {
        var editions = await db.Editions.AsNoTracking().Where(e => e.UndoneAt == null).ToListAsync(stop);
        var sequences = await OrderAsync(db, stop);
        return [.. editions.OrderBy(e => sequences.GetValueOrDefault(e.Id))];
    }

    /// <summary>In which order lists were stored, by the order of the acts: a clock may have been set back.</summary>
    public static Task<Dictionary<Guid, long>> OrderAsync(RegisterDb db, CancellationToken stop) =>
        db.Changes.Where(c => c.Act == Recording.Imported && c.EditionId != null).GroupBy(c => c.EditionId!.Value).Select(g => new { g.Key, First = g.Min(c => c.Sequence) }).ToDictionaryAsync(g => g.Key, g => g.First, stop);

    /// <summary>What a person is told of it, where it is compared with any of them.</summary>
    public IReadOnlyList<Finding> Told(SourceReading reading, Comparison comparison) => Newer.LastOrDefault(e => comparison.Newer.Contains(e.Id)) is not { } newest ? []
        : SameAs is not null ? [new Finding(Finding.ListAgain, Severity.Doubt, [], null, [newest.SourceName])]
        : [new Finding(Finding.OlderList, Severity.Doubt, [], null, [$"{reading.ListedOn}", newest.SourceName, $"{newest.ListedOn}"])];

    /// <summary>The latest signing says only how old a list is at most.</summary>
    private static bool IsNewer(Edition edition, EdtfDate? listedOn, ListedOnBasis? basis) =>
        listedOn is { } own && basis is ListedOnBasis.Stated or ListedOnBasis.Given && edition.ListedOn is { } other && other.Earliest > own.Latest;
}

using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>A record that was deleted, as it was last.</summary>
public sealed record Binned(Guid Id, string Number, Facts Facts, DateTimeOffset At, string Who, string? Why)
{
    /// <summary>It went with a list that was taken back; nobody has said that it is none.</summary>
    public bool IsOfUndo { get; init; }
}

/// <summary>What was deleted and not brought back. It is told from the history; nothing else keeps it.</summary>
public static class Bin
{
    public static async Task<IReadOnlyList<Binned>> ListAsync(RegisterDb db, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var binned = new List<Binned>();
        foreach (var (id, change) in await LastAsync(db, stop))
        {
            if (await History.VersionAsync(db, id, null, stop) is { Facts: { } facts } record)
                binned.Add(new Binned(id, record.Number, facts, change.At, change.Who, change.Why) { IsOfUndo = change.EditionId is not null });
        }

        return binned;
    }

    internal static async Task<Guid?> IdOfAsync(RegisterDb db, string number, CancellationToken stop) =>
        (await ListAsync(db, stop)).FirstOrDefault(b => b.Number == number)?.Id;

    private static async Task<List<(Guid Id, Change Change)>> LastAsync(RegisterDb db, CancellationToken stop)
    {
        var gone = await db.ChangedAgreements.Where(c => !db.Agreements.Any(a => a.Id == c.AgreementId))
            .Join(db.Changes.Where(c => c.Act == Recording.Deleted), c => c.Sequence, c => c.Sequence, (about, change) => new { about.AgreementId, Change = change })
            .AsNoTracking().ToListAsync(stop);
        return [.. gone.GroupBy(g => g.AgreementId).Select(g => (g.Key, g.MaxBy(c => c.Change.Sequence)!.Change)).OrderByDescending(g => g.Item2.Sequence)];
    }
}

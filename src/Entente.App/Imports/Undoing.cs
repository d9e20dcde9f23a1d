using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Running;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>A record that was worked on after the edition that would be taken back.</summary>
/// <param name="Act">The last act on it.</param>
public sealed record ChangedSince(string Number, string Act, DateTimeOffset At, string Who, bool IsNew);

/// <summary>What taking an edition back did, or would do.</summary>
/// <param name="Removed">Agreements that came with the edition.</param>
/// <param name="Restored">Agreements that the edition changed, with what they say otherwise now.</param>
/// <param name="Since">Those of both that were worked on since.</param>
public sealed record Undone(Edition Edition, IReadOnlyList<Agreement> Removed, IReadOnlyList<Restored> Restored, IReadOnlyList<ChangedSince> Since)
{
    /// <summary>Of a long edition only the first of those that are removed are named.</summary>
    public int RemovedCount { get; init; } = Removed.Count;

    /// <summary>Numbers of those that a later list has, too: they stay as that one has them.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>Of those what they go on saying though only this list said it.</summary>
    public IReadOnlyList<Restored> LeftBehind { get; init; } = [];

    /// <summary>What was decided on rows and columns when it was stored, and goes with it.</summary>
    public IReadOnlyList<ReadingRule> Rules { get; init; } = [];

    /// <summary>What was decided then, and stays: a later list was read by it.</summary>
    public IReadOnlyList<ReadingRule> KeptRules { get; init; } = [];
}

public sealed record Restored(Agreement Agreement, IReadOnlyList<FieldDifference> Fields);

/// <summary>Takes an edition back, at any time: what it brought goes, what it changed is as it was; what a later list has, too, stays.
/// What a person has done since is asked about; when it is taken back all the same, new records that were worked on go to the bin, and of changed ones only that is set back which nobody has touched.</summary>
public static partial class Undoing
{
    /// <summary>Stands for the edition that was imported last.</summary>
    public const string Last = "last";

    /// <exception cref="RefusedException">edition.none, edition.unknown, edition.undone-already.</exception>
    public static async Task<Edition> FindAsync(OpenRegister open, string which, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(which);
        if (which == Last)
            return await LastAsync(open, stop) ?? throw new RefusedException("edition.none", open.Register.Name);
        var edition = Guid.TryParse(which, out var id) ? await open.Db.Editions.FirstOrDefaultAsync(e => e.Id == id, stop) : null;
        if (edition is null)
            throw new RefusedException("edition.unknown", which);
        return edition.UndoneAt is null ? edition : throw new RefusedException("edition.undone-already", edition.SourceName);
    }

    /// <summary>By the order of the acts: a clock may have been set back.</summary>
    private static async Task<Edition?> LastAsync(OpenRegister open, CancellationToken stop)
    {
        var last = await open.Db.Changes.Where(c => c.Act == Recording.Imported && open.Db.Editions.Any(e => e.Id == c.EditionId && e.UndoneAt == null))
            .OrderByDescending(c => c.Sequence).Select(c => c.EditionId).FirstOrDefaultAsync(stop);
        return await open.Db.Editions.FirstOrDefaultAsync(e => e.Id == last, stop);
    }

    /// <param name="isSure">Asked with all that it would do, before any of it is done.</param>
    /// <exception cref="RefusedException">edition.changed-since, edition.not-confirmed, edition.erased, and as of <see cref="FindAsync"/>.</exception>
    public static Task<Undone> UndoAsync(OpenRegister open, string which, Func<Undone, bool> isSure, string who, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(isSure);
        return open.Db.InTransactionAsync(
            async () =>
            {
                var edition = await FindAsync(open, which, stop);
                var undone = await WriteAsync(open, edition, isSure, who, stop);
                if (undone.Rules.Count > 0)
                    await Rules.RemoveAsync(open, undone.Rules, new Hand(who), stop);
                return undone;
            },
            stop);
    }

    private static async Task<Undone> WriteAsync(OpenRegister open, Edition edition, Func<Undone, bool> isSure, string who, CancellationToken stop)
    {
        if (await LongUndoing.FindAsync(open, edition, stop) is { } whole)
        {
            whole = await WithRulesAsync(open, whole, stop);
            Demand(whole, isSure);
            return await LongUndoing.WriteAsync(open, whole, who, stop);
        }

        var work = new Work(open, edition);
        await work.ReadAsync(QueryTrackingBehavior.TrackAll, stop);
        var would = await WithRulesAsync(open, work.Outcome(), stop);
        Demand(would, isSure);
        return await work.WriteAsync(new Authorship(who, open.Clock.GetUtcNow()), stop) with { Rules = would.Rules, KeptRules = would.KeptRules };
    }

    private static void Demand(Undone would, Func<Undone, bool> isSure)
    {
        if (isSure(would))
            return;
        throw would.Since.Count > 0 ? new RefusedException("edition.changed-since", would.Edition.SourceName, string.Join(", ", would.Since.Select(s => s.Number)))
            : new RefusedException("edition.not-confirmed", would.Edition.SourceName);
    }

    /// <summary>What taking it back would do; nothing is written.</summary>
    public static async Task<Undone> PreviewAsync(OpenRegister open, string which, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var edition = await FindAsync(open, which, stop);
        if (await LongUndoing.FindAsync(open, edition, stop) is { } whole)
            return await WithRulesAsync(open, whole, stop);
        var work = new Work(open, edition);
        await work.ReadAsync(QueryTrackingBehavior.NoTracking, stop);
        return await WithRulesAsync(open, work.Outcome(), stop);
    }

    /// <summary>What was decided on rows and columns goes with its list unless a later one stands, which was read by it.</summary>
    private static async Task<Undone> WithRulesAsync(OpenRegister open, Undone undone, CancellationToken stop)
    {
        if (!open.Register.Rules.Any(r => r.Edition is not null))
            return undone;
        var order = await NewerLists.OrderAsync(open.Db, stop);
        var standing = (await open.Db.Editions.Where(e => e.UndoneAt == null && e.Id != undone.Edition.Id).Select(e => e.Id).ToListAsync(stop)).Select(id => order.GetValueOrDefault(id)).DefaultIfEmpty().Max();
        var own = open.Register.Rules.Where(r => r.Edition is not null).ToLookup(r => order.GetValueOrDefault(r.Edition!.Value) > standing);
        return undone with { Rules = [.. own[true]], KeptRules = [.. own[false].Where(r => r.Edition == undone.Edition.Id)] };
    }
}

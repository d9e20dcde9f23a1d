using System.Globalization;
using System.Security.Cryptography;

using Entente.App.Running;
using Entente.App.Shell;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>The first thing of a register that does not hold.</summary>
/// <param name="Change">Sequence of a change; null when it is no change that does not hold.</param>
/// <param name="Edition">Whose stored source does not hold.</param>
/// <param name="Source">What that source is called.</param>
/// <param name="Agreement">Number of the agreement that does not hold, or name of the partner.</param>
/// <param name="Reason">change.missing, change.payload, change.previous, change.hash, agreement.other, agreement.missing, partner.other, partner.missing,
/// source.missing, source.bytes, source.other.</param>
public sealed record Break(string Reason, long? Change = null, Guid? Edition = null, string? Source = null, string? Agreement = null)
{
    /// <summary>In words, in the register of this name.</summary>
    public string In(string register) =>
        Wording.Of($"verify.{Reason}", register, Change?.ToString("N0", CultureInfo.InvariantCulture) ?? Agreement ?? $"{Edition}", Source ?? "");
}

/// <param name="Changes">How many were proved, up to the first break.</param>
/// <param name="Erased">How many of them have no payload any more.</param>
public sealed record RegisterProof(string Register, long Changes, long Erased, int Editions, Break? Break);

/// <summary>Proves that the history of every register is whole, that each agreement is what the history says, and that each stored document is the one that was imported.</summary>
public static class Verification
{
    public static async Task<IReadOnlyList<RegisterProof>> ProveAsync(DataFolder folder, IProgress<ActProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var proofs = new List<RegisterProof>();
        foreach (var register in await folder.RegistersAsync(stop))
        {
            await using var db = folder.For(register.Id);
            proofs.Add(await ProveAsync(db, register.Name, progress, stop));
        }

        return proofs;
    }

    public static async Task<RegisterProof> ProveAsync(RegisterDb db, string register, IProgress<ActProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changes = await db.Changes.CountAsync(stop);
        var chain = await db.VerifyChangesAsync(new Telling<int>(done => progress?.Report(ActProgress.Counted(RunningPart.Chain, done, changes, RunningPart.History))), stop);
        var broken = chain.Holds ? await RecordProof.FindBreakAsync(db, progress, stop) : new Break(chain.Reason!, chain.Sequence);
        var editions = 0;
        if (broken is null)
            (editions, broken) = await SourcesAsync(db, progress, stop);
        return new RegisterProof(register, chain.Holds ? chain.Changes : chain.Changes - 1, chain.Erased, editions, broken);
    }

    private static async Task<(int Editions, Break? Break)> SourcesAsync(RegisterDb db, IProgress<ActProgress>? progress, CancellationToken stop)
    {
        progress?.Report(new ActProgress(RunningPart.Documents));
        var imported = await ImportedAsync(db, stop);
        var proved = 0;
        var editions = await db.Editions.AsNoTracking().OrderBy(e => e.Id).Select(e => new { e.Id, e.SourceName, e.Sha256 }).ToListAsync(stop);
        foreach (var edition in editions)
        {
            progress?.Report(new ActProgress(RunningPart.Documents, proved, editions.Count));
            var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Sha256 == edition.Sha256, stop);
            var reason = source is null ? "source.missing"
                : Convert.ToHexStringLower(SHA256.HashData(source.Bytes)) != edition.Sha256 ? "source.bytes"
                : imported.TryGetValue(edition.Id, out var sha) && sha != edition.Sha256 ? "source.other"
                : null;
            if (reason is not null)
                return (proved, new Break(reason, Edition: edition.Id, Source: edition.SourceName));
            proved++;
        }

        return (proved, null);
    }

    /// <summary>The hash of each edition's document as its change tells it, which the chain proves.</summary>
    private static async Task<Dictionary<Guid, string>> ImportedAsync(RegisterDb db, CancellationToken stop)
    {
        var imported = new Dictionary<Guid, string>();
        await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Act == Recording.Imported).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (change.EditionId is { } edition && change.Sha256() is { } sha)
                imported[edition] = sha;
        }

        return imported;
    }
}

using System.Security.Cryptography;
using System.Text.Json;

using Entente.App.Running;
using Entente.Core;
using Entente.Store;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Keeping;

/// <summary>Proves that each agreement is what the last change about it recorded, and that the register has all of them and no other.</summary>
internal sealed class RecordProof
{
    private static readonly byte[] Deleted = [], Erased = [];

    /// <summary>Of each record as its last change has it only the hash is kept: there may be very many.</summary>
    private readonly Dictionary<Guid, byte[]> last = [];

    private readonly Dictionary<Guid, byte[]> lastPartners = [];

    private readonly RegisterDb db;
    private readonly IProgress<ActProgress>? progress;

    private RecordProof(RegisterDb db, IProgress<ActProgress>? progress) => (this.db, this.progress) = (db, progress);

    public static async Task<Break?> FindBreakAsync(RegisterDb db, IProgress<ActProgress>? progress, CancellationToken stop)
    {
        var proof = new RecordProof(db, progress);
        await proof.ReadChangesAsync(stop);
        return await proof.FirstOtherAsync(stop) ?? await proof.FirstMissingAsync(stop) ?? await proof.FirstOtherPartnerAsync(stop);
    }

    private async Task ReadChangesAsync(CancellationToken stop)
    {
        var (read, of) = (0, await db.ChangedAgreements.CountAsync(stop));
        await foreach (var change in db.Changes.AsNoTracking().OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            change.EachRecord(record =>
            {
                stop.ThrowIfCancellationRequested();
                last[record.Id] = record.Facts is null ? Deleted : HashOf(record);
                progress?.Report(ActProgress.Counted(RunningPart.History, ++read, of, RunningPart.Agreements));
            });
            foreach (var partner in change.Act.StartsWith(Recording.Partner, StringComparison.Ordinal) ? change.Partners() : [])
                lastPartners[partner.Id] = HashOf(partner);
            if (change.Payload is not null)
                continue;
            foreach (var id in await db.ChangedPartners.Where(c => c.Sequence == change.Sequence).Select(c => c.PartnerId).ToListAsync(stop))
                lastPartners[id] = Erased;
            foreach (var id in await db.ChangedAgreements.Where(c => c.Sequence == change.Sequence).Select(c => c.AgreementId).ToListAsync(stop))
                last[id] = Erased;
        }
    }

    private async Task<Break?> FirstOtherAsync(CancellationToken stop)
    {
        var (proved, of) = (0, await db.Agreements.CountAsync(stop));
        var inOrder = db.Agreements.AsNoTracking().OrderBy(a => a.NumberOrder).ThenBy(a => a.Number).ThenBy(a => a.Id);
        try
        {
            await foreach (var agreement in inOrder.AsAsyncEnumerable().WithCancellation(stop))
            {
                if (!last.Remove(agreement.Id, out var recorded) || (recorded != Erased && !HashOf(RecordAfter.Of(agreement)).AsSpan().SequenceEqual(recorded)))
                    return new Break("agreement.other", Agreement: agreement.Number);
                progress?.Report(ActProgress.Counted(RunningPart.Agreements, ++proved, of, RunningPart.Documents));
            }
        }
        catch (JsonException)
        {
            // What the program wrote, it can read.
            return new Break("agreement.other", Agreement: await inOrder.Skip(proved).Select(a => a.Number).FirstAsync(stop));
        }

        return null;
    }

    private async Task<Break?> FirstMissingAsync(CancellationToken stop)
    {
        var missing = last.Where(r => r.Value != Deleted && r.Value != Erased).Select(r => r.Key).Order().ToList();
        return missing.Count == 0 ? null : new Break("agreement.missing", Agreement: (await History.VersionAsync(db, missing[0], null, stop))?.Number);
    }

    /// <summary>A partner that nobody worked on follows from the agreements that print it.</summary>
    private async Task<Break?> FirstOtherPartnerAsync(CancellationToken stop)
    {
        foreach (var partner in await db.Partners.AsNoTracking().Where(p => p.Version > 1).OrderBy(p => p.Key).ToListAsync(stop))
        {
            if (!lastPartners.Remove(partner.Id, out var recorded) || (recorded != Erased && !HashOf(PartnerAfter.Of(partner)).AsSpan().SequenceEqual(recorded)))
                return new Break("partner.other", Agreement: partner.ShownName);
        }

        return lastPartners.Count == 0 ? null : new Break("partner.missing", Agreement: $"{lastPartners.Keys.First():N}");
    }

    private static byte[] HashOf<T>(T record) => SHA256.HashData(StoredJson.Bytes(record));
}

using System.Security.Cryptography;
using System.Text.Json;

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

    private readonly RegisterDb db;

    private RecordProof(RegisterDb db) => this.db = db;

    public static async Task<Break?> FindBreakAsync(RegisterDb db, CancellationToken stop)
    {
        var proof = new RecordProof(db);
        await proof.ReadChangesAsync(stop);
        return await proof.FirstOtherAsync(stop) ?? await proof.FirstMissingAsync(stop);
    }

    private async Task ReadChangesAsync(CancellationToken stop)
    {
        await foreach (var change in db.Changes.AsNoTracking().OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            change.EachRecord(record => last[record.Id] = record.Facts is null ? Deleted : HashOf(record));
            if (change.Payload is not null)
                continue;
            foreach (var id in await db.ChangedAgreements.Where(c => c.Sequence == change.Sequence).Select(c => c.AgreementId).ToListAsync(stop))
                last[id] = Erased;
        }
    }

    private async Task<Break?> FirstOtherAsync(CancellationToken stop)
    {
        var proved = 0;
        var inOrder = db.Agreements.AsNoTracking().OrderBy(a => a.NumberOrder).ThenBy(a => a.Number).ThenBy(a => a.Id);
        try
        {
            await foreach (var agreement in inOrder.AsAsyncEnumerable().WithCancellation(stop))
            {
                if (!last.Remove(agreement.Id, out var recorded) || (recorded != Erased && !HashOf(RecordAfter.Of(agreement)).AsSpan().SequenceEqual(recorded)))
                    return new Break("agreement.other", Agreement: agreement.Number);
                proved++;
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

    private static byte[] HashOf(RecordAfter record) => SHA256.HashData(StoredJson.Bytes(record));
}

using System.Globalization;
using System.Security.Cryptography;

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
    public static async Task<IReadOnlyList<RegisterProof>> ProveAsync(DataFolder folder, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var proofs = new List<RegisterProof>();
        foreach (var register in await folder.RegistersAsync(stop))
            proofs.Add(await ProveAsync(folder, register, stop));
        return proofs;
    }

    public static async Task<RegisterProof> ProveAsync(DataFolder folder, Register register, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(register);
        await using var db = folder.For(register.Id);
        var chain = await db.VerifyChangesAsync();
        var broken = chain.Holds ? await RecordProof.FindBreakAsync(db, stop) : new Break(chain.Reason!, chain.Sequence);
        var editions = 0;
        if (broken is null)
            (editions, broken) = await SourcesAsync(db, stop);
        return new RegisterProof(register.Name, chain.Holds ? chain.Changes : chain.Changes - 1, chain.Erased, editions, broken);
    }

    private static async Task<(int Editions, Break? Break)> SourcesAsync(RegisterDb db, CancellationToken stop)
    {
        var imported = await ImportedAsync(db, stop);
        var proved = 0;
        foreach (var edition in await db.Editions.AsNoTracking().OrderBy(e => e.Id).Select(e => new { e.Id, e.SourceName, e.Sha256 }).ToListAsync(stop))
        {
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

using Entente.App.Registers;
using Entente.Core;
using Entente.Store;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>A source that was read and compared, and not stored yet.</summary>
/// <param name="SameAs">The edition that was made from the very same document.</param>
public sealed record Proposal(SourceReading Reading, ReadOnlyMemory<byte> Bytes, Comparison Comparison, Edition? SameAs);

/// <summary>What an import did.</summary>
/// <param name="Numbers">What the new agreements are called in the register, by the order of their records.</param>
/// <param name="IsStored">False when the register had the very same document already.</param>
public sealed record Imported(
    Guid Edition, SourceReading Reading, Comparison Comparison, IReadOnlyDictionary<int, string> Numbers, bool IsStored);

public static class Imports
{
    /// <summary>Read, compared and stored in one transaction; the same document twice changes nothing.</summary>
    public static async Task<Imported> ImportAsync(
        OpenRegister open, SourceReading reading, ReadOnlyMemory<byte> bytes, string who, CancellationToken stop = default) =>
        await AcceptAsync(open, await CompareAsync(open, reading, bytes, stop), who, stop);

    public static async Task<Proposal> CompareAsync(
        OpenRegister open, SourceReading reading, ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(reading);
        var sameAs = await open.Db.Editions.AsNoTracking().Where(e => e.Sha256 == reading.Source.Sha256)
            .OrderByDescending(e => e.Id).FirstOrDefaultAsync(stop);
        if (sameAs is not null)
            return new Proposal(reading, bytes, Comparison.OfTheSame(reading.Drafts.Count), sameAs);
        var register = await open.Db.Agreements.AsNoTracking().ToListAsync(stop);
        return new Proposal(reading, bytes, Comparison.Of(register, reading.Drafts), null);
    }

    public static async Task<Imported> AcceptAsync(OpenRegister open, Proposal proposal, string who, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.SameAs is { } same)
            return new Imported(same.Id, proposal.Reading, proposal.Comparison, new Dictionary<int, string>(), IsStored: false);
        var fates = Fates(open.Db, proposal.Comparison);
        var by = new Authorship(who, open.Clock.GetUtcNow());
        var written = await open.Db.InTransactionAsync(
            async () =>
            {
                await open.Db.SaveChangesAsync(stop);
                return await open.Db.WriteEditionAsync(proposal.Reading, proposal.Bytes, by, fates, stop);
            },
            stop);
        var numbers = written.New.ToDictionary(a => a.Order!.Value, a => a.Number);
        return new Imported(written.Edition.Id, proposal.Reading, proposal.Comparison, numbers, IsStored: true);
    }

    private static List<DraftFate> Fates(RegisterDb db, Comparison comparison)
    {
        var fates = comparison.Added.Select(d => new DraftFate(d)).ToList();
        fates.AddRange(comparison.Same.Select(s => new DraftFate(s.Draft, s.Agreement)));
        foreach (var (agreement, draft, _) in comparison.Changed)
        {
            db.Agreements.Attach(agreement);
            agreement.Revise(draft.Facts);
            fates.Add(new DraftFate(draft, agreement, IsChanged: true));
        }

        return [.. fates.OrderBy(f => f.Draft.Order)];
    }
}

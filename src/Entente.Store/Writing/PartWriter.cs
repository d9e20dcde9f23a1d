using System.Runtime.CompilerServices;

using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Writes the parts of a long list, all of whose records are new, one after the other: rows, agreements with all that follows
/// from them, findings, and a change for each part.</summary>
internal sealed class PartWriter : IDisposable
{
    private const int MostFirst = 1_000;

    private readonly RegisterDb db;
    private readonly Edition edition;
    private readonly PartMaker maker;
    private readonly AgreementWriter agreements;
    private readonly RowWriter<EditionRows> rows;
    private readonly RowWriter<Change> changes;
    private readonly RowWriter<ChangedAgreement> changed;
    private readonly RowWriter<StoredFinding> findings;
    private readonly RowWriter<FindingAgreement> about;
    private readonly Dictionary<int, string> first = [];
    private int found;

    private PartWriter(RegisterDb db, Edition edition, PartMaker maker, AgreementWriter agreements)
    {
        (this.db, this.edition, this.maker, this.agreements) = (db, edition, maker, agreements);
        (rows, changes, changed) = (new(db, nameof(EditionRows.Rows), nameof(EditionRows.Pieces)), new(db, nameof(Change.Payload)), new(db));
        (findings, about) = (new(db), new(db));
    }

    public static async Task<PartWriter> ForAsync(RegisterDb db, Edition edition, Authorship by, long greatestNumber, CancellationToken cancellation)
    {
        var numbers = await NumberGiver.ForPartsAsync(db, greatestNumber, edition.Sha256, cancellation);
        var maker = new PartMaker(edition, by, numbers, await db.CountingAsync(cancellation), await db.LastChangeAsync(cancellation));
        return new PartWriter(db, edition, maker, await AgreementWriter.ForAsync(db, by.At, 0, cancellation));
    }

    /// <summary>How many were written so far.</summary>
    public int Records { get; private set; }

    /// <summary>The numbers of the first agreements, by the order of their records.</summary>
    public IReadOnlyDictionary<int, string> First => first;

    /// <returns>Each part after it was written.</returns>
    public async IAsyncEnumerable<SourceReading> WriteAsync(IAsyncEnumerable<SourceReading> parts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Task<(SourceReading Part, MadePart? Made)>? ahead = null;
        await foreach (var part in parts.WithCancellation(cancellation))
        {
            var before = ahead is null ? default : await ahead;
            ahead = Task.Run(() => (part, maker.Make(part)), cancellation);
            if (before.Part is null)
                continue;
            await WriteAsync(before.Part, before.Made, cancellation);
            yield return before.Part;
        }

        if (ahead is null)
            yield break;
        var last = await ahead;
        await WriteAsync(last.Part, last.Made, cancellation);
        yield return last.Part;
    }

    /// <summary>Writes what was gathered over several parts.</summary>
    public void Complete() => agreements.Complete();

    public void Dispose()
    {
        agreements.Dispose();
        rows.Dispose();
        changes.Dispose();
        changed.Dispose();
        findings.Dispose();
        about.Dispose();
    }

    private async Task WriteAsync(SourceReading part, MadePart? made, CancellationToken cancellation)
    {
        if (made is not null)
        {
            foreach (var agreement in made.Added.TakeWhile(_ => first.Count < MostFirst))
                first.Add(agreement.Order!.Value, agreement.Number);
            rows.Write(made.Rows, made.PackedRows);
            await agreements.AddPartAsync(made, cancellation);
            changes.Write(made.Change, made.PackedPayload);
            foreach (var agreement in made.Added)
                changed.Write(new ChangedAgreement(db.RegisterId, agreement.Id, made.Change.Sequence));
            Records += made.Added.Count;
        }

        foreach (var finding in part.Findings)
        {
            findings.Write(new StoredFinding(db.RegisterId, edition.Id, ++found, finding));
            foreach (var order in finding.Records.Distinct())
                about.Write(new FindingAgreement(db.RegisterId, maker.IdOf(order), edition.Id, found));
        }
    }
}

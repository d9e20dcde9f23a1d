using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

using Entente.Core;
using Entente.Store.Json;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>Writes the parts of a long list, all of whose records are new, one after the other: rows, agreements with all that follows
/// from them, findings, and a change for each part.</summary>
internal sealed class PartWriter : IDisposable
{
    private const int MostFirst = 1_000;

    private readonly RegisterDb db;
    private readonly Edition edition;
    private readonly Authorship by;
    private readonly Guid ids;
    private readonly AgreementWriter agreements;
    private readonly NumberGiver numbers;
    private readonly RowWriter<EditionRows> rows;
    private readonly RowWriter<Change> changes;
    private readonly RowWriter<ChangedAgreement> changed;
    private readonly RowWriter<StoredFinding> findings;
    private readonly RowWriter<FindingAgreement> about;
    private readonly Dictionary<int, string> first = [];
    private readonly ArrayBufferWriter<byte> json = new(1 << 20);
    private readonly ArrayBufferWriter<byte> payload = new(1 << 20);
    private ChainLink last;
    private int found;

    private PartWriter(RegisterDb db, Edition edition, Authorship by, AgreementWriter agreements, NumberGiver numbers, ChainLink last)
    {
        (this.db, this.edition, this.by, this.agreements, this.numbers, this.last) = (db, edition, by, agreements, numbers, last);
        ids = Guid.CreateVersion7(by.At);
        (rows, changes, changed) = (new(db), new(db), new(db));
        (findings, about) = (new(db), new(db));
    }

    public static async Task<PartWriter> ForAsync(RegisterDb db, Edition edition, Authorship by, long greatestNumber, CancellationToken cancellation) => new(
        db, edition, by, await AgreementWriter.ForAsync(db, by.At, cancellation),
        await NumberGiver.ForAsync(db, [greatestNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)], cancellation), await db.LastChangeAsync(cancellation));

    /// <summary>How many were written so far.</summary>
    public int Records { get; private set; }

    /// <summary>The numbers of the first agreements, by the order of their records.</summary>
    public IReadOnlyDictionary<int, string> First => first;

    public async Task WriteAsync(SourceReading part, CancellationToken cancellation)
    {
        if (part.Drafts.Count > 0)
        {
            var added = part.Drafts.Select(d => new Agreement(db.RegisterId, IdOf(d.Order), numbers.Give(d.Facts.Number), d.Facts, edition.Id, d.Order)).ToList();
            foreach (var agreement in added.TakeWhile(_ => first.Count < MostFirst))
                first.Add(agreement.Order!.Value, agreement.Number);
            rows.Write(new EditionRows(db.RegisterId, edition.Id, part.Drafts[0].Order, [.. part.Drafts.Zip(added, (d, a) => new EditionRow(d.Order, d.Table, d.Text) { Places = d.Places, Agreement = a.Number })])
            {
                Pieces = [.. part.Pieces],
            });
            var facts = FactsOf(added);
            await agreements.AddPartAsync(added, facts, cancellation);
            Chain(added, facts);
            Records += added.Count;
        }

        WriteFindings(part.Findings);
    }

    public void Dispose()
    {
        agreements.Dispose();
        rows.Dispose();
        changes.Dispose();
        changed.Dispose();
        findings.Dispose();
        about.Dispose();
    }

    /// <summary>Ids of one import differ in their last four bytes only, and are known from the order of the record: each is written behind the one before.</summary>
    private Guid IdOf(int order)
    {
        Span<byte> bytes = stackalloc byte[16];
        ids.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], order);
        return new Guid(bytes, bigEndian: true);
    }

    private List<ReadOnlyMemory<byte>> FactsOf(List<Agreement> added)
    {
        json.ResetWrittenCount();
        var ends = new List<int>(added.Count);
        using (var writer = new Utf8JsonWriter(json, StoredJson.Written))
        {
            foreach (var agreement in added)
            {
                StoredJson.Write(writer, agreement.Facts);
                writer.Flush();
                ends.Add(json.WrittenCount);
                writer.Reset();
            }
        }

        return [.. ends.Select((end, i) => json.WrittenMemory[(i == 0 ? 0 : ends[i - 1])..end])];
    }

    /// <summary>The change of a part is as that of an import, with the facts as they were written already.</summary>
    private void Chain(List<Agreement> added, List<ReadOnlyMemory<byte>> facts)
    {
        payload.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(payload, StoredJson.Written))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("records"u8);
            for (var i = 0; i < added.Count; i++)
                RecordJson.Write(writer, added[i], facts[i].Span);
            writer.WriteEndArray();
            writer.WriteString("sha256"u8, edition.Sha256);
            writer.WriteEndObject();
        }

        var change = new Change(db.RegisterId, last, Recording.Imported, by, edition.Id, payload.WrittenSpan.ToArray());
        changes.Write(change);
        foreach (var agreement in added)
            changed.Write(new ChangedAgreement(db.RegisterId, agreement.Id, change.Sequence));
        last = new ChainLink(change.Sequence, change.Hash);
    }

    private void WriteFindings(IReadOnlyList<Finding> part)
    {
        foreach (var finding in part)
        {
            findings.Write(new StoredFinding(db.RegisterId, edition.Id, ++found, finding));
            foreach (var order in finding.Records.Distinct())
                about.Write(new FindingAgreement(db.RegisterId, IdOf(order), edition.Id, found));
        }
    }
}

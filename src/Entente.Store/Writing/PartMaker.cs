using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

using Entente.Core;
using Entente.Store.Counts;
using Entente.Store.Json;

namespace Entente.Store.Writing;

/// <summary>A part of a long list as it is written: all that can be made of it without asking the database.</summary>
/// <param name="Added">Its agreements; none in the last part.</param>
/// <param name="Facts">Of each, as they are stored; to be written before the part after the next one is made.</param>
/// <param name="Shapes">Of the lives of each.</param>
internal sealed record MadePart(SourceReading Part, IReadOnlyList<Agreement> Added, IReadOnlyList<ReadOnlyMemory<byte>> Facts, IReadOnlyList<LifelineShape> Shapes)
{
    public required EditionRows Rows { get; init; }

    /// <summary>The rows and what each token became, packed.</summary>
    public required ReadOnlyMemory<byte>[] PackedRows { get; init; }

    public required Change Change { get; init; }

    public required ReadOnlyMemory<byte>[] PackedPayload { get; init; }
}

/// <summary>Makes the parts of a long list ready to be written, one after the other, while the one before is written.</summary>
internal sealed class PartMaker(Edition edition, Authorship by, NumberGiver numbers, CountingRule counting, ChainLink last)
{
    private readonly Guid ids = Guid.CreateVersion7(by.At);
    private readonly ShapeMemo shapes = new();

    /// <summary>For what is packed at once: made anew for each part, it would be of the size that only whole collections of garbage look at.</summary>
    private readonly ArrayBufferWriter<byte> passing = new(1 << 20);

    /// <summary>One is read by who writes the part before, the other is filled.</summary>
    private ArrayBufferWriter<byte> json = new(1 << 20), other = new(1 << 20);

    private ChainLink last = last;

    /// <summary>Ids of one import differ in their last four bytes only, and are known from the order of the record: each is written behind the one before.</summary>
    public Guid IdOf(int order)
    {
        Span<byte> bytes = stackalloc byte[16];
        ids.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], order);
        return new Guid(bytes, bigEndian: true);
    }

    /// <returns>Null for a part without records.</returns>
    public MadePart? Make(SourceReading part)
    {
        if (part.Drafts.Count == 0)
            return null;
        var added = part.Drafts.Select(d => new Agreement(edition.RegisterId, IdOf(d.Order), numbers.Give(d.Facts.Number), d.Facts, edition.Id, d.Order)).ToList();
        var facts = FactsOf(added);
        var rows = new EditionRows(edition.RegisterId, edition.Id, part.Drafts[0].Order, [.. part.Drafts.Zip(added, (d, a) => new EditionRow(d.Order, d.Table, d.Text) { Places = d.Places, Agreement = a.Number })])
        {
            Pieces = [.. part.Pieces],
        };
        var (change, packed) = ChangeOf(added, facts);
        return new MadePart(part, added, facts, added.ConvertAll(a => shapes.Of(a.Facts, counting)))
        {
            Rows = rows,
            PackedRows = [PackedJson(rows.Rows), PackedJson(rows.Pieces)],
            Change = change,
            PackedPayload = [packed],
        };
    }

    private List<ReadOnlyMemory<byte>> FactsOf(List<Agreement> added)
    {
        (json, other) = (other, json);
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
    private (Change Change, byte[] Packed) ChangeOf(List<Agreement> added, List<ReadOnlyMemory<byte>> facts)
    {
        passing.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(passing, StoredJson.Written))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("records"u8);
            for (var i = 0; i < added.Count; i++)
                RecordJson.Write(writer, added[i], facts[i].Span);
            writer.WriteEndArray();
            writer.WriteString("sha256"u8, edition.Sha256);
            writer.WriteEndObject();
        }

        var change = new Change(edition.RegisterId, last, Recording.Imported, by, edition.Id, passing.WrittenSpan);
        last = new ChainLink(change.Sequence, change.Hash);
        return (change, Packed.Pack(passing.WrittenSpan));
    }

    private byte[] PackedJson<T>(T value)
    {
        passing.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(passing, StoredJson.Written))
            StoredJson.Write(writer, value);
        return Packed.Pack(passing.WrittenSpan);
    }
}

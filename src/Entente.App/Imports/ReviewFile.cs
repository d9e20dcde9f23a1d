using System.Buffers.Binary;
using System.Security.Cryptography;

using Entente.Core;
using Entente.Store.Json;

namespace Entente.App.Imports;

/// <summary>A list under review as it is now: what was read, how it compares with the register, what was decided.</summary>
public sealed record ReviewFile(Review Review, Proposal Proposal, ReviewedList List)
{
    public SourceReading Reading => Proposal.Reading;

    /// <summary>What the list has no longer, also because rows that are perhaps about it were accepted as new ones.</summary>
    public IReadOnlyList<Agreement> Gone => Proposal.Comparison.GoneWhere(order => List.Find(order) is { IsSaidNew: true });

    /// <summary>Of the register that it was read for: what wordings mean is decided there.</summary>
    public int RegisterVersion { get; init; }

    /// <summary>What holds for all of its records: it is other once their columns or wordings are meant otherwise.</summary>
    public SeenNumber SeenReading => new(NumberOf(ReadAt, RegisterVersion, Review.Steps.Where(s => s.Act is ReviewAct.Split or ReviewAct.Join).Select(s => s.At)), null);

    /// <summary>What someone sees who decides on records: it stays the same whatever others decide on other records.</summary>
    public SeenNumber Seen(params IEnumerable<ReviewedRecord> records)
    {
        var all = records.ToList();
        return new SeenNumber(NumberOf(ReadAt, all.Select(SeenOf)), all is [var first, ..] ? first.Order : null);
    }

    /// <summary>The same of who joins a record to the one before it.</summary>
    public SeenNumber SeenJoined(ReviewedRecord record) => Seen(List.Before(record) is { } into ? [record, into] : [record]);

    private IEnumerable<DateTimeOffset> ReadAt => Review.Steps.Where(s => s.Act == ReviewAct.Read).Select(s => s.At);

    private static string SeenOf(ReviewedRecord record) => StoredJson.Text<object?[]>(
    [
        record.Order, record.Draft.Text, record.Facts, record.Decision, record.By?.Who, record.By?.At, record.Settled?.At, record.About, record.Takes.Order(),
        record.Findings.Select(f => new object?[] { f.Severity, f.Code, f.Arguments, f.Proposal }),
        record.Fate is not { } fate ? null : new object?[] { fate.Fate, fate.Agreement, fate.Fields, fate.Conflicts, fate.Otherwise },
    ]);

    private static int NumberOf(params object?[] seen) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(StoredJson.Bytes(seen))) & int.MaxValue;
}

/// <summary>What was on the screen of someone who decides, as a number for a form to keep.</summary>
/// <param name="Record">The one that it is about; null where it is about all of them.</param>
public readonly record struct SeenNumber(int Number, int? Record);

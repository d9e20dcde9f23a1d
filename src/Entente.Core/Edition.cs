using Entente.Edtf;

namespace Entente.Core;

/// <summary>One import of one source.</summary>
public sealed class Edition
{
    private int? added, changed;

    private Edition()
    {
        SourceName = Sha256 = MediaType = "";
        Placed = null!;
    }

    public Edition(int registerId, Guid id, SourceReading reading, DateTimeOffset importedAt)
    {
        ArgumentNullException.ThrowIfNull(reading);
        RegisterId = registerId;
        Id = id;
        SourceName = reading.Source.Name;
        Sha256 = reading.Source.Sha256;
        MediaType = reading.Source.MediaType;
        Encoding = reading.Source.Encoding;
        Bytes = reading.Source.Bytes;
        Title = reading.Title;
        ImportedAt = importedAt;
        ListedOn = reading.ListedOn;
        ListedOnBasis = reading.ListedOnBasis;
        Records = reading.Drafts.Count;
        Tables = Kept(reading.Tables);
        Checks = reading.Checks;
        Placed = reading.Placed;
    }

    public int RegisterId { get; private set; }

    public Guid Id { get; private set; }

    public string SourceName { get; private set; }

    /// <summary>64 lower-case hexadecimal digits; the stored source has the same.</summary>
    public string Sha256 { get; private set; }

    public string MediaType { get; private set; }

    public string? Encoding { get; private set; }

    public long Bytes { get; private set; }

    public string? Title { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    public EdtfDate? ListedOn { get; private set; }

    public ListedOnBasis? ListedOnBasis { get; private set; }

    public int Records { get; private set; }

    /// <summary>How many of the records were new to the register, and no doubt about it; null in editions of before this was kept.</summary>
    public int? Added { get => added; init => added = value; }

    /// <summary>How many of the records changed an agreement, and left nothing to decide.</summary>
    public int? Changed { get => changed; init => changed = value; }

    /// <summary>How many of the records a person left out; null where nobody went through them.</summary>
    public int? Skipped { get; init; }

    /// <summary>How many of the records left something to decide; null in editions of before this was kept.</summary>
    public int? Doubtful { get; init; }

    /// <summary>How many of these changed an agreement as well, in other fields than those to decide on; likewise.</summary>
    public int? ChangedInDoubt { get; init; }

    /// <summary>How many of the records were about agreements that had been deleted, and stayed so; likewise.</summary>
    public int? Deleted { get; init; }

    /// <summary>How many of the records said what the register said; null where that is not known.</summary>
    public int? Same => Records - Added - Changed - (Skipped ?? 0) - (Doubtful ?? 0) - (Deleted ?? 0);

    public IReadOnlyList<Table> Tables { get; private set; } = [];

    public IReadOnlyList<Check> Checks { get; private set; } = [];

    public Placed Placed { get; private set; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>All records of a list that is stored in parts have come, and all are new.</summary>
    /// <param name="reading">What they are together.</param>
    public void Complete(SourceReading reading, int records)
    {
        ArgumentNullException.ThrowIfNull(reading);
        (Records, added, changed) = (records, records, 0);
        (Tables, Checks, Placed) = (Kept(reading.Tables), reading.Checks, reading.Placed);
    }

    public void Undo(DateTimeOffset at) => UndoneAt = at;

    private static IReadOnlyList<Table> Kept(IReadOnlyList<Table> tables) => [.. tables.Select(t => t with { Samples = [] })];
}

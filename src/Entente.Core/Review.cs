using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Core;

public enum ReviewAct
{
    /// <summary>Columns, the order of day and month, or the day of the list are meant otherwise than they were read.</summary>
    Read,
    Accept,

    /// <summary>Every record that nothing is found about.</summary>
    AcceptClean,

    /// <summary>Every record with nothing but notes.</summary>
    AcceptNoted,
    Skip,

    /// <summary>The record says something else, and is accepted so.</summary>
    Correct,

    /// <summary>The record is about an agreement of the register.</summary>
    Identify,

    /// <summary>The record is several agreements.</summary>
    Split,

    /// <summary>The record is a part of another one.</summary>
    Join,
}

/// <summary>A record of a list, known again when the list is read another time.</summary>
/// <param name="Order">Its place in the list when it was decided on.</param>
/// <param name="Row">What its row prints, as a hash.</param>
/// <param name="Facts">What it said, likewise: who accepted that has accepted nothing else.</param>
public sealed record RecordMark(int Order, string Row, string Facts)
{
    /// <summary>It came of parting or joining rows; where that was undone there is no such record.</summary>
    public bool IsShaped { get; init; }
}

/// <summary>One decision of a person on a list that is not stored yet.</summary>
public sealed record ReviewStep(ReviewAct Act, string Who, DateTimeOffset At)
{
    public RecordMark? Record { get; init; }

    /// <summary>The field by which a record was split, or <see cref="RecordShapes.Twice"/>; null where that was not kept: by whichever it has parts.</summary>
    public string? By { get; init; }

    /// <summary>What the record is a part of.</summary>
    public RecordMark? Into { get; init; }

    /// <summary>What the record says instead.</summary>
    public Facts? Facts { get; init; }

    /// <summary>What it said until then: only what differs was typed. Null where that was not kept, and all of it counts.</summary>
    public Facts? Before { get; init; }

    /// <summary>Fields that were typed just as they had been read: what is found about them is answered by that, too.</summary>
    public IReadOnlyList<string> Confirms { get; init; } = [];

    /// <summary>Fields in which the list is right, where the register says otherwise.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>Number of the agreement that the record is about.</summary>
    public string? About { get; init; }

    /// <summary>What was decided on each of several records at once: one step, taken out as one.</summary>
    public IReadOnlyList<ReviewStep> Parts { get; init; } = [];

    /// <summary>Itself, or what it is made of.</summary>
    public IReadOnlyList<ReviewStep> Each => Parts.Count > 0 ? Parts : [this];

    /// <summary>Orders of the records that it is about, when it was taken.</summary>
    public IEnumerable<int> Records => Each.Select(s => s.Record).OfType<RecordMark>().Select(r => r.Order);

    /// <summary>What was decided with it for every list.</summary>
    public IReadOnlyList<ReadingRule> Rules { get; init; } = [];

    /// <summary>A wording of a kind that became known with it.</summary>
    public string? Wording { get; init; }

    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];

    public IReadOnlyList<ColumnDays> ColumnDays { get; init; } = [];

    /// <summary>Which of two small numbers is the day, in the whole list; <see cref="DayOrder.Unknown"/>: as each column tells.</summary>
    public DayOrder? Days { get; init; }

    public EdtfDate? ListedOn { get; init; }
}

/// <summary>A list that someone goes through before it is stored: the document, and what was decided. What a record is follows from both.
/// Steps are added, and taken out by undoing them.</summary>
public sealed class Review
{
    private Review() => SourceName = Sha256 = StartedBy = "";

    public Review(int registerId, Guid id, Source source, string who, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(source);
        RegisterId = registerId;
        Id = id;
        SourceName = source.Name;
        Sha256 = source.Sha256;
        StartedBy = who;
        StartedAt = at;
    }

    public int RegisterId { get; private set; }

    public Guid Id { get; private set; }

    public string SourceName { get; private set; }

    /// <summary>64 lower-case hexadecimal digits; the stored source has the same.</summary>
    public string Sha256 { get; private set; }

    public string StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public IReadOnlyList<ReviewStep> Steps { get; private set; } = [];

    public int Version { get; private set; } = 1;

    /// <summary>What it became; null while it is under way.</summary>
    public Guid? EditionId { get; private set; }

    public void Add(ReviewStep step)
    {
        Steps = [.. Steps, step];
        Version++;
    }

    /// <summary>What was decided for every list with the last step.</summary>
    public void Tell(IReadOnlyList<ReadingRule> rules, string? wording) => Steps = [.. Steps.SkipLast(1), Steps[^1] with { Rules = rules, Wording = wording }];

    /// <param name="at">From 0; null: the last one.</param>
    /// <returns>The step that was taken out; null where there is none.</returns>
    public ReviewStep? Undo(int? at = null)
    {
        if (Steps.ElementAtOrDefault(at ?? Steps.Count - 1) is not { } step)
            return null;
        Steps = [.. Steps.Where(s => !ReferenceEquals(s, step))];
        Version++;
        return step;
    }

    public void Finish(Guid edition)
    {
        EditionId = edition;
        Version++;
    }
}

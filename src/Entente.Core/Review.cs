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
    Skip,

    /// <summary>The record says something else, and is accepted so.</summary>
    Correct,

    /// <summary>The record is several agreements.</summary>
    Split,

    /// <summary>The record is a part of another one.</summary>
    Join,
}

/// <summary>A record of a list, known again when the list is read another time.</summary>
/// <param name="Order">Its place in the list when it was decided on.</param>
/// <param name="Row">What its row prints, as a hash.</param>
/// <param name="Facts">What it was read as, likewise: who accepted that has accepted nothing else.</param>
public sealed record RecordMark(int Order, string Row, string Facts);

/// <summary>One decision of a person on a list that is not stored yet.</summary>
public sealed record ReviewStep(ReviewAct Act, string Who, DateTimeOffset At)
{
    public RecordMark? Record { get; init; }

    /// <summary>What the record is a part of.</summary>
    public RecordMark? Into { get; init; }

    /// <summary>What the record says instead.</summary>
    public Facts? Facts { get; init; }

    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];

    public IReadOnlyList<ColumnDays> ColumnDays { get; init; } = [];

    /// <summary>Which of two small numbers is the day, in the whole list; <see cref="DayOrder.Unknown"/>: as each column tells.</summary>
    public DayOrder? Days { get; init; }

    public EdtfDate? ListedOn { get; init; }
}

/// <summary>A list that someone goes through before it is stored: the document, and what was decided. What a record is follows from both.
/// Steps are only added; to undo is to take out the last one.</summary>
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

    /// <returns>The step that was taken out; null where there is none.</returns>
    public ReviewStep? Undo()
    {
        if (Steps.Count == 0)
            return null;
        var last = Steps[^1];
        Steps = [.. Steps.Take(Steps.Count - 1)];
        Version++;
        return last;
    }

    public void Finish(Guid edition)
    {
        EditionId = edition;
        Version++;
    }
}

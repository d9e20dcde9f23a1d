namespace Entente.Edtf;

/// <summary>
/// From one date to another. An end may be unknown (<c>1985/</c>: there is one) or open (<c>1985/..</c>: there is none);
/// see level 1, extended interval.
/// </summary>
public sealed class EdtfInterval : EdtfValue
{
    internal EdtfInterval(EdtfDate? start, EdtfDate? end, bool isStartOpen, bool isEndOpen, string? text)
        : base(text)
    {
        Start = start;
        End = end;
        StartIsOpen = isStartOpen;
        EndIsOpen = isEndOpen;
    }

    /// <summary>Null when unknown or open.</summary>
    public EdtfDate? Start { get; }

    /// <inheritdoc cref="Start"/>
    public EdtfDate? End { get; }

    public bool StartIsOpen { get; }

    public bool EndIsOpen { get; }

    public bool StartIsUnknown => Start is null && !StartIsOpen;

    public bool EndIsUnknown => End is null && !EndIsOpen;

    // Level 1 has no unspecified digits within an interval; level 2 adds them.
    private protected override int LevelAsWritten
        => Start is { HasUnspecifiedDigits: true } || End is { HasUnspecifiedDigits: true }
            ? 2
            : Math.Max(Start?.Level ?? 1, End?.Level ?? 1);

    private protected override Day? EarliestOrUnknown => StartIsOpen ? Day.Past : Start?.Earliest;

    private protected override Day? LatestOrUnknown => EndIsOpen ? Day.Future : End?.Latest;

    /// <summary>A null date is an unknown end, unless it is said to be open.</summary>
    /// <exception cref="ArgumentException">Both ends unknown; a date with a time of day; an end given and open; the end certainly before the start.</exception>
    public static EdtfInterval Of(EdtfDate? start, EdtfDate? end, bool startIsOpen = false, bool endIsOpen = false)
    {
        if (start is null && end is null && !startIsOpen && !endIsOpen)
            throw new ArgumentException(EdtfReason.IntervalWithoutEnds.InEnglish());
        if ((start is not null && startIsOpen) || (end is not null && endIsOpen))
            throw new ArgumentException("An end is either given or open.");
        if (start?.Time is not null || end?.Time is not null)
            throw new ArgumentException(EdtfReason.TimeNotAllowed.InEnglish());
        if (start is not null && end is not null && end.Latest < start.Earliest)
            throw new ArgumentException(EdtfReason.EndBeforeStart.InEnglish());
        return new EdtfInterval(start, end, startIsOpen, endIsOpen, text: null);
    }

    public override bool Equals(EdtfValue? other)
        => other is EdtfInterval interval
            && StartIsOpen == interval.StartIsOpen && EndIsOpen == interval.EndIsOpen
            && Equals(Start, interval.Start) && Equals(End, interval.End);

    public override int GetHashCode() => HashCode.Combine(Start, End, StartIsOpen, EndIsOpen);

    private protected override string Print()
        => $"{(StartIsOpen ? ".." : Start?.ToString())}/{(EndIsOpen ? ".." : End?.ToString())}";
}

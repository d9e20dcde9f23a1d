namespace Entente.Edtf;

/// <summary>A date (<c>1667</c>), a range with all between (<c>1670..1672</c>), <c>..1984</c> for it or earlier, <c>1984..</c> for it or later.</summary>
public readonly record struct EdtfSetMember
{
    private EdtfSetMember(EdtfDate? first, EdtfDate? last, bool isRange) => (First, Last, IsRange) = (first, last, isRange);

    /// <summary>Null when any earlier one is meant too.</summary>
    public EdtfDate? First { get; }

    /// <summary>Null when any later one is meant too; <see cref="First"/> again when there is but one date.</summary>
    public EdtfDate? Last { get; }

    public bool IsRange { get; }

    internal Day Earliest => First?.Earliest ?? Day.Past;

    internal Day Latest => Last?.Latest ?? Day.Future;

    /// <exception cref="ArgumentException">The date has a time of day.</exception>
    public static EdtfSetMember Of(EdtfDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        if (date.Time is not null)
            throw new ArgumentException(EdtfReason.TimeNotAllowed.InEnglish(), nameof(date));
        return new EdtfSetMember(date, date, isRange: false);
    }

    /// <exception cref="ArgumentException">Neither date; a time of day; two precisions; the last certainly before the first.</exception>
    public static EdtfSetMember Range(EdtfDate? first, EdtfDate? last)
    {
        if (first is null && last is null)
            throw new ArgumentException(EdtfReason.EmptyMember.InEnglish());
        if (first?.Time is not null || last?.Time is not null)
            throw new ArgumentException(EdtfReason.TimeNotAllowed.InEnglish());
        if (first is not null && last is not null && first.Precision != last.Precision)
            throw new ArgumentException(EdtfReason.RangePrecisionDiffers.InEnglish());
        if (first is not null && last is not null && last.Latest < first.Earliest)
            throw new ArgumentException(EdtfReason.EndBeforeStart.InEnglish());
        return new EdtfSetMember(first, last, isRange: true);
    }

    public override string ToString() => IsRange ? $"{First}..{Last}" : $"{First}";
}

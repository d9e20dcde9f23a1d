using Entente.Edtf;

namespace Entente.Core;

/// <summary>The rule by which the end of a record follows from fields that a person typed. The last act that opens a period may say
/// its own end: then that is the end of the agreement, as a list prints it too.</summary>
public static class Correcting
{
    /// <summary>The facts with their end.</summary>
    /// <param name="edited">With the acts and the term as they were typed.</param>
    /// <param name="stated">The ends in the field of the end.</param>
    /// <param name="isTyped">Whether that field says something else than before.</param>
    public static Facts WithEnd(Facts edited, Facts before, IReadOnlyList<PrintedEnd> stated, bool isTyped, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(edited);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(stated);
        var (last, was) = (Last(edited), Last(before));
        var isSame = last is not null && was is not null && last.Act == was.Act && Equals(last.On, was.On);
        if (last?.Until is { } own && (!isSame || !own.Equals(was!.Until)))
            (edited, stated) = (isSame || isTyped ? edited : Closed(edited, before, was), [Printed(own), .. Others(stated, isTyped, isSame, own, was)]);
        else if (isTyped && last?.Until is not null)
            // One end in two fields: the act says what the field of the end says now.
            edited = edited with { Events = [.. edited.Events.Select(e => ReferenceEquals(e, last) ? e with { Until = stated is [var only, ..] ? only.On : null } : e)] };
        else if (!isTyped && !isSame && was?.Until is { } gone)
            stated = [.. stated.Where(e => !e.On.Equals(gone))];
        var after = edited with { Ends = Ending.Of(edited.Events, TermOf(edited), stated, counting, before.Ends.Why ?? NoEnd.EmptyCell) };
        // Who types an end has seen how long it was said to be.
        return isTyped && stated is [var end] && ReferenceEquals(edited.Term, before.Term) && after.Ends.Basis == EndsBasis.Conflict && !(last is not null && end.On.Latest < last.Begin!.Earliest)
            ? FactFields.EndingOn(after, new Ends(EndsBasis.Stated) { On = end.On, Text = end.Text, Places = end.Places }) : after;
    }

    /// <summary>A length is that of the period it was given for: an act with an end of its own has another.</summary>
    public static Term TermOf(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Last(facts) is { Act: Act.Renewed or Act.Extended, Until: not null } ? facts.Term with { Length = null, Option = null, Open = null } : facts.Term;
    }

    /// <summary>What else is stated counts where it was typed, or was the end of the same period.</summary>
    private static IEnumerable<PrintedEnd> Others(IReadOnlyList<PrintedEnd> stated, bool isTyped, bool isSame, EdtfDate own, Event? was) =>
        isTyped || isSame ? stated.Where(e => !e.On.Equals(own) && (isTyped || !e.On.Equals(was!.Until))) : [];

    /// <summary>The end so far is that of the period before.</summary>
    private static Facts Closed(Facts edited, Facts before, Event? was) => before.Ends is { Basis: EndsBasis.Stated or EndsBasis.Computed, On: EdtfDate end }
        ? edited with { Events = [.. edited.Events.Select(e => ReferenceEquals(e, was) && e.Until is null ? e with { Until = end } : e)] }
        : edited;

    private static PrintedEnd Printed(EdtfDate end) => new(end, end.ToString());

    private static Event? Last(Facts facts) => facts.Events.Where(e => e.OpensPeriod).OrderBy(e => e.Begin!.Earliest).LastOrDefault();
}

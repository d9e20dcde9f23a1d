using Entente.App.Agreements;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Imports;

/// <summary>Acts, compared as lists: each of them says what it says, wherever it stands.</summary>
internal static class EventLists
{
    public static bool IsSame(IReadOnlyList<Event> one, IReadOnlyList<Event> other) => one.Select(FactTexts.Act).SequenceEqual(other.Select(FactTexts.Act));

    /// <summary>The acts of a row, where one says less of what the office has entered: no note, no day from which it counts, or only until when.</summary>
    public static IReadOnlyList<Event> Fuller(IReadOnlyList<Event> row, IReadOnlyList<Event> ours)
    {
        var left = Without(ours, row);
        if (left.Count == 0)
            return row;
        var fuller = row.ToList();
        for (var i = 0; i < fuller.Count; i++)
        {
            if (left.FindIndex(o => SaysLess(fuller[i], o)) is >= 0 and var at)
            {
                fuller[i] = Unplaced(left[at]);
                left.RemoveAt(at);
            }
        }

        return fuller;
    }

    private static bool SaysLess(Event row, Event ours) =>
        row.Act == ours.Act && row.From is null && row.Note is null && Equals(row.Until, ours.Until) && (Equals(row.On, ours.On) || (row.On is null && row.Until is not null));

    /// <summary>The acts with the last period closed as the office has closed it, by the act with which another one began: that took nothing from what the list says.
    /// One that begins on another day now ends with the end that it has now, if it was closed with the one that it had; where the list is taken back, in any case.</summary>
    /// <param name="facts">What the list says, now or before.</param>
    /// <param name="read">What it said before.</param>
    public static IReadOnlyList<Event> Closed(Facts facts, Facts read, Facts ours, bool isTakenBack)
    {
        if (read.LastOpener is not { Until: null } last || facts.LastOpener is not { Until: null } open || open.Act != last.Act)
            return facts.Events;
        if (ours.Events.FirstOrDefault(e => e.Act == last.Act && Equals(e.On, last.On)) is not { Until: { } until } closed || ReferenceEquals(closed, ours.LastOpener))
            return facts.Events;
        var end = (isTakenBack || !Equals(open.On, last.On)) && until.Equals(read.Ends.On) && facts.Ends.On is EdtfDate own ? own : until;
        return [.. facts.Events.Select(e => ReferenceEquals(e, open) ? e with { Until = end } : e)];
    }

    /// <summary>What the row says now, without what the office took out, and with what it added.</summary>
    /// <returns>Null where both changed the same act, or added one of the same kind.</returns>
    public static IReadOnlyList<Event>? Joined(IReadOnlyList<Event> read, IReadOnlyList<Event> row, IReadOnlyList<Event> ours)
    {
        var (ourGone, rowGone) = (Without(read, ours), Without(read, row));
        var (ourNew, rowNew) = (Without(Without(ours, read), row), Without(Without(row, read), ours));
        var isSameAct = ourGone.Select(FactTexts.Act).Intersect(rowGone.Select(FactTexts.Act)).Any() && (ourNew.Count > 0 || rowNew.Count > 0);
        if (isSameAct || ourNew.Select(e => e.Act).Intersect(rowNew.Select(e => e.Act)).Any())
            return null;
        var joined = Without(row, ourGone);
        foreach (var added in ourNew)
            joined.Insert(PlaceOf(added, joined), Unplaced(added));
        return joined;
    }

    /// <summary>Without places: those were in another edition.</summary>
    public static Event Unplaced(Event happened) => happened.Places.Count == 0 ? happened : happened with { Places = [] };

    /// <summary>Before what happened later, so that the last period stays the last.</summary>
    private static int PlaceOf(Event added, List<Event> among) =>
        added.On is { } on && among.FindIndex(e => e.On is { } other && other.Earliest > on.Latest) is >= 0 and var place ? place : among.Count;

    private static List<Event> Without(IReadOnlyList<Event> events, IReadOnlyList<Event> others)
    {
        var left = others.Select(FactTexts.Act).ToList();
        return [.. events.Where(e => !left.Remove(FactTexts.Act(e)))];
    }
}

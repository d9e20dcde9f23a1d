using Entente.Edtf;

namespace Entente.Core;

/// <summary>The rule of each act: what speaks against it, and what the facts are after it.</summary>
public static partial class Acting
{
    /// <summary>The facts after an act. Ask <see cref="Objections"/> first.</summary>
    public static Facts After(Facts facts, NewAct act, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(act);
        var opens = act.Act is Act.Signed or Act.Effective or Act.Renewed or Act.Extended;
        if (!opens)
            return facts with { Events = [.. facts.Events, Event(act, null, act.Until)] };
        var oldEnd = facts.Ends.On as EdtfDate;
        var until = act.Until ?? (act is { Act: Act.Extended, Length: { } more } && oldEnd is not null ? more.After(oldEnd) as EdtfDate : null);
        var from = act.KeepsAnchor && oldEnd is not null && act.Act == Act.Renewed ? EdtfDate.Of(oldEnd.Latest.AddDays(counting == CountingRule.DayBefore ? 1 : 0)) : null;
        var term = act.Length is { } length && until is null ? facts.Term with { Length = length, Option = null, Open = null, Text = null, Places = [] } : facts.Term;
        // Taking effect, and the first signing, begin the period that is there already: its stated end stays.
        var isFirst = act.Act == Act.Effective || !facts.Events.Any(e => e.OpensPeriod);
        List<Event> events = [.. isFirst ? facts.Events : Closed(facts), Event(act, from, until)];
        IReadOnlyList<PrintedEnd> stated = until is not null ? [new PrintedEnd(until, until.ToString())]
            : isFirst && act.Length is null ? Ending.Stated(facts.Ends) : [];
        return facts with
        {
            Events = events,
            Term = until is not null ? term with { Open = null } : term,
            Ends = Ending.Of(events, until is not null ? term with { Length = null, Option = null, Open = null } : term, stated, counting, facts.Ends.Why ?? NoEnd.EmptyCell),
        };
    }

    /// <summary>The period so far keeps the end that it had: a length given with a new one is not its own.</summary>
    private static IEnumerable<Event> Closed(Facts facts)
    {
        var last = facts.LastOpener;
        return facts.Events.Select(e => ReferenceEquals(e, last) && e.Until is null && facts.Ends.On is EdtfDate end && facts.Ends.Basis is EndsBasis.Stated or EndsBasis.Computed
            ? e with { Until = end }
            : e);
    }

    private static Event Event(NewAct act, EdtfDate? from, EdtfDate? until) =>
        new(act.Act, act.On, until, act.On.ToString()) { From = from, Note = act.Note };
}

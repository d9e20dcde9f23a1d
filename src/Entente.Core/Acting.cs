using Entente.Edtf;

namespace Entente.Core;

/// <summary>The rule of each act: what speaks against it, and what the facts are after it.</summary>
public static class Acting
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
        var last = facts.Events.LastOrDefault(e => e.OpensPeriod);
        return facts.Events.Select(e => ReferenceEquals(e, last) && e.Until is null && facts.Ends.On is EdtfDate end && facts.Ends.Basis is EndsBasis.Stated or EndsBasis.Computed
            ? e with { Until = end }
            : e);
    }

    private static Event Event(NewAct act, EdtfDate? from, EdtfDate? until) =>
        new(act.Act, act.On, until, act.On.ToString()) { From = from, Note = act.Note };

    /// <summary>Everything that speaks against an act; none when it can be recorded as it is.</summary>
    public static IReadOnlyList<Objection> Objections(Facts facts, NewAct act, CountingRule counting, Day today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(act);
        var objections = new List<Objection>();
        if (act.Until is not null && act.Until.Latest < act.On.Earliest)
            objections.Add(Refuse("act.until-before", "until", act.Until.ToString(), act.On.ToString()));
        if (act is { Until: not null, Length: not null })
            objections.Add(Refuse("act.end-and-length", "length"));
        if (act.Length is { IsZero: true })
            objections.Add(Refuse("act.length-of-nothing", "length"));
        if (act.On.Earliest > today && act.Act is not (Act.Effective or Act.Terminated))
            objections.Add(Ask("act.in-future", "on", act.On.ToString()));
        objections.AddRange(act.Act == Act.Signed ? AgainstSigning(facts) : AgainstLater(facts, act, counting));
        return objections;
    }

    /// <summary>What speaks against a record that is entered or corrected by hand.</summary>
    /// <param name="before">What was to be said of it already is not said again.</param>
    public static IReadOnlyList<Objection> ObjectionsToRecord(Facts facts, Day today, Facts? before = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var known = before is null ? [] : AgainstRecord(before, today).Select(o => (o.Code, Texts(o))).ToHashSet();
        return [.. AgainstRecord(facts, today).Where(o => !known.Contains((o.Code, Texts(o))))];

        static string Texts(Objection objection) => string.Join('\n', objection.Arguments);
    }

    private static IEnumerable<Objection> AgainstRecord(Facts facts, Day today)
    {
        var begin = facts.Begin?.On;
        if (begin is not null && facts.Ends.On is { Latest: { } end } on && end < begin.Earliest)
            yield return Refuse("act.until-before", "end", on.ToString(), begin.ToString());
        for (var i = 0; i < facts.Events.Count; i++)
        {
            if (facts.Events[i] is not { On: { } day } happened)
                continue;
            var field = $"event-{i + 1}-";
            if (happened.Until is { } until && until.Latest < day.Earliest)
                yield return Refuse("act.until-before", $"{field}until", until.ToString(), day.ToString());
            if (day.Latest < begin?.Earliest && happened.Act is not (Act.Signed or Act.Unclear))
                yield return Ask("act.before-signing", $"{field}on", day.ToString(), begin.ToString());
            if (day.Earliest > today && happened.Act is not (Act.Effective or Act.Terminated))
                yield return Ask("act.in-future", $"{field}on", day.ToString());
        }
    }

    private static IEnumerable<Objection> AgainstSigning(Facts facts)
    {
        if (facts.Events.FirstOrDefault(e => e is { Act: Act.Signed, On: not null }) is { } signed)
            yield return Ask("act.signed-already", "on", signed.On!.ToString());
    }

    private static IEnumerable<Objection> AgainstLater(Facts facts, NewAct act, CountingRule counting)
    {
        if (facts.Begin is not { On: { } begin })
        {
            if (act.Act != Act.Effective)
                yield return Ask("act.no-signing", "on");
            yield break;
        }

        if (act.On.Latest < begin.Earliest && act.Act != Act.Effective)
        {
            yield return Refuse("act.before-signing", "on", act.On.ToString(), begin.ToString());
            yield break;
        }

        if (Stopped(facts, act) is { } stopped)
        {
            yield return stopped;
            yield break;
        }

        if (act.Act is Act.Suspended or Act.Resumed && AgainstPause(facts, act) is { } pause)
            yield return pause;
        foreach (var objection in AgainstPeriod(facts, act, counting))
            yield return objection;
    }

    private static Objection? Stopped(Facts facts, NewAct act)
    {
        var stop = facts.Events.FirstOrDefault(e => e.Act is Act.Terminated or Act.Superseded);
        if (stop is null)
            return null;
        return act.Act is Act.Terminated or Act.Superseded
            ? Refuse("act.stopped-already", "on", stop.On?.ToString() ?? "")
            : stop.On is { } on && act.On.Latest <= on.Earliest ? null : Refuse("act.after-stop", "on", stop.On?.ToString() ?? "");
    }

    private static Objection? AgainstPause(Facts facts, NewAct act)
    {
        var last = facts.Events.LastOrDefault(e => e.Act is Act.Suspended or Act.Resumed);
        var isSuspended = last?.Act == Act.Suspended;
        if (act.Act == Act.Suspended)
            return isSuspended ? Refuse("act.suspended-already", "on", last!.On?.ToString() ?? "") : null;
        return !isSuspended ? Refuse("act.not-suspended", "on")
            : last!.On is { } since && act.On.Latest < since.Earliest ? Refuse("act.resumed-before", "on", since.ToString())
            : null;
    }

    /// <summary>An act on a day on which the agreement had ended, before the last one, or within a period that still runs.</summary>
    private static IEnumerable<Objection> AgainstPeriod(Facts facts, NewAct act, CountingRule counting)
    {
        var last = facts.Events.Where(e => e.OpensPeriod).MaxBy(e => e.Begin!.Earliest);
        if (act.Act is Act.Renewed or Act.Extended && last is not null && act.On.Latest < last.On!.Earliest)
            yield return Ask("act.out-of-order", "on", act.On.ToString(), last.On.ToString());
        if (facts.Ends.On is not { } end || facts.Ends.Basis is EndsBasis.Conflict)
            yield break;
        var ended = Standing.Of(facts, counting, act.On.Earliest).Kind == StandingKind.Ended;
        if (ended && act.Act is Act.Amended or Act.Suspended or Act.Terminated or Act.Superseded)
            yield return Refuse("act.ended", "on", end.ToString());
        else if (ended && act.Act is Act.Extended)
            yield return Ask("act.extended-late", "on", end.ToString());
        else if (ended && act is { Act: Act.Renewed, KeepsAnchor: false })
            yield return Ask("act.renewed-late", "on", end.ToString());
        else if (!ended && act.Act is Act.Renewed && !act.KeepsAnchor && end.Earliest > act.On.Latest.AddDays(1))
            yield return Ask("act.overlaps", "on", end.ToString());
    }

    private static Objection Refuse(string code, string field, params IReadOnlyList<string> arguments) => new(code, true, field, arguments);

    private static Objection Ask(string code, string field, params IReadOnlyList<string> arguments) => new(code, false, field, arguments);
}

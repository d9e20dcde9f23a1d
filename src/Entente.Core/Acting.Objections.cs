using Entente.Edtf;

namespace Entente.Core;

public static partial class Acting
{
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
        if (act.Act == Act.Extended)
            objections.AddRange(AgainstExtension(facts, act));
        if (act.On.Earliest > today && act.Act is not (Act.Effective or Act.Terminated))
            objections.Add(Ask("act.in-future", "on", act.On.ToString()));
        objections.AddRange(act.Act == Act.Signed ? AgainstSigning(facts) : AgainstLater(facts, act, counting));
        if (act.Act == Act.Effective && objections.All(o => !o.IsRefusal))
            objections.AddRange(AgainstEffect(facts, act, counting));
        return objections;
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

        if (act.Act is Act.Terminated or Act.Superseded && facts.Events.FirstOrDefault(e => e.On?.Earliest > act.On.Latest) is { } later)
            yield return Ask("act.later-acts", "on", act.On.ToString(), later.On!.ToString());

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
        else if (ended && act is { Act: Act.Renewed, KeepsAnchor: false } && end.Latest is { } until && act.On.Earliest > until.AddDays(1))
            yield return Ask("act.renewed-late", "on", end.ToString());
        else if (!ended && act.Act is Act.Renewed && !act.KeepsAnchor && end.Earliest > act.On.Latest.AddDays(1))
            yield return Ask("act.overlaps", "on", end.ToString());
    }

    /// <summary>An extension carries an end further: without a new end or a length it says nothing, and a length counts from the end that is known.</summary>
    private static IEnumerable<Objection> AgainstExtension(Facts facts, NewAct act)
    {
        var ends = facts.Ends;
        if (act is { Until: null, Length: null })
            yield return Refuse("act.extended-by-nothing", "until");
        else if (act.Until is { } until && ends.Basis == EndsBasis.Open)
            yield return Ask("act.had-no-end", "until", until.ToString());
        else if (act.Until is { } earlier && ends is { Basis: EndsBasis.Stated or EndsBasis.Computed, On: { } end } && earlier.Latest < end.Latest)
            yield return Ask("act.extended-to-earlier", "until", end.ToString());
        else if (act is { Until: null, Length: not null } && ends.Basis == EndsBasis.Open)
            yield return Refuse("act.nothing-to-extend", "length");
        else if (act is { Until: null, Length: { IsZero: false } length } && (ends.Basis is EndsBasis.Unstated or EndsBasis.Conflict || ends.On is not EdtfDate from || length.After(from) is not EdtfDate))
            yield return Refuse("act.end-not-known", "length");
    }

    /// <summary>What took effect once begins once, not before it was signed, and not so that it ends earlier than before.</summary>
    private static IEnumerable<Objection> AgainstEffect(Facts facts, NewAct act, CountingRule counting)
    {
        if (facts.Events.FirstOrDefault(e => e is { Act: Act.Effective, On: not null }) is { } effective)
            yield return Ask("act.effective-already", "on", effective.On!.ToString());
        if (EffectBeforeSigning(facts, act.On) is { } signed)
            yield return Ask("act.effect-before-signing", "on", act.On.ToString(), signed.ToString());
        if (facts.Ends is { Basis: EndsBasis.Stated or EndsBasis.Computed, On.Latest: { } end } before && After(facts, act, counting).Ends.On is { Latest: { } then } after && then < end)
            yield return Ask("act.effect-ends-earlier", "on", before.On!.ToString(), after.ToString());
    }

    private static EdtfDate? EffectBeforeSigning(Facts facts, EdtfDate on) =>
        facts.Events.Where(e => e is { Act: Act.Signed, On: not null }).MinBy(e => e.On!.Earliest)?.On is { } signed && on.Latest < signed.Earliest ? signed : null;

    private static Objection Refuse(string code, string field, params IReadOnlyList<string> arguments) => new(code, true, field, arguments);

    private static Objection Ask(string code, string field, params IReadOnlyList<string> arguments) => new(code, false, field, arguments);
}

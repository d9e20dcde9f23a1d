using Entente.Edtf;

namespace Entente.Core;

/// <summary>The way to one standing: first what stops an agreement, then its begin, then the period that the day lies in.</summary>
/// <param name="isTold">False where only the kind of the standing is asked for: no steps are kept then.</param>
internal sealed class StandingSteps(Facts facts, CountingRule counting, Day day, bool isTold = true)
{
    private readonly List<Step> steps = [];

    /// <summary>Of most agreements nothing else is known than when they were signed or renewed.</summary>
    private readonly bool hasOtherActs = HasOtherActs(facts.Events);

    public Standing Conclude()
    {
        if (facts.State == PrintedState.Negotiation)
            return Is(StandingKind.NotBegun, null, "state.negotiation", facts.StateText ?? "");
        if (Stopped() is { } stopped)
            return stopped;
        return Cap(facts.Begin is { } begin ? FromBegin(begin) : WithoutBegin());
    }

    /// <summary>A termination or supersession before the day ends it; so does one on an unknown day, once the list says so.</summary>
    private Standing? Stopped()
    {
        if (!hasOtherActs && facts.State != PrintedState.Cancelled)
            return null;
        var stop = Stops().FirstOrDefault(s => s.On is { } on && day > on.Latest);
        if (stop is not null)
            return Is(StandingKind.Ended, stop.On, stop.Successor is not null ? "superseded.by" : stop.Act == Act.Superseded ? "superseded" : "terminated", stop.Places, Told(stop));
        return EndedOnAnUnknownDay() && facts.ListedOn is { } listed && day >= listed.Latest
            ? Is(StandingKind.Ended, null, "state.cancelled", facts.StateText ?? Stops().FirstOrDefault()?.Text ?? "")
            : null;
    }

    private IEnumerable<Event> Stops() => facts.Events.Where(e => e.Act is Act.Terminated or Act.Superseded);

    /// <summary>Its day, and the number of what took the agreement's place where it is known.</summary>
    private static IReadOnlyList<string> Told(Event stop) => stop.Successor is { } by ? [stop.On!.ToString(), by] : [stop.On!.ToString()];

    private bool EndedOnAnUnknownDay() => facts.State == PrintedState.Cancelled || (hasOtherActs && Stops().Any(s => s.On is null));

    private Standing FromBegin(Event begin)
    {
        var on = begin.On!;
        if (isTold)
            steps.Add(new Step($"begin.{Name(begin.Act)}", [on.ToString()]) { Places = begin.Places });
        if (day < on.Earliest && begin.Act is Act.Renewed or Act.Extended)
            return Is(StandingKind.CannotTell, null, "begin.before-renewal", on.ToString());
        if (day < on.Earliest)
            return Is(StandingKind.NotBegun, null, "begin.later", on.ToString());
        if (day < on.Latest)
            return Is(StandingKind.CannotTell, null, "begin.coarse", on.ToString());
        var periods = Period.Of(facts, counting);
        var current = Math.Max(0, LastBegun(periods));
        var standing = current == periods.Count - 1 ? InLast(periods[^1]) : InEarlier(periods[current], periods[current + 1]);
        return standing;
    }

    private int LastBegun(IReadOnlyList<Period> periods)
    {
        for (var i = periods.Count - 1; i >= 0; i--)
        {
            if (periods[i].Begin.Latest <= day)
                return i;
        }

        return -1;
    }

    private Standing InEarlier(Period period, Period next)
    {
        var nextOn = next.Begin.ToString();
        if (period.End is not { } end)
            return Is(StandingKind.CannotTell, null, "period.unknown", next.Opener.Places, nextOn, period.Begin.ToString());
        if (period.Basis == PeriodBasis.Assumed)
            Assume("period.assumed", period.Begin.ToString(), nextOn, end.ToString());
        else
            steps.Add(new Step(period.Opener.Places.Count > 0 ? "period.printed" : "period.entered", [period.Begin.ToString(), end.ToString()]) { Places = period.Opener.Places });
        if (day <= end.Earliest)
            return Is(StandingKind.InForceUntil, end, "period.within", end.ToString());
        var soFar = steps.Count;
        var runsOn = facts.Term.RenewsByItself ? RunsOn(period.Begin, end) : null;
        if (runsOn is not null && runsOn.Kind != StandingKind.Ended)
            return runsOn;
        steps.RemoveRange(soFar, steps.Count - soFar);
        return day <= end.Latest
            ? Is(StandingKind.CannotTell, null, "end.coarse", end.ToString())
            : Is(StandingKind.CannotTell, null, "period.gap", next.Opener.Places, nextOn, end.ToString());
    }

    private Standing InLast(Period period)
    {
        if (isTold && period.Opener != facts.Begin)
            steps.Add(new Step($"begin.{Name(period.Opener.Act)}", [period.Begin.ToString()]) { Places = period.Opener.Places });
        var ends = facts.Ends;
        return ends.Basis switch
        {
            EndsBasis.Open => Open(),
            EndsBasis.Unstated when ends.Why == NoEnd.EmptyCell && !facts.IsPrinted => Is(StandingKind.CannotTell, null, "unstated.not-given"),
            EndsBasis.Unstated => Is(StandingKind.CannotTell, null, $"unstated.{Name(ends.Why ?? NoEnd.NotRead)}", ends.Text ?? ""),
            EndsBasis.Conflict => Conflict(period.Begin),
            _ => ToTheEnd(period.Begin, ends.On!),
        };
    }

    private Standing Open()
    {
        if (facts.Term.Open is { } open)
            return Is(StandingKind.InForceOpen, null, $"open.{Name(open)}", facts.Term.Places, facts.Term.Text ?? "");
        Assume("renewal.not-terminated");
        return Is(StandingKind.InForceOpen, null, "open.renews", facts.Term.Places, facts.Term.Text ?? "");
    }

    /// <summary>Of an agreement whose begin is not known, only the ends can be compared.</summary>
    private Standing Conflict(EdtfDate? begin)
    {
        var earliest = facts.Ends.Candidates.MinBy(c => c.Earliest!.Value)!;
        var latest = facts.Ends.Candidates.Max(c => c.Latest!.Value);
        var candidates = string.Join(", ", facts.Ends.Candidates);
        if (begin is not null && latest < begin.Earliest)
            return Is(StandingKind.CannotTell, null, "ends.before-begin", candidates, begin.ToString());
        if (day <= earliest.Earliest)
            return Is(StandingKind.InForceUntil, earliest, "ends.conflict-before", candidates);
        return day > latest && facts.Term.Open is null && !facts.Term.RenewsByItself
            ? Is(StandingKind.Ended, facts.Ends.On, "ends.conflict-after", candidates)
            : Is(StandingKind.CannotTell, null, "ends.conflict", candidates);
    }

    private Standing ToTheEnd(EdtfDate begin, EdtfValue end)
    {
        var ends = facts.Ends;
        if (!isTold)
            return AtTheEnd(begin, end);
        if (ends.Basis == EndsBasis.Computed)
            steps.Add(new Step("ends.computed", [begin.ToString(), facts.Term.Length.ToString()!, end.ToString()]) { Places = facts.Term.Places });
        else
            steps.Add(new Step(ends.Places.Count > 0 ? "ends.stated" : "ends.entered", [end.ToString()]) { Places = ends.Places });
        return AtTheEnd(begin, end);
    }

    private Standing AtTheEnd(EdtfDate begin, EdtfValue end)
    {
        var ends = facts.Ends;
        if (day <= end.Earliest)
            return Is(StandingKind.InForceUntil, end, "ends.later", end.ToString());
        if (facts.Term.RenewsByItself)
            return RunsOn(begin, end);
        if (day <= end.Latest)
            return Is(StandingKind.CannotTell, null, "end.coarse", end.ToString());
        if (ends.Latest is { } latest && day <= latest.Latest)
            return Is(StandingKind.CannotTell, null, facts.Term.Option is null ? "ends.extension" : "ends.option", end.ToString(), latest.ToString());
        if (ends.Latest is { } carried)
            return Is(StandingKind.Ended, null, facts.Term.Option is null ? "ends.extension-passed" : "ends.option-passed", end.ToString(), carried.ToString());
        return Is(StandingKind.Ended, end, facts.Term.Renews == Renews.OnRequest ? "ends.no-renewal-recorded" : "ends.passed", end.ToString());
    }

    /// <summary>Automatic and tacit renewal: in force in periods of the renewal length, as often as stated, until someone terminates it.</summary>
    private Standing RunsOn(EdtfDate begin, EdtfValue firstEnd)
    {
        Assume("renewal.not-terminated");
        var renewal = new Renewal(facts, counting, begin, firstEnd);
        if (renewal.Length is not { } length)
            return Is(StandingKind.InForceOpen, null, "renewal.open", firstEnd.ToString());
        if (renewal.FinalEnd is { } final)
        {
            if (day > final.Latest)
                return Is(StandingKind.Ended, final, "renewal.used-up", firstEnd.ToString(), final.ToString());
            if (day > final.Earliest)
                return Is(StandingKind.CannotTell, null, "end.coarse", final.ToString());
        }

        var end = renewal.EndOn(day);
        return Is(StandingKind.InForceUntil, end, "renewal.runs", firstEnd.ToString(), length.ToString(), end.ToString());
    }

    /// <summary>A record without a date was in force when it was listed, if its term or its end says that it has not ended since.</summary>
    private Standing WithoutBegin()
    {
        var ends = facts.Ends;
        if (ends.Basis == EndsBasis.Unstated)
            return Is(StandingKind.CannotTell, null, "begin.none");
        if (ends.On is { } last && day > last.Latest && ends.Basis is EndsBasis.Stated or EndsBasis.Computed && !facts.Term.RenewsByItself)
            return Is(StandingKind.Ended, last, "ends.passed", last.ToString());
        if (facts.ListedOn is not { } listed || day < listed.Latest)
            return Is(StandingKind.CannotTell, null, "begin.none-before-list", facts.ListedOn?.ToString() ?? "");
        Assume("begin.listed", listed.ToString());
        if (ends.Basis == EndsBasis.Conflict)
            return Conflict(null);
        if (ends.On is not { } end)
            return Open();
        if (day <= end.Earliest)
            return Is(StandingKind.InForceUntil, end, "ends.later", end.ToString());
        return facts.Term.RenewsByItself ? RunsOn(listed, end) : Is(StandingKind.CannotTell, null, "end.coarse", end.ToString());
    }

    /// <summary>In force only if nothing with an uncertain day has stopped it by then, and only until it is stopped.</summary>
    private Standing Cap(Standing standing)
    {
        if (!standing.IsInForce || (!hasOtherActs && facts.State != PrintedState.Cancelled))
            return standing;
        if (Stops().FirstOrDefault(s => s.On is { } on && day > on.Earliest) is { } coarse)
            return Is(StandingKind.CannotTell, null, "terminated.coarse", coarse.Places, coarse.On!.ToString());
        if (EndedOnAnUnknownDay())
            return Is(StandingKind.CannotTell, null, "state.cancelled-unknown", facts.StateText ?? Stops().FirstOrDefault()?.Text ?? "");
        if (Paused() is { } paused)
            return paused;
        var stop = Stops().MinBy(s => s.On!.Earliest);
        return stop is not null && !(standing.Until is { Earliest: { } end } && end <= stop.On!.Earliest)
            ? Is(StandingKind.InForceUntil, stop.On, stop.Successor is null ? "terminated.later" : "superseded.later", stop.Places, Told(stop))
            : standing;
    }

    private static bool HasOtherActs(IReadOnlyList<Event> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (!events[i].OpensPeriod)
                return true;
        }

        return false;
    }

    private Standing? Paused()
    {
        var pauses = facts.Events.Where(e => e.Act is Act.Suspended or Act.Resumed).ToList();
        if (pauses.FindLast(e => e.On is null) is { Act: Act.Suspended } undated)
            return Is(StandingKind.CannotTell, null, "suspended.unknown", undated.Places, undated.Text);
        var pause = pauses.Where(e => e.On is { } on && on.Earliest <= day).OrderBy(e => e.On!.Earliest).LastOrDefault();
        if (pause is null || (pause.Act == Act.Resumed && day >= pause.On!.Latest))
            return null;
        return Is(StandingKind.CannotTell, null, pause.Act == Act.Suspended ? "suspended" : "resumed.coarse", pause.Places, pause.On!.ToString());
    }

    private void Assume(string rule, params IReadOnlyList<string> arguments) => steps.Add(new Step(rule, arguments, IsAssumption: true));

    private Standing Is(StandingKind kind, EdtfValue? until, string rule, params IReadOnlyList<string> arguments) =>
        Is(kind, until, rule, [], arguments);

    private Standing Is(StandingKind kind, EdtfValue? until, string rule, IReadOnlyList<Place> places, params IReadOnlyList<string> arguments)
    {
        if (isTold)
            steps.Add(new Step(rule, arguments) { Places = places });
        return new Standing(kind, day, until, steps);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => Words.Kebab(value.ToString());
}

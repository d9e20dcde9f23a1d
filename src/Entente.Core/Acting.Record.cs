using Entente.Edtf;

namespace Entente.Core;

public static partial class Acting
{
    /// <summary>What speaks against a record that is entered or corrected by hand: what would have spoken against each of its acts,
    /// but as a question, since a record may tell of what nobody should have done.</summary>
    /// <param name="before">What was to be said of it already is not said again.</param>
    public static IReadOnlyList<Objection> ObjectionsToRecord(Facts facts, CountingRule counting, Day today, Facts? before = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var known = before is null ? [] : AgainstRecord(before, counting, today).Select(o => (o.Code, Texts(o))).ToHashSet();
        return [.. AgainstRecord(facts, counting, today).Where(o => !known.Contains((o.Code, Texts(o))))];

        static string Texts(Objection objection) => string.Join('\n', objection.Arguments);
    }

    private static IEnumerable<Objection> AgainstRecord(Facts facts, CountingRule counting, Day today)
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
            var isBefore = day.Latest < begin?.Earliest && happened.Act is not (Act.Signed or Act.Effective or Act.Unclear);
            if (isBefore)
                yield return Ask("act.before-signing", $"{field}on", day.ToString(), begin!.ToString());
            if (day.Earliest > today && happened.Act is not (Act.Effective or Act.Terminated))
                yield return Ask("act.in-future", $"{field}on", day.ToString());
            if (happened.Act == Act.Effective && EffectBeforeSigning(facts, day) is { } signed)
                yield return Ask("act.effect-before-signing", $"{field}on", day.ToString(), signed.ToString());
            if (happened.Act is Act.Renewed or Act.Extended && facts.Events.Take(i).Where(e => e.OpensPeriod).MaxBy(e => e.On!.Earliest)?.On is { } earlier && day.Latest < earlier.Earliest && !isBefore)
                yield return Ask("act.out-of-order", $"{field}on", day.ToString(), earlier.ToString());
            foreach (var objection in AgainstInTurn(facts, i, counting, today))
                yield return objection with { IsRefusal = false, Field = field + objection.Field };
        }
    }

    /// <summary>What would have spoken against one act of a record when all that lies before it was recorded.</summary>
    private static IEnumerable<Objection> AgainstInTurn(Facts facts, int at, CountingRule counting, Day today)
    {
        var happened = facts.Events[at];
        var earlier = facts.Events.Where((e, i) => e.On is { } on && (on.Earliest < happened.On!.Earliest || (on.Earliest == happened.On.Earliest && i < at))).ToList();
        if (earlier.Count == 0 || happened.Act is Act.Unclear or Act.Effective)
            return [];
        var isLast = facts.Events.Where(e => e.OpensPeriod).All(e => ReferenceEquals(e, happened) || e.On!.Earliest <= happened.On!.Earliest);
        var opener = earlier.Where(e => e.OpensPeriod).MaxBy(e => e.Begin!.Earliest);
        IReadOnlyList<PrintedEnd> stated = opener?.Until is { } until ? [new PrintedEnd(until, until.ToString())]
            : isLast && !happened.OpensPeriod ? Ending.Stated(facts.Ends) : [];
        var then = facts with { Events = earlier };
        then = then with { Ends = Ending.Of(earlier, Correcting.TermOf(then), stated, counting, NoEnd.EmptyCell) };
        // The end of the last period may stand beside the acts.
        var end = happened.Until ?? (isLast && happened.OpensPeriod && Ending.Stated(facts.Ends) is [{ On: var given }, ..] ? given : null);
        // How long an earlier period was is only assumed from the length of the last one: a gap after it is not known to be one.
        var isKnown = opener?.Until is not null || (isLast && !happened.OpensPeriod);
        var act = new NewAct(happened.Act, happened.On!) { Until = end, KeepsAnchor = happened.From is not null };
        return Objections(then, act, counting, today).Where(o => o.Code is not ("act.until-before" or "act.in-future" or "act.before-signing")
            && (isKnown || o.Code is not ("act.ended" or "act.renewed-late" or "act.extended-late")));
    }
}

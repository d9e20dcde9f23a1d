using Entente.App.Agreements;
using Entente.Core;
using Entente.Store.Json;

namespace Entente.App.Imports;

/// <summary>What somebody typed over a record of a list. Where the list is read otherwise since, it holds for the fields that were typed, and for no others.</summary>
internal static class TypedFacts
{
    /// <param name="now">What the record says without the correction.</param>
    /// <param name="step">The correction.</param>
    public static Facts On(Facts now, ReviewStep step, CountingRule counting)
    {
        var typed = step.Facts!;
        if (step.Before is not { } before || StoredJson.Text(before) == StoredJson.Text(now))
            return typed;
        var fields = Fields(before, typed);
        var facts = fields.Where(f => f is not ("start" or "term" or "end")).Aggregate(now, (into, field) => FactFields.Put(field, into, typed));
        return fields.Overlaps(["start", "term", "end"]) ? WithTimes(facts, typed, fields, counting) : facts;
    }

    /// <summary>An end that only follows from acts and a length was not typed.</summary>
    private static HashSet<string> Fields(Facts before, Facts typed)
    {
        var fields = FactTexts.Differences(before, typed).Select(f => f.Field).ToHashSet();
        if (Stated(before) == Stated(typed))
            fields.Remove("end");
        return fields;
    }

    private static Facts WithTimes(Facts now, Facts typed, HashSet<string> fields, CountingRule counting)
    {
        var facts = now with { Events = fields.Contains("start") ? typed.Events : now.Events, Term = fields.Contains("term") ? typed.Term : now.Term };
        var ends = fields.Contains("end") ? typed.Ends : now.Ends;
        return facts with { Ends = Ending.Of(facts.Events, Correcting.TermOf(facts), Ending.Stated(ends), counting, ends.Why ?? NoEnd.EmptyCell) };
    }

    private static string Stated(Facts facts) => string.Join("; ", Ending.Stated(facts.Ends).Select(e => e.On));
}

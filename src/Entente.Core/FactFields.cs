using Entente.Edtf;

namespace Entente.Core;

/// <summary>The fields of a record that are compared and taken one by one.</summary>
public static class FactFields
{
    /// <summary>The first record with one field of the second, whose places are those of another document. An end follows anew from acts and term.</summary>
    /// <param name="field">As <see cref="Finding.Field"/> names it.</param>
    /// <returns>The same facts where nobody can tell which of several partners is meant.</returns>
    public static Facts Put(string field, Facts into, Facts from, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(from);
        return field switch
        {
            "start" => WithEnds(into with { Events = [.. from.Events.Select(e => e with { Places = [] })] }, into.Ends, counting),
            "term" => WithEnds(Put(field, into, from), into.Ends, counting),
            "end" => Ending.Stated(from.Ends).Count > 0 ? EndingOn(into, from.Ends with { Places = [] }) : WithEnds(into, from.Ends with { Places = [] }, counting),
            _ => Put(field, into, from),
        };
    }

    /// <summary>The same for fields that the end does not follow from, and for the term with the end left as it is.</summary>
    public static Facts Put(string field, Facts into, Facts from)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(from);
        return field switch
        {
            "partner" when into.Parties.Count != from.Parties.Count => into with { Parties = [.. from.Parties.Select(p => p with { Places = [] })] },
            "partner" => Each(into, from, (p, f) => p with { Name = f.Name, Text = f.Text, Names = f.Names, Places = [] }),
            "unit" => Each(into, from, (p, f) => p with { Unit = f.Unit }),
            "country" => Each(into, from, (p, f) => p with { Country = f.Country, CountryText = f.CountryText, CountryBasis = f.CountryBasis }),
            "place" => Each(into, from, (p, f) => p with { City = f.City }),
            "kind" => into with { Kinds = [.. from.Kinds.Select(k => k with { Places = [] })] },
            "term" => into with { Term = from.Term with { Places = [] } },
            "state" => into with { State = from.State, StateText = from.StateText },
            "title" => into with { Title = from.Title },
            "reference" => into with { Reference = from.Reference },
            "subject" => into with { Subject = from.Subject },
            "note" => into with { Note = from.Note },
            "other" => into with { Other = from.Other },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };
    }

    /// <summary>Exactly so, whatever would follow from acts and a length that are of the other record: an end that neither has is not made. The last act says no other.</summary>
    public static Facts EndingOn(Facts facts, Ends chosen)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(chosen);
        if (chosen is { Basis: EndsBasis.Computed, On: EdtfDate on })
            chosen = new Ends(EndsBasis.Stated) { On = on, Text = on.ToString() };
        var last = facts.LastOpener;
        return facts with
        {
            Ends = chosen,
            Events = last?.Until is { } until && chosen.On is EdtfDate end && !until.Equals(end) ? [.. facts.Events.Select(e => ReferenceEquals(e, last) ? e with { Until = end } : e)] : facts.Events,
        };
    }

    private static Facts Each(Facts into, Facts from, Func<Party, Party, Party> put) =>
        into.Parties.Count == from.Parties.Count ? into with { Parties = [.. into.Parties.Zip(from.Parties, put)] } : into;

    private static Facts WithEnds(Facts facts, Ends ends, CountingRule counting) =>
        facts with { Ends = Ending.Of(facts.Events, facts.Term, Ending.Stated(ends), counting, ends.Why ?? NoEnd.EmptyCell) };
}

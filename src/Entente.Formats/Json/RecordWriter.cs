using System.Text.Json;

using Entente.Core;

namespace Entente.Formats.Json;

/// <summary>One record of a reading, and the facts of an agreement in the same shape.</summary>
/// <param name="hasPlaces">Off where the facts stand for themselves, away from their source.</param>
public sealed class RecordWriter(Utf8JsonWriter json, bool hasPlaces = true)
{
    // The schema wants one partner at least: where a row names none, the entry stands for the row itself.
    private static readonly Party Nobody = new("");

    internal void Write(Draft draft)
    {
        json.WriteStartObject();
        json.WriteNumber("order", draft.Order);
        json.WriteString("number", draft.Facts.Number);
        json.WriteString("table", draft.Table);
        WriteFacts(draft.Facts);
        json.WriteString("text", draft.Text);
        json.WritePlaces(draft.Places);
        json.WriteList("findings", draft.Findings, json.WriteStringValue);
        json.WriteEndObject();
    }

    /// <summary>The properties from title to other, within an object that the caller has opened.</summary>
    public void WriteFacts(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        json.WriteString("title", facts.Title);
        json.WriteString("reference", facts.Reference);
        json.WriteList("partners", facts.Parties.Count > 0 ? facts.Parties : [Nobody], WriteParty);
        json.WriteList("kinds", facts.Kinds, WriteKind);
        json.WriteList("events", facts.Events, WriteEvent);
        WriteTerm(facts.Term);
        WriteEnds(facts.Ends);
        json.WriteCode("state", facts.State);
        json.WriteString("stateText", facts.StateText);
        json.WriteString("subject", facts.Subject);
        json.WriteString("note", facts.Note);
        json.WriteList("other", facts.Other, WriteOther);
    }

    private void WriteParty(Party party)
    {
        json.WriteStartObject();
        json.WriteString("name", party.Name);
        // Only where the register knows its own side.
        if (party.Text is not null)
            json.WriteString("text", party.Text);
        json.WriteList("names", party.Names, name =>
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("language", name.Language);
            json.WriteCode("kind", name.Kind);
            json.WriteEndObject();
        });
        json.WriteString("unit", party.Unit);
        json.WriteString("city", party.City);
        json.WriteString("country", party.Country);
        json.WriteString("countryText", party.CountryText);
        json.WriteString("countryBasis", Words.Kebab(party.CountryBasis));
        WritePlaces(party.Places);
        json.WriteEndObject();
    }

    private void WriteKind(Kind kind)
    {
        json.WriteStartObject();
        json.WriteString("text", kind.Text);
        json.WriteString("basis", kind.IsInherited ? "inherited" : "stated");
        WritePlaces(kind.Places);
        json.WriteEndObject();
    }

    private void WriteEvent(Event happened)
    {
        json.WriteStartObject();
        json.WriteString("act", Words.Kebab(happened.Act));
        json.WriteDate("on", happened.On);
        // Only a person gives them, no document does.
        if (happened.From is not null)
            json.WriteDate("from", happened.From);
        json.WriteDate("until", happened.Until);
        json.WriteString("text", happened.Text);
        if (happened.Note is not null)
            json.WriteString("note", happened.Note);
        WritePlaces(happened.Places);
        json.WriteEndObject();
    }

    private void WriteTerm(Term term)
    {
        json.WriteStartObject("term");
        json.WriteString("text", term.Text);
        json.WriteString("length", term.Length?.ToString());
        json.WriteCode("renews", term.Renews);
        json.WriteString("renewalLength", term.RenewalLength?.ToString());
        if (term.RenewalTimes is { } times)
            json.WriteNumber("renewalTimes", times);
        else
            json.WriteNull("renewalTimes");
        json.WriteString("option", term.Option?.ToString());
        json.WriteCode("open", term.Open);
        WritePlaces(term.Places);
        json.WriteEndObject();
    }

    private void WriteEnds(Ends ends)
    {
        json.WriteStartObject("ends");
        json.WriteString("basis", Words.Kebab(ends.Basis));
        json.WriteDate("on", ends.On);
        json.WriteDate("latest", ends.Latest);
        json.WriteList("candidates", ends.Candidates, c => json.WriteStringValue(c.ToString()));
        json.WriteCode("why", ends.Why);
        json.WriteString("text", ends.Text);
        WritePlaces(ends.Places);
        json.WriteEndObject();
    }

    private void WritePlaces(IReadOnlyList<Place> places)
    {
        if (hasPlaces)
            json.WritePlaces(places);
    }

    private void WriteOther(OtherCell cell)
    {
        json.WriteStartObject();
        json.WriteString("header", cell.Header);
        json.WriteString("text", cell.Text);
        json.WriteEndObject();
    }
}

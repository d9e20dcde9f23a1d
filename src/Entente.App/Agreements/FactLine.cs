using Entente.App.Shell;
using Entente.App.Sources;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>One fact as people read it.</summary>
/// <param name="Read">What it was read as.</param>
/// <param name="Printed">What the source says; null when it says nothing of its own.</param>
internal sealed record FactLine(string Name, string Read, string? Printed, IReadOnlyList<Place> Places, string? Remark = null, string? Language = null)
{
    /// <param name="own">What its row became, for facts that keep no place of their own.</param>
    public static IEnumerable<FactLine> Of(Register register, Facts facts, IReadOnlyList<SourceLine> lines, IReadOnlyList<Piece> boxes, OwnPieces? own = null) =>
    [
        .. facts.Parties.SelectMany(p => OfParty(p, lines, boxes, own)),
        .. Text("title", facts.Title, own),
        .. facts.Kinds.Select(k => OfKind(register, k)),
        .. facts.Events.Select(OfEvent),
        .. OfTerm(facts.Term),
        OfEnds(facts),
        .. facts.State is { } state ? [new FactLine(Field("state"), PageWords.Say($"state.{Words.Kebab(state)}"), facts.StateText, own?.Of("state", facts.StateText) ?? [])] : Text("state", facts.StateText, own),
        .. Text("reference", facts.Reference, own), .. Text("subject", facts.Subject, own), .. Text("note", facts.Note, own),
        .. facts.Other.Select((o, i) => Told(o.Header ?? Field("other"), o.Text, own?.OfOther(i, facts.Other.Count, o.Text) ?? [])),
    ];

    /// <summary>Where all of them stand.</summary>
    public static IReadOnlyList<Place> PlacesOf(Facts facts) =>
        [.. facts.Parties.SelectMany(p => p.Places), .. facts.Kinds.SelectMany(k => k.Places), .. facts.Events.SelectMany(e => e.Places), .. facts.Term.Places, .. facts.Ends.Places];

    private static IEnumerable<FactLine> OfParty(Party party, IReadOnlyList<SourceLine> lines, IReadOnlyList<Piece> boxes, OwnPieces? own)
    {
        var language = NameLanguage.Of(party);
        if (party.Name.Length > 0)
            yield return new FactLine(Field("partner"), party.Name, InSource(party.Text ?? party.Name, party.Places), At(party, "partner", lines, boxes), Language: language);
        foreach (var name in party.Names.Where(n => n.Text != party.Name))
            yield return new FactLine(PageWords.Say("facts.name"), name.Text, null, [], Language: name.Language ?? NameLanguage.Of(name.Text, party.Country));
        foreach (var line in Text("unit", party.Unit, own).Concat(Text("place", party.City, own)))
            yield return line;
        var remark = party.CountryBasis is CountryBasis.Inherited or CountryBasis.Inferred ? PageWords.Say($"facts.country-{Words.Kebab(party.CountryBasis)}") : null;
        if (party.Country is not null || party.CountryText is not null)
            yield return new FactLine(Field("country"), party.Country is null ? PageWords.Say("facts.not-read") : Shown.Country(party.Country), InSource(party.CountryText, party.Places), lines.Count + boxes.Count == 0 ? [] : CountryAt(party, lines, boxes), remark);
    }

    /// <summary>One that stands over the row, or reaches into it, is told with no record or with another one: it is where the name is not.</summary>
    private static IReadOnlyList<Place> CountryAt(Party party, IReadOnlyList<SourceLine> lines, IReadOnlyList<Piece> boxes)
    {
        if (party is not { CountryBasis: CountryBasis.Inherited, Places.Count: > 1 })
            return At(party, "country", lines, boxes);
        var named = At(party, "partner", lines, boxes);
        return [.. party.Places.Where(p => !named.Contains(p))];
    }

    /// <summary>A partner has its places and its country's in one: the lines and boxes tell which is where.</summary>
    private static IReadOnlyList<Place> At(Party party, string field, IReadOnlyList<SourceLine> lines, IReadOnlyList<Piece> boxes)
    {
        if (boxes.Count > 0)
            return [.. party.Places.Where(p => boxes.Any(b => SourcePiece.FieldOf(b) == field && SourcesApi.IsAt(b.Place, p)))];
        var numbers = lines.Where(l => l.Pieces.Any(p => p.Field == field)).Select(l => l.Number).ToHashSet();
        return numbers.Count == 0 ? party.Places : [.. party.Places.Where(p => p.Line is { } line && numbers.Contains(line))];
    }

    private static FactLine OfKind(Register register, Kind kind) => new(
        Field("kind"), kind.Code is null ? kind.Text : KindWords.Of(register, kind.Code), InSource(kind.Text, kind.Places), kind.Places,
        kind.IsInherited ? PageWords.Say("facts.country-inherited") : null);

    private static FactLine OfEvent(Event happened)
    {
        var read = happened.On is null ? PageWords.Say("facts.not-read") : Shown.Date(happened.On);
        string?[] more = [happened.From is { } from ? PageWords.Say("facts.from", from) : null, happened.Until is { } end ? PageWords.Say("facts.until", end) : null, happened.Note];
        return new FactLine(Wording.Of("act", happened.Act), read, InSource(happened.Text, happened.Places), happened.Places, Joined(more));
    }

    private static string? Joined(IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } words ? words : null;

    private static IEnumerable<FactLine> OfTerm(Term term)
    {
        if (term.Text is null && !term.SaysHowLong)
            yield break;
        var words = TermWords(term);
        yield return new FactLine(Field("term"), words.Length == 0 ? PageWords.Say("facts.not-read") : words, InSource(term.Text, term.Places), term.Places);
    }

    /// <summary>As it was read; empty when nothing was.</summary>
    public static string TermWords(Term term)
    {
        var parts = new List<string>();
        if (term.Length is { } length)
            parts.Add(Shown.Length(length.ToString()));
        if (term.Open is { } open)
            parts.Add(PageWords.Say($"open.{Words.Kebab(open)}"));
        if (term.Renews is { } renews)
            parts.Add(PageWords.Say($"renews.{Words.Kebab(renews)}"));
        if (term.RenewalLength is { } each)
            parts.Add(PageWords.Say("facts.each-time", Shown.Length(each.ToString())));
        if (term.RenewalTimes is { } times)
            parts.Add(PageWords.Say(times == 1 ? "facts.once" : "facts.times", times));
        if (term.Option is { } option)
            parts.Add(PageWords.Say("facts.option", Shown.Length(option.ToString())));
        return string.Join(", ", parts);
    }

    private static FactLine OfEnds(Facts facts)
    {
        var ends = facts.Ends;
        var read = ends switch
        {
            { Basis: EndsBasis.Conflict } => string.Join(PageWords.Say("ends.or"), ends.Candidates.Select(Shown.Date)),
            { On: { } on, Latest: { } latest } => $"{Shown.Date(on)}, {PageWords.Say("ends.latest")} {Shown.Date(latest)}",
            { On: { } on } => Shown.Date(on),
            _ => Wording.Of("ends", ends.Basis),
        };
        var remark = ends.Why is not null ? NoEndWords(facts)
            : ends.On is null ? null
            : ends is { Basis: EndsBasis.Stated, Places.Count: 0 } ? PageWords.Say("basis.entered")
            : PageWords.Say($"basis.{Words.Kebab(ends.Basis)}");
        return new FactLine(Field("end"), read, InSource(ends.Text, ends.Places), ends.Places, remark);
    }

    /// <summary>Why there is no end; what was only entered has no cells.</summary>
    public static string NoEndWords(Facts facts) => facts.Ends.Why == NoEnd.EmptyCell && !facts.IsPrinted
        ? PageWords.Say("no-end.not-given") : PageWords.Say($"no-end.{Words.Kebab(facts.Ends.Why ?? NoEnd.NotRead)}");

    /// <summary>What a person entered stands in no source.</summary>
    private static string? InSource(string? text, IReadOnlyList<Place> places) => places.Count > 0 ? text : null;

    private static IEnumerable<FactLine> Text(string field, string? text, OwnPieces? own = null) =>
        string.IsNullOrWhiteSpace(text) ? [] : [Told(Field(field), text, own?.Of(field, text) ?? [])];

    private static FactLine Told(string name, string text, IReadOnlyList<Place> places) => new(name, text, InSource(text, places), places);

    private static string Field(string field) => Wording.Of($"field.{field}");
}

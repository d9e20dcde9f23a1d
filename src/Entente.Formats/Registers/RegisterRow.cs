using System.Globalization;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Tables;

namespace Entente.Formats.Registers;

/// <summary>One line of a register's table. Codes, EDTF and lengths are taken as they stand; what is no such value, for a person has typed it, is read
/// as in any list; where two columns that say the same do not, that is a doubt.</summary>
internal sealed class RegisterRow(IReadOnlyDictionary<string, GridCell> cells, Contents contents, CountingRule counting)
{
    /// <summary>Columns with a value for each partner.</summary>
    private static readonly string[] OfEach = ["unit", "city", "country", "country_as_printed"];

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public Facts Facts()
    {
        var term = Term();
        var events = Events();
        return new Facts
        {
            Number = Text("number"),
            Title = Text("title"),
            Reference = Text("reference"),
            Parties = Parties(),
            Kinds = [.. Kinds()],
            Events = events,
            Term = term,
            Ends = new RegisterEnds(this, events, term, counting).Ends(),
            State = Code<PrintedState>("state") ?? (Text("state_as_printed") is { } state ? contents.Of(state).State : null),
            StateText = Text("state_as_printed"),
            Subject = Text("subject"),
            Note = Text("note"),
            Other = [.. Parts("other").Select(o => o.Split(": ", 2)).Select(o => o.Length == 2 ? new OtherCell(o[0].Length == 0 ? null : o[0], o[1]) : new OtherCell(null, o[0]))],
        };
    }

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking a text for a formula.</summary>
    public string? Text(string head)
    {
        if (!cells.TryGetValue(head, out var cell))
            return null;
        var text = cell.Text.Trim();
        return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text.Length == 0 ? null : text;
    }

    public Place? PlaceOf(string head) => cells.GetValueOrDefault(head)?.Place;

    public IReadOnlyList<Place> Places(params ReadOnlySpan<string> heads)
    {
        var places = new List<Place>();
        foreach (var head in heads)
        {
            if (PlaceOf(head) is { } place)
                places.Add(place);
        }

        return places;
    }

    /// <summary>Several values of one cell.</summary>
    public IReadOnlyList<string> Parts(string head) => Text(head) is { } text ? [.. $"{text} ".Split("; ").Select(p => p.Trim())] : [];

    /// <summary>An EDTF value, or a date as people write it.</summary>
    public EdtfValue? Value(string head) => cells.GetValueOrDefault(head)?.Date ?? (Text(head) is { } text ? ValueIn(text) ?? NotRead<EdtfValue>(head) : null);

    public EdtfValue? ValueIn(string text) => EdtfValue.Parse(text).Value ?? (contents.Of(text).Whens is { IsWhole: true, Items: [{ On: { } on, RangeEnd: null }] } ? on : null);

    /// <summary>Several of them in one cell.</summary>
    public IReadOnlyList<EdtfValue> Values(string head)
    {
        var (parts, values) = (Parts(head), Parts(head).Select(ValueIn).OfType<EdtfValue>().ToList());
        if (values.Count < parts.Count)
            NotRead<string>(head);
        return values;
    }

    public T? Code<T>(string head)
        where T : struct, Enum => Text(head) is { } text ? Words.Parse<T>(text) ?? NotRead<T?>(head) : null;

    /// <summary>Two columns say the same of two things; the first is taken.</summary>
    public void Disagree(string taken, string other)
    {
        var field = RegisterTable.FieldOf(taken);
        findings.Add(new Finding("form.disagrees", Severity.Doubt, [], field, [taken, Text(taken) ?? "", other, Text(other) ?? ""]) { Places = Places(taken, other) });
    }

    private T? NotRead<T>(string head)
    {
        findings.Add(new Finding("form.not-read", Severity.Doubt, [], RegisterTable.FieldOf(head), [head, Text(head)!]) { Places = Places(head) });
        return default;
    }

    private IReadOnlyList<Party> Parties()
    {
        var names = Parts("partner");
        // A semicolon is a part of the name where nothing else has so many parts.
        var others = OfEach.Select(o => Parts(o).Count).Where(n => n > 0).ToList();
        if (names.Count > 1 && others.Count > 0 && !others.Contains(names.Count))
            names = [Text("partner")!];
        if (names.Count == 0)
            names = [""];
        foreach (var other in OfEach.Where(o => names.Count > 1 && Text(o) is not null && Parts(o).Count != names.Count))
            NotRead<string>(other);
        return [.. names.Select((name, i) => PartyOf(name, i, names.Count))];
    }

    private Party PartyOf(string name, int at, int of)
    {
        var (code, printed) = (Part("country", at, of), Part("country_as_printed", at, of));
        var asPrinted = printed is null ? null : CountryIn(printed);
        var known = code is null ? asPrinted?.Code : Countries.IsCode(code) ? code : CountryIn(code)?.Code;
        if (code is not null && known is null)
            NotRead<string>("country");
        if (code is null && printed is not null && known is null)
            NotRead<string>("country_as_printed");
        if (code is null && asPrinted is { Others: [var other, ..] })
            findings.Add(new Finding("country.ambiguous", Severity.Doubt, [], "country", [printed!, known!, other]) { Proposal = known, Places = Places("country_as_printed") });
        if (code is not null && known is not null && asPrinted is { IsDoubtful: false, Others.Count: 0 } && asPrinted.Code != known)
            Disagree("country", "country_as_printed");
        return new Party(name)
        {
            Unit = Part("unit", at, of),
            City = Part("city", at, of),
            Country = known,
            CountryText = printed ?? (known is null ? code : null),
            CountryBasis = printed is not null ? CountryBasis.Stated : known is not null ? CountryBasis.Inferred : CountryBasis.Unstated,
            Places = Places(["partner", .. OfEach]),
        };
    }

    private CountryName? CountryIn(string text) => contents.Of(text).Countries is [var country] ? country : CountryCodes.Find(text);

    /// <summary>What a column says of one of several partners.</summary>
    private string? Part(string head, int at, int of) => (of == 1 ? Text(head) : Parts(head) is { } parts && parts.Count == of ? parts[at] : null) is { Length: > 0 } text ? text : null;

    private IEnumerable<Kind> Kinds()
    {
        var (texts, codes) = (Parts("kind"), Parts("kind_code"));
        if (texts.Count == 0)
            texts = codes;
        for (var i = 0; i < texts.Count; i++)
        {
            var (read, code) = (contents.KindOf(texts[i]), codes.Count == texts.Count ? contents.KindOf(codes[i]) : null);
            if (read is not null && code is not null && read != code)
                Disagree("kind_code", "kind");
            yield return new Kind(texts[i], code ?? read) { Places = Places("kind", "kind_code") };
        }
    }

    private List<Event> Events()
    {
        var events = EventTexts.Parts(Text("events") ?? "").Select(EventOf).ToList();
        if (Value("begins") is not EdtfDate begins)
            return events;
        var begin = new Facts { Parties = [], Events = events, Ends = new Ends(EndsBasis.Unstated) }.Begin;
        if (begin is null)
            events.Insert(0, new Event(Act.Signed, begins, null, Text("begins")!) { Places = Places("begins") });
        else if (!begins.Equals(begin.On))
            Disagree("events", "begins");
        return events;
    }

    private Event EventOf(string text)
    {
        var (read, isRead) = EventTexts.Read(text, t => ValueIn(t) as EdtfDate);
        if (!isRead)
            NotRead<string>("events");
        return read with { Places = Places("events") };
    }

    private Term Term()
    {
        var text = Text("term_as_printed");
        var read = text is null ? null : Terms.Parse(text).Value;
        var term = new Term
        {
            Text = text,
            Length = LengthIn("length"),
            Renews = Code<Renews>("renews"),
            RenewalLength = LengthIn("renewal_length"),
            RenewalTimes = Text("renewal_times") is { } times ? int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NotRead<int?>("renewal_times") : null,
            Option = LengthIn("option"),
            Open = Code<OpenTerm>("open"),
            Places = Places("term_as_printed", "length", "renews", "renewal_length", "renewal_times", "option", "open"),
        };
        if (!term.SaysHowLong && read is not null)
            return read with { Text = text, Places = term.Places };
        if (read is { Length: { } printed } && term.Length is { } length && printed != length)
            Disagree("length", "term_as_printed");
        return term;
    }

    private Length? LengthIn(string head) => Text(head) is not { } text ? null : Length.TryParse(text, out var length) ? length : Terms.Parse(text).Value?.Length ?? NotRead<Length?>(head);
}

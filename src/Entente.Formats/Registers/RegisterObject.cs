using System.Globalization;
using System.Text.Json;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Registers;

/// <summary>One agreement of a register in JSON, in the shape that <see cref="Json.RecordWriter"/> writes.</summary>
/// <param name="placesOf">Of a property of the agreement.</param>
/// <param name="notRead">Told the property of the agreement, and the value that is none of its kind.</param>
internal sealed class RegisterObject(JsonElement agreement, Func<string, IReadOnlyList<Place>> placesOf, Kinds kinds, Action<string, string> notRead)
{
    /// <summary>The property of the agreement that is being read.</summary>
    private string property = "";

    public Facts Facts() => new()
    {
        Number = At("number", Text),
        Title = At("title", Text),
        Reference = At("reference", Text),
        Parties = Of("partners", PartyOf) is { Count: > 0 } parties ? parties : [new Party("")],
        Kinds = Of("kinds", kind => Text(kind, "text") is { } text ? new Kind(text, kinds.Find(text)) { IsInherited = Text(kind, "basis") == "inherited", Places = placesOf(property) } : null),
        Events = Of("events", EventOf),
        Term = Of("term", TermOf).FirstOrDefault() ?? Term.Unstated,
        Ends = Of("ends", EndsOf).FirstOrDefault() ?? new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell },
        State = At("state", Code<PrintedState>),
        StateText = At("stateText", Text),
        Subject = At("subject", Text),
        Note = At("note", Text),
        Other = Of("other", cell => Text(cell, "text") is { } text ? new OtherCell(Text(cell, "header"), text) : null),
    };

    private T At<T>(string name, Func<JsonElement, string, T> read)
    {
        property = name;
        return read(agreement, name);
    }

    /// <summary>An object, or each of several.</summary>
    private List<T> Of<T>(string name, Func<JsonElement, T?> read)
        where T : class => At(name, (of, _) => Value(of, name) is { } value ? Objects(value).Select(read).OfType<T>().ToList() : []);

    private IEnumerable<JsonElement> Objects(JsonElement value)
    {
        foreach (var one in Each(value))
        {
            if (one.ValueKind == JsonValueKind.Object)
                yield return one;
            else
                notRead(property, one.GetRawText());
        }
    }

    private Party PartyOf(JsonElement party) => new(Text(party, "name") ?? "")
    {
        Text = Text(party, "text"),
        Names = [.. (Value(party, "names") is { } names ? Objects(names) : []).Select(n => Text(n, "text") is { } text ? new PartyName(text, Text(n, "language"), Code<NameKind>(n, "kind")) : null).OfType<PartyName>()],
        Unit = Text(party, "unit"),
        City = Text(party, "city"),
        Country = Text(party, "country") is { } code ? Countries.IsCode(code) ? code : NotRead<string>(code) : null,
        CountryText = Text(party, "countryText"),
        CountryBasis = Code<CountryBasis>(party, "countryBasis") ?? CountryBasis.Unstated,
        Places = placesOf(property),
    };

    private Event EventOf(JsonElement happened)
    {
        var on = Date(happened, "on");
        return new Event(Code<Act>(happened, "act") ?? Act.Unclear, on as EdtfDate, Date(happened, "until") as EdtfDate, Text(happened, "text") ?? on?.ToString() ?? "")
        {
            From = Date(happened, "from") as EdtfDate,
            Note = Text(happened, "note"),
            Places = placesOf(property),
        };
    }

    private Term TermOf(JsonElement term) => new()
    {
        Text = Text(term, "text"),
        Length = LengthOf(term, "length"),
        Renews = Code<Renews>(term, "renews"),
        RenewalLength = LengthOf(term, "renewalLength"),
        RenewalTimes = NumberOf(term, "renewalTimes"),
        Option = LengthOf(term, "option"),
        Open = Code<OpenTerm>(term, "open"),
        Places = placesOf(property),
    };

    private Ends EndsOf(JsonElement ends)
    {
        var (on, basis) = (Date(ends, "on"), Code<EndsBasis>(ends, "basis"));
        return new Ends(basis ?? (on is null ? EndsBasis.Unstated : EndsBasis.Stated))
        {
            On = on,
            Latest = Date(ends, "latest"),
            Candidates = Value(ends, "candidates") is { } all ? [.. Each(all).Select(c => Text(c) is { } text ? DateIn(text) : null).OfType<EdtfValue>()] : [],
            Why = Code<NoEnd>(ends, "why") ?? (on is null && basis is null or EndsBasis.Unstated ? NoEnd.EmptyCell : null),
            Text = Text(ends, "text"),
            Places = placesOf(property),
        };
    }

    private static JsonElement? Value(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement[] Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private string? Text(JsonElement of, string name) => Value(of, name) is { } value ? Text(value) : null;

    private string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => NotRead<string>(value.GetRawText()),
    };

    private EdtfValue? Date(JsonElement of, string name) => Text(of, name) is { } text ? DateIn(text) : null;

    private EdtfValue? DateIn(string text) => EdtfValue.Parse(text).Value ?? NotRead<EdtfValue>(text);

    private T? Code<T>(JsonElement of, string name)
        where T : struct, Enum => Text(of, name) is { } text ? Words.Parse<T>(text) ?? NotRead<T?>(text) : null;

    private Length? LengthOf(JsonElement of, string name) => Text(of, name) is not { } text ? null : Length.TryParse(text, out var length) ? length : NotRead<Length?>(text);

    private int? NumberOf(JsonElement of, string name) => Text(of, name) is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NotRead<int?>(text);

    private T? NotRead<T>(string text)
    {
        notRead(property, text);
        return default;
    }
}

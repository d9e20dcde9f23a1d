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
        Number = Text(agreement, "number"),
        Title = Text(agreement, "title"),
        Reference = Text(agreement, "reference"),
        Parties = Of("partners", PartyOf) is { Count: > 0 } parties ? parties : [new Party("")],
        Kinds = Of("kinds", kind => Text(kind, "text") is { } text ? new Kind(text, kinds.Find(text)) { IsInherited = Text(kind, "basis") == "inherited", Places = placesOf(property) } : null),
        Events = Of("events", EventOf),
        Term = Of("term", TermOf).FirstOrDefault() ?? Term.Unstated,
        Ends = Of("ends", EndsOf).FirstOrDefault() ?? new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell },
        State = Code<PrintedState>(agreement, "state"),
        StateText = Text(agreement, "stateText"),
        Subject = Text(agreement, "subject"),
        Note = Text(agreement, "note"),
        Other = Of("other", cell => Text(cell, "text") is { } text ? new OtherCell(Text(cell, "header"), text) : null),
    };

    /// <summary>An object, or each of several.</summary>
    private List<T> Of<T>(string name, Func<JsonElement, T?> read)
        where T : class
    {
        property = name;
        if (Value(agreement, name) is not { } value)
            return [];
        return [.. Objects(value).Select(read).OfType<T>()];
    }

    private IEnumerable<JsonElement> Objects(JsonElement value)
    {
        foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
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
        Country = Text(party, "country") is { } code && IsCountry(code) ? code : null,
        CountryText = Text(party, "countryText"),
        CountryBasis = Code<CountryBasis>(party, "countryBasis") ?? CountryBasis.Unstated,
        Places = placesOf(property),
    };

    private bool IsCountry(string code)
    {
        if (Countries.IsCode(code))
            return true;
        notRead(property, code);
        return false;
    }

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
        RenewalTimes = Value(term, "renewalTimes") is { ValueKind: JsonValueKind.Number } times && times.TryGetInt32(out var number) ? number : null,
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
            Candidates = Value(ends, "candidates") is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.String ? EdtfValue.Parse(c.GetString()!).Value : null).OfType<EdtfValue>()] : [],
            Why = Code<NoEnd>(ends, "why") ?? (on is null && basis is null or EndsBasis.Unstated ? NoEnd.EmptyCell : null),
            Text = Text(ends, "text"),
            Places = placesOf(property),
        };
    }

    private static JsonElement? Value(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? Text(JsonElement of, string name)
    {
        if (Value(of, name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            notRead(Known(of, name), value.GetRawText());
        return value.ValueKind switch { JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null, JsonValueKind.Number => value.GetRawText(), _ => null };
    }

    private EdtfValue? Date(JsonElement of, string name) => Parsed(of, name, text => EdtfValue.Parse(text).Value);

    private T? Code<T>(JsonElement of, string name)
        where T : struct, Enum => Parsed<object>(of, name, text => Words.Parse<T>(text)) as T?;

    private Length? LengthOf(JsonElement of, string name) => Parsed<object>(of, name, text => Length.TryParse(text, out var length) ? length : null) as Length?;

    private T? Parsed<T>(JsonElement of, string name, Func<string, T?> parse)
        where T : class
    {
        if (Text(of, name) is not { } text)
            return null;
        var parsed = parse(text);
        if (parsed is null)
            notRead(Known(of, name), text);
        return parsed;
    }

    private string Known(JsonElement of, string name) => of.Equals(agreement) ? name : property;
}

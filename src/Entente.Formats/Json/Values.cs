using System.Text.Json;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats.Json;

/// <summary>The values that occur all over a document: EDTF dates, codes, lists, places.</summary>
public static class Values
{
    public static void WriteDate(this Utf8JsonWriter json, string name, EdtfValue? date) => json.WriteString(name, date?.ToString());

    public static void WriteCode<T>(this Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum => json.WriteString(name, value is { } code ? Words.Kebab(code) : null);

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void WritePlaces(this Utf8JsonWriter json, IEnumerable<Place> places) => json.WriteList("places", places, json.WritePlace);

    /// <summary>Only what the format of the source knows.</summary>
    private static void WritePlace(this Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteIfKnown("page", place.Page);
        json.WriteIfKnown("line", place.Line);
        json.WriteIfKnown("column", place.Column);
        json.WriteIfKnown("length", place.Length);
        if (place.Cell is not null)
            json.WriteString("cell", place.Cell);
        if (place.Box is not null)
            json.WriteList("box", place.Box, json.WriteNumberValue);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }
}

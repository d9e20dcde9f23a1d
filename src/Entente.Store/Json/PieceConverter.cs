using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.Core;

namespace Entente.Store.Json;

/// <summary>A piece is an array, for a document has as many as it has words: place, record and field for what is of a record;
/// place, null, role, reason and what a heading tells for all else. What is missing at its end is left out.</summary>
internal sealed class PieceConverter : JsonConverter<Piece>
{
    private static readonly PlaceConverter places = new();

    public override Piece Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A piece is an array.");
        Place? place = null;
        int? record = null;
        string? what = null, why = null, tells = null;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            switch (i)
            {
                case 0:
                    place = JsonSerializer.Deserialize<Place>(ref reader, options);
                    break;
                case 1:
                    record = reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null;
                    break;
                case 2:
                    what = reader.GetString();
                    break;
                case 3:
                    why = reader.GetString();
                    break;
                case 4:
                    tells = reader.GetString();
                    break;
            }
        }

        return record is not null
            ? new Piece(PieceRole.Record, place!, record, what)
            : new Piece(Words.Parse<PieceRole>(what) ?? PieceRole.Other, place!, Field: tells, Why: why);
    }

    public override void Write(Utf8JsonWriter writer, Piece value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        places.Write(writer, value.Place, options);
        if (value.Record is { } record)
            writer.WriteNumberValue(record);
        else
            writer.WriteNullValue();
        if ((value.Record is null ? Words.Kebab(value.Role) : value.Field) is { } what)
            writer.WriteStringValue(what);
        if (value.Why is { } why)
            writer.WriteStringValue(why);
        else if (value is { Record: null, Field: not null })
            writer.WriteNullValue();
        if (value is { Record: null, Field: { } tells })
            writer.WriteStringValue(tells);
        writer.WriteEndArray();
    }
}

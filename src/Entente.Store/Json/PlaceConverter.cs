using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

using Entente.Core;

namespace Entente.Store.Json;

/// <summary>A place is an array of page, line, column, length, cell, box; what is missing at its end is left out.</summary>
internal sealed class PlaceConverter : JsonConverter<Place>
{
    private const int MostOfACell = 32;

    public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A place is an array.");
        int?[] numbers = new int?[4];
        string? cell = null;
        double[]? box = null;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (i < numbers.Length)
                numbers[i] = reader.GetInt32();
            else if (i == numbers.Length)
                cell = reader.GetString();
            else
                box = JsonSerializer.Deserialize<double[]>(ref reader, options);
        }

        return new Place(numbers[0], numbers[1], numbers[2], numbers[3], cell, box);
    }

    public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options)
    {
        if (value is { Page: null, Line: { } line, Column: null, Length: null, Cell: { Length: < MostOfACell } cell, Box: null } && WriteCell(writer, line, cell))
            return;
        ReadOnlySpan<int?> numbers = [value.Page, value.Line, value.Column, value.Length];
        var last = numbers.Length;
        while (last > 0 && numbers[last - 1] is null)
            last--;
        var isMore = value.Box is not null || value.Cell is not null;
        writer.WriteStartArray();
        foreach (var number in isMore ? numbers : numbers[..last])
        {
            if (number is { } some)
                writer.WriteNumberValue(some);
            else
                writer.WriteNullValue();
        }

        if (isMore)
            writer.WriteStringValue(value.Cell);
        if (value.Box is not null)
            JsonSerializer.Serialize(writer, value.Box, options);
        writer.WriteEndArray();
    }

    /// <summary>A cell of a line of a text, written at once: a long list has some for every record.</summary>
    private static bool WriteCell(Utf8JsonWriter writer, int line, string cell)
    {
        foreach (var c in cell)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        Span<byte> array = stackalloc byte[MostOfACell * 2];
        Utf8.TryWrite(array, CultureInfo.InvariantCulture, $"[null,{line},null,null,\"{cell}\"]", out var length);
        writer.WriteRawValue(array[..length], skipInputValidation: true);
        return true;
    }
}

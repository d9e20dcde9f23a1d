using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Store.Json;

/// <summary>A date is kept as written.</summary>
internal sealed class EdtfDateConverter : JsonConverter<EdtfDate>
{
    public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EdtfDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException($"'{reader.GetString()}' is no EDTF date.");

    public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}

internal sealed class EdtfValueConverter : JsonConverter<EdtfValue>
{
    public override EdtfValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EdtfValue.Parse(reader.GetString() ?? "").Value
            ?? throw new JsonException($"'{reader.GetString()}' is no EDTF value.");

    public override void Write(Utf8JsonWriter writer, EdtfValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}

internal sealed class LengthConverter : JsonConverter<Length>
{
    public override Length Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Length.TryParse(reader.GetString(), out var length)
            ? length.Value
            : throw new JsonException($"'{reader.GetString()}' is no length.");

    public override void Write(Utf8JsonWriter writer, Length value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using Entente.Edtf;

namespace Entente.App.Shell;

/// <summary>How answers are written as JSON, the same by commands and by the API.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new DayText() },
    };

    public static string Of<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    private sealed class DayText : JsonConverter<Day>
    {
        public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Day.TryParse(reader.GetString(), out var day) ? day : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

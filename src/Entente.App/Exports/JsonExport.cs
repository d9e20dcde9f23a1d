using System.Text;
using System.Text.Json;

using Entente.Core;
using Entente.Formats.Json;

namespace Entente.App.Exports;

/// <summary>The facts in the shape of a reading's records, without the places that only a source gives them.</summary>
internal static class JsonExport
{
    public static string Of(IEnumerable<Facts> agreements)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonText.Document))
        {
            var records = new RecordWriter(json, hasPlaces: false);
            json.WriteStartObject();
            json.WriteString("entente", "register/1");
            json.WriteList("agreements", agreements, facts =>
            {
                json.WriteStartObject();
                json.WriteString("number", facts.Number);
                records.WriteFacts(facts);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) + "\n";
    }
}

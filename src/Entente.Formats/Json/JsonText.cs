using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Formats.Json;

/// <summary>How this program writes JSON: the same bytes for the same values, and every script readable as it is.</summary>
public static class JsonText
{
    // Relaxed is safe here: the text goes to files and responses of type application/json, never into a page.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Document = new() { Encoder = Encoder, Indented = true, NewLine = "\n" };

    public static readonly JsonWriterOptions Line = new() { Encoder = Encoder };
}

using System.Text;
using System.Text.Json;

using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Json;
using Entente.Formats.Sheets;

namespace Entente.App.Exports;

/// <summary>The facts of a whole register as a file, row by row: nothing is kept in memory, whatever its size.</summary>
internal static class RegisterFile
{
    private const int UsualWidth = 16;

    public static Task WriteAsync(ExportFormat format, IAsyncEnumerable<Facts> agreements, Stream file) => format switch
    {
        ExportFormat.Csv => CsvAsync(agreements, file),
        ExportFormat.Xlsx => XlsxAsync(agreements, file),
        _ => JsonAsync(agreements, file),
    };

    private static async Task CsvAsync(IAsyncEnumerable<Facts> agreements, Stream file)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = CsvText.To(text);
        CsvText.Write(csv, FactColumns.All.Select(c => c.Header));
        await foreach (var facts in agreements)
            CsvText.Write(csv, FactColumns.All.Select(c => CellText.Of(c.Value(facts))));
    }

    private static async Task XlsxAsync(IAsyncEnumerable<Facts> agreements, Stream file)
    {
        using var sheet = new XlsxWriter(file, PageWords.Say("register.title"), [.. FactColumns.All.Select(c => new XlsxColumn(c.Header, UsualWidth))]);
        await foreach (var facts in agreements)
            sheet.Write(FactColumns.All.Select(c => CellText.InSheet(c.Value(facts), isNumber: c.Header == "number")));
    }

    /// <summary>In the shape of a reading's records, without the places that only a source gives them.</summary>
    private static async Task JsonAsync(IAsyncEnumerable<Facts> agreements, Stream file)
    {
        await using (var json = new Utf8JsonWriter(file, JsonText.Document))
        {
            json.WriteStartObject();
            json.WriteString("entente", "register/1");
            json.WriteStartArray("agreements");
            await foreach (var facts in agreements)
            {
                Write(json, facts);
                await json.FlushAsync();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    /// <summary>All that is exported of one agreement.</summary>
    public static string Text(Facts facts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonText.Line))
            Write(json, facts);
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, Facts facts)
    {
        json.WriteStartObject();
        json.WriteString("number", facts.Number);
        new RecordWriter(json, hasPlaces: false).WriteFacts(facts);
        json.WriteEndObject();
    }
}

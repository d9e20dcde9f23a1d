using System.Text.Json;

using Entente.App.Agreements;
using Entente.App.Exports;
using Entente.App.Shell;
using Entente.Edtf;
using Entente.Formats.Sheets;

namespace Entente.App.Lists;

/// <summary>A list that is to be saved: the same agreements in the same order as on the page, and the same columns.</summary>
/// <param name="Columns">Null: as other programs know an agreement, where that is another shape.</param>
internal sealed record SavedList(Day On, long Total, IReadOnlyList<ListColumn>? Columns, IAsyncEnumerable<ListRow> Rows)
{
    /// <summary>The page says in its head on which day; a table says it in its last column.</summary>
    private IReadOnlyList<ListColumn> Table => [.. Columns ?? ListColumns.Of(null), new ListColumn("on", row => EdtfDate.Of(On))];

    public Task WriteAsync(ExportFormat format, Stream file) => format switch
    {
        ExportFormat.Csv => CsvAsync(file),
        ExportFormat.Xlsx => XlsxAsync(file),
        _ => JsonAsync(file),
    };

    private async Task CsvAsync(Stream file)
    {
        await using var text = CsvText.Saved(file);
        await using var csv = CsvText.To(text);
        CsvText.Write(csv, Table.Select(c => c.Head));
        await foreach (var row in Rows)
            CsvText.Write(csv, Table.Select(c => CellText.Of(c.Value(row))));
    }

    private async Task XlsxAsync(Stream file)
    {
        var columns = Table;
        using var sheet = new XlsxWriter(file, PageWords.Say("register.title"), [.. columns.Select(c => new XlsxColumn(c.Head, c.Width))]);
        await foreach (var row in Rows)
            sheet.Write(columns.Select(c => CellText.InSheet(c.Value(row), c.IsNumber)));
    }

    private async Task JsonAsync(Stream file)
    {
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = Wire.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("on", On.ToString());
        json.WriteNumber("total", Total);
        json.WriteStartArray("agreements");
        await foreach (var row in Rows)
        {
            if (Columns is null)
                JsonSerializer.Serialize(json, AgreementView.Of(row.At), Wire.Options);
            else
                WriteShown(json, row);
            await json.FlushAsync();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteShown(Utf8JsonWriter json, ListRow row)
    {
        json.WriteStartObject();
        foreach (var column in Columns!)
        {
            json.WritePropertyName(column.Name);
            JsonSerializer.Serialize(json, column.Value(row) is EdtfValue date ? date.ToString() : column.Value(row), Wire.Options);
        }

        json.WriteEndObject();
    }
}

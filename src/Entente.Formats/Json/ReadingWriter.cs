using System.Text.Json;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats.Json;

/// <summary>A reading as reading.schema.json says, every property always there and in the order of the schema.</summary>
public sealed class ReadingWriter
{
    /// <summary>So many bytes are given away at once: a large reading is never whole in memory.</summary>
    private const int MostPending = 1 << 16;

    private readonly Utf8JsonWriter json;
    private readonly Func<Finding, string> words;

    private ReadingWriter(Utf8JsonWriter json, Func<Finding, string> words)
    {
        this.json = json;
        this.words = words;
    }

    /// <param name="words">The message of a finding, in the language of the person who reads it.</param>
    public static void Write(Stream into, SourceReading reading, Func<Finding, string> words)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var json = new Utf8JsonWriter(into, JsonText.Document);
        new ReadingWriter(json, words).Write(reading);
    }

    private void Write(SourceReading reading)
    {
        json.WriteStartObject();
        json.WriteString("entente", "reading/1");
        WriteSource(reading);
        json.WriteList("tables", reading.Tables, WriteTable);
        var records = new RecordWriter(json);
        json.WriteList("records", reading.Drafts, draft =>
        {
            records.Write(draft);
            FlushIfFull();
        });
        json.WriteList("checks", reading.Checks, WriteCheck);
        json.WriteList("findings", reading.Findings, WriteFinding);
        WritePlaced(reading.Placed);
        json.WriteEndObject();
    }

    private void WriteSource(SourceReading reading)
    {
        var source = reading.Source;
        json.WriteStartObject("source");
        json.WriteString("name", source.Name);
        json.WriteString("sha256", source.Sha256);
        json.WriteString("mediaType", source.MediaType);
        json.WriteNumber("bytes", source.Bytes);
        json.WriteString("encoding", source.Encoding);
        json.WriteDate("listedOn", reading.ListedOn);
        json.WriteCode("listedOnBasis", reading.ListedOnBasis);
        json.WriteString("title", reading.Title);
        json.WriteEndObject();
    }

    private void WriteTable(Table table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("role", Words.Kebab(table.Role));
        json.WriteNumber("rows", table.Rows);
        json.WriteString("heading", table.Heading);
        json.WriteList("columns", table.Columns, column =>
        {
            json.WriteStartObject();
            json.WriteString("header", column.Header);
            json.WriteString("field", column.Field);
            json.WriteEndObject();
        });
        json.WritePlaces(table.Places);
        json.WriteEndObject();
    }

    private void WriteCheck(Check check)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Kebab(check.Kind));
        json.WriteString("subject", check.Subject ?? check.Text);
        json.WriteNumber("stated", check.Stated);
        json.WriteNumber("counted", check.Counted);
        json.WriteBoolean("holds", check.Holds);
        json.WriteEndObject();
    }

    private void WriteFinding(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("code", finding.Code);
        json.WriteString("severity", Words.Kebab(finding.Severity));
        json.WriteList("records", finding.Records, json.WriteNumberValue);
        json.WriteString("field", finding.Field);
        json.WriteString("message", words(finding));
        json.WriteString("proposal", finding.Proposal);
        json.WritePlaces(finding.Places);
        json.WriteEndObject();
        FlushIfFull();
    }

    private void FlushIfFull()
    {
        if (json.BytesPending > MostPending)
            json.Flush();
    }

    private void WritePlaced(Placed placed)
    {
        json.WriteStartObject("placed");
        json.WriteNumber("atoms", placed.Atoms);
        json.WriteNumber("placed", placed.Count);
        json.WriteList("unplaced", placed.Unplaced, json.WriteStringValue);
        json.WriteEndObject();
    }
}

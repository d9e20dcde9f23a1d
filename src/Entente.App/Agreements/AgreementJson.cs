using System.Text;
using System.Text.Json;

using Entente.App.Keeping;
using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Json;

namespace Entente.App.Agreements;

/// <summary>All that the register knows of one agreement; the facts in the shape of a record of a reading.</summary>
public static class AgreementJson
{
    /// <param name="history">Each change with what it changed, the oldest first.</param>
    public static string Of(AgreementFile file, IReadOnlyList<HistoryLine> history)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonText.Document))
            Write(json, file, history);
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, AgreementFile file, IReadOnlyList<HistoryLine> history)
    {
        var (agreement, standing) = (file.Agreement, file.Standing);
        json.WriteStartObject();
        json.WriteString("number", agreement.Number);
        json.WriteNumber("version", agreement.Version);
        json.WriteString("on", standing.On.ToString());
        json.WriteString("standing", Words.Kebab(standing.Kind));
        json.WriteDate("until", standing.Until);
        json.WriteString("because", Wording.Of(standing.Because));
        json.WriteList("steps", standing.Steps, step => WriteStep(json, step));
        json.WriteString("printedNumber", agreement.Facts.Number);
        json.WriteList("countries", agreement.Countries, json.WriteStringValue);
        new RecordWriter(json).WriteFacts(agreement.Facts);
        json.WriteList("findings", file.Findings, finding => WriteFinding(json, finding));
        WriteSource(json, file);
        json.WriteList("changes", history, line => WriteChange(json, line));
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteString("rule", step.Rule);
        json.WriteList("arguments", step.Arguments, json.WriteStringValue);
        json.WriteBoolean("assumption", step.IsAssumption);
        json.WriteString("text", Wording.Of(step));
        json.WritePlaces(step.Places);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, StoredFinding stored)
    {
        var finding = stored.Finding;
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", Words.Kebab(finding.Severity));
        json.WriteString("state", Words.Kebab(stored.State));
        json.WriteString("field", finding.Field);
        json.WriteString("message", Wording.Of(finding));
        json.WriteString("proposal", finding.Proposal);
        json.WritePlaces(finding.Places);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, AgreementFile file)
    {
        if (file is not { Edition: { } edition, Row: { } row })
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("name", edition.SourceName);
        json.WriteString("sha256", edition.Sha256);
        json.WriteString("edition", edition.Id);
        json.WriteNumber("record", row.Order);
        json.WriteString("text", row.Text);
        json.WritePlaces(row.Places);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, HistoryLine line)
    {
        var change = line.Change;
        json.WriteStartObject();
        json.WriteNumber("sequence", change.Sequence);
        json.WriteString("at", change.At);
        json.WriteString("who", change.Who);
        json.WriteString("act", change.Act);
        json.WriteString("words", Wording.Of($"change.{change.Act}"));
        json.WriteString("why", change.Why);
        json.WriteList("fields", line.Fields, field => WriteField(json, field));
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FieldDifference field)
    {
        json.WriteStartObject();
        json.WriteString("field", field.Field);
        json.WriteString("old", field.Old);
        json.WriteString("new", field.New);
        json.WriteEndObject();
    }
}

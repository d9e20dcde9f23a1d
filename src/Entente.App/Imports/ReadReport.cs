using System.Globalization;

using Entente.App.Agreements;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A reading in words: what it is, what was found in it, whether it adds up, and what a person must look at.</summary>
internal static class ReadReport
{
    /// <summary>Nobody reads more of them from a screen, and to set a table of a hundred thousand lines takes a minute.</summary>
    private const int MostFindings = 1_000;

    private const int MostRecords = 10;

    public static void Write(Terminal terminal, SourceReading reading)
    {
        WriteSummary(terminal, reading);
        WriteTables(terminal, reading);
        WriteRecords(terminal, reading);
        WriteFindings(terminal, reading);
    }

    /// <summary>The first agreements as they were read: a person sees at once whether the list was understood.</summary>
    private static void WriteRecords(Terminal terminal, SourceReading reading)
    {
        if (reading.Drafts.Count == 0)
            return;
        terminal.Table(
            [Wording.Of("list.number"), Wording.Of("list.partner"), Wording.Of("list.country"), Wording.Of("list.kind"), Wording.Of("list.begins"), Wording.Of("list.ends")],
            reading.Drafts.Take(MostRecords).Select(Row));
        if (reading.Drafts.Count > MostRecords)
            terminal.Answer(Wording.Of("read.records-more", Number(reading.Drafts.Count - MostRecords)));
    }

    private static IReadOnlyList<string> Row(Draft draft)
    {
        var facts = draft.Facts;
        return
        [
            facts.Number ?? Number(draft.Order),
            string.Join("; ", AgreementView.NamesOf(facts)),
            string.Join(", ", Agreement.CountriesOf(facts).Select(Shown.Country)),
            string.Join(", ", facts.Kinds.Select(k => k.Text)),
            facts.Begin?.On is { } begin ? Shown.Date(begin) : "",
            AgreementTable.End(facts.Ends),
        ];
    }

    /// <summary>Without the single findings.</summary>
    public static void WriteSummary(Terminal terminal, SourceReading reading) => WriteSummary(terminal, reading, ReadCounts.Of(reading));

    /// <param name="counts">Of its records and findings, which need not be there.</param>
    public static void WriteSummary(Terminal terminal, SourceReading reading, ReadCounts counts)
    {
        var source = reading.Source;
        terminal.Answer(Wording.Of("read.source", source.Name, source.MediaType, source.Encoding is { } encoding ? $" {encoding}" : "", Number(source.Bytes)));
        if (reading.Title is { } title)
            terminal.Answer(Wording.Of("read.title", title));
        if (reading.ListedOn is { } listed)
            terminal.Answer(Wording.Of(Wording.Family("read.listed-on", reading.ListedOnBasis ?? ListedOnBasis.Stated), listed.ToString()));
        terminal.Answer(Wording.Of("read.records", Number(counts.Records), Number(reading.Tables.Count(t => t.Role == TableRole.Agreements))));
        terminal.Answer(Placed(reading.Placed));
        WriteChecks(terminal, reading.Checks);
        terminal.Answer(Wording.Of("read.findings", Number(counts.Errors), Number(counts.Doubts), Number(counts.Notes)));
    }

    private static string Placed(Placed placed) => placed.IsComplete
        ? Wording.Of("read.placed", Number(placed.Atoms))
        : Wording.Of("read.unplaced", Number(placed.Count), Number(placed.Atoms), string.Join(" ", placed.Unplaced.Take(10)));

    /// <summary>What the list states of itself, and apart from it what its running numbers tell: no list states those.</summary>
    private static void WriteChecks(Terminal terminal, IReadOnlyList<Check> checks)
    {
        terminal.Answer(Stated([.. checks.Where(c => c.Kind != CheckKind.NumberSequence)]));
        foreach (var check in checks.Where(c => c.Kind == CheckKind.NumberSequence))
            terminal.Answer(Wording.Of(check.Holds ? "read.numbers-hold" : "read.numbers-fail", Number(check.Stated), Number(check.Counted)));
    }

    private static string Stated(IReadOnlyList<Check> checks)
    {
        var failed = checks.Where(c => !c.Holds).Select(Check).ToList();
        return checks.Count == 0 ? Wording.Of("read.no-checks")
            : failed.Count == 0 ? Wording.Of("read.checks-hold", Number(checks.Count))
            : Wording.Of("read.checks-fail", Number(checks.Count - failed.Count), Number(checks.Count), string.Join("; ", failed));
    }

    private static string Check(Check check) =>
        Wording.Of(Wording.Family("check", check.Kind), check.Subject ?? check.Text ?? "", Number(check.Stated), Number(check.Counted));

    public static void WriteTables(Terminal terminal, SourceReading reading) => terminal.Table(
        [Wording.Of("read.table"), Wording.Of("read.table.role"), Wording.Of("read.table.rows"), Wording.Of("read.table.columns")],
        reading.Tables.Select(t => (IReadOnlyList<string>)[t.Heading ?? t.Id, Wording.Of("table", t.Role), Number(t.Rows), string.Join(", ", t.Columns.Select(Column))]));

    private static string Column(TableColumn column) => column.Field is { } field
        ? Wording.Of("read.column", column.Header ?? "", Wording.Of($"field.{field}"))
        : Wording.Of("read.column-unused", column.Header ?? "");

    private static void WriteFindings(Terminal terminal, SourceReading reading)
    {
        if (reading.Findings.Count == 0)
            return;
        var numbers = reading.Drafts.ToDictionary(d => d.Order, d => d.Facts.Number);
        terminal.Table(
            [Wording.Of("read.finding"), Wording.Of("read.finding.records"), Wording.Of("read.finding.where"), Wording.Of("read.finding.message")],
            reading.Findings.OrderBy(f => f.Severity).Take(MostFindings).Select(f => Row(f, numbers)));
        if (reading.Findings.Count > MostFindings)
            terminal.Answer(Wording.Of("read.findings-more", Number(reading.Findings.Count - MostFindings)));
    }

    private static IReadOnlyList<string> Row(Finding finding, IReadOnlyDictionary<int, string?> numbers) =>
    [
        Wording.Of("severity", finding.Severity),
        string.Join(", ", finding.Records.Select(order => numbers.GetValueOrDefault(order) ?? Number(order))),
        finding.Places.Count == 0 ? "" : Shown.Place(finding.Places[0]),
        Wording.Of(finding),
    ];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using Entente.App.Design;
using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.App.Imports;

/// <summary>A column of a list under review.</summary>
/// <param name="Name">Of its field in the form.</param>
/// <param name="Examples">What stands in its first rows.</param>
/// <param name="Read">A date that could be read both ways, and what it was read as; null where there is none.</param>
public sealed record ColumnMeaning(string Name, string? Header, string? Field, IReadOnlyList<string> Examples, (string Text, EdtfDate On)? Read)
{
    public bool IsOfDates => TableColumn.IsDates(Field);
}

/// <summary>Tables under the same heads, which are meant together.</summary>
/// <param name="Rows">Of all of them.</param>
public sealed record ColumnGroup(string Heads, int Tables, int Rows, IReadOnlyList<ColumnMeaning> Columns);

/// <summary>What the columns of a list are taken for, and what a person says that they are.</summary>
public static class ColumnMeanings
{
    private const int MostExamples = 3;

    /// <summary>Kept, but not used.</summary>
    public const string None = ColumnChoice.None;

    /// <summary>All that a column can be, in words.</summary>
    public static IReadOnlyList<(string Value, string Words)> Fields { get; } =
    [
        (None, PageWords.Say("source-tables.unused")),
        .. new[] { "number", "partner", "country", "place", "kind", "start", "end" }.Select(Named),
        ("period", PageWords.Say("column-field.period")), ("renewed", PageWords.Say("column-field.renewed")),
        .. new[] { "term", "state", "title", "subject", "reference", "note" }.Select(Named),
    ];

    public static IReadOnlyList<ColumnGroup> Of(SourceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return
        [
            .. reading.Tables.Where(t => t.HasCells && t.Role != TableRole.Summary && t.Columns.Count > 1).GroupBy(t => t.Heads).Select((same, g) => new ColumnGroup(
                same.Key, same.Count(), same.Sum(t => t.Rows), [.. same.First().Columns.Select((c, i) => new ColumnMeaning($"column-{g + 1}-{i + 1}", c.Header, FieldOf(c), Examples(same, i), BothWays(reading, same, c.Field)))])),
        ];
    }

    /// <summary>Those that the form says otherwise than they are taken for.</summary>
    public static IReadOnlyList<ColumnChoice> Chosen(Entry entry, IReadOnlyList<ColumnGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return
        [
            .. from chosen in groups.SelectMany(g => g.Columns.Select((c, i) => (g.Heads, Column: c, At: i, Said: entry.Value(c.Name, c.Field ?? None))))
               where Fields.Any(f => f.Value == chosen.Said) && chosen.Said != (chosen.Column.Field ?? None)
               select new ColumnChoice(chosen.Heads, chosen.At, chosen.Said == None ? null : chosen.Said),
        ];
    }

    /// <summary>What was said of columns of a list, for all that have the same head; where two of its columns do, none is meant.</summary>
    public static IReadOnlyList<RuleEdit> RulesOf(ReviewFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (steps, days) = (file.Review.Steps, ReviewColumns.DaysOf(file.Review));
        var fields = steps.SelectMany(s => s.Columns).GroupBy(c => (c.Heads, c.Column)).Select(said => said.Last())
            .Select(c => (Of: RuleField.Column, Head: HeadOf(file.Reading, c.Heads, c.Column), Meaning: c.Field ?? None));
        var orders = Of(file.Reading).SelectMany(g => g.Columns.Select((c, i) => (Column: c, Own: ReviewColumns.OwnDaysOf(file.Review, g.Heads, i) ?? DayOrder.Unknown, Head: HeadOf(file.Reading, g.Heads, i))))
            .Where(c => c.Column.IsOfDates).Select(c => (Of: RuleField.Days, c.Head, Meaning: c.Own == DayOrder.Unknown ? days : c.Own))
            .Where(c => c.Meaning != DayOrder.Unknown).Select(c => (c.Of, c.Head, Meaning: Words.Kebab(c.Meaning)));
        return [.. fields.Concat(orders).Where(r => r.Head is not null).DistinctBy(r => (r.Of, r.Head)).Select(r => Rules.Rule(r.Of, r.Head!, r.Meaning))];
    }

    private static string? HeadOf(SourceReading reading, string heads, int column)
    {
        var columns = reading.Tables.FirstOrDefault(t => t.Heads == heads)?.Columns ?? [];
        return columns.ElementAtOrDefault(column)?.Header is { Length: > 0 } head && columns.Count(c => c.Header == head) == 1 ? head : null;
    }

    private static (string Value, string Words) Named(string field) => (field, Wording.Of($"field.{field}"));

    /// <summary>What is only kept under its head is not used.</summary>
    private static string? FieldOf(TableColumn column) => Fields.Any(f => f.Value == column.Field) ? column.Field : null;

    private static (string, EdtfDate)? BothWays(SourceReading reading, IEnumerable<Table> tables, string? field)
    {
        if (!TableColumn.IsDates(field))
            return null;
        var ids = tables.Select(t => t.Id).ToHashSet();
        var dates = reading.Drafts.Where(d => d.Table is not null && ids.Contains(d.Table)).SelectMany(d => field == "end"
            ? Ending.Stated(d.Facts.Ends).Select(e => (e.Text, On: (EdtfDate?)e.On)) : d.Facts.Events.Select(e => (e.Text, e.On)));
        return dates.Where(d => d.On is { Precision: EdtfPrecision.Day } on && IsBothWays(d.Text, on)).Select(d => ((string, EdtfDate)?)(d.Text, d.On!)).FirstOrDefault();
    }

    /// <summary>03/04/2019, and not 2019-04-03 or 13/04/2019.</summary>
    private static bool IsBothWays(string text, EdtfDate on)
    {
        var numbers = text.Split(['/', '.', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
        return on.DayOfMonth is <= 12 && on.DayOfMonth != on.Month && numbers.Length == 3 && numbers.All(n => n.Length <= 4 && n.All(char.IsAsciiDigit)) && numbers[0].Length <= 2 && numbers[1].Length <= 2;
    }

    private static List<string> Examples(IEnumerable<Table> tables, int column) => [.. tables.SelectMany(t => t.Samples.ElementAtOrDefault(column) ?? []).Select(TextSigns.Without).Distinct().Take(MostExamples)];
}

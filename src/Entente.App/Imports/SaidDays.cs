using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>What was said of the days of a column, beside what its dates tell: one that can only be read the other way speaks against it.</summary>
internal static class SaidDays
{
    private static readonly string[] acts = ["start", "renewed", "period"];

    /// <summary>With a doubt for each column of which something else was said than it tells.</summary>
    public static SourceReading Checked(SourceReading reading, ReadOptions options)
    {
        if (options.ColumnDays.Count == 0 && options.Days is null)
            return reading;
        var behind = new Lazy<Dictionary<Place, string>>(() => reading.Pieces.Where(p => p is { Role: PieceRole.Record, Field: "term" or "end" }).GroupBy(p => p.Place).ToDictionary(p => p.Key, p => p.First().Field!));
        var against = reading.Tables.Where(t => t.Role == TableRole.Agreements)
            .SelectMany(t => t.Columns.Index().Where(c => TableColumn.IsDates(c.Item.Field) || c.Item.Field == "term").SelectMany(c => Against(reading, options, t, c.Index, behind)))
            .GroupBy(a => (a.Head, a.Said)).ToList();
        return against.Count == 0 ? reading : reading.With(reading.Drafts, reading.Findings.Concat(against.Select((a, i) =>
            new Finding("days.against", Severity.Doubt, [], null, [a.Key.Head, Words.Kebab(a.Key.Said), $"{a.Count()}", a.First().Text]) { Id = $"f{reading.Findings.Count + i + 1}" })));
    }

    /// <param name="behind">The fields of cells that stand in columns of terms and ends: these may print periods as well.</param>
    private static IEnumerable<(string Head, DayOrder Said, string Text)> Against(SourceReading reading, ReadOptions options, Table table, int column, Lazy<Dictionary<Place, string>> behind)
    {
        var said = options.ColumnDays.LastOrDefault(d => d.Column == column && d.Heads == table.Heads && d.Days != DayOrder.Unknown)?.Days ?? options.Days ?? DayOrder.Unknown;
        var (head, field) = (table.Columns[column].Header ?? "", table.Columns[column].Field!);
        // Of several columns of acts nobody can tell here which one a date is of.
        if (said is not (DayOrder.DayFirst or DayOrder.MonthFirst) || table.Columns.Count(c => acts.Contains(field) ? acts.Contains(c.Field) : c.Field == field) != 1)
            return [];
        var other = said == DayOrder.DayFirst ? DayOrder.MonthFirst : DayOrder.DayFirst;
        return reading.Drafts.Where(d => d.Table == table.Id)
            .SelectMany(d => Printed(d.Facts, field)).Where(p => !table.HasCells || p.Places.Any(IsIn)).Select(p => p.Text)
            .Where(t => t is { Length: > 0 } && new CellContent(t, Kinds.BuiltIn).Whens.Decided is { Count: 1 } own && own.Contains(other))
            .Select(t => (head, said, t));

        bool IsIn(Place place) => behind.Value.TryGetValue(place, out var of) ? of == field : acts.Contains(field);
    }

    private static IEnumerable<(string Text, IReadOnlyList<Place> Places)> Printed(Facts facts, string field)
    {
        var happened = facts.Events.Select(e => (e.Text, e.Places));
        var ends = Ending.Stated(facts.Ends).Select(e => (e.Text, e.Places));
        return field switch { "end" or "term" => happened.Concat(ends).DistinctBy(p => p.Text), _ => happened };
    }
}

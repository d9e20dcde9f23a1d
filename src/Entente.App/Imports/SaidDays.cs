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
        var against = reading.Tables.Where(t => t.Role == TableRole.Agreements).SelectMany(t => t.Columns.Index().Where(c => TableColumn.IsDates(c.Item.Field)).SelectMany(c => Against(reading, options, t, c.Index)))
            .GroupBy(a => (a.Head, a.Said)).ToList();
        return against.Count == 0 ? reading : reading.With(reading.Drafts, reading.Findings.Concat(against.Select((a, i) =>
            new Finding("days.against", Severity.Doubt, [], null, [a.Key.Head, Words.Kebab(a.Key.Said), $"{a.Count()}", a.First().Text]) { Id = $"f{reading.Findings.Count + i + 1}" })));
    }

    private static IEnumerable<(string Head, DayOrder Said, string Text)> Against(SourceReading reading, ReadOptions options, Table table, int column)
    {
        var said = options.ColumnDays.LastOrDefault(d => d.Column == column && d.Heads == table.Heads && d.Days != DayOrder.Unknown)?.Days ?? options.Days ?? DayOrder.Unknown;
        var (head, isEnd) = (table.Columns[column].Header ?? "", table.Columns[column].Field == "end");
        // Of several columns of acts nobody can tell here which one a date is of.
        if (said is not (DayOrder.DayFirst or DayOrder.MonthFirst) || table.Columns.Count(c => isEnd ? c.Field == "end" : acts.Contains(c.Field)) != 1)
            return [];
        var other = said == DayOrder.DayFirst ? DayOrder.MonthFirst : DayOrder.DayFirst;
        return reading.Drafts.Where(d => d.Table == table.Id)
            .SelectMany(d => isEnd ? Ending.Stated(d.Facts.Ends).Select(e => e.Text) : d.Facts.Events.Select(e => e.Text))
            .Where(t => t is { Length: > 0 } && new CellContent(t, Kinds.BuiltIn).Whens.Decided is { Count: 1 } own && own.Contains(other))
            .Select(t => (head, said, t!));
    }
}

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Tables;

namespace Entente.Formats.Registers;

/// <summary>A table with the columns of docs/export.md, in any order; of what a person added each column is kept by its head.</summary>
internal sealed class RegisterTable
{
    private const int LastRowOfHead = 10;

    /// <summary>What each column is of.</summary>
    private static readonly Dictionary<string, string?> Fields = new(StringComparer.Ordinal)
    {
        ["number"] = "number", ["partner"] = "partner", ["unit"] = "unit", ["city"] = "place", ["country"] = "country", ["country_as_printed"] = "country",
        ["kind"] = "kind", ["kind_code"] = "kind", ["title"] = "title", ["reference"] = "reference", ["begins"] = "start", ["events"] = "start",
        ["term_as_printed"] = "term", ["length"] = "term", ["renews"] = "term", ["renewal_length"] = "term", ["renewal_times"] = "term", ["option"] = "term", ["open"] = "term",
        ["ends_basis"] = "end", ["ends_on"] = "end", ["ends_latest"] = "end", ["ends_candidates"] = "end", ["ends_why"] = "end", ["ends_as_printed"] = "end",
        ["state"] = "state", ["state_as_printed"] = "state", ["subject"] = "subject", ["note"] = "note", ["other"] = null,
    };

    /// <summary>No other list has these.</summary>
    private static readonly string[] Telling = ["partner", "events", "term_as_printed", "ends_basis", "ends_on"];

    private readonly Grid grid;
    private readonly int head;
    private readonly Dictionary<int, string> heads;
    private readonly Contents contents;
    private readonly CountingRule counting;

    public RegisterTable(Grid grid, int head, ReadOptions options)
    {
        (this.grid, this.head, counting) = (grid, head, options.Rules.Counting);
        HeadCells = [.. grid.FilledIn(head)];
        heads = HeadCells.ToDictionary(c => c.Column, c => c.Text.Trim());
        var plain = new Contents(options.Rules.Kinds);
        contents = plain.In(options.Days ?? OrderOf(plain));
    }

    public IReadOnlyList<GridCell> HeadCells { get; }

    public IReadOnlyList<TableColumn> Columns => [.. Enumerable.Range(0, grid.Columns).Select(c => new TableColumn(heads.GetValueOrDefault(c), FieldAt(c)))];

    /// <summary>The line of a text that is the head of a register's table.</summary>
    public static string? HeadIn(string text)
    {
        // Quickly told from nearly every other text.
        if (text.IndexOf(Telling[^1], StringComparison.Ordinal) is not (>= 0 and var at))
            return null;
        var (begin, end) = (text.LastIndexOf('\n', at) + 1, text.IndexOf('\n', at));
        var line = end < 0 ? text[begin..] : text[begin..end];
        return Array.TrueForAll(Telling, head => line.Contains(head, StringComparison.Ordinal)) ? line : null;
    }

    /// <returns>The row of the head; -1 where the table is of no register.</returns>
    public static int HeadIn(Grid grid)
    {
        for (var row = 0; row < Math.Min(grid.Rows, LastRowOfHead); row++)
        {
            var texts = grid.FilledIn(row).Select(c => c.Text.Trim()).ToHashSet(StringComparer.Ordinal);
            if (Array.TrueForAll(Telling, texts.Contains))
                return row;
        }

        return -1;
    }

    public IEnumerable<FormRecord> Records()
    {
        for (var row = head + 1; row < grid.Rows; row++)
        {
            var cells = grid.FilledIn(row);
            if (cells.Count == 0)
                continue;
            ReadingStop.Look();
            var named = cells.Where(c => heads.ContainsKey(c.Column)).GroupBy(c => heads[c.Column], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            var read = new RegisterRow(named, contents, counting);
            var facts = read.Facts();
            // Of two columns with the same head the second was added.
            var added = cells.Where(c => !heads.TryGetValue(c.Column, out var of) || !Fields.ContainsKey(of) || named[of] != c).Select(c => new OtherCell(heads.GetValueOrDefault(c.Column), c.Text.Trim()));
            yield return new FormRecord(facts with { Other = [.. facts.Other, .. added] }, string.Join(" | ", cells.Select(c => c.Text.Trim())), [.. cells.Select(c => c.Place)], [.. cells.Select(c => FieldAt(c.Column))], read.Findings);
        }
    }

    public static string? FieldOf(string head) => Fields.GetValueOrDefault(head);

    private string? FieldAt(int column) => heads.TryGetValue(column, out var name) ? FieldOf(name) : null;

    /// <summary>Programs of spreadsheets write a day in the way of their country when they save such a file.</summary>
    private DayOrder OrderOf(Contents plain)
    {
        var dates = grid.Cells.Where(c => c.Row > head && c.Date is null && heads.GetValueOrDefault(c.Column) is "begins" or "ends_on");
        return Dates.Decided([.. dates.SelectMany(c => plain.Of(c).Whens.Decided)], hasShortYears: false);
    }
}

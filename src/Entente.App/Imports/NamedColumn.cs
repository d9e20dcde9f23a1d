using System.CommandLine.Parsing;
using System.Globalization;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;

namespace Entente.App.Imports;

/// <summary>A column of a list under review as commands name it: by its head, or by its number among all columns of the list.</summary>
/// <param name="At">Among those of its table, from 0.</param>
internal sealed record NamedColumn(int Number, string Heads, int At, ColumnMeaning Meaning)
{
    public static IReadOnlyList<NamedColumn> Of(SourceReading reading) =>
        [.. ColumnMeanings.Of(reading).SelectMany(g => g.Columns.Select((c, i) => (g.Heads, At: i, Column: c))).Select((c, i) => new NamedColumn(i + 1, c.Heads, c.At, c.Column))];

    /// <summary>"Remarks=subject": what columns are.</summary>
    /// <exception cref="RefusedException">review.no-column.</exception>
    public static IReadOnlyList<ColumnChoice> Choices(ReviewFile file, IEnumerable<string> typed) =>
    [
        .. from said in typed.Select(Parted)
           from column in Get(file, said.Column!)
           select new ColumnChoice(column.Heads, column.At, said.Value == ColumnMeanings.None ? null : said.Value),
    ];

    /// <summary>"Signed=month-first": which of two small numbers is the day in a column.</summary>
    /// <exception cref="RefusedException">review.no-column.</exception>
    public static IReadOnlyList<ColumnDays> Days(ReviewFile file, IEnumerable<string> typed) =>
    [
        .. from said in typed.Select(Parted)
           where said.Column is not null
           from column in Get(file, said.Column!)
           select new ColumnDays(column.Heads, column.At, Words.Parse<DayOrder>(said.Value) ?? DayOrder.Unknown),
    ];

    /// <summary>The same of the whole list, which no column is named for.</summary>
    public static DayOrder? Days(IEnumerable<string> typed) => typed.Select(Parted).Where(s => s.Column is null).Select(s => Words.Parse<DayOrder>(s.Value)).LastOrDefault();

    /// <summary>What is typed wrongly is told before a list is read for it.</summary>
    /// <param name="needsColumn">Whether a value alone says nothing.</param>
    public static void Check(OptionResult asked, IReadOnlyList<string> values, bool needsColumn)
    {
        foreach (var text in asked.Tokens.Select(t => t.Value))
        {
            var (column, value) = Parted(text);
            if (needsColumn && column is null)
                asked.AddError(Wording.Of("usage.no-column", text));
            else if (!values.Contains(value))
                asked.AddError(Wording.Of("usage.one-of", value, string.Join(", ", values)));
        }
    }

    /// <summary>A head may have the sign itself.</summary>
    private static (string? Column, string Value) Parted(string typed) =>
        typed.LastIndexOf('=') is >= 0 and var at ? (typed[..at].Trim(), typed[(at + 1)..].Trim()) : (null, typed.Trim());

    /// <summary>Tables under other heads may have a column of the same one.</summary>
    private static IReadOnlyList<NamedColumn> Get(ReviewFile file, string named)
    {
        var all = Of(file.Reading);
        IReadOnlyList<NamedColumn> found = [.. all.Where(c => string.Equals(c.Meaning.Header?.Trim(), named, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 0 && int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            found = [.. all.Where(c => c.Number == number)];
        return found.Count > 0 ? found
            : throw new RefusedException("review.no-column", named, file.Review.SourceName, string.Join(", ", all.Select(c => c.Meaning.Header ?? $"{c.Number}").Distinct()));
    }
}

using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Formats.Text;

/// <summary>Words that make a date the day of the list: "as of" before it, "-i állapot" behind it.</summary>
internal static class AsOf
{
    private const int MostWords = 4;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("list"));

    /// <summary>The day behind words such as "as of", or before them.</summary>
    public static EdtfDate? DayIn(TokenRun run)
    {
        var scan = new WhenScan(run, DayOrder.Unknown);
        for (var at = 0; at < run.Count; at++)
        {
            if (scan.DateAt(at) is ({ On: { Precision: not EdtfPrecision.Year } on }, var end) && IsSaidOf(run, 0, run.Count, at, end))
                return on;
        }

        return null;
    }

    /// <summary>The day that closes a title, in brackets: "List of partnerships (1 April 2024)".</summary>
    public static EdtfDate? DayClosing(string title)
    {
        var text = title.TrimEnd(' ', '.');
        var opens = text.LastIndexOfAny(['(', '（']);
        if (opens <= 0 || text[^1] is not (')' or '）'))
            return null;
        var inside = TokenRun.Of(text[(opens + 1)..^1]);
        return inside.Count > 0 && new WhenScan(inside, DayOrder.Unknown).DateAt(0) is ({ On: { Precision: not EdtfPrecision.Year } on }, var end) && end == inside.Count ? on : null;
    }

    /// <param name="from">The first word of the text that the date stands in, and <paramref name="to"/> behind its last.</param>
    /// <param name="date">Where the date begins, and <paramref name="end"/> behind it.</param>
    public static bool IsSaidOf(TokenRun run, int from, int to, int date, int end)
    {
        // Words that stand before a day elsewhere may close what it stands in: "2023. december 31-i állapot".
        if (end < to && Words.Value.LongestAt(run.Keys, end) is var behind && (behind.Code == "as-of-behind" || (behind.Code == "as-of" && behind.End == to)))
            return true;
        for (var at = Math.Max(from, date - MostWords); at < date; at++)
        {
            if (Words.Value.LongestAt(run.Keys, at) is { Code: "as-of" } words && words.End == date)
                return true;
        }

        return false;
    }
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>Column headers found in a run of tokens: where they stand and what they promise.</summary>
/// <param name="Columns">Of the list of agreements.</param>
/// <param name="SideColumns">Of a table printed beside it; empty when there is none.</param>
internal sealed record ListHeader(int Start, int End, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableColumn> SideColumns)
{
    private const int FewestColumns = 3, MostUnknown = 6;

    private static readonly Lazy<PhraseBook> Words = new(() => PhraseBook.Of("header"));

    public bool Has(string field) => Columns.Any(c => c.Field == field);

    /// <summary>Every stretch of tokens that is whole lines of header words; the first one is the list's, equal ones repeat it on later pages.</summary>
    public static IReadOnlyList<ListHeader> FindAll(TextTokens text)
    {
        var headers = new List<ListHeader>();
        for (var i = 0; i < text.Run.Count; i++)
        {
            if (text.Tokens[i].StartsLine && At(text, i) is { } header)
            {
                headers.Add(header);
                i = header.End - 1;
            }
        }

        return [.. headers.Select((h, i) => i == 0 ? h : h with { Start = WithTitle(text, headers[0].Start, h.Start) })];
    }

    /// <summary>The lines over the first head that come again over a later one are a part of it.</summary>
    private static int WithTitle(TextTokens text, int first, int again)
    {
        for (var (one, other) = (first, again); one > 0;)
        {
            var (oneStart, otherStart) = (LineBefore(text, one), LineBefore(text, other));
            if (one - oneStart != other - otherStart || !Enumerable.Range(0, one - oneStart).All(i => text.Run.Tokens[oneStart + i] == text.Run.Tokens[otherStart + i]))
                return other;
            (one, other) = (oneStart, otherStart);
            again = other;
        }

        return again;
    }

    private static int LineBefore(TextTokens text, int token)
    {
        var start = token - 1;
        while (start > 0 && !text.Tokens[start].StartsLine)
            start--;
        return Math.Max(start, 0);
    }

    private static ListHeader? At(TextTokens text, int start)
    {
        var columns = new List<TableColumn>();
        var at = start;
        var end = start;
        var complete = 0;
        var unknown = 0;
        while (at < text.Run.Count)
        {
            var (behind, field) = Words.Value.LongestAt(text.Run.Keys, at);
            if (field == "total" || (behind == 0 && (unknown >= MostUnknown || complete > 0)))
                break;
            if (behind == 0)
            {
                unknown++;
                if (columns.Count == 0 || text.Tokens[at].Line != text.Tokens[start].Line || text.Tokens[at].Text.Any(char.IsDigit))
                    break;
                if (columns[^1].Field is null)
                    columns[^1] = columns[^1] with { Header = $"{columns[^1].Header} {text.Run.Tokens[at]}" };
                else
                    columns.Add(new TableColumn(text.Run.Tokens[at], null));
                behind = at + 1;
            }
            else
            {
                columns.Add(new TableColumn(text.Run.Text(at, behind), field));
            }

            at = behind;
            if (at == text.Run.Count || text.Tokens[at].StartsLine)
                (end, complete) = (at, columns.Count);
        }

        columns.RemoveRange(complete, columns.Count - complete);
        var known = columns.Select(c => c.Field).OfType<string>().Distinct().Count();
        var isKnown = columns.TrueForAll(c => c.Field is not null);
        if (!isKnown && text.Tokens[end - 1].Line != text.Tokens[start].Line)
            return null;
        if (known < FewestColumns || !(isKnown || (start == 0 && columns.Count(c => c.Field is null) <= 1)))
            return null;
        var side = SideFrom(columns);
        return new ListHeader(start, end, columns[..side], columns[side..]);
    }

    /// <summary>A number or a country for the second time begins a table at the side.</summary>
    private static int SideFrom(List<TableColumn> columns)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            var repeats = columns[i].Field is "number" or "country" && columns[..i].Exists(c => c.Field == columns[i].Field);
            if (repeats && columns[i..].Exists(c => c.Field == "count"))
                return i;
        }

        return columns.Count;
    }
}

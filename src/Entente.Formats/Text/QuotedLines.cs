using System.Text;

namespace Entente.Formats.Text;

/// <summary>Values with a separator, quoted where they hold it or a line break. RFC 4180, and what is made of it: quotes within quotes that are not
/// doubled, and quotes that open and never close, which are letters then.</summary>
internal sealed class QuotedLines
{
    private const int LinesToLookAt = 200, FewestOfALine = 3;

    private readonly string text;
    private readonly char separator;
    private readonly int usual;
    private readonly List<string> values = [];
    private readonly List<int> broken = [];
    private int at;
    private int lines;

    /// <summary>Behind it no quote closes.</summary>
    private int open = int.MaxValue;

    /// <summary>Where the last broken quote would have closed: so would those between.</summary>
    private int closes;

    public QuotedLines(string text, char separator)
    {
        (this.text, this.separator) = (text, separator);
        usual = UsualCount();
    }

    /// <summary>Goes on where the lines of the text before end.</summary>
    /// <param name="rest">From <see cref="At"/> of those lines on, and what follows.</param>
    public QuotedLines(string rest, QuotedLines before)
    {
        (text, separator, usual, lines, broken) = (rest, before.separator, before.usual, before.lines, before.broken);
        closes = Math.Max(before.closes - before.at, 0);
    }

    /// <summary>Where the last line read ends in the text.</summary>
    public int At => at;

    /// <summary>The last line is read once more when more of the text is there.</summary>
    public void GoBack(int to, int line)
    {
        (at, lines) = (to, line);
        while (broken.Count > 0 && broken[^1] > line)
            broken.RemoveAt(broken.Count - 1);
    }

    /// <summary>How many lines of the text were read.</summary>
    public int Lines => lines;

    /// <summary>Of the last line read.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>The first line of those values, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Lines with a quote that opens and never closes.</summary>
    public IReadOnlyList<int> Broken => broken;

    /// <summary>False at the end.</summary>
    public bool Next()
    {
        ReadingStop.Look();
        if (at >= text.Length)
            return false;
        values.Clear();
        Line = ++lines;
        while (true)
        {
            at = Value(at);
            if (at >= text.Length || text[at] != separator)
                break;
            at++;
        }

        at = BehindBreak(at);
        return true;
    }

    /// <summary>Adds the value that begins at a place.</summary>
    /// <returns>Where it ends.</returns>
    private int Value(int start)
    {
        var quote = start;
        while (quote < text.Length && text[quote] == ' ' && separator != ' ')
            quote++;
        if (quote < text.Length && text[quote] == '"')
        {
            var inner = new StringBuilder();
            var end = quote < closes && Swallows(quote, closes) ? -1 : Quoted(quote, text.Length, inner);
            if (end >= 0 && Swallows(quote, end))
            {
                closes = end;
            }
            else if (end >= 0)
            {
                lines += text.AsSpan(quote, end - quote).Count('\n');
                values.Add(inner.ToString());
                return end;
            }

            if (ClosedBefore(quote) is { } value)
            {
                values.Add(value.Text);
                return value.End;
            }

            if (broken.Count == 0 || broken[^1] != lines)
                broken.Add(lines);
        }

        var last = text.AsSpan(start).IndexOfAny(separator, '\n', '\r') is >= 0 and var length ? start + length : text.Length;
        values.Add(text[start..last]);
        return last;
    }

    /// <summary>A value in quotes: one that is followed by a letter is of the value, and so is one of two.</summary>
    /// <returns>Behind the closing quote and blanks; below 0 where none closes.</returns>
    private int Quoted(int quote, int end, StringBuilder into)
    {
        if (end == text.Length && quote >= open)
            return -1;
        var alone = 0;
        for (var i = quote + 1; i < end; i++)
        {
            if (text[i] != '"')
            {
                into.Append(text[i]);
                continue;
            }

            var next = i + 1;
            while (next < end && text[next] == ' ')
                next++;
            if (IsEnd(next, end))
                return next;
            // Of two quotes at the end of a value the first closes one within it, if that opened alone.
            if (i + 1 < end && text[i + 1] == '"' && !(alone % 2 == 1 && IsEnd(i + 2, end)))
                i++;
            else
                alone++;
            into.Append('"');
        }

        if (end == text.Length)
            open = Math.Min(open, quote);
        return -1;
    }

    private bool IsEnd(int at, int end) => at >= end || text[at] == separator || text[at] is '\n' or '\r';

    /// <summary>Whether a value runs over lines that are whole by themselves.</summary>
    private bool Swallows(int start, int end)
    {
        var from = text.AsSpan(start, end - start).IndexOf('\n') is >= 0 and var first ? start + first + 1 : -1;
        while (from >= 0 && from < text.Length && from <= end)
        {
            var to = EndOfLine(from);
            if (usual >= FewestOfALine && CountOf(from, to) == usual)
                return true;
            from = to + 1;
        }

        return false;
    }

    /// <summary>A quote that closes on its own line, with letters behind it, where the line has as many values then as others.</summary>
    private (string Text, int End)? ClosedBefore(int quote)
    {
        var line = EndOfLine(quote);
        var close = text.IndexOf('"', quote + 1, line - quote - 1);
        if (close < 0)
            return null;
        var end = text.AsSpan(close, line - close).IndexOf(separator) is >= 0 and var length ? close + length : line;
        return text.AsSpan(close + 1, end - close - 1).Contains('"') ? null : (string.Concat(text.AsSpan(quote + 1, close - quote - 1), text.AsSpan(close + 1, end - close - 1)).TrimEnd('\r'), end);
    }

    private int UsualCount()
    {
        var counts = new List<int>();
        for (var from = 0; from < text.Length && counts.Count < LinesToLookAt; from = EndOfLine(from) + 1)
        {
            if (CountOf(from, EndOfLine(from)) is > 1 and var count)
                counts.Add(count);
        }

        return counts.Count == 0 ? 0 : counts.CountBy(c => c).MaxBy(c => c.Value).Key;
    }

    /// <summary>How many values a line has by itself; 0 where a quote of it is of no value.</summary>
    private int CountOf(int from, int to)
    {
        if (to > from && text[to - 1] == '\r')
            to--;
        var count = 1;
        for (var i = from; i < to;)
        {
            if (text[i] == '"')
            {
                i = Quoted(i, to, new StringBuilder());
                if (i < 0)
                    return 0;
            }

            var end = text.AsSpan(i, to - i).IndexOf(separator);
            if (text.AsSpan(i, end < 0 ? to - i : end).Contains('"'))
                return 0;
            if (end < 0)
                break;
            count++;
            i += end + 1;
        }

        return count;
    }

    private int EndOfLine(int from) => text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    private int BehindBreak(int from) =>
        from >= text.Length ? from : text[from] == '\r' && from + 1 < text.Length && text[from + 1] == '\n' ? from + 2 : from + 1;
}

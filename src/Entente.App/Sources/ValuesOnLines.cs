using Entente.Core;

namespace Entente.App.Sources;

/// <summary>Where the values of a list with separators stand on its lines: its places name lines and cells.</summary>
internal sealed class ValuesOnLines
{
    private const int LinesToTry = 50;

    private static readonly char[] separators = ['\t', ';', ',', '|'];

    private readonly char separator;

    private ValuesOnLines(char separator) => this.separator = separator;

    /// <summary>Null where no separator parts the lines into those cells.</summary>
    /// <param name="places">Of each line.</param>
    public static ValuesOnLines? Of(IEnumerable<(string Line, IReadOnlyList<Place> Places)> places)
    {
        var lines = places.Where(l => l.Places.Count > 1 && l.Places.All(p => ColumnOf(p) is not null)).Take(LinesToTry).ToList();
        var best = separators.Select(c => (Values: new ValuesOnLines(c), Count: lines.Count(l => l.Places.All(p => new ValuesOnLines(c).Find(l.Line, p) is not null)))).MaxBy(v => v.Count);
        return best.Count * 2 > lines.Count ? best.Values : null;
    }

    /// <summary>The place with column and length; null where the value is not all on this line.</summary>
    public Place? Find(string line, Place place)
    {
        if (ColumnOf(place) is not { } sought)
            return null;
        var at = 0;
        for (var column = 0; at <= line.Length; column++)
        {
            var end = EndOf(line, at);
            if (end < 0)
                return null;
            if (column == sought)
                return Trimmed(line, at, end) is { Length: > 0 } found ? place with { Column = found.Start + 1, Length = found.Length } : null;
            at = end + 1;
        }

        return null;
    }

    /// <summary>Where the value that begins there ends; negative where its quote does not close on this line.</summary>
    private int EndOf(string line, int at)
    {
        var first = at;
        while (first < line.Length && line[first] == ' ')
            first++;
        if (first >= line.Length || line[first] != '"')
            return line.IndexOf(separator, at) is >= 0 and var plain ? plain : line.Length;
        for (var i = first + 1; i < line.Length; i++)
        {
            if (line[i] != '"')
                continue;
            if (i + 1 < line.Length && line[i + 1] == '"')
                i++;
            else
                return line.IndexOf(separator, i) is >= 0 and var behind ? behind : line.Length;
        }

        return -1;
    }

    private static (int Start, int Length) Trimmed(string line, int from, int to)
    {
        while (from < to && (char.IsWhiteSpace(line[from]) || line[from] == '"'))
            from++;
        while (to > from && (char.IsWhiteSpace(line[to - 1]) || line[to - 1] == '"'))
            to--;
        return (from, to - from);
    }

    /// <summary>From 0: C4 is 2.</summary>
    private static int? ColumnOf(Place place)
    {
        if (place is not { Line: not null, Column: null, Cell: { Length: > 1 } cell })
            return null;
        var (column, at) = (0, 0);
        for (; at < cell.Length && cell[at] is >= 'A' and <= 'Z' && at < 4; at++)
            column = (column * 26) + cell[at] - 'A' + 1;
        return at > 0 && at < cell.Length && cell[at..].All(char.IsAsciiDigit) ? column - 1 : null;
    }
}

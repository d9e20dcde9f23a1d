using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>A piece of a line of a source.</summary>
/// <param name="Field">What it was read as; null: it is of another record, or of none.</param>
public sealed record SourcePiece(string Text, string? Field)
{
    /// <summary>Of the record, and of none of its fields.</summary>
    public const string Rest = "row";
}

/// <param name="Number">1-based.</param>
public sealed record SourceLine(int Number, bool IsOfRecord, IReadOnlyList<SourcePiece> Pieces);

/// <summary>The lines of a text around one record, with the tokens of the record told apart.</summary>
public static class SourceLines
{
    private const int Around = 2;

    /// <param name="text">The whole source; its lines are counted as its reader counts them.</param>
    public static IReadOnlyList<SourceLine> Of(string text, EditionRow row, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(facts);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var own = row.Places.Select(p => p.Line).OfType<int>().ToHashSet();
        if (own.Count == 0)
            return [];
        var first = Math.Max(1, own.Min() - Around);
        var last = Math.Min(lines.Length, own.Max() + Around);
        var marks = Marks(lines, row, facts);
        var shown = new List<SourceLine>();
        for (var number = first; number <= last; number++)
            shown.Add(new SourceLine(number, own.Contains(number), [.. Pieces(lines[number - 1], marks.Where(m => m.Line == number))]));
        return shown;
    }

    private static List<Mark> Marks(string[] lines, EditionRow row, Facts facts)
    {
        var marks = new List<Mark>();
        if (facts.Number is { Length: > 0 } number && row.Places is [{ Line: { } line, Column: { } column }, ..]
            && TextAt(lines, line, column, number.Length) == number)
            marks.Add(new Mark(line, column, number.Length, "number"));
        foreach (var party in facts.Parties)
            marks.AddRange(party.Places.SelectMany(p => OfParty(lines, p, party)));
        marks.AddRange(facts.Kinds.SelectMany(k => Of(k.Places, "kind")));
        marks.AddRange(facts.Events.SelectMany(e => Of(e.Places, "start")));
        marks.AddRange(Of(facts.Term.Places, "term"));
        marks.AddRange(Of(facts.Ends.Places, "end"));
        marks.AddRange(row.Places.SelectMany(p => Tokens(lines, p)));
        return marks;
    }

    private static IEnumerable<Mark> Of(IEnumerable<Place> places, string field) =>
        from place in places
        where place is { Line: not null, Column: not null, Length: not null }
        select new Mark(place.Line!.Value, place.Column!.Value, place.Length!.Value, field);

    /// <summary>What no field says of itself: it belongs to the record all the same.</summary>
    private static IEnumerable<Mark> Tokens(string[] lines, Place place)
    {
        foreach (var mark in Of([place], SourcePiece.Rest))
        {
            var text = TextAt(lines, mark.Line, mark.Column, mark.Length);
            for (var at = 0; at < text.Length; at++)
            {
                var length = text.AsSpan(at).IndexOfAny(' ', '\t') is >= 0 and var blank ? blank : text.Length - at;
                if (length > 0)
                    yield return mark with { Column = mark.Column + at, Length = length };
                at += length;
            }
        }
    }

    /// <summary>A name and its country may stand in one stretch of a line: the country's words are its end.</summary>
    private static IEnumerable<Mark> OfParty(string[] lines, Place place, Party party)
    {
        foreach (var mark in Of([place], "partner"))
        {
            var text = TextAt(lines, mark.Line, mark.Column, mark.Length);
            var country = party.CountryBasis == CountryBasis.Stated ? party.CountryText ?? "" : "";
            if (country.Length > 0 && country.Contains(text, StringComparison.Ordinal))
            {
                yield return mark with { Field = "country" };
                continue;
            }

            var tail = Tail(text, country);
            if (tail == 0)
            {
                yield return mark;
                continue;
            }

            yield return mark with { Length = text[..^tail].TrimEnd().Length };
            yield return new Mark(mark.Line, mark.Column + text.Length - tail, tail, "country");
        }
    }

    /// <summary>How much of the end of a text is the country, or the first words of one that goes on in the next line.</summary>
    private static int Tail(string text, string country)
    {
        for (var length = Math.Min(country.Length, text.Length - 1); length > 0; length--)
        {
            var isWhole = length == country.Length || country[length] == ' ';
            if (isWhole && text[^(length + 1)] == ' ' && text.EndsWith(country[..length], StringComparison.Ordinal))
                return length;
        }

        return 0;
    }

    private static IEnumerable<SourcePiece> Pieces(string line, IEnumerable<Mark> marks)
    {
        var at = 0;
        foreach (var mark in marks.OrderBy(m => m.Column).ThenByDescending(m => m.Length))
        {
            var start = mark.Column - 1;
            var end = Math.Min(start + mark.Length, line.Length);
            if (start < at || end <= start)
                continue;
            if (start > at)
                yield return new SourcePiece(line[at..start], null);
            yield return new SourcePiece(line[start..end], mark.Field);
            at = end;
        }

        if (at < line.Length)
            yield return new SourcePiece(line[at..], null);
    }

    private static string TextAt(string[] lines, int line, int column, int length)
    {
        if (line < 1 || line > lines.Length || column < 1 || column > lines[line - 1].Length)
            return "";
        return lines[line - 1].Substring(column - 1, Math.Min(length, lines[line - 1].Length - column + 1));
    }

    private readonly record struct Mark(int Line, int Column, int Length, string Field);
}

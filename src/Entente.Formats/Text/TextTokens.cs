using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>A white-space separated token with its place.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="BlanksBefore">White space between it and the token before it on its line.</param>
internal sealed record TextToken(string Text, int Line, int Column, int BlanksBefore, bool StartsLine)
{
    /// <summary>It goes on with the token before it: a script without blanks.</summary>
    public bool IsGlued { get; init; }
}

/// <summary>A text as tokens, with the way back from tokens to places.</summary>
internal sealed class TextTokens
{
    private readonly string[] lines;

    private readonly IReadOnlyList<Place>? placesOfLines;

    /// <param name="places">Of its lines, when they are those of a document that is no text.</param>
    public TextTokens(string text, IReadOnlyList<Place>? places = null)
    {
        placesOfLines = places;
        lines = text.ReplaceLineEndings("\n").Split('\n');
        Tokens = [.. lines.SelectMany((line, i) => OfLine(line, i + 1))];
        Run = new TokenRun([.. Tokens.Select(t => t.Text)], [.. Tokens.Select(t => t.IsGlued)]);
    }

    public IReadOnlyList<TextToken> Tokens { get; }

    public TokenRun Run { get; }

    private static IEnumerable<TextToken> OfLine(string line, int number)
    {
        var at = 0;
        var end = 0;
        while (true)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
                at++;
            if (at == line.Length)
                yield break;
            var start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
                at++;
            var token = line[start..at];
            foreach (var (from, length) in Scripts.Split(token))
            {
                yield return new TextToken(token.Substring(from, length), number, start + from + 1, from > 0 ? 0 : start - end, end == 0 && from == 0) { IsGlued = from > 0 };
            }

            end = at;
        }
    }

    /// <summary>The places of some tokens: one for each stretch of neighbours on a line.</summary>
    public IReadOnlyList<Place> Places(IReadOnlyList<int> tokens) => [.. Stretches(tokens).Select(s => PlaceOf(s.First, s.Last))];

    /// <summary>The place of neighbours on a line.</summary>
    public Place PlaceOf(int first, int last)
    {
        var (start, end) = (Tokens[first], Tokens[last]);
        return placesOfLines is not null ? placesOfLines[start.Line - 1] : new Place(Line: start.Line, Column: start.Column, Length: end.Column + end.Text.Length - start.Column);
    }

    /// <summary>Some tokens as one value: white space collapsed, wrapped lines joined, no blank after a hyphen at a line's end.</summary>
    public string Joined(IReadOnlyList<int> tokens)
    {
        var parts = new List<string>();
        for (var position = 0; position < tokens.Count; position++)
        {
            var i = tokens[position];
            var token = Tokens[i];
            if (parts.Count > 0 && !(token.IsGlued && tokens[position - 1] == i - 1) && !(token.StartsLine && parts[^1] is [.., not ' ', '-']))
                parts.Add(" ");
            parts.Add(token.Text);
        }

        return string.Concat(parts);
    }

    /// <summary>Some tokens as they stood: each stretch of a line as printed, lines kept apart.</summary>
    public string AsPrinted(IReadOnlyList<int> tokens) => string.Join('\n', Stretches(tokens)
        .GroupBy(s => Tokens[s.First].Line)
        .Select(line => string.Join(' ', line.Select(s => lines[line.Key - 1][(Tokens[s.First].Column - 1)..(Tokens[s.Last].Column - 1 + Tokens[s.Last].Text.Length)]))));

    /// <summary>Neighbours on a line, by their first and their last token.</summary>
    public IEnumerable<(int First, int Last)> Stretches(IReadOnlyList<int> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var last = i;
            while (last + 1 < tokens.Count && tokens[last + 1] == tokens[last] + 1 && Tokens[tokens[last + 1]].Line == Tokens[tokens[i]].Line)
                last++;
            yield return (tokens[i], tokens[last]);
            i = last + 1;
        }
    }
}

using System.Buffers;

using Entente.Core;

namespace Entente.Formats.Text;

/// <summary>Control characters that got into a text: nobody sees them, and nothing is meant by them. They are left out and told.</summary>
internal sealed class StrayControls
{
    private const int MostTold = 20;

    private static readonly SearchValues<char> Signs = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c))]);

    private readonly SortedDictionary<char, List<int>> lines = [];
    private int line = 1;

    /// <summary>One for each of the characters, with the first lines that hold it.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. lines.Select(f => new Finding("text.control", Severity.Note, [], null, [$"U+{(int)f.Key:X4}", string.Join(", ", f.Value)]) { Places = [.. f.Value.Select(l => new Place(Line: l))] })];

    /// <summary>A text or the next piece of one.</summary>
    public string Out(string text)
    {
        var kept = new System.Text.StringBuilder();
        var from = 0;
        for (int at; (at = text.AsSpan(from).IndexOfAny(Signs)) >= 0; from += at + 1)
        {
            kept.Append(text, from, at);
            line += text.AsSpan(from, at).Count('\n');
            Tell(text[from + at]);
        }

        line += text.AsSpan(from).Count('\n');
        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    private void Tell(char sign)
    {
        if (!lines.TryGetValue(sign, out var told))
            lines.Add(sign, told = []);
        if (told.Count < MostTold && (told.Count == 0 || told[^1] != line))
            told.Add(line);
    }
}

using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Formats.Text;

/// <summary>Lines of cards that were broken where the card ends: a line goes on in the next one, whose first word had no more room in it.</summary>
internal sealed class BrokenLines
{
    /// <summary>Heights of a line that lines of one text may be further apart than usual; points that they begin from each other at most.</summary>
    private const double Further = 0.4, Inset = 30;

    private readonly IReadOnlyList<TextLine> lines;
    private readonly Func<TextLine, string?> labelOf;
    private readonly double widest, leading;
    private readonly Dictionary<string, double> places;

    private BrokenLines(IReadOnlyList<TextLine> lines, Func<TextLine, string?> labelOf)
    {
        (this.lines, this.labelOf) = (lines, labelOf);
        places = PlacesOf(lines.Select(labelOf).OfType<string>());
        double[] gaps = [.. lines.Zip(lines.Skip(1)).Where(p => labelOf(p.First) is not null && labelOf(p.Second) is not null).Select(p => Gap(p.First, p.Second)).OfType<double>().Order()];
        leading = gaps.Length > 0 ? gaps[gaps.Length / 2] : 0;
        widest = lines.Where((l, i) => labelOf(l) is not null || (i > 0 && labelOf(lines[i - 1]) is not null && IsBelow(lines[i - 1], l))).Select(Width).DefaultIfEmpty(0).Max();
    }

    /// <param name="lines">As they are printed, each at its line of a text or its box of a page.</param>
    /// <param name="labelOf">The label that a line begins with; null: it has none.</param>
    public static List<TextLine> Joined(IReadOnlyList<TextLine> lines, Func<TextLine, string?> labelOf)
    {
        var broken = new BrokenLines(lines, labelOf);
        var joined = new List<TextLine>();
        for (var at = 0; at < lines.Count; at++)
        {
            var whole = lines[at];
            var end = at + 1;
            while (end < lines.Count && broken.GoesOn(end))
                whole = Together(whole, lines[end++]);
            joined.Add(whole);
            at = end - 1;
        }

        return joined;
    }

    private bool GoesOn(int at)
    {
        var (line, next) = (lines[at - 1], lines[at]);
        return next.Level == line.Level && labelOf(next) is null && ItemLines.WithoutNumber(next).Number is null && IsBelow(line, next)
            && Width(line) + (Width(next) * FirstWord(next.Text) / next.Text.Length) > widest && (labelOf(line) is null || !IsNameOfNext(at));
    }

    /// <summary>The only line before a label that comes earlier in cards: each begins with its name.</summary>
    private bool IsNameOfNext(int at) =>
        at + 1 < lines.Count && labelOf(lines[at + 1]) is { } label && labelOf(lines[at - 1]) is { } before && places[label] <= places[before];

    /// <summary>How many labels a card has before each, in the mean; with one that came already another card begins.</summary>
    private static Dictionary<string, double> PlacesOf(IEnumerable<string> labels)
    {
        var card = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(string Label, int At)>();
        foreach (var label in labels)
        {
            if (card.Contains(label))
                card.Clear();
            found.Add((label, card.Count));
            card.Add(label);
        }

        return found.GroupBy(f => f.Label, f => f.At).ToDictionary(g => g.Key, g => g.Average());
    }

    private static int FirstWord(string text) => Scripts.IsUnspaced(text[0]) ? 1 : text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : text.Length;

    private static double Width(TextLine line) => line.Place.Box is [var left, _, var right, _] ? right - left : line.Text.Length;

    private bool IsBelow(TextLine line, TextLine next) =>
        line.Place.Box is [var left, var bottom, _, var top] && next.Place.Box is [var nextLeft, ..]
            ? Gap(line, next) is { } gap && gap < leading + (Further * (top - bottom)) && Math.Abs(left - nextLeft) < Inset
            : next.Place.Line is { } number && number == line.Place.Line + 1;

    /// <summary>Points between the boxes of two lines of a page, the first of which stands higher.</summary>
    private static double? Gap(TextLine line, TextLine next) =>
        line.Place is { Box: [_, var bottom, _, var top], Page: var page } && next.Place is { Box: [_, _, _, var nextTop], Page: var nextPage } && page == nextPage && nextTop < top ? bottom - nextTop : null;

    private static TextLine Together(TextLine one, TextLine next) => one with
    {
        Text = BrokenText.Joined(one.Text, next.Text),
        Place = one.Place.Box is [var left, var bottom, var right, var top] && next.Place.Box is [var nextLeft, var nextBottom, var nextRight, var nextTop]
            ? one.Place with { Box = [Math.Min(left, nextLeft), Math.Min(bottom, nextBottom), Math.Max(right, nextRight), Math.Max(top, nextTop)] }
            : one.Place,
    };
}

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>The words beside an act on a timeline.</summary>
/// <param name="X">Where the act is; a stem leads down to it.</param>
/// <param name="Row">From 0, upwards: a label that would touch another one, or its stem, stands elsewhere.</param>
internal sealed record TimelineLabel(string Text, double X, double From, string Anchor, int Row)
{
    public double To => From + TimelineLabels.WidthOf(Text);

    public double TextX => Anchor switch { "start" => From, "end" => To, _ => (From + To) / 2 };

    public bool IsOver(double x) => x > From && x < To;
}

internal static class TimelineLabels
{
    // Wider than letters usually are: a label that has room to spare looks better than one that touches.
    private const double LetterWidth = 6.4, Gap = 10, MarkGap = 11;

    public static double WidthOf(string text) => text.Length * LetterWidth;

    /// <summary>One label an act, in their order.</summary>
    public static IReadOnlyList<TimelineLabel> Place(Timeline timeline, TimelineScale scale)
    {
        var acts = timeline.Acts.Select(a => (Text: Said(a), X: Middle(scale.Span(a.On!)))).ToList();
        var placed = new List<TimelineLabel>();
        // From the last one back: a stem that is still to come lies to the left, and a label can make way to the right.
        for (var i = acts.Count - 1; i >= 0; i--)
        {
            var (text, x) = acts[i];
            var candidates = Enumerable.Range(0, acts.Count).SelectMany(row => Around(text, x, row, scale.Width)).Where(l => placed.TrueForAll(p => GoWith(l, p))).ToList();
            placed.Add(candidates.Count == 0
                ? Around(text, x, placed.Count, scale.Width).First()
                : candidates.MinBy(l => l.Row + (2 * acts.Take(i).Count(a => l.IsOver(a.X))))!);
        }

        placed.Reverse();
        return placed;
    }

    /// <summary>The row of each mark, downwards the first: marks of days that are near stand above each other.</summary>
    public static IReadOnlyList<int> Marks(Timeline timeline, TimelineScale scale)
    {
        var taken = new List<double>();
        var rows = new List<int>();
        foreach (var (from, to) in timeline.Acts.Select(a => scale.Span(a.On!)))
        {
            var row = taken.FindIndex(end => end + MarkGap <= from);
            if (row < 0)
            {
                row = taken.Count;
                taken.Add(0);
            }

            taken[row] = to;
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Over its act, beginning there, or ending there; as far as there is room.</summary>
    private static IEnumerable<TimelineLabel> Around(string text, double x, int row, double width)
    {
        var length = WidthOf(text);
        var middle = Math.Clamp(x - (length / 2), 0, Math.Max(width - length, 0));
        yield return new TimelineLabel(text, x, middle, middle <= 0 ? "start" : middle >= width - length ? "end" : "middle", row);
        if (x + length <= width)
            yield return new TimelineLabel(text, x, x, "start", row);
        if (x - length >= 0)
            yield return new TimelineLabel(text, x, x - length, "end", row);
    }

    private static bool GoWith(TimelineLabel label, TimelineLabel other) => label.Row == other.Row
        ? label.To + Gap < other.From || other.To + Gap < label.From
        : label.Row > other.Row ? !other.IsOver(label.X) : !label.IsOver(other.X);

    private static string Said(Event act)
    {
        var name = Wording.Of("act", act.Act);
        return PageWords.Say("timeline.act", name, act.On!);
    }

    private static double Middle((double From, double To) span) => (span.From + span.To) / 2;
}

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>The words beside an act on a timeline.</summary>
/// <param name="Row">From 0, upwards: a label that would touch another one stands a row higher.</param>
internal sealed record TimelineLabel(string Text, double X, double TextX, string Anchor, int Row);

internal static class TimelineLabels
{
    // Wider than letters usually are: a label that has room to spare looks better than one that touches.
    private const double LetterWidth = 6.6, Gap = 10, Width = 760;

    public static IReadOnlyList<TimelineLabel> Place(Timeline timeline, TimelineScale scale)
    {
        var labels = new List<TimelineLabel>();
        var taken = new List<double>();
        foreach (var act in timeline.Acts)
        {
            var (from, to) = scale.Span(act.On!);
            var x = (from + to) / 2;
            var name = Wording.Of("act", act.Act);
            var text = PageWords.Say("timeline.act", name, act.On!);
            var half = text.Length * LetterWidth / 2;
            var (anchor, textX, start) = x < half ? ("start", 0.0, 0.0)
                : x > Width - half ? ("end", Width, Width - (2 * half)) : ("middle", x, x - half);
            var row = taken.FindIndex(end => end + Gap < start);
            if (row < 0)
            {
                row = taken.Count;
                taken.Add(0);
            }

            taken[row] = start + (2 * half);
            labels.Add(new TimelineLabel(text, x, textX, anchor, row));
        }

        return labels;
    }
}

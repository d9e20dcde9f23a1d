using System.Globalization;
using System.Xml.Linq;

using Entente.App.Design;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>How wide a timeline is drawn; its letters are as large in either.</summary>
public sealed record TimelineSize(string Name, double Width);

/// <summary>A timeline drawn as SVG: colours come from the style sheet by class, a coarse date is a ramp as wide as its days.</summary>
public static class TimelineSvg
{
    public static readonly TimelineSize Wide = new("wide", 760), Narrow = new("narrow", 320);

    private const double Top = 26, RowHeight = 20, BarHeight = 12, LabelHeight = 17, MarkHeight = 11;

    public static XElement Draw(Timeline timeline, TimelineSize size)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(size);
        var scale = new TimelineScale(timeline.First, timeline.Last, size.Width);
        var labels = TimelineLabels.Place(timeline, scale);
        var marks = TimelineLabels.Marks(timeline, scale);
        var words = Top + (labels.Count == 0 ? 0 : (labels.Max(l => l.Row) + 1) * LabelHeight) + 10;
        var acts = words + (marks.DefaultIfEmpty(0).Max() * MarkHeight);
        var periods = acts + 16;
        var standing = periods + (timeline.Rows * RowHeight) + 8;
        var axis = standing + 28;
        var height = axis + 22;
        return Svg.Of(
            "svg",
            new XAttribute("class", $"timeline at-{size.Name}"), new XAttribute("viewBox", $"0 0 {Svg.Units(size.Width)} {Svg.Units(height)}"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"title-{size.Name} about-{size.Name}"),
            Svg.Of("title", new XAttribute("id", $"title-{size.Name}"), PageWords.Say("timeline.title")),
            Svg.Of("desc", new XAttribute("id", $"about-{size.Name}"), PageWords.Say("timeline.about")),
            Svg.Of("defs", Hatches($"hatch-{size.Name}")),
            Axis(scale, axis, words - 4),
            timeline.Stretches.Select(s => Stretch(s, scale, periods + (s.Row * RowHeight))),
            timeline.Standings.Select(s => Standing(s, scale, standing)),
            labels.Select((l, i) => Stem(l, words, acts - (marks[i] * MarkHeight))),
            labels.Select(l => Svg.Text("label", l.Anchor, l.TextX, LabelTop(l, words), l.Text)),
            timeline.Acts.Select((a, i) => Act(a, scale, acts - (marks[i] * MarkHeight))),
            ChosenDay(timeline, scale, axis));
    }

    /// <summary>What is not certain is drawn in hatches.</summary>
    internal static XElement Hatches(string id) => Svg.Of(
        "pattern", new XAttribute("id", id), new XAttribute("width", 6), new XAttribute("height", 6),
        new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
        Svg.Shape("hatch-ground", "rect", ("width", 6), ("height", 6)), Svg.Shape("hatch-line", "rect", ("width", 2.2), ("height", 6)));

    private static IEnumerable<XElement> Axis(TimelineScale scale, double axis, double top)
    {
        yield return Svg.Shape("axis", "line", ("x1", 0), ("x2", scale.Width), ("y1", axis), ("y2", axis));
        foreach (var year in scale.Years())
        {
            var x = scale.X(new Day(year, 1, 1));
            yield return Svg.Shape("tick", "line", ("x1", x), ("x2", x), ("y1", top), ("y2", axis + 4));
            if (x > 14 && x < scale.Width - 14)
                yield return Svg.Text("year", "middle", x, axis + 17, year.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A bar; where its begin or end is coarse it rises or falls over all the days that it may be.</summary>
    private static IEnumerable<XElement> Stretch(TimelineStretch stretch, TimelineScale scale, double y)
    {
        var (begin, risen, falling, end) = scale.Edges(stretch);
        if (stretch.Basis == StretchBasis.Gap)
        {
            yield return Svg.Shape("gap", "line", ("x1", begin), ("x2", end), ("y1", y + (BarHeight / 2)), ("y2", y + (BarHeight / 2)));
            yield break;
        }

        var points = $"{Svg.Units(begin)},{Svg.Units(y + BarHeight)} {Svg.Units(risen)},{Svg.Units(y)} {Svg.Units(falling)},{Svg.Units(y)} {Svg.Units(end)},{Svg.Units(y + BarHeight)}";
        yield return Svg.Of("polygon", Svg.Class($"bar {Words.Kebab(stretch.Basis)}"), new XAttribute("points", points));
        foreach (var x in scale.Renewals(stretch))
            yield return Svg.Shape("renews", "line", ("x1", x), ("x2", x), ("y1", y - 2), ("y2", y + BarHeight + 2));
    }

    private static XElement Standing(StandingStretch stretch, TimelineScale scale, double y)
    {
        var from = stretch.From is { } first ? scale.X(first) : 0;
        var to = stretch.To is { } last ? scale.X(last.AddDays(1)) : scale.Width;
        var words = PageWords.Say($"timeline.{Words.Kebab(stretch.Kind)}");
        return Svg.Of(
            "g",
            new XAttribute("class", $"stands {Words.Kebab(stretch.Kind)}"),
            Svg.Shape("ground", "rect", ("x", from), ("y", y), ("width", Math.Max(to - from, 1)), ("height", 18)),
            to - from > TimelineLabels.WidthOf(words) + 8 ? Svg.Text("word", "start", from + 6, y + 13, words) : null!);
    }

    private static XElement Act(Event act, TimelineScale scale, double y)
    {
        var (from, to) = scale.Span(act.On!);
        return act.On!.IsOneDay
            ? Svg.Shape("act", "circle", ("cx", from), ("cy", y), ("r", 4.5))
            : Svg.Shape("act coarse", "rect", ("x", from), ("y", y - 4), ("width", Math.Max(to - from, 5)), ("height", 8), ("rx", 4));
    }

    private static double LabelTop(TimelineLabel label, double words) => words - 12 - (label.Row * LabelHeight);

    private static XElement Stem(TimelineLabel label, double words, double mark) =>
        Svg.Shape("stem", "line", ("x1", label.X), ("x2", label.X), ("y1", LabelTop(label, words) + 4), ("y2", mark - 4));

    private static IEnumerable<XElement> ChosenDay(Timeline timeline, TimelineScale scale, double axis)
    {
        var x = scale.X(timeline.On);
        var (anchor, textX) = x > scale.Width - 70 ? ("end", x + 4) : x < 70 ? ("start", x - 4) : ("middle", x);
        yield return Svg.Shape("chosen", "line", ("x1", x), ("x2", x), ("y1", 18), ("y2", axis + 4));
        yield return Svg.Text("chosen-day", anchor, Math.Clamp(textX, 0, scale.Width), 12, Shown.Date(timeline.On));
    }
}

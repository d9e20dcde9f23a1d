using System.Globalization;
using System.Xml.Linq;

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
        return Svg(
            "svg",
            new XAttribute("class", $"timeline at-{size.Name}"), new XAttribute("viewBox", $"0 0 {Units(size.Width)} {Units(height)}"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"title-{size.Name} about-{size.Name}"),
            Svg("title", new XAttribute("id", $"title-{size.Name}"), PageWords.Say("timeline.title")),
            Svg("desc", new XAttribute("id", $"about-{size.Name}"), PageWords.Say("timeline.about")),
            Hatches($"hatch-{size.Name}"),
            Axis(scale, axis, words - 4),
            timeline.Stretches.Select(s => Stretch(s, scale, periods + (s.Row * RowHeight))),
            timeline.Standings.Select(s => Standing(s, scale, standing)),
            labels.Select((l, i) => Stem(l, words, acts - (marks[i] * MarkHeight))),
            labels.Select(l => Text("label", l.Anchor, l.TextX, LabelTop(l, words), l.Text)),
            timeline.Acts.Select((a, i) => Act(a, scale, acts - (marks[i] * MarkHeight))),
            ChosenDay(timeline, scale, axis));
    }

    private static XElement Hatches(string id) => Svg(
        "defs",
        Svg(
            "pattern", new XAttribute("id", id), new XAttribute("width", 6), new XAttribute("height", 6),
            new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
            Shape("hatch-ground", "rect", ("width", 6), ("height", 6)), Shape("hatch-line", "rect", ("width", 2.2), ("height", 6))));

    private static IEnumerable<XElement> Axis(TimelineScale scale, double axis, double top)
    {
        yield return Shape("axis", "line", ("x1", 0), ("x2", scale.Width), ("y1", axis), ("y2", axis));
        foreach (var year in scale.Years())
        {
            var x = scale.X(new Day(year, 1, 1));
            yield return Shape("tick", "line", ("x1", x), ("x2", x), ("y1", top), ("y2", axis + 4));
            if (x > 14 && x < scale.Width - 14)
                yield return Text("year", "middle", x, axis + 17, year.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A bar; where its begin or end is coarse it rises or falls over all the days that it may be.</summary>
    private static XElement Stretch(TimelineStretch stretch, TimelineScale scale, double y)
    {
        var isBetween = stretch.Basis is StretchBasis.Gap or StretchBasis.Conflict or StretchBasis.Possible || (stretch.Basis == StretchBasis.Assumed && stretch.End is null);
        var begin = isBetween ? (scale.After(stretch.Begin), scale.After(stretch.Begin)) : scale.Span(stretch.Begin);
        var end = stretch.End is null ? (scale.Width, scale.Width) : stretch.Basis == StretchBasis.Gap ? (scale.Span(stretch.End).From, scale.Span(stretch.End).From) : scale.Span(stretch.End);
        if (stretch.Basis == StretchBasis.Gap)
            return Shape("gap", "line", ("x1", begin.Item1), ("x2", end.Item1), ("y1", y + (BarHeight / 2)), ("y2", y + (BarHeight / 2)));
        var points = $"{Units(begin.Item1)},{Units(y + BarHeight)} {Units(begin.Item2)},{Units(y)} {Units(end.Item1)},{Units(y)} {Units(end.Item2)},{Units(y + BarHeight)}";
        return Svg("polygon", new XAttribute("class", $"bar {Words.Kebab(stretch.Basis)}"), new XAttribute("points", points));
    }

    private static XElement Standing(StandingStretch stretch, TimelineScale scale, double y)
    {
        var from = stretch.From is { } first ? scale.X(first) : 0;
        var to = stretch.To is { } last ? scale.X(last.AddDays(1)) : scale.Width;
        var words = PageWords.Say($"timeline.{Words.Kebab(stretch.Kind)}");
        return Svg(
            "g",
            new XAttribute("class", $"stands {Words.Kebab(stretch.Kind)}"),
            Shape("ground", "rect", ("x", from), ("y", y), ("width", Math.Max(to - from, 1)), ("height", 18)),
            to - from > TimelineLabels.WidthOf(words) + 8 ? Text("word", "start", from + 6, y + 13, words) : null!);
    }

    private static XElement Act(Event act, TimelineScale scale, double y)
    {
        var (from, to) = scale.Span(act.On!);
        return act.On!.IsOneDay
            ? Shape("act", "circle", ("cx", from), ("cy", y), ("r", 4.5))
            : Shape("act coarse", "rect", ("x", from), ("y", y - 4), ("width", Math.Max(to - from, 3)), ("height", 8), ("rx", 4));
    }

    private static double LabelTop(TimelineLabel label, double words) => words - 12 - (label.Row * LabelHeight);

    private static XElement Stem(TimelineLabel label, double words, double mark) =>
        Shape("stem", "line", ("x1", label.X), ("x2", label.X), ("y1", LabelTop(label, words) + 4), ("y2", mark - 4));

    private static IEnumerable<XElement> ChosenDay(Timeline timeline, TimelineScale scale, double axis)
    {
        var x = scale.X(timeline.On);
        var (anchor, textX) = x > scale.Width - 70 ? ("end", x + 4) : x < 70 ? ("start", x - 4) : ("middle", x);
        yield return Shape("chosen", "line", ("x1", x), ("x2", x), ("y1", 18), ("y2", axis + 4));
        yield return Text("chosen-day", anchor, Math.Clamp(textX, 0, scale.Width), 12, Shown.Date(timeline.On));
    }

    private static XElement Text(string name, string anchor, double x, double y, string text) => Svg(
        "text", new XAttribute("class", name), new XAttribute("text-anchor", anchor),
        new XAttribute("x", Units(x)), new XAttribute("y", Units(y)), text);

    private static XElement Shape(string name, string element, params ReadOnlySpan<(string Name, double Value)> measures)
    {
        var shape = Svg(element, new XAttribute("class", name));
        foreach (var (measure, value) in measures)
            shape.Add(new XAttribute(measure, Units(value)));
        return shape;
    }

    // Inside an HTML page the namespace is known and need not be written.
    private static XElement Svg(string name, params object[] content) => new(name, content);

    private static string Units(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

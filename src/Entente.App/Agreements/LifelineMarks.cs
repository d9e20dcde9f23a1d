using System.Xml.Linq;

using Entente.App.Design;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>The marks of lifelines, told apart by their shape. Each is drawn around the place that it stands at.</summary>
internal static class LifelineMarks
{
    /// <summary>In the order in which an agreement meets them.</summary>
    private static readonly (Act Act, string Path)[] acts =
    [
        (Act.Signed, "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"),
        (Act.Effective, "M-4-4h8v8h-8z"),
        (Act.Renewed, "M-4.500 3.500L0-4.500L4.500 3.500z"),
        (Act.Extended, "M-4-4.500L4.500 0L-4 4.500z"),
        (Act.Amended, "M0-5L5 0L0 5L-5 0z"),
        (Act.Suspended, "M-4-4.500h3v9h-3zM1-4.500h3v9h-3z"),
        (Act.Resumed, "M-4-4.500h2v9h-2zM-1-4.500L5 0L-1 4.500z"),
        (Act.Terminated, "M-5-3L-3-5L0-2L3-5L5-3L2 0L5 3L3 5L0 2L-3 5L-5 3L-2 0z"),
        (Act.Superseded, "M-5 0L0-4.500V-1.500H5V1.500H0V4.500z"),
        (Act.Unclear, "M0-5.500L1.800-1.800L5.500 0L1.800 1.800L0 5.500L-1.800 1.800L-5.500 0L-1.800-1.800z"),
    ];

    public static string IdOf(Act act) => $"act-{Words.Kebab(act)}";

    public static IEnumerable<XElement> Shapes() =>
    [
        .. acts.Select(a => Shape(IdOf(a.Act), a.Path)),
        // Goes on: the point of an arrow at the right edge. Cut off: two strokes through the line.
        Shape("life-on", "M-9-5L0 0L-9 5z"),
        Shape("life-cut", "M-4 9L0-9M0 9L4-9"),
        Slope("life-up", "M0 1L1 0V1z"), Slope("life-down", "M0 0L1 1H0z"),
    ];

    /// <summary>One mark by itself, for a legend.</summary>
    public static XElement Alone(Act act) => Svg.Of(
        "svg", Svg.Class("life-key"), new XAttribute("viewBox", "-7 -7 14 14"), new XAttribute("aria-hidden", "true"),
        Svg.Of("use", new XAttribute("href", "#" + IdOf(act)), Svg.Class("life-act")));

    private static XElement Shape(string id, string path) => Svg.Of("path", new XAttribute("id", id), new XAttribute("d", path));

    /// <summary>As wide as the days that a date may be.</summary>
    private static XElement Slope(string id, string path) => Svg.Of(
        "symbol", new XAttribute("id", id), new XAttribute("viewBox", "0 0 1 1"), new XAttribute("preserveAspectRatio", "none"),
        Svg.Of("path", new XAttribute("d", path)));
}

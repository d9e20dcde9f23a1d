using System.Globalization;
using System.Xml.Linq;

using Entente.App.Design;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Agreements;

/// <summary>Many lifelines drawn in the same years, a drawing for each. They are as wide as their room: places are shares of the width,
/// marks and letters keep their size. What is the same in all of them is drawn once, in the head.</summary>
internal sealed class LifelineSvg(LifelineYears years, Day on)
{
    private const double Height = 14, Gap = 1.5, StandingTop = 9.5, LeastOverlap = 0.8;

    // As wide as a drawing mostly is: for how many years there is room to be named.
    private const double UsualWidth = 640;

    // A place is the share of the width in hundredths.
    private readonly TimelineScale scale = new(years.First, years.Last, 100);

    /// <summary>The years and the day, and all that the lines below are made of.</summary>
    public XElement Head()
    {
        var marked = Marked().ToList();
        var names = marked.Where(y => y.X is > 0 and < 95).Select(y => Text(y.IsSecond ? "life-year also" : "life-year", y.X, 30, "start", y.Year.ToString(CultureInfo.InvariantCulture), 3));
        return Svg.Of(
            "svg", Svg.Class("life-head"), Hidden(),
            Svg.Of(
                "defs", TimelineSvg.Hatches("hatch-life"),
                Svg.Of("g", Id("life-years"), marked.Select(y => Line("life-tick", y.X))),
                Svg.Of("g", Id("life-day"), Line("life-chosen", scale.X(on))),
                LifelineMarks.Shapes()),
            Use("life-years"), names,
            Text("life-on", scale.X(on), 13, scale.X(on) switch { < 10 => "start", > 90 => "end", _ => "middle" }, DayWords(), 0),
            Svg.Of("line", Svg.Class("life-chosen"), At("x1", scale.X(on)), At("x2", scale.X(on)), new XAttribute("y1", 17), new XAttribute("y2", "100%")));
    }

    /// <summary>Periods and acts above, the standing below.</summary>
    public XElement Row(Timeline line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var lanes = Lanes(line);
        var height = (Height / Math.Max(1, lanes.DefaultIfEmpty(0).Max() + 1)) - Gap;
        var isCut = line.Known is { } known && known.First < years.First;
        return Svg.Of(
            "svg", Svg.Class("life-line"), Hidden(),
            Use("life-years"),
            Svg.Of(
                "svg", new XAttribute("y", "50%"),
                line.Stretches.SelectMany((s, i) => Stretch(s, (lanes[i] * (height + Gap)) - 8, height)),
                line.Standings.Select(Standing),
                line.Standings is [.., { Kind: StandingKind.InForceUntil or StandingKind.InForceOpen } last] ? Use("life-on", 100, StandingTop + 2, $"stands {Words.Kebab(last.Kind)}") : null,
                line.Acts.Where(a => a.On!.Latest >= years.First && a.On.Earliest <= years.Last).SelectMany(Act),
                isCut ? Use("life-cut", 0, 0, "life-cut") : null,
                line.Known is { } also && also.Last > years.Last ? Use("life-cut", 100, 0, "life-cut") : null),
            Use("life-day"));
    }

    private IEnumerable<(long Year, double X, bool IsSecond)> Marked()
    {
        var all = new TimelineScale(years.First, years.Last, UsualWidth).Years().ToList();
        var step = all.Count > 1 ? all[1] - all[0] : 1;
        return all.Select(y => (y, scale.X(new Day(y, 1, 1)), y / step % 2 != 0));
    }

    private string DayWords() => on < years.First ? PageWords.Say("lifelines.day-before", on) : on > years.Last ? PageWords.Say("lifelines.day-after", on) : Shown.Date(on);

    /// <summary>Periods that overlap lie one below the other; all others in one lane, also where they overlap by less than can be seen.</summary>
    private List<int> Lanes(Timeline line)
    {
        var taken = new List<double>();
        var lanes = new Dictionary<int, int>();
        foreach (var row in line.Stretches.GroupBy(s => s.Row))
        {
            var begin = row.Min(s => scale.Edges(s).Begin);
            var lane = taken.FindIndex(end => end <= begin + LeastOverlap);
            if (lane < 0)
            {
                lane = taken.Count;
                taken.Add(0);
            }

            taken[lane] = row.Max(s => scale.Edges(s).Falling);
            lanes[row.Key] = lane;
        }

        return [.. line.Stretches.Select(s => lanes[s.Row])];
    }

    private IEnumerable<XElement> Stretch(TimelineStretch stretch, double y, double height)
    {
        var (begin, risen, falling, end) = scale.Edges(stretch);
        if (end <= 0 || begin >= scale.Width)
            yield break;
        var name = Words.Kebab(stretch.Basis);
        if (stretch.Basis == StretchBasis.Gap)
        {
            yield return Svg.Of("line", Svg.Class("life-gap"), At("x1", begin), At("x2", end), Y("y1", y + (height / 2)), Y("y2", y + (height / 2)));
            yield break;
        }

        if (risen > begin)
            yield return Ramp("life-up", begin, risen, y, height, name);
        if (falling > risen)
            yield return Box($"life-bar {name}", risen, falling, y, height);
        if (end > falling)
            yield return Ramp("life-down", falling, end, y, height, name);
        if (stretch.End is null && stretch.Basis != StretchBasis.Unknown)
            yield return Use("life-on", 100, y + (height / 2), "life-goes");
        foreach (var x in scale.Renewals(stretch).Where(x => x < scale.Width))
            yield return Svg.Of("line", Svg.Class("life-renews"), At("x1", x), At("x2", x), Y("y1", y - 1.5), Y("y2", y + height + 1.5));
    }

    /// <summary>In force as a full line, what cannot be told as lozenges, what has ended as a thin line, what has not begun as dots.</summary>
    private XElement? Standing(StandingStretch stretch)
    {
        var from = stretch.From is { } first ? scale.X(first) : 0;
        var to = stretch.To is { } last ? scale.X(last.AddDays(1)) : scale.Width;
        return to <= from ? null : Svg.Of(
            "line", Svg.Class($"stands {Words.Kebab(stretch.Kind)}"), At("x1", from), At("x2", to), Y("y1", StandingTop + 2), Y("y2", StandingTop + 2));
    }

    private IEnumerable<XElement> Act(Event act)
    {
        var (from, to) = scale.Span(act.On!);
        if (!act.On!.IsOneDay)
            yield return Box("life-days", from, to, -3, 3);
        yield return Use(LifelineMarks.IdOf(act.Act), (from + to) / 2, -1.5, act.On.IsOneDay ? "life-act" : "life-act coarse");
    }

    private static XElement Box(string name, double from, double to, double y, double height) => Svg.Of(
        "rect", Svg.Class(name), At("x", from), At("width", to - from), Y("y", y), Y("height", height));

    private static XElement Ramp(string id, double from, double to, double y, double height, string name)
    {
        var ramp = Box($"life-ramp {name}", from, to, y, height);
        ramp.Name = "use";
        ramp.Add(new XAttribute("href", "#" + id));
        return ramp;
    }

    private static XElement Line(string name, double x) => Svg.Of(
        "line", Svg.Class(name), At("x1", x), At("x2", x), new XAttribute("y2", "100%"));

    private static XElement Text(string name, double x, double y, string anchor, string text, double aside) => Svg.Of(
        "text", Svg.Class(name), At("x", x), Y("y", y), new XAttribute("text-anchor", anchor), aside == 0 ? null : Y("dx", aside), text);

    private static XElement Use(string id) => Svg.Of("use", new XAttribute("href", "#" + id));

    private static XElement Use(string id, double x, double y, string name) => Svg.Of(
        "use", new XAttribute("href", "#" + id), Svg.Class(name), At("x", x), Y("y", y));

    private static XAttribute At(string name, double share) => new(name, Svg.Share(share));

    private static XAttribute Y(string name, double value) => new(name, Svg.Units(value));

    private static XAttribute Id(string id) => new("id", id);

    /// <summary>The words beside it say the same.</summary>
    private static XAttribute Hidden() => new("aria-hidden", "true");
}

using System.Globalization;
using System.Xml.Linq;

using Entente.App.Agreements;
using Entente.App.Design;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Statistics;

/// <summary>How many were in force at the end of each year, as columns: what cannot be told stands on top, open, for it may be or not.</summary>
internal sealed class YearEndsSvg(IReadOnlyList<YearEnd> years, Day on)
{
    private const double Height = 120, Top = 20, Bottom = Top + Height, Spare = 0.14;

    private static readonly StandingKind[] stacked = [StandingKind.InForceUntil, StandingKind.InForceOpen, StandingKind.CannotTell];

    private static readonly int[] easy = [1, 2, 4, 6, 8, 10];

    private readonly double width = 100.0 / years.Count;
    private readonly long most = RoundUp(years.Max(y => stacked.Sum(k => y.Count.Of(k))));

    public XElement Draw() => Svg.Of(
        "svg", Svg.Class("year-ends"), new XAttribute("aria-hidden", "true"),
        Levels(), years.Index().SelectMany(y => Column(y.Item, y.Index * width)), Names(), ChosenDay());

    private IEnumerable<XElement> Levels()
    {
        foreach (var level in most % 2 == 0 ? [0, most / 2, most] : new[] { 0, most })
        {
            yield return Svg.Of("line", Svg.Class("level"), new XAttribute("x2", "100%"), Y("y1", At(level)), Y("y2", At(level)));
            yield return Text("level-name", 0, At(level) - 3, "start", PageWords.Number(level));
        }
    }

    private IEnumerable<XElement> Column(YearEnd year, double x)
    {
        var below = 0L;
        foreach (var kind in stacked)
        {
            var count = year.Count.Of(kind);
            if (count > 0)
            {
                yield return Svg.Of(
                    "rect", Svg.Class($"column {Words.Kebab(kind)}"), new XAttribute("x", Svg.Share(x + (width * Spare))), new XAttribute("width", Svg.Share(width * (1 - (2 * Spare)))),
                    Y("y", At(below + count)), Y("height", At(below) - At(below + count)));
            }

            below += count;
        }
    }

    private IEnumerable<XElement> Names()
    {
        var step = years.Count switch { <= 12 => 1, <= 30 => 2, _ => 5 };
        foreach (var (i, year) in years.Index().Where(y => y.Item.Year % step == 0))
            yield return Text(year.Year / step % 2 == 0 ? "year-name" : "year-name also", (i + 0.5) * width, Bottom + 16, "middle", year.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A column stands for the end of its year, so the day lies between the columns.</summary>
    private IEnumerable<XElement> ChosenDay()
    {
        if (on.Year < years[0].Year || on.Year > years[^1].Year)
            yield break;
        var passed = (on.Number - new Day(on.Year, 1, 1).Number) / 366.0;
        var x = Math.Clamp((on.Year - years[0].Year - 0.5 + passed) * width, 0, 100);
        yield return Svg.Of("line", Svg.Class("life-chosen"), new XAttribute("x1", Svg.Share(x)), new XAttribute("x2", Svg.Share(x)), Y("y1", Top - 4), Y("y2", Bottom));
        yield return Text("day-name", x, Top - 8, x < 10 ? "start" : x > 90 ? "end" : "middle", Shown.Date(on));
    }

    private double At(double count) => Bottom - (count / most * Height);

    /// <summary>A number that a level is easily named by.</summary>
    private static long RoundUp(long number)
    {
        var unit = 1L;
        while (unit * 10 < number)
            unit *= 10;
        return easy.Select(n => n * unit).First(n => n >= number);
    }

    private static XElement Text(string name, double x, double y, string anchor, string text) => Svg.Of(
        "text", Svg.Class(name), new XAttribute("x", Svg.Share(x)), Y("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute Y(string name, double value) => new(name, Svg.Units(value));
}

using System.Xml.Linq;

using Entente.App.Agreements;
using Entente.Core;
using Entente.Edtf;
using Entente.Tests.Core;

namespace Entente.Tests.App.Pages;

public class LifelinesTests
{
    private static readonly Day On = new(2026, 11, 24);

    [Theory]
    [InlineData("2019-05-04 2023-01-01", 2019, 2028, 0, 0)]
    [InlineData("1921 2019 2020 2021 2022", 2018, 2028, 1, 0)]
    [InlineData("1921 2021", 1920, 2027, 0, 0)]
    [InlineData("1996 2001 2007 2014 2022", 1995, 2028, 0, 0)]
    [InlineData("2019 2020 2021 2022 2150", 2018, 2028, 0, 1)]
    [InlineData("", 2024, 2028, 0, 0)]
    public void All_lines_have_the_same_years_and_a_few_far_ones_are_cut_off(string signed, int first, int last, int cutBefore, int cutAfter)
    {
        var lines = signed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Of($"signed {s}", "5 year")).ToList();
        var years = LifelineYears.Of(lines, On);
        (years.First, years.Last, years.CutBefore, years.CutAfter).ShouldBe((new Day(first, 1, 1), new Day(last, 12, 31), cutBefore, cutAfter));
    }

    [Theory]
    [InlineData("2030-06-01", 2030, true)]
    [InlineData("2099-12-31", 2028, false)]
    [InlineData("1900-01-01", 2028, false)]
    public void A_day_that_is_far_away_does_not_squeeze_the_lines(string day, int last, bool has)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        var years = LifelineYears.Of([Of("signed 2022-11-08", "5 year")], on);
        (years.Last.Year, years.Has(on)).ShouldBe((last, has));
        new LifelineSvg(years, on).Head().ToString().ShouldContain($"{on.Year}");
    }

    [Theory]
    [InlineData("signed 2022-11-08", "5 year", "known")]
    [InlineData("signed 2022", "5 year", "#life-up #life-down coarse known")]
    [InlineData("signed 2022-11-08", "long-term", "open #life-on")]
    [InlineData("signed 2008-09-22; renewed 2020-07-23", "5 year", "assumed life-gap known #act-renewed")]
    [InlineData("signed 2020-01-01", "5+5", "known possible")]
    [InlineData("signed 2020-01-01", "3 years, automatically renewed", "known assumed life-renews #life-on")]
    [InlineData("signed 2020-01-01; terminated 2023-01-01", "5 year", "known stopped #act-terminated")]
    [InlineData("signed 2020-01-01; suspended 2021-01-01; resumed 2022-01-01", "10 year", "#act-suspended #act-resumed cannot-tell")]
    public void What_is_known_of_a_life_is_drawn(string acts, string term, string parts)
    {
        var line = Of(acts, term);
        var drawn = new LifelineSvg(LifelineYears.Of([line], On), On).Row(line);
        var text = drawn.ToString();
        foreach (var part in parts.Split(' '))
            text.ShouldContain(part);
        text.ShouldNotContain("style=");
        text.ShouldNotContain("NaN");
        drawn.Attribute("aria-hidden")!.Value.ShouldBe("true");
        drawn.Descendants().Attributes().Where(a => a.Value.EndsWith('%')).ShouldAllBe(a => Share(a) >= 0 && Share(a) <= 100);
    }

    [Fact]
    public void What_lies_outside_the_years_is_marked_as_cut_off()
    {
        var old = Of("signed 1921-01-01", "long-term");
        List<Timeline> lines = [old, Of("signed 2020", "5 year"), Of("signed 2021", "5 year"), Of("signed 2022", "5 year")];
        var drawing = new LifelineSvg(LifelineYears.Of(lines, On), On);
        drawing.Row(old).ToString().ShouldContain("#life-cut");
        drawing.Row(lines[1]).ToString().ShouldNotContain("#life-cut");
    }

    [Fact]
    public void What_a_line_uses_is_defined_in_the_head()
    {
        var lines = Enum.GetValues<Act>().Select(a => Of($"signed 2020-01; {Words.Kebab(a)} 2021-01-01", "3 years, automatically renewed")).ToList();
        var drawing = new LifelineSvg(LifelineYears.Of(lines, On), On);
        var defined = drawing.Head().Descendants().Attributes("id").Select(a => "#" + a.Value).ToHashSet();
        lines.SelectMany(l => drawing.Row(l).Descendants("use")).Select(u => u.Attribute("href")!.Value).Distinct().Except(defined).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("signed 2020-01-01; terminated 2023-01-01", "5 year", "2020-01-01 2023-01-01 Known, 2023-01-01 2025-01-01 Stopped")]
    [InlineData("signed 2020-01-01; terminated 2023-01-01", "long-term", "2020-01-01 2023-01-01 Open")]
    [InlineData("signed 2020-01-01; terminated 2026-01-01", "5 year", "2020-01-01 2025-01-01 Known")]
    [InlineData("signed 2020-01-01", "3 years, automatically renewed 2 times", "2020-01-01 2023-01-01 Known, 2023-01-01 2029-01-01 Assumed")]
    [InlineData("signed 2010-01-01; renewed 2020-01-01", "3 years, automatically renewed 1 times", "2010-01-01 2013-01-01 Assumed, 2013-01-01 2016-01-01 Assumed, 2016-01-01 2020-01-01 Gap, 2020-01-01 2023-01-01 Known, 2023-01-01 2026-01-01 Assumed")]
    public void A_life_runs_no_further_than_its_standing_says(string acts, string term, string stretches) =>
        string.Join(", ", Of(acts, term).Stretches.Select(s => $"{s.Begin} {s.End} {s.Basis}".Replace("  ", " ", StringComparison.Ordinal))).ShouldBe(stretches);

    [Fact]
    public void Each_renewal_by_itself_is_marked_until_there_are_too_many_to_see()
    {
        var scale = new TimelineScale(new Day(2019, 1, 1), new Day(2030, 12, 31), 100);
        scale.Renewals(Of("signed 2020-01-01", "3 years, automatically renewed").Stretches[^1]).Count().ShouldBe(3);
        scale.Renewals(Of("signed 2020-01-01", "1 month, automatically renewed").Stretches[^1]).ShouldBeEmpty();
    }

    private static double Share(XAttribute attribute) => double.Parse(attribute.Value[..^1], System.Globalization.CultureInfo.InvariantCulture);

    private static Timeline Of(string acts, string term) => Timeline.Of(Given.Facts(acts, term), CountingRule.SameDay, On);
}

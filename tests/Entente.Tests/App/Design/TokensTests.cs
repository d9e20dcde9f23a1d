using Entente.App.Design;

namespace Entente.Tests.App.Design;

public class TokensTests
{
    public static TheoryData<string, string, double> Pairs => [.. Tokens.Pairs.Select(p => new TheoryDataRow<string, string, double>(p.On, p.Ground, p.Least))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_stands_on_a_colour_can_be_seen_in_light_and_in_dark(string on, string ground, double least)
    {
        var (light, dark) = Tokens.Contrast(on, ground);
        light.ShouldBeGreaterThanOrEqualTo(least, "in light");
        dark.ShouldBeGreaterThanOrEqualTo(least, "in dark");
    }

    [Fact]
    public void Each_colour_is_measured_against_what_it_meets() =>
        Tokens.Colours.Select(c => c.Name).Except(Tokens.Pairs.SelectMany(p => new[] { p.On, p.Ground })).ShouldBe(["rule"], "a line between rows only orders");

    [Theory]
    [InlineData("oklch(100% 0 0)", "oklch(0% 0 0)", 21)]
    [InlineData("oklch(50% 0.1 200)", "oklch(50% 0.1 200)", 1)]
    // #767676 on white: the lightest grey that words may have.
    [InlineData("oklch(56.65% 0 0)", "oklch(100% 0 0)", 4.54)]
    // #0000ff on white, and #ff0000.
    [InlineData("oklch(45.201% 0.313214 264.052)", "oklch(100% 0 0)", 8.59)]
    [InlineData("oklch(62.796% 0.257704 29.234)", "oklch(100% 0 0)", 4.0)]
    public void Contrast_is_measured_as_WCAG_does(string a, string b, double contrast) =>
        Oklch.Contrast(Oklch.Parse(a)!.Value, Oklch.Parse(b)!.Value).ShouldBe(contrast, 0.02);

    [Theory]
    [InlineData("oklch(20% 0.02 240 / 0.45)")]
    [InlineData("#fff")]
    [InlineData("")]
    public void What_is_no_colour_is_none(string text) => Oklch.Parse(text).ShouldBeNull();

    [Fact]
    public void Sizes_are_steps_that_can_be_told_apart()
    {
        foreach (var scale in new[] { "s", "t-" })
        {
            var steps = Tokens.Sizes.Where(s => s.Name.StartsWith(scale, StringComparison.Ordinal) && (scale == "t-" || s.Name.Length == 2))
                .Select(s => double.Parse(s.Value[..^3], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            steps.Count.ShouldBe(8);
            steps.ShouldBe(steps.Order());
            steps.Distinct().Count().ShouldBe(steps.Count);
        }
    }
}

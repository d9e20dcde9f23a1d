using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Statistics;
using Entente.Core;
using Entente.Edtf;
using Entente.Store.Counts;

namespace Entente.Tests.App.Pages;

public sealed partial class CountryPageTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/countries/JP", HttpStatusCode.OK, "agreements.txt says 30, and 30 were counted in it.")]
    [InlineData("/countries/JP?on=2021", HttpStatusCode.OK, "stand on 31 Dec 2021")]
    [InlineData("/countries/JP?on=soon", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/countries/none", HttpStatusCode.OK, "No agreement is with No country")]
    [InlineData("/countries/FR", HttpStatusCode.OK, "No agreement is with France")]
    [InlineData("/countries/XX", HttpStatusCode.NotFound, "XX is no country that is known")]
    public async Task A_country_answers(string path, HttpStatusCode status, string words)
    {
        var answer = await sample.Site.GetAsync(path);
        answer.Status.ShouldBe(status);
        SampleSite.Words(answer.Text).ShouldContain(words);
    }

    [Theory]
    [InlineData("/countries/japan", "/countries/JP")]
    [InlineData("/countries/jp?on=2021", "/countries/JP?on=2021")]
    public async Task A_country_has_one_address(string path, string kept) => (await sample.Site.GetAsync(path)).To.ShouldBe(kept);

    [Theory]
    [InlineData("JP")]
    [InlineData("RU")]
    [InlineData("KP")]
    public async Task The_end_of_each_year_says_what_each_agreement_says(string code)
    {
        await using var open = await sample.OpenAsync();
        var file = await CountryFile.OfAsync(open, code, open.Today, 1, TestContext.Current.CancellationToken);
        file.Years.Count.ShouldBeGreaterThan(2);
        foreach (var year in file.Years)
        {
            var standings = (await sample.StandingsAsync(year.Day)).Where(s => s.Agreement.Countries.Contains(code));
            year.Count.ShouldBe(standings.Aggregate(default(StandingCount), (c, s) => c.Plus(s.Standing.Kind, 1)), $"{year.Year}");
        }
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2021-12-31")]
    [InlineData("1990-01-01")]
    public async Task Countries_are_counted_as_the_database_counts_them(string day)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        await using var open = await sample.OpenAsync();
        var counted = await LineCounts.ByCountryAsync(open, on, TestContext.Current.CancellationToken);
        var tallied = await open.Db.TallyAsync(on, CountBy.Country, TestContext.Current.CancellationToken);
        (counted.Total, counted.CountedMoreThanOnce).ShouldBe((tallied.Total, tallied.CountedMoreThanOnce));
        counted.By.ShouldBe(tallied.By);
    }

    [Theory]
    [InlineData("0 1 1 5 9 16", "2026-11-24")]
    [InlineData("", "1990-01-01")]
    public void A_chart_has_easy_levels_and_no_look_of_its_own(string inForce, string day)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        var years = (inForce.Length == 0 ? "0" : inForce).Split(' ').Select((n, i) => new YearEnd(2021 + i, default(StandingCount).Plus(StandingKind.InForceOpen, int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)))).ToList();
        var drawn = new YearEndsSvg(years, on).Draw().ToString();
        drawn.ShouldNotContain("NaN");
        drawn.ShouldNotContain("style=");
        drawn.Contains("24 Nov 2026", StringComparison.Ordinal).ShouldBe(inForce.Length > 0);
        if (inForce.Length > 0)
            Level().Matches(drawn).Select(m => m.Groups[1].Value).ShouldBe(["0", "10", "20"]);
    }

    [Fact]
    public async Task The_list_of_countries_leads_to_each_of_them()
    {
        var page = await sample.Site.TextAsync("/countries?on=2021");
        page.ShouldContain("<a href=\"/countries/JP?on=2021\">Japan</a>");
        page.ShouldContain("/agreements?country=JP&amp;");
    }

    [GeneratedRegex("class=\"level-name\"[^>]*>(\\d+)<")]
    private static partial Regex Level();
}

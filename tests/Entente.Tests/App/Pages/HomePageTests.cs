using System.Net;
using System.Text.Json;

using Entente.Core;
using Entente.Edtf;
using Entente.Tests.Store;

namespace Entente.Tests.App.Pages;

public sealed class HomePageTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2021-12-31")]
    [InlineData("2008-01-01")]
    [InlineData("2035-06-30")]
    public async Task It_says_how_many_are_in_force_with_whom_and_where(string day)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        var inForce = (await sample.StandingsAsync(on)).Where(s => s.Standing.IsInForce).Select(s => s.Agreement.Facts).ToList();
        var partners = inForce.SelectMany(f => f.Parties).Where(p => p.Name.Length > 0).Select(p => Partner.KeyOf(p.Name, p.Country)).Distinct().Count();
        var countries = inForce.SelectMany(Agreement.CountriesOf).Distinct().Count();
        var words = await sample.WordsAsync($"/?on={day}");
        words.ShouldContain($"{inForce.Count} in force with {Counted(partners, "partner", "partners")} in {Counted(countries, "country", "countries")}");
        words.ShouldContain("of 127 agreements in the register.");
    }

    [Fact]
    public async Task What_is_in_force_is_listed_whether_its_end_is_known_or_not()
    {
        var page = await sample.Site.TextAsync("/?on=2021-12-31");
        page.ShouldContain("<a href=\"/agreements?standing=in-force&amp;on=2021-12-31\">90</a>");
        var list = JsonDocument.Parse(await sample.Site.TextAsync("/agreements.json?standing=in-force&on=2021-12-31")).RootElement;
        list.GetProperty("total").GetInt32().ShouldBe(90);
        list.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("standing").GetString()).Distinct().Order().ShouldBe(["in-force-open", "in-force-until"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/partners?in-force=yes&on=2021-12-31", "<tbody>", "<th scope=\"row\"><a href=\"/partners/", "{0} partners")]
    [InlineData("/countries?on=2021-12-31&in-force=yes", "<tbody>", "<th scope=\"row\">", "{0} countries")]
    public async Task Its_numbers_lead_to_as_many(string path, string after, string row, string words)
    {
        var page = (await sample.Site.TextAsync(path)).Split(after)[1];
        (await sample.WordsAsync("/?on=2021-12-31")).ShouldContain(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, page.Split(row).Length - 1));
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2021-12-31")]
    [InlineData("2013-05-01")]
    public async Task What_ends_soon_is_what_the_list_within_so_many_days_shows(string day)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        var list = JsonDocument.Parse(await sample.Site.TextAsync($"/agreements.json?within=180&on={day}")).RootElement.GetProperty("total").GetInt32();
        var words = await sample.WordsAsync($"/?on={day}");
        words.ShouldContain(list == 0 ? "Nothing comes to its end within 180 days." : $"All {list}");
        var next = (await sample.StandingsAsync(on)).Where(s => s.Standing is { Kind: StandingKind.InForceUntil, Until.Earliest: { } last } && last <= on.AddDays(180))
            .OrderBy(s => s.Standing.Until!.Earliest).Select(s => s.Standing.Until!.Earliest!.Value.Number - on.Number).ToList();
        next.Count.ShouldBe(list);
        if (next.Count > 0)
            words.ShouldContain($"{next[0]} day");
    }

    [Fact]
    public async Task What_waits_is_counted_by_what_it_is_about_and_leads_there()
    {
        var page = await sample.Site.TextAsync("/?on=2021");
        page.ShouldContain("href=\"/findings?severity=doubt&amp;code=partner.same-event&amp;on=2021\">2</a>");
        page.ShouldContain("href=\"/findings?severity=note&amp;on=2021\">29 notes</a>");
    }

    [Fact]
    public async Task The_day_moves_all_of_it_but_what_was_done()
    {
        var page = await sample.Site.TextAsync("/?on=2010");
        page.ShouldContain("href=\"/agreements?standing=in-force-until&amp;on=2010\"");
        page.ShouldContain("href=\"/changes?on=2010\"");
        page.ShouldContain("Told up to now");
        (await sample.Site.TextAsync("/")).ShouldNotContain("Told up to now");
        (await sample.Site.GetAsync("/?on=soon")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Numbers_of_the_last_list_that_do_not_agree_are_told()
    {
        using var folder = new TestFolder();
        var text = await File.ReadAllTextAsync(Checkout.Sample, TestContext.Current.CancellationToken);
        await folder.Import(folder.File("wrong.txt", text.Replace("Japan 30", "Japan 31", StringComparison.Ordinal)));
        await using var site = await PageSite.OfAsync(folder);
        SampleSite.Words(await site.TextAsync("/")).ShouldContain("The list says 31 for Japan, but 30 were counted.");
        (await sample.WordsAsync("/")).ShouldNotContain("do not agree");
    }

    [Fact]
    public async Task What_renews_by_itself_is_told_apart_from_what_ends()
    {
        using var folder = new TestFolder();
        var renewing = Sample.Facts("1", "2022-02-01", 5, "University of Vienna|AT");
        await folder.HoldAsync(renewing with { Term = renewing.Term with { Renews = Renews.Automatic } }, Sample.Facts("2", "2022-02-01", 5, "University of Graz|AT"));
        await using var site = await PageSite.OfAsync(folder);
        var words = SampleSite.Words(await site.TextAsync("/"));
        words.ShouldContain("Within 180 days, 1 end and 1 come to the end of a period and go on.");
        words.ShouldContain("University of Vienna renews by itself");
    }

    [Fact]
    public async Task An_empty_register_says_how_to_begin()
    {
        using var folder = new TestFolder();
        await folder.HoldAsync(Sample.Facts("1", "2022-02-01", 5, "University of Vienna|AT"));
        await folder.Ask("delete", "1", "--reason", "only to try");
        await using var site = await PageSite.OfAsync(folder);
        (await site.TextAsync("/")).ShouldContain("entente import my-list.txt");
    }

    private static string Counted(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}

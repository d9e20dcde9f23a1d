using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Partners;
using Entente.Core;
using Entente.Edtf;
using Entente.Tests.Store;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App.Pages;

public sealed partial class PartnerPagesTests(SampleSite sample) : IClassFixture<SampleSite>
{
    private static readonly string[] scripts = ["Московский государственный университет|RU", "Πανεπιστήμιο Αθηνών|GR", "Universität Wien|AT", "東北大学|JP"];

    [Theory]
    [InlineData("?words=tohoku", "Tohoku University")]
    [InlineData("?words=KITAMI+institute", "Kitami Institute of Technology")]
    [InlineData("?words=nothing-is-called-so", "")]
    [InlineData("?country=CA", "British Columbia Institute of Technology")]
    [InlineData("?country=finland&in-force=yes", "University of Eastern Finland")]
    [InlineData("?country=CA&in-force=yes", "")]
    [InlineData("?country=CA&in-force=yes&on=2021", "British Columbia Institute of Technology")]
    public async Task Partners_are_found(string query, string names)
    {
        var page = await sample.Site.TextAsync("/partners" + query);
        Names(page).ShouldBe(names.Split('|', StringSplitOptions.RemoveEmptyEntries));
        if (names.Length == 0)
            page.ShouldContain("No partner is called so");
    }

    [Fact]
    public async Task A_name_is_found_in_any_script()
    {
        using var folder = new TestFolder();
        await folder.HoldAsync([.. scripts.Select((party, i) => Sample.Facts($"{i + 1}", "2022-02-01", 5, party))]);
        await using var site = await PageSite.OfAsync(folder);
        foreach (var (words, name) in new[] { ("moskovskiy", "Московский государственный университет"), ("МОСКОВСКИЙ", "Московский государственный университет"), ("panepistimio", "Πανεπιστήμιο Αθηνών"), ("universitat wien", "Universität Wien"), ("東北", "東北大学") })
            Names(await site.TextAsync("/partners?words=" + Uri.EscapeDataString(words))).ShouldBe([name], words);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("country")]
    [InlineData("-agreements")]
    [InlineData("ends")]
    [InlineData("-ends")]
    public async Task Every_order_has_every_partner_once(string sort)
    {
        var names = Names(await sample.Site.TextAsync($"/partners?sort={sort}")).Concat(Names(await sample.Site.TextAsync($"/partners?sort={sort}&page=2")));
        await using var open = await sample.OpenAsync();
        var all = await open.Db.Partners.Select(p => p.Name).ToListAsync(TestContext.Current.CancellationToken);
        names.Order().ShouldBe(all.Order());
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2019-06-30")]
    public async Task What_is_counted_of_a_partner_is_what_each_of_its_agreements_says(string day)
    {
        Day.TryParse(day, out var on).ShouldBeTrue();
        var expected = (await sample.StandingsAsync(on))
            .SelectMany(s => s.Agreement.Facts.Parties.Where(p => p.Name.Length > 0).Select(p => Partner.KeyOf(p.Name, p.Country)).Distinct().Select(key => (key, s.Standing.Kind)))
            .GroupBy(s => s.key, s => s.Kind).ToDictionary(g => g.Key, g => g.Aggregate(default(StandingCount), (c, k) => c.Plus(k, 1)));
        await using var open = await sample.OpenAsync();
        var list = await PartnerQueries.ListAsync(open, new PartnerQuestion(), on, limit: null, TestContext.Current.CancellationToken);
        list.Rows.ToDictionary(r => r.Partner.Key, r => r.Counts).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task The_list_is_saved_as_it_is_shown()
    {
        var page = Names(await sample.Site.TextAsync("/partners?country=JP&sort=-ends"));
        var lines = (await sample.Site.TextAsync("/partners.csv?country=JP&sort=-ends")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("partner,country,country_name,agreements,in_force_until,in_force_open,ended,cannot_tell,not_begun,last_end,on");
        lines[1..].Select(l => l.Trim('"').Split(["\",", ","], 2, StringSplitOptions.None)[0]).ShouldBe(page.Select(n => n.Split(',')[0]));
        (await sample.Site.GetAsync("/partners.csv?on=banana")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task From_an_agreement_to_its_partner_and_to_its_country_and_back_on_the_same_day()
    {
        var agreement = await sample.Site.TextAsync("/agreements/11?on=2021");
        agreement.ShouldContain("href=\"/countries/DE?on=2021\"");
        var partner = await sample.Site.TextAsync(PartnerLink().Match(agreement).Groups[1].Value);
        partner.ShouldContain("<h1><bdi>Freiberg University of Mining and Technology</bdi></h1>");
        foreach (var part in new[] { "/agreements/11?on=2021&amp;from=partner%3D", "/agreements/12?on=2021", "/countries/DE?on=2021", "has more than one agreement", "href=\"/findings/f", "Imported" })
            partner.ShouldContain(part);
    }

    [Theory]
    [InlineData("/partners/01a2138267067495bb0abfcda4ad780c")]
    [InlineData("/partners/nobody")]
    public async Task An_unknown_partner_is_told_in_words(string path)
    {
        var (status, text, _) = await sample.Site.GetAsync(path);
        status.ShouldBe(HttpStatusCode.NotFound);
        text.ShouldContain("There is no such partner");
    }

    [Fact]
    public async Task Every_wording_of_a_name_is_kept()
    {
        using var folder = new TestFolder();
        await folder.HoldAsync(Sample.Facts("1", "2022-02-01", 5, "University of Vienna|AT"), Sample.Facts("2", "2023-02-01", 5, "UNIVERSITY OF VIENNA|AT"));
        await using var site = await PageSite.OfAsync(folder);
        var words = SampleSite.Words(await site.TextAsync(PartnerLink().Match(await site.TextAsync("/partners")).Groups[1].Value));
        words.ShouldContain("Names as printed");
        words.ShouldContain("UNIVERSITY OF VIENNA 2");
    }

    private static IReadOnlyList<string> Names(string page) => [.. Name().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("<th scope=\"row\"><a href=\"/partners/[^\"]+\"><bdi[^>]*>([^<]+)</bdi>")]
    private static partial Regex Name();

    [GeneratedRegex("href=\"(/partners/[0-9a-f]{32}[^\"]*)\"")]
    private static partial Regex PartnerLink();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Entente.Tests.App.Pages;

/// <summary>Findings are worked off on pages, one after the other.</summary>
public sealed partial class FindingPagesTests : IAsyncLifetime
{
    private const string Kyoto = "/findings/f14-e1", Pair = "/findings/f10-e1", Country = "/findings/f2-e1";

    private readonly TestFolder folder = new();
    private PageSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        site = await PageSite.OfAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("", 39)]
    [InlineData("?severity=doubt", 10)]
    [InlineData("?severity=note", 29)]
    [InlineData("?severity=error", 0)]
    [InlineData("?code=partner.misspelt", 7)]
    [InlineData("?severity=note&code=ends.over-at-list-date", 12)]
    [InlineData("?state=all", 39)]
    [InlineData("?state=dismissed", 0)]
    [InlineData("?agreement=30", 2)]
    [InlineData("?edition=1", 39)]
    [InlineData("?edition=2", 0)]
    public async Task The_list_holds_what_is_asked_for_and_each_number_leads_to_as_many(string query, int findings)
    {
        var page = await site.TextAsync("/findings" + query);
        Links(page).Count.ShouldBe(findings);
        foreach (var (address, count) in Counts(page))
            Links(await site.TextAsync(address)).Count.ShouldBe(count, address);
    }

    [Theory]
    [InlineData(Kyoto, "About agreement ")]
    [InlineData(Pair, "About agreements ")]
    public async Task Over_a_finding_stands_what_it_is_about(string path, string said)
    {
        var page = await site.TextAsync(path);
        page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</h1>", StringComparison.Ordinal)].ShouldContain(said);
        page.ShouldNotContain(">finding f");
        page.ShouldContain($"In commands: {path.Split('/')[^1][..^3]}");
    }

    [Theory]
    [InlineData("/findings?state=lost", HttpStatusCode.BadRequest, "is nothing that state can be")]
    [InlineData("/findings?severity=odd&page=0", HttpStatusCode.BadRequest, "is nothing that page can be")]
    [InlineData("/findings?on=soon", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/findings?page=9", HttpStatusCode.OK, "There is no such page")]
    [InlineData("/findings?severity=error", HttpStatusCode.OK, "Nothing of this sort")]
    [InlineData("/findings/f99", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("/findings/f1-e2", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("/findings/x", HttpStatusCode.NotFound, "Nothing is here")]
    public async Task What_cannot_be_shown_is_said(string path, HttpStatusCode status, string words)
    {
        var page = await site.GetAsync(path);
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task The_short_name_leads_to_the_one_that_lasts() =>
        (await site.GetAsync("/findings/F14?severity=note")).To.ShouldBe(Kyoto + "?severity=note");

    [Fact]
    public async Task A_finding_shows_what_it_is_about_and_where_it_stands()
    {
        var page = await site.TextAsync(Kyoto + "?code=partner.misspelt");
        page.ShouldContain("<h1>Perhaps misspelt");
        page.ShouldContain("1 of 7");
        page.ShouldContain("Kyoto Institute of Tehcnology");
        page.ShouldContain("class=\"partner pointed\"");
        page.ShouldContain("href=\"/agreements/30/correction?finding=f14-e1\"");
        page.ShouldContain("href=\"/agreements/30\"");
        page.ShouldContain("line=154#line-154");
        Before(page).ShouldBeNull();
        Next(page).ShouldBe("/findings/f15-e1?code=partner.misspelt");
        (await site.TextAsync(Kyoto + "?on=2023-06-20")).ShouldContain("href=\"/agreements/30?on=2023-06-20\"");
    }

    [Fact]
    public async Task Two_agreements_stand_side_by_side_with_what_differs()
    {
        var page = await site.TextAsync(Pair);
        Differing().Matches(page).Select(m => m.Groups[1].Value).ShouldBe(["partner", "kind", "term", "end"]);
        page.ShouldContain("href=\"/agreements/119\"");
        page.ShouldContain("href=\"/agreements/122\"");
        await folder.Ask("delete", "122", "--reason", "listed twice");
        (await site.TextAsync(Pair)).ShouldContain("Agreement 122 is in the register no longer.");
    }

    [Fact]
    public async Task Following_next_passes_each_finding_once_in_the_order_of_the_list()
    {
        var list = Links(await site.TextAsync("/findings?severity=doubt"));
        var passed = new List<string>();
        for (var at = list[0]; at is not null; at = Next(await site.TextAsync(at)))
            passed.Add(at);
        passed.ShouldBe(list);
        var back = new List<string>();
        for (var at = list[^1]; at is not null; at = Before(await site.TextAsync(at)))
            back.Add(at);
        back.ShouldBe(Enumerable.Reverse(list));
    }

    [Fact]
    public async Task Accepting_a_proposal_changes_the_record_and_goes_on_to_the_next()
    {
        const string asked = "?code=partner.misspelt";
        var sent = await site.SendAsync(Kyoto + asked, "accept");
        sent.To.ShouldBe("/findings/f15-e1" + asked);
        (await site.TextAsync(sent.To!)).ShouldContain("1 of 6");
        (await site.TextAsync("/agreements/30")).ShouldContain("<bdi>Kyoto Institute of Technology</bdi></a></h1>");
        var decided = await site.TextAsync(Kyoto);
        decided.ShouldContain("Accepted by");
        decided.ShouldContain("what the record took from it is taken back");
        PageSite.Form(decided, "accept").ShouldBeEmpty();
        (await site.SendAsync(Kyoto, "reopen")).To.ShouldBe(Kyoto);
        (await site.TextAsync(Kyoto)).ShouldContain("Agreement 30 says as before: ");
        (await site.TextAsync("/agreements/30")).ShouldNotContain("<bdi>Kyoto Institute of Technology</bdi></a></h1>");
        (await folder.Ask("verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_right_as_it_stands_is_said_to_be_so_and_nothing_in_the_record_changes()
    {
        (await site.TextAsync(Country)).ShouldContain("The record says what is proposed already.");
        (await site.SendAsync(Country, "accept")).Status.ShouldBe(HttpStatusCode.Found);
        (await site.SendAsync(Pair, "accept")).To.ShouldBe("/findings/f4-e1");
        (await site.TextAsync("/agreements/119")).ShouldContain("Accepted by");
    }

    [Fact]
    public async Task A_finding_is_dismissed_for_a_reason_which_is_kept()
    {
        var refused = await site.SendAsync(Pair, "dismiss", ("reason", "  "));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("aria-describedby=\"reason-wrong reason-hint\" aria-invalid=\"true\"");
        (await site.SendAsync(Pair, "dismiss", ("reason", "two faculties, two agreements"))).To.ShouldBe("/findings/f4-e1");
        var agreement = await site.TextAsync("/agreements/119");
        agreement.ShouldContain("two faculties, two agreements");
        agreement.ShouldContain("href=\"/findings/f10-e1?state=all&amp;agreement=119\"");
        (await site.TextAsync("/findings?state=dismissed")).ShouldContain("two faculties, two agreements");
    }

    [Fact]
    public async Task What_was_decided_meanwhile_is_not_decided_twice()
    {
        var page = await site.TextAsync(Pair);
        await folder.Ask("findings", "dismiss", "f10", "--reason", "looked up");
        var late = await site.PostAsync(Pair, PageSite.Form(page, "accept"));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("was decided on already");
        late.Text.ShouldContain("looked up");
    }

    [Fact]
    public async Task A_proposal_is_not_taken_by_a_record_that_was_changed_meanwhile()
    {
        var page = await site.TextAsync(Kyoto);
        await folder.Ask("edit", "30", "--partner", "Kyoto Institute of Tehcnology (KIT)");
        var late = await site.PostAsync(Kyoto, PageSite.Form(page, "accept"));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("while this form was open");
        late.Text.ShouldContain("Kyoto Institute of Tehcnology (KIT)");
        (await site.SendAsync(Kyoto, "accept")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_last_decision_is_followed_by_a_list_with_nothing_left()
    {
        var ids = Links(await site.TextAsync("/findings")).Select(l => l["/findings/".Length..]).ToList();
        await folder.Ask(["findings", "dismiss", .. ids.Skip(1), "--reason", "known"]);
        var sent = await site.SendAsync($"/findings/{ids[0]}", "accept");
        sent.To.ShouldBe("/findings");
        var page = await site.TextAsync("/findings");
        page.ShouldContain("Nothing left to look at");
        page.ShouldContain("1 accepted, 38 dismissed");
    }

    [Fact]
    public async Task A_finding_that_a_newer_edition_replaced_says_so()
    {
        var sample = await File.ReadAllTextAsync(Checkout.Sample, TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08 10 year")));
        var page = await site.TextAsync(Pair);
        page.ShouldContain("It counts no longer");
        PageSite.Form(page, "dismiss").ShouldBeEmpty();
        (await site.GetAsync("/findings/f10")).To.ShouldBe("/findings/f10-e2");
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var rows = Enumerable.Range(1, 150).Select(n => $"{n} University Number {n} Austria MOU Long-term");
        await folder.Import(folder.File("long.txt", $"No. Name Country Type Date Term\n{string.Join('\n', rows)}\n"));
        var first = await site.TextAsync("/findings?code=record.no-date");
        Links(first).Count.ShouldBe(100);
        first.ShouldContain("Rows 1 to 100 of 151");
        var second = Links(await site.TextAsync("/findings?code=record.no-date&page=2"));
        second.Count.ShouldBe(51);
        Links(first).Intersect(second).ShouldBeEmpty();
        (await site.TextAsync(second[0])).ShouldContain("101 of 151");
    }

    private static List<string> Links(string page) => [.. RowLink().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    private static IEnumerable<(string Address, int Count)> Counts(string page) =>
        Counted().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));

    private static string? Next(string page) => Step(page, "next");

    private static string? Before(string page) => Step(page, "prev");

    private static string? Step(string page, string rel) =>
        Regex.Match(page, $"href=\"([^\"]+)\" rel=\"{rel}\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<p>\\s*<a href=\"(/findings/f[^\"]+)\">")]
    private static partial Regex RowLink();

    [GeneratedRegex("<a (?:class=\"[a-z]+\" )?href=\"(/findings[^\"]*)\"[^>]*>[^<]+?(?:<b>)?(\\d+)(?:</b>)?</a>")]
    private static partial Regex Counted();

    [GeneratedRegex("<tr class=\"differs\">\\s*<th scope=\"row\">([a-z]+)")]
    private static partial Regex Differing();
}

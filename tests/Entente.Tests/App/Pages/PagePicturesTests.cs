using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Sources;
using Entente.Core;
using Entente.Formats.Pdf;

namespace Entente.Tests.App.Pages;

/// <summary>A document of pages is shown as it is printed, with what its words became.</summary>
public sealed partial class PagePicturesTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private PageSite site = null!;
    private string source = "";

    public async ValueTask InitializeAsync()
    {
        await folder.Import(Checkout.Path("tests", "sample-pdf", "office.pdf"));
        site = await PageSite.OfAsync(folder);
        source = Sources().Match(await site.TextAsync("/sources")).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Its_pages_together_show_every_agreement_with_its_row_and_its_values()
    {
        var (numbers, values) = (new List<string>(), 0);
        for (var next = source; next.Length > 0;)
        {
            var page = await site.TextAsync(next);
            numbers.AddRange(Names().Matches(page).Select(m => m.Groups[1].Value));
            values += page.Split("class=\"mark partner\"").Length - 1;
            page.ShouldContain("all 812 cells and lines have a place");
            next = WebUtility.HtmlDecode(Next().Match(page).Groups[1].Value);
        }

        numbers.Distinct().Count().ShouldBe(127);
        values.ShouldBe(127);
    }

    [Fact]
    public async Task What_became_one_thing_can_be_seen_alone()
    {
        var page = await site.TextAsync($"{source}?show=country&page=2");
        page.ShouldContain("class=\"mark country pointed\"");
        page.ShouldContain("class=\"wide whole picture\"", customMessage: "a narrow screen shows all of its width");
        page.ShouldNotContain("class=\"mark partner\"");
    }

    [Fact]
    public async Task An_agreement_shows_its_row_cut_out_of_the_page_and_leads_to_the_whole_page()
    {
        var page = await site.TextAsync("/agreements/5");
        var picture = Picture().Match(page).Value;
        picture.ShouldContain(">Vienna<");
        picture.ShouldContain(">Bulgaria<", customMessage: "the row below");
        picture.ShouldNotContain(">Canada<");
        Regex.Count(picture, "class=\"mark partner\"").ShouldBe(1);
        page.ShouldContain("?page=2");
        page.ShouldContain("id=\"page-2\"");
        var boxes = Boxes().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();
        boxes.Count.ShouldBeGreaterThan(3, "each value has its own");
        boxes.ShouldAllBe(box => picture.Contains($"id=\"{box}\""));
        Regex.Replace(page, "<[^>]+>", " ").ShouldContain("Austria");
    }

    [Fact]
    public async Task A_finding_shows_what_it_is_about()
    {
        var findings = await site.TextAsync("/findings");
        var pictures = 0;
        foreach (var finding in Findings().Matches(findings).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().Take(5))
            pictures += Picture().Count(await site.TextAsync(finding));
        pictures.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Numbers_of_rows_that_stand_beside_each_other_do_not_stand_over_each_other()
    {
        var page = new PdfPage(1, 600, 800, [], []) { PlaceOf = _ => new Place(Page: 1), Upright = _ => default };
        PageRow Row(double left, double right, string name) => new(new Box(left, 100, right, 112), name, null, null);
        List<(string Name, string X)> Names(params PageRow[] rows) =>
            [.. PageSvg.Draw(page, rows, [], "page").Descendants().Where(e => e.Name.LocalName == "text").Select(e => (e.Value, e.Attribute("x")!.Value))];
        Names(Row(40, 560, "1")).ShouldBe([("1", "-6")]);
        Names(Row(40, 280, "1"), Row(320, 560, "2")).ShouldBe([("1", "-6"), ("2", "606")]);
        Names(Row(40, 180, "1"), Row(240, 380, "2"), Row(440, 560, "3")).ShouldBe([("1", "-6"), ("2", "237"), ("3", "606")]);
    }

    [Theory]
    [InlineData("999", "Page 10 of 10")]
    [InlineData("0", "Page 1 of 10")]
    [InlineData("x", "Page 2 of 10")]
    public async Task A_page_that_is_not_there_is_the_next_one_that_is(string asked, string said) =>
        (await site.TextAsync($"{source}?page={asked}")).ShouldContain(said);

    [GeneratedRegex("/sources/[0-9a-f]{64}")]
    private static partial Regex Sources();

    [GeneratedRegex("<svg class=\"page\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("href=\"#(box-2-[^\"]+)\"")]
    private static partial Regex Boxes();

    [GeneratedRegex("class=\"name\"[^>]*>([^<]+)<")]
    private static partial Regex Names();

    [GeneratedRegex("rel=\"next\"[^>]*href=\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("href=\"(/findings/[^\"]+)\"")]
    private static partial Regex Findings();
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using Entente.Core;
using Entente.Store;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App.Pages;

/// <summary>A document as a page, with what each of its words became.</summary>
public sealed partial class SourcePagesTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private PageSite site = null!;
    private string source = "";

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        site = await PageSite.OfAsync(folder);
        source = Sources(await site.TextAsync("/sources")).Single();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_import_says_what_it_brought_and_whether_its_numbers_hold()
    {
        var sample = await File.ReadAllTextAsync(Checkout.Sample, TestContext.Current.CancellationToken);
        await folder.Import(folder.File("next.txt", sample.Replace("Australia MOU 2022.11.08 5 year", "Australia MOU 2022.11.08 10 year").Replace("Total 127", "Total 126")));
        var page = Tags().Replace(await site.TextAsync("/sources"), " ");
        page.ShouldContain("127 new, 0 changed, 0 the same");
        page.ShouldContain("0 new, 1 changed, 126 the same");
        page.ShouldContain("All 19 numbers that it states agree.");
        page.ShouldContain("1 of 19 numbers do not agree");
        page.IndexOf("next.txt", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("agreements.txt", StringComparison.Ordinal), "the newest first");
        Regex.Matches(page, "nothing open|\\d+ open").Select(m => m.Value).ShouldBe(["40 open", "nothing open"]);
    }

    [Fact]
    public async Task The_file_comes_back_byte_for_byte() =>
        (await site.BytesAsync(source + "/file")).ShouldBe(await File.ReadAllBytesAsync(Checkout.Sample, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Every_word_of_the_document_is_marked_on_its_page()
    {
        var printed = string.Concat((await File.ReadAllTextAsync(Checkout.Sample, TestContext.Current.CancellationToken)).Where(c => !char.IsWhiteSpace(c)));
        var marked = "";
        var next = source;
        for (var pages = 0; next is not null && pages < 5; pages++)
        {
            var page = await site.TextAsync(next);
            marked += string.Concat(Marks().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).SelectMany(t => t).Where(c => !char.IsWhiteSpace(c)));
            next = Regex.Match(page, "rel=\"next\"[^>]*href=\"([^\"#]+)") is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;
        }

        marked.ShouldBe(printed);
    }

    [Fact]
    public async Task The_numbers_of_the_key_add_up_to_all_words()
    {
        var page = await site.TextAsync(source);
        page.ShouldContain("Nothing lost: all 1,582 words have a place.");
        var parts = Became().Matches(page).Select(m => (m.Groups[1].Value, Count: int.Parse(m.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).ToList();
        parts.Where(p => p.Value is "part").Sum(p => p.Count).ShouldBe(1499);
        page.ShouldContain("<th scope=\"row\">127 agreements</th><td>1,499</td>");
        page.ShouldContain("<th scope=\"row\">All words</th><td>1,582</td>");
        (parts.Where(p => p.Value is "part").Sum(p => p.Count) + 11 + 72).ShouldBe(1582);
    }

    [Theory]
    [InlineData("summary", "9 Japan 30")]
    [InlineData("header", "Commencement Date")]
    [InlineData("title", "Agreement for the Dual")]
    public async Task What_one_sort_of_words_became_is_shown_alone(string show, string words)
    {
        var page = await site.TextAsync($"{source}?show={show}");
        page.ShouldContain(words);
        page.ShouldContain("class=\"source only\"");
        Regex.Count(page, "<li id=\"line-").ShouldBeInRange(1, 60);
        page.ShouldContain($"aria-current=\"true\"><mark");
    }

    [Fact]
    public async Task Records_lead_to_their_agreements_and_agreements_to_their_lines()
    {
        var page = await site.TextAsync(source);
        Regex.Count(page, "<a href=\"/agreements/(\\d+)\" aria-label=\"Agreement \\1\">").ShouldBeGreaterThan(50);
        var agreement = await site.TextAsync("/agreements/120");
        var link = WebUtility.HtmlDecode(Regex.Match(agreement, "href=\"(/sources/[^\"]+)\"").Groups[1].Value);
        link.ShouldBe($"{source}?line=621#line-621");
        (await site.TextAsync(link)).ShouldContain("<li id=\"line-621\"");
        await folder.Ask("delete", "1", "--reason", "test");
        (await site.TextAsync(source)).ShouldContain("<s title=\"Agreement 1 is in the register no longer.\">1</s>");
    }

    [Theory]
    [InlineData("/sources/0123", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("{0}?show=odd", HttpStatusCode.BadRequest, "is nothing that a word can become")]
    [InlineData("{0}?line=99999", HttpStatusCode.OK, "<li id=\"line-652\"")]
    [InlineData("{0}?on=soon", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/sources?on=soon", HttpStatusCode.BadRequest, "is not a day")]
    public async Task What_cannot_be_shown_is_said(string path, HttpStatusCode status, string words)
    {
        var page = await site.GetAsync(string.Format(CultureInfo.InvariantCulture, path, source));
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Words_without_a_place_and_words_of_the_page_are_said_with_the_reason()
    {
        await folder.Import(folder.File("paged.txt", """
            Agreements as of May 2023
            No. Partner Country Type Date Term
            1 University of Vienna Austria MOU 2020.01.02 5 years
            Page 1 of 2
            No. Partner Country Type Date Term
            2 University of Graz Austria MOU 2021.01.02 3 years
            No. Partner Country Type Date Term
            printed by the office
            """));
        var page = await site.TextAsync(Sources(await site.TextAsync("/sources"))[0]);
        page.ShouldContain("Incomplete: 45 of 49 words have a place.");
        page.ShouldContain("<mark class=\"unplaced \" title=\"without a place\">printed by the office</mark>");
        page.ShouldContain("title=\"of the page: it numbers the pages\">Page 1 of 2</mark>");
        page.ShouldContain("5 words of the page: it stands before the list.");
        page.ShouldContain("May 2023");
        page.ShouldContain("as it says");
    }

    [Fact]
    public async Task An_edition_of_before_words_were_kept_marks_what_is_of_records()
    {
        await using (var db = DataFolder.Open(folder.Data, create: false).For(1))
        {
            var rows = await db.EditionRows.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
            await db.EditionRows.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            db.EditionRows.Add(rows with { Pieces = null, Rows = [.. rows.Rows.Select(r => r with { Agreement = null })] });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await site.TextAsync(source);
        page.ShouldContain("Only the words of agreements are marked.");
        page.ShouldContain("<a href=\"/agreements/9\" aria-label=\"Agreement 9\">");
        page.ShouldContain("<mark class=\"row \" title=\"more of the row\">1 The University of Queensland Australia MOU 2022.11.08 5 year</mark>");
        (await site.TextAsync("/agreements/9")).ShouldContain("<mark class=\"row \"");
    }

    private static List<string> Sources(string page) => [.. Regex.Matches(page, "<a href=\"(/sources/[0-9a-f]{64})\">").Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("<mark class=\"[a-z-]+ \" title=\"[^\"]+\">([^<]*)</mark>")]
    private static partial Regex Marks();

    [GeneratedRegex("<tr(?: class=\"(part)\")?>\\s*<th scope=\"row\">.*?</th>\\s*<td>([\\d,]+)</td>")]
    private static partial Regex Became();
}

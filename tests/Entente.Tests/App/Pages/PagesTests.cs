using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Shell;
using Entente.Store;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Pages;

/// <summary>What the pages answer, without a browser.</summary>
public sealed partial class PagesTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        await folder.Import();
        app = Web.Build(DataFolder.Open(folder.Data, create: false), new FakeTimeProvider(Asked.Now), "http://127.0.0.1:0");
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("/agreements", HttpStatusCode.OK, "<h1>Agreements</h1>")]
    [InlineData("/agreements?on=soon", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/agreements?on=9999-12-31", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/countries?on=0999", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/agreements?standing=active", HttpStatusCode.BadRequest, "id=\"standing-wrong\"")]
    [InlineData("/agreements?within=abc", HttpStatusCode.BadRequest, "value=\"abc\" aria-describedby=\"within-wrong\" aria-invalid=\"true\"")]
    [InlineData("/agreements?sort=foo", HttpStatusCode.BadRequest, "<option value=\"foo\" selected>foo</option>")]
    [InlineData("/agreements?country=xx", HttpStatusCode.BadRequest, "is no country")]
    [InlineData("/agreements?country=fr", HttpStatusCode.OK, "<option value=\"FR\" selected>")]
    [InlineData("/agreements.csv?within=abc", HttpStatusCode.BadRequest, "is no number of days")]
    [InlineData("/countries.csv?on=banana", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/agreements.json?on=banana", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/agreements?words=british", HttpStatusCode.OK, "<caption>1 agreement, on 24 Nov 2026")]
    [InlineData("/agreements?on=2021", HttpStatusCode.OK, "31 Dec 2021")]
    [InlineData("/agreements?words=nothing-is-called-so", HttpStatusCode.OK, "No agreement is like that")]
    [InlineData("/agreements/9", HttpStatusCode.OK, "British Columbia Institute of")]
    [InlineData("/agreements/7", HttpStatusCode.OK, "No date is known")]
    [InlineData("/agreements/999", HttpStatusCode.NotFound, "no agreement number 999")]
    [InlineData("/agreements/no/such", HttpStatusCode.NotFound, "no agreement number no/such")]
    [InlineData("/countries", HttpStatusCode.OK, "Every number that agreements.txt prints agrees")]
    [InlineData("/sources/0123", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Nothing is here")]
    public async Task A_page_answers(string path, HttpStatusCode status, string words)
    {
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(status);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain(words);
        var scripts = !text.Contains("<html", StringComparison.Ordinal) ? 0 : path.StartsWith("/agreements", StringComparison.Ordinal) && !path.StartsWith("/agreements/", StringComparison.Ordinal) ? 2 : 1;
        text.Split("<script").Length.ShouldBe(scripts + 1, "pages do without them");
        if (status != HttpStatusCode.OK)
            text.ShouldNotContain("<table");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
    }

    [Theory]
    [InlineData("/agreements?words=&country=JP&kind=&standing=&on=&within=&sort=", "/agreements?country=JP")]
    [InlineData("/agreements?words=&country=&sort=-ends", "/agreements?sort=-ends")]
    public async Task An_address_says_only_what_was_asked(string path, string kept)
    {
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.Found);
        new Uri(client.BaseAddress!, page.Headers.Location!).PathAndQuery.ShouldBe(kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?country=JP")]
    [InlineData("?words=technology&on=2021-12-31")]
    [InlineData("?kind=mou&on=1990")]
    [InlineData("?finding=partner.same-event")]
    public async Task The_parts_of_the_sum_add_up_to_all(string query)
    {
        var numbers = Tile().Matches(await TextAsync("/agreements" + query)).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        numbers.Count.ShouldBe(6);
        numbers[..5].Sum().ShouldBe(numbers[5]);
        numbers[5].ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_countries_are_saved_as_they_are_shown()
    {
        (await TextAsync("/countries?on=2021-12-31")).ShouldContain("href=\"/countries.csv?on=2021-12-31\"");
        (await TextAsync("/countries?on=2021-12-31&in-force=yes")).ShouldContain("href=\"/countries.csv?on=2021-12-31&amp;in-force=yes\"");
        (await TextAsync("/countries.csv?on=2021-12-31&in-force=yes")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ShouldAllBe(line => !line.EndsWith(",0", StringComparison.Ordinal));
        var lines = (await TextAsync("/countries.csv?on=2021-12-31")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("country,name,printed,counted,in_force_until,in_force_open,ended,cannot_tell,not_begun,all");
        var japan = lines.Single(l => l.StartsWith("JP,", StringComparison.Ordinal)).Split(',');
        japan[..4].ShouldBe(["JP", "Japan", "30", "30"]);
        japan[4..9].Sum(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(30);
    }

    [Fact]
    public async Task A_saved_list_says_in_which_letters_it_is_written()
    {
        var bytes = await client.GetByteArrayAsync(new Uri("/agreements.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        bytes[..3].ShouldBe(System.Text.Encoding.UTF8.GetPreamble());
    }

    [Theory]
    [InlineData("/agreements?words=british&on=2010", "this period: to 22 Sep 2013 (assumed)")]
    [InlineData("/agreements/9?on=2010", "<p class=\"until\">this period: to 22 Sep 2013 (assumed)</p>")]
    [InlineData("/agreements/30", "Whichever end is right")]
    [InlineData("/agreements/9?from=country%3DCA%26sort%3D-ends&on=2021", "href=\"/agreements?country=CA&amp;on=2021&amp;sort=-ends\">Back to the list")]
    public async Task A_list_and_a_page_do_not_contradict_themselves(string path, string words) => (await TextAsync(path)).ShouldContain(words);

    [Fact]
    public async Task The_source_is_given_back_byte_for_byte_and_never_run()
    {
        var address = SourceLink().Match(await TextAsync("/agreements/9")).Groups[1].Value;
        using var source = await client.GetAsync(new Uri(address + "/file", UriKind.Relative), TestContext.Current.CancellationToken);
        (await source.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(File.ReadAllBytes(Checkout.Sample));
        source.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        source.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task The_day_goes_along_from_page_to_page()
    {
        var page = await TextAsync("/agreements?on=2021");
        page.ShouldContain("href=\"/countries?on=2021\"");
        page.ShouldContain("href=\"/agreements/1?on=2021\"");
        (await TextAsync("/countries?on=2021")).ShouldContain("/agreements?country=JP&amp;on=2021");
    }

    [Fact]
    public async Task Nothing_is_changed_by_asking_and_nothing_is_taken()
    {
        using var posted = await client.PostAsync(new Uri("/agreements", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        posted.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task Sheets_may_be_kept_for_as_long_as_they_say_the_same()
    {
        var sheet = Sheet().Match(await TextAsync("/agreements")).Groups[1].Value;
        using var answer = await client.GetAsync(new Uri(sheet, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    private Task<string> TextAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("class=\"tile\"[^>]*><b>(\\d+)</b>")]
    private static partial Regex Tile();

    [GeneratedRegex("href=\"(/sources/[0-9a-f]{64})[/\"?]")]
    private static partial Regex SourceLink();

    [GeneratedRegex("href=\"(/css/[^\"]+)\"")]
    private static partial Regex Sheet();
}

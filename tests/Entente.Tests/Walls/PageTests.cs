using System.Text.RegularExpressions;

namespace Entente.Tests.Walls;

/// <summary>Pages are text and links and forms: nothing inline that a strict policy would block, two scripts that they do without, no other host.</summary>
public partial class PageTests
{
    [Fact]
    public void Pages_have_our_scripts_and_no_other_host() => Repo.Product.Where(f => f.IsRazor).SelectMany(Forbidden).ShouldBeEmpty();

    [Theory]
    [InlineData("<script src=\"a.js\"></script>", "<script")]
    [InlineData("<script type=\"module\">go()</script>", "<script")]
    [InlineData("<script type=\"module\" src=\"@Sheets.Charts\"></script>", "<script")]
    [InlineData("<script src=\"@Sheets.Htmx\"></script>", "<script")]
    [InlineData("<a data-hx-on:click=\"go()\">x</a>", " data-hx-on")]
    [InlineData("<a data-hx-vals=\"js:go()\">x</a>", "=\"js:")]
    [InlineData("<a data-hx-trigger=\"click[ctrlKey]\">x</a>", " data-hx-trigger=\"click[")]
    [InlineData("<button onclick=\"go()\">x</button>", " onclick=")]
    [InlineData("<p style=\"color: red\">x</p>", " style=")]
    [InlineData("<link href=\"https://fonts.example/a.css\" />", "href=\"https:")]
    [InlineData("<img src=\"//pictures.example/a.png\" />", "src=\"//")]
    [InlineData("@rendermode InteractiveServer", "@rendermode")]
    public void A_bad_page_is_caught(string sample, string found) => Forbidden(new SourceFile("src/A.razor", sample)).ShouldBe([$"src/A.razor: {found}"]);

    [Fact]
    public void What_sends_something_is_a_form_with_a_token() =>
        Repo.Product.Where(f => f.IsRazor && f.Path != "src/Entente.App/Design/PostForm.razor").SelectMany(Sends).ShouldBeEmpty();

    [Theory]
    [InlineData("<form method=\"post\" action=\"/a\">")]
    [InlineData("<form class=\"a\"\n  method='POST'>")]
    [InlineData("<button formmethod=\"post\">")]
    [InlineData("<EditForm Model=\"a\">")]
    [InlineData("<a hx-post=\"/a\">")]
    [InlineData("<a hx-delete=\"/a\">")]
    public void A_bad_form_is_caught(string sample) => Sends(new SourceFile("src/A.razor", sample)).ShouldHaveSingleItem();

    private static IEnumerable<string> Sends(SourceFile page) => Sending().Matches(page.Text).Select(m => $"{page.Path}: {m.Value}");

    private static IEnumerable<string> Forbidden(SourceFile page) => Found().Matches(page.Text).Select(m => $"{page.Path}: {m.Value}");

    [GeneratedRegex("<script(?! type=\"module\" src=\"@Sheets\\.(?:Script|Htmx)\"></script>)|\\son[a-z]+=|\\s(?:data-)?hx-on\\b|=\"js:|\\s(?:data-)?hx-trigger=\"[^\"\\[]*\\[|\\sstyle=|@rendermode|<style|(?<=<(?:link|img|iframe|form|object|video|audio|source)[^>]*)(?:href|src|action|data)=\"(?:https?:|//)")]
    private static partial Regex Found();

    [GeneratedRegex("\\b(?:form)?method=[\"']post|<EditForm|\\bhx-(?:post|put|patch|delete)=", RegexOptions.IgnoreCase)]
    private static partial Regex Sending();
}

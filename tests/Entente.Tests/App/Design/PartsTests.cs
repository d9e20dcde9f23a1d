using Bunit;

using Entente.App.Agreements;
using Entente.App.Design;
using Entente.Core;

namespace Entente.Tests.App.Design;

/// <summary>The parts that pages are made of, each in its states.</summary>
public sealed class PartsTests : BunitContext
{
    [Fact]
    public void A_chip_takes_away_its_own_part_and_no_other()
    {
        var chips = Render<Chips>(p => p.Add(c => c.Of, [new Chip("Country", "Japan", "/agreements?kind=mou"), new Chip("Partner", "北国大学", "/agreements?country=JP", "ja")]).Add(c => c.All, "/agreements"));
        chips.FindAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["/agreements?kind=mou", "/agreements?country=JP", "/agreements"]);
        chips.Find("a").TextContent.Trim().ShouldBe("Country Japan");
        chips.Find("a").GetAttribute("title").ShouldBe("Country: take this away");
        chips.Find("bdi[lang=ja]").TextContent.ShouldBe("北国大学");
        chips.Find("ul").GetAttribute("aria-label").ShouldBe("Shown only");
    }

    [Fact]
    public void One_chip_needs_no_link_that_takes_all_away() =>
        Render<Chips>(p => p.Add(c => c.Of, [new Chip("Country", "Japan", "/agreements")]).Add(c => c.All, "/agreements")).FindAll("a").Count.ShouldBe(1);

    [Fact]
    public void Nothing_is_shown_for_nothing()
    {
        Render<Chips>(p => p.Add(c => c.Of, [])).Markup.Trim().ShouldBeEmpty();
        Render<Menu>(p => p.Add(m => m.Title, "More").Add(m => m.Of, [])).Markup.Trim().ShouldBeEmpty();
        Render<Differences>(p => p.Add(d => d.Of, [])).Markup.Trim().ShouldBeEmpty();
    }

    [Fact]
    public void A_number_is_a_link_only_where_it_leads_somewhere()
    {
        var linked = Render<Tile>(p => p.Add(t => t.Count, 1582).Add(t => t.Address, "/agreements").Add(t => t.IsCurrent, true).AddChildContent("All")).Find("a.tile");
        (linked.TextContent, linked.GetAttribute("aria-current")).ShouldBe(("1,582 All", "true"));
        var alone = Render<Tile>(p => p.Add(t => t.Count, 0).AddChildContent("All"));
        alone.FindAll("a").ShouldBeEmpty();
        alone.Find("div.tile").TextContent.ShouldBe("0 All");
    }

    [Theory]
    [InlineData(null, null, "Sofia")]
    [InlineData("Agreement 6", "Bulgaria", "Sofia")]
    public void A_heading_says_what_it_is_given_and_leaves_no_empty_lines(string? over, string? under, string title)
    {
        var heading = Render<Heading>(p => p.Add(h => h.Title, title).Add(h => h.Over, over).Add(h => h.Under, under));
        heading.Find("h1").TextContent.ShouldBe(title);
        heading.FindAll("p").Select(p => p.TextContent).ShouldBe(new[] { over, under }.OfType<string>());
    }

    [Fact]
    public void A_card_is_a_region_under_its_own_title()
    {
        var card = Render<Card>(p => p.Add(c => c.Id, "facts").Add(c => c.Title, "Facts").AddChildContent("<p>x</p>")).Find("section#facts");
        card.GetAttribute("aria-labelledby").ShouldBe(card.QuerySelector("h2")!.Id);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("warn", null)]
    [InlineData("wrong", "alert")]
    public void Only_what_is_wrong_interrupts_who_listens(string? tone, string? role) =>
        Render<Said>(p => p.Add(s => s.Tone, tone).AddChildContent("<p>x</p>")).Find(".said").GetAttribute("role").ShouldBe(role);

    [Fact]
    public void Of_several_views_one_is_the_current()
    {
        var views = Render<Views>(p => p.Add(v => v.Label, "Views").Add(v => v.Of, [new Link("Table", "/a", "table", "v", IsCurrent: true), new Link("Timeline", "/b")]));
        views.FindAll("a").Select(a => (a.TextContent, a.GetAttribute("aria-current"), a.GetAttribute("aria-keyshortcuts"))).ShouldBe([("Table", "page", "v"), ("Timeline", null, null)]);
        views.Find("nav").GetAttribute("aria-label").ShouldBe("Views");
        views.FindAll("svg").Single().GetAttribute("aria-hidden").ShouldBe("true");
    }

    [Fact]
    public void A_menu_opens_without_script_and_tells_what_takes_away()
    {
        var menu = Render<Menu>(p => p.Add(m => m.Title, "More").Add(m => m.Of, [new Link("Correct", "/a", "pencil", "e"), new Link("Delete", "/b", IsDanger: true)]));
        menu.Find("details > summary").TextContent.Trim().ShouldBe("More");
        menu.FindAll("li a").Select(a => (a.TextContent, a.ClassName ?? "")).ShouldBe([("Correct", ""), ("Delete", "danger")]);
    }

    [Fact]
    public void A_dialog_is_named_by_its_title_and_closes_without_script()
    {
        var dialog = Render<Dialog>(p => p.Add(d => d.Id, "sure").Add(d => d.Title, "Sure?").AddChildContent("<p>x</p>")).Find("dialog#sure");
        dialog.GetAttribute("aria-labelledby").ShouldBe(dialog.QuerySelector("h2")!.Id);
        dialog.QuerySelector("form[method=dialog] button")!.GetAttribute("aria-label").ShouldBe("Close");
        dialog.HasAttribute("open").ShouldBeFalse();
    }

    [Fact]
    public void A_toast_is_told_politely_and_offers_to_close_only_where_it_can()
    {
        var toast = Render<Toast>(p => p.Add(t => t.Text, "Renewed."));
        toast.Find("[role=status]").TextContent.ShouldContain("Renewed.");
        toast.Find("button").HasAttribute("hidden").ShouldBeTrue("a script shows it");
    }

    [Fact]
    public void An_empty_place_says_why()
    {
        var empty = Render<Empty>(p => p.Add(e => e.Title, "Nothing is like that").AddChildContent("<p>Ask for less.</p>"));
        empty.Find("h2").TextContent.ShouldBe("Nothing is like that");
        empty.Find("p").TextContent.ShouldBe("Ask for less.");
    }

    [Theory]
    [InlineData(Severity.Error, null, "error", "error")]
    [InlineData(Severity.Doubt, 1, "doubt", "1 doubt")]
    [InlineData(Severity.Note, 1234, "note", "1,234 notes")]
    public void A_severity_is_a_word_before_it_is_a_colour(Severity severity, int? count, string name, string words)
    {
        var mark = Render<SeverityMark>(p => p.Add(m => m.Of, severity).Add(m => m.Count, count)).Find(".look");
        mark.ClassList.ShouldContain(name);
        mark.TextContent.ShouldBe(words);
    }

    [Theory]
    [InlineData("MOU", "MOA", "was MOU", "is now MOA")]
    [InlineData("", "MOA", "nothing", "is now MOA")]
    [InlineData("MOU", "", "was MOU", "nothing")]
    public void A_difference_is_heard_as_well_as_seen(string was, string now, string heardBefore, string heardAfter)
    {
        var field = Render<Differences>(p => p.Add(d => d.Of, [new FieldDifference("kind", was, now, was, now)]));
        field.Find("dt").TextContent.ShouldBe("kind");
        var said = System.Text.RegularExpressions.Regex.Replace(field.Find("dd").TextContent, "\\s+", " ").Trim();
        said.ShouldBe($"{heardBefore} {heardAfter}");
        field.FindAll("del").Count.ShouldBe(was.Length > 0 ? 1 : 0);
        field.FindAll("ins").Count.ShouldBe(now.Length > 0 ? 1 : 0);
    }

    [Theory]
    [InlineData(StandingKind.InForceUntil, "in-force-until", "In force, end known")]
    [InlineData(StandingKind.CannotTell, "cannot-tell", "Cannot tell")]
    public void A_standing_is_a_shape_and_a_word(StandingKind kind, string shape, string word)
    {
        var mark = Render<StandingMark>(p => p.Add(m => m.Kind, kind)).Find(".st");
        mark.ClassList.ShouldContain(shape);
        mark.TextContent.ShouldBe(word);
    }
}

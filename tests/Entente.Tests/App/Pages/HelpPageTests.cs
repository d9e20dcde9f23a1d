using System.Net;
using System.Text.RegularExpressions;

using Entente.App.Help;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Tests.Walls;

namespace Entente.Tests.App.Pages;

/// <summary>What help says is so.</summary>
public sealed partial class HelpPageTests : IAsyncLifetime
{
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

    [Fact]
    public void Each_example_stands_as_it_is_said_to_and_each_standing_has_one()
    {
        HelpExamples.Standings.ShouldAllBe(e => e.Standing.Kind == e.Kind);
        HelpExamples.Standings.Select(e => e.Kind).ShouldBe(Enum.GetValues<StandingKind>(), ignoreOrder: true);
        foreach (var example in HelpExamples.Standings)
            PageWords.Say(example.Code).ShouldContain(Shown.Date(example.Facts.Begin!.On!));
        foreach (var example in HelpExamples.Standings.Where(e => e.Facts.Term.Length is not null))
            PageWords.Say(example.Code).ShouldContain(Shown.Length(example.Facts.Term.Length.ToString()!));
    }

    [Fact]
    public void Each_date_is_one_and_a_field_takes_all_but_the_range() =>
        HelpExamples.Dates.Select(d => (EdtfValue.Parse(d).Value is not null, EdtfDate.TryParse(d, out _))).ShouldBe([(true, true), (true, true), (true, true), (true, true), (true, false)]);

    [Theory]
    [InlineData("12 May 2019", "2019-05-12")]
    [InlineData("2019.05.12", "2019-05-12")]
    public void Dates_are_read_as_lists_print_them(string printed, string edtf)
    {
        PageWords.Say("help.dates-typed").ShouldContain(printed);
        global::Entente.Core.Reading.Dates.Parse(printed).Value!.ToString().ShouldBe(edtf);
    }

    [Fact]
    public void Both_ways_of_counting_end_as_they_are_said_to()
    {
        foreach (var rule in Enum.GetValues<CountingRule>())
        {
            foreach (var words in new[] { Wording.Of("counting", rule), Wording.Of("option.counting") })
                words.ShouldContain(Shown.Date(rule.LastDay(HelpExamples.Signed, HelpExamples.Length)));
        }
    }

    [Fact]
    public async Task The_register_that_counts_otherwise_is_told_so()
    {
        (await site.TextAsync("/help")).ShouldContain("8 Nov 2022 and 5 years end on 8 Nov 2027");
        (await folder.Ask("register", "set", "--counting", "day-before")).Code.ShouldBe(0);
        (await site.TextAsync("/help")).ShouldContain("8 Nov 2022 and 5 years end on 7 Nov 2027");
    }

    [Fact]
    public void Every_key_of_a_page_is_listed_and_no_other()
    {
        var pages = Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/", StringComparison.Ordinal)).ToList();
        var declared = pages.SelectMany(f => Declared().Matches(f.Text)).Concat(pages.Where(f => f.Path.EndsWith("Shell/Frame.razor", StringComparison.Ordinal)).SelectMany(f => Places().Matches(f.Text)))
            .Select(m => m.Groups[1].Value).Distinct();
        KeyList.All.Select(k => k.Key).ShouldBe(declared, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_command_is_listed_with_what_it_does()
    {
        var page = WebUtility.HtmlDecode(await site.TextAsync("/help"));
        var asked = await Asked.Of("--help");
        var commands = Commands().Matches(asked.Out.Split("Commands:")[1].Split(Wording.Of("help.examples"))[0]).Select(m => m.Groups[1].Value).ToList();
        commands.Count.ShouldBeGreaterThan(20);
        commands.Where(c => !page.Contains($"<dt><code>{c}</code></dt><dd>{Wording.Of($"command.{c}")}", StringComparison.Ordinal)).ShouldBeEmpty();
        page.ShouldContain($"<code>{folder.Data}</code>");
        page.ShouldContain("id=\"keys-help\"");
    }

    [Theory]
    [InlineData("/agreements?on=2021", "/help?on=2021#standings")]
    [InlineData("/agreements/9", "/help#standings")]
    [InlineData("/settings", "href=\"/help\"")]
    public async Task Pages_lead_to_help_where_a_question_arises(string path, string link) => (await site.TextAsync(path)).ShouldContain(link);

    [Fact]
    public async Task Every_part_that_is_linked_is_there()
    {
        var page = await site.TextAsync("/help");
        var linked = Linked().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();
        linked.Count.ShouldBeGreaterThan(8);
        linked.Where(id => !page.Contains($"id=\"{id}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("(?:(?:aria-keyshortcuts|data-keys|\\bKeys?)=|\\bKey: )\"([^\"@]+)\"")]
    private static partial Regex Declared();

    [GeneratedRegex("\"nav\\.[a-z]+\", \"([^\"]+)\"\\)")]
    private static partial Regex Places();

    [GeneratedRegex("^  ([a-z]+)(?: |$)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("href=\"/help#([a-z-]+)\"")]
    private static partial Regex Linked();
}

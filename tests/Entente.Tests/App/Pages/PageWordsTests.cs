using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

using Entente.App.Agreements;
using Entente.App.Exports;
using Entente.App.Lists;
using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Tests.Walls;

namespace Entente.Tests.App.Pages;

public partial class PageWordsTests
{
    [Fact]
    public void Every_code_has_words() => Codes().Where(c => PageWords.Find(c) is null).ShouldBeEmpty();

    [Fact]
    public void No_words_are_left_that_no_page_says() =>
        Keys().Except(Codes()).Where(k => !k.StartsWith("kind.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Days_and_numbers_are_said_as_people_do()
    {
        PageWords.Say("register.on", new Day(2022, 11, 8)).ShouldBe("Where each stands on 8 Nov 2022.");
        PageWords.Number(1582).ShouldBe("1,582");
    }

    [Fact]
    public void The_language_that_is_said_is_that_of_the_words_whatever_the_system_speaks()
    {
        var before = CultureInfo.CurrentUICulture;
        foreach (var culture in new[] { "", "ja-JP", "de" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            (PageWords.Say("frame.language"), PageWords.Say("register.title")).ShouldBe(("en", "Agreements"));
        }

        CultureInfo.CurrentUICulture = before;
    }

    private static IEnumerable<string> Codes() =>
    [
        .. Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/", StringComparison.Ordinal)).SelectMany(f => Said().Matches(f.Text)).SelectMany(m => Code().Matches(m.Value)).Select(m => m.Groups[1].Value),
        .. Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/", StringComparison.Ordinal)).SelectMany(f => Told().Matches(f.Text)).Select(m => m.Groups[1].Value),
        .. Family<StandingKind>("standing"), .. Family<StandingKind>("timeline"), .. Family<PrintedState>("state"), .. Family<OpenTerm>("open"),
        .. Family<Renews>("renews"), .. Family<NoEnd>("no-end"), .. Family<Entente.App.Agreements.StretchBasis>("stretch"),
        .. Family<Severity>("look"), .. Family<Severity>("look").Select(c => c + "s"),
        .. Family<Severity>("severities"), "severities.any", .. Family<Severity>("severity-means"), .. Family<FindingState>("finding-state").Where(c => c != "finding-state.replaced"), "finding-state.all",
        .. Keys("Wording").Where(k => k.StartsWith("finding.", StringComparison.Ordinal)).Select(k => $"about.{k["finding.".Length..]}"),
        .. Family<PieceRole>("became").Where(c => c != "became.record"), "became.row", $"furniture.{Piece.Title}", $"furniture.{Piece.PageMark}", $"furniture.{Piece.EveryPage}", $"furniture.{Piece.Watermark}", .. Family<TableRole>("table-role"), .. Family<ListedOnBasis>("listed-on"),
        .. Family<Entente.App.Partners.PartnerLink>("partner-link"), .. Family<Entente.Core.Matching.RegistryDifferenceKind>("world"),
        "match-show.certain", "match-show.likely", "match-show.nothing", "told.pairs-merged", "told.pairs-unit", "told.pairs-before", "told.pairs-apart",
        .. "into-second into-first unit-of-second unit-of-first before-second apart".Split(' ').SelectMany(a => new[] { $"pairs.{a}", $"pairs.{a}-both" }),
        .. Family<Entente.App.Imports.ReviewShow>("review-show"), .. Family<ReviewAct>("review-step"), .. "accept skip correct".Split(' ').Select(a => $"review-step.{a}-several"), .. Family<Entente.App.Imports.RecordFate>("record-fate"), "record-fate.both", .. Family<Entente.App.Imports.RecordFate>("storing"),
        .. Family<Entente.App.Running.RunningKind>("running-doing"), .. Family<Entente.App.Running.RunningKind>("running-cancelled"), .. Family<Entente.App.Running.RunningPart>("running-part"), "running-count.pages", "running-count.tables", "running-count.rows", "running-count.writing", .. "chain history agreements pairs documents".Split(' ').Select(p => $"running-count.{p}"),
        .. Family<StandingKind>("help"), .. Entente.App.Help.HelpExamples.Standings.Select(e => e.Code), .. Entente.App.Help.KeyList.All.Select(k => k.Words),
        .. Repo.Product.Where(f => f.Path.StartsWith("src/Entente.App/", StringComparison.Ordinal)).SelectMany(f => Told().Matches(f.Text)).Select(m => m.Groups[1].Value),
        "basis.stated", "basis.computed", "basis.conflict", "findings.accepted", "findings.dismissed", "facts.country-inherited", "facts.country-inferred",
        "nav.home", "nav.agreements", "nav.partners", "nav.countries", "nav.findings", "nav.sources",
        .. ListColumns.All.Select(c => $"column.{c.Name}"), "column.on", .. Family<ListView>("view"), .. Family<ExportFormat>("register"),
        .. "country standing within begun severity partner edition sort columns view rows page".Split(' ').Select(f => $"wrong.{f}"),
        .. Family<OpenTerm>("printed.open"), .. Family<Act>("printed.act"), .. Family<Renews>("printed.renews"), .. "21 22 23 24 33 34 35 36".Split(' ').Select(s => $"printed.season.{s}"), .. "number name country kind type begin end frequency no-font no-font-han not-shaped not-settable".Split(' ').Select(c => $"printed.{c}"),
        .. "country kind standing within begun severity sort".Split(' ').Select(f => $"filter.{f}"),
        "home.one-ends", "home.some-end", "home.one-goes-on", "home.some-go-on", "home.ends-sum", "home.day-left", "home.days-left", "home.day-or-more", "home.days-or-more",
        .. "act-do act-title act-about act-on act-go".Split(' ').SelectMany(Family<Act>).Where(c => !c.EndsWith(".unclear", StringComparison.Ordinal)),
        "act.anchor-signing", "act.anchor-old-end", "told.act", "told.corrected", "told.corrected-finding", "told.corrected-finding-next", "told.added", "told.deleted",
        "told.deleted-next", "told.partner-linked-next", "told.partner-unlisted-next", "partners.wrong-link", "partners.wrong-type", "told.restored", "told.undeleted",
        .. Enum.GetNames<Entente.App.Agreements.AgreementOrder>().SelectMany(o => new[] { $"sort.{Words.Kebab(o)}", $"sort.{Words.Kebab(o)}-last" }),
    ];

    private static IEnumerable<string> Family<T>(string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{prefix}.{Words.Kebab(v)}");

    private static List<string> Keys(string of = "PageWords")
    {
        var resources = new ResourceManager($"Entente.App.Shell.{of}", typeof(PageWords).Assembly);
        return [.. resources.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
    }

    [GeneratedRegex("(?<!erminal\\.)\\bSay\\((?!\\$)[^;\\n]*?\"[^;\\n]*")]
    private static partial Regex Said();

    [GeneratedRegex("\"(told\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Told();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Code();
}

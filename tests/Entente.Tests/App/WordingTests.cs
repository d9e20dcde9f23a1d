using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Edtf;

namespace Entente.Tests.App;

public partial class WordingTests
{
    [Theory]
    [InlineData("2022-11-08", "8 Nov 2022")]
    [InlineData("2022-11", "Nov 2022")]
    [InlineData("2022", "2022")]
    [InlineData("not a date", "not a date")]
    public void A_date_is_shown_so_that_nobody_mistakes_it(string edtf, string shown) => Shown.Date(edtf).ShouldBe(shown);

    [Theory]
    [InlineData("P5Y", "5 years")]
    [InlineData("P1Y", "1 year")]
    [InlineData("P36M", "36 months")]
    [InlineData("P1Y6M", "1 year 6 months")]
    [InlineData("P0D", "no time")]
    public void A_length_is_shown_as_printed(string iso, string shown) => Shown.Length(iso).ShouldBe(shown);

    [Fact]
    public void A_finding_and_a_step_say_their_arguments_in_words()
    {
        Wording.Of(new Finding("ends.conflict", Severity.Doubt, [1], "end", ["2022-01-01, 2023-01"])).ShouldContain("1 Jan 2022, Jan 2023");
        Wording.Of(new Step("renewal.runs", ["2020", "P5Y", "2025"])).ShouldContain("5 years");
        Wording.Of(new Finding("country.look-alike", Severity.Doubt, [1], "country", ["Democratic Republic of Korea", "KP"])).ShouldContain("North Korea");
    }

    [Theory]
    [InlineData("1", "1 agreement was signed after")]
    [InlineData("2", "2 agreements were signed after")]
    [InlineData("1,200", "1,200 agreements were signed after")]
    public void One_is_not_said_as_many_are(string count, string said) =>
        Wording.Of(new Finding("list.signed-after", Severity.Doubt, [1], "start", ["2023-04", count])).ShouldStartWith(said);

    [Fact]
    public void How_many_there_are_is_said_in_one_place()
    {
        Wording.Of("read.checks-hold", "1").ShouldBe("The one total that the list states agrees with what was counted.");
        Wording.Of("read.checks-hold", "12").ShouldBe("All 12 totals that the list states agree with what was counted.");
    }

    /// <summary>Words of numbers that are never one: limits, and what is said of several only.</summary>
    private static readonly HashSet<string> NeverOne =
    [
        "refused.source.too-many-pages", "refused.source.too-many-lines", "refused.source.too-many-cells", "refused.source.too-many-words", "refused.edition.too-long", "refused.reason.too-long",
        "refused.ror.mostly-gone", "typed.field.name-long", "finding.partner.several", "match.ambiguous", "checks.hold", "review.tables", "finding.page.some-letters", "printed.renews-times",
    ];

    [Fact]
    public void Every_number_of_things_is_said_also_of_one()
    {
        var all = ((string[])["Wording", "PageWords"]).SelectMany(name =>
            new ResourceManager($"Entente.App.Shell.{name}", typeof(Wording).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>())
            .ToLookup(e => (string)e.Key, e => (string)e.Value!);
        Many(all.SelectMany(e => e.Select(text => (e.Key, text)))).Where(key => !NeverOne.Contains(key) && !all.Contains($"{key}-one") && !(key.Contains("many") && all.Contains(key.Replace("many", "one", StringComparison.Ordinal)))).ShouldBeEmpty();
        Many([("a", "{0} agreements are"), ("b", "{0} {0:agreement|agreements}"), ("c", "{0:the one row|all # rows}")]).ShouldBe(["a"]);
    }

    private static IEnumerable<string> Many(IEnumerable<(string Key, string Text)> words) => words.Where(w => Things().IsMatch(w.Text) && !w.Key.EndsWith("-one", StringComparison.Ordinal)).Select(w => w.Key);

    [GeneratedRegex("\\{\\d\\} (?:agreements|records|rows|pages|words|tokens|totals|tables|findings|changes|documents|bytes|numbers|steps|days|countries|pairs|errors|doubts|notes|institutions|letters|times)\\b")]
    private static partial Regex Things();

    [Fact]
    public void A_code_without_words_or_arguments_is_shown_rather_than_lost()
    {
        Wording.Of("no.such-code", "x").ShouldBe("no.such-code (x)");
        Wording.Of(new Finding("ends.agree", Severity.Note, [], null, [])).ShouldNotBeEmpty();
    }

    [Fact]
    public void No_refusal_shows_a_place_that_was_not_filled() =>
        Refusals().Select(code => Wording.Of(new RefusedException(code))).Where(text => text.Contains('{')).ShouldBeEmpty();

    [Fact]
    public void Every_code_in_the_sources_has_words() =>
        Codes().Where(code => Wording.Find(code) is null).ShouldBeEmpty();

    [Fact]
    public void No_words_are_left_that_no_code_asks_for() =>
        Keys().Except(Codes()).Where(key => !IsMentioned(key)).ShouldBeEmpty();

    private static IEnumerable<string> Codes() =>
    [
        .. Literals("src/Entente.Core/StandingSteps.cs", AnyCode()).Where(c => c != "").Select(c => $"rule.{c}"),
        .. Family<Act>("rule.begin", a => new Event(a, EdtfDate.Of(2000), null, "").OpensPeriod),
        .. Family<NoEnd>("rule.unstated"),
        .. Family<OpenTerm>("rule.open"),
        .. Folder("src/Entente.Core/Reading").Concat(Folder("src/Entente.Formats")).SelectMany(f => Literals(f, DottedCode()))
            .Where(c => !c.EndsWith(".txt", StringComparison.Ordinal) && !c.EndsWith(".xml", StringComparison.Ordinal) && !OfWordFiles().Contains(c) && c.Split('.')[0] is not ("era" or "japan")).Where(c => !Refusals().Contains(c)).Select(c => $"finding.{c}"),
        .. App().SelectMany(f => Literals(f, FindingCode())).Select(c => $"finding.{c}"),
        $"finding.{Finding.Gone}", "gone.in-force", $"finding.{Finding.GoneOver}", $"finding.{Finding.PartOfList}", $"finding.{Finding.Parted}", $"finding.{Finding.BothChanged}", $"finding.{Finding.Older}", $"finding.{Finding.Emptied}", $"finding.{Finding.YearCorrected}", $"finding.{Finding.OverAtListDate}", $"finding.{Finding.InBin}", $"finding.{Finding.PerhapsKnown}", $"finding.{Finding.PerhapsEither}", $"finding.{Finding.PerhapsOneOf}", $"finding.{Finding.OlderList}", $"finding.{Finding.ListAgain}",
        .. Refusals().Select(c => $"refused.{c}"),
        .. Family<StandingKind>("standing"), .. Family<Act>("act"), .. Family<Severity>("severity"), .. Family<TableRole>("table"),
        .. Folder("src").SelectMany(f => Literals(f, ActCode())).Select(a => $"change.{a}"),
        .. Literals("src/Entente.App/Keeping/Keeping.cs", DottedCode()).Concat(Literals("src/Entente.Store/Writing/Recording.cs", DottedCode())).Where(c => c.StartsWith("agreement.", StringComparison.Ordinal) && !Refusals().Contains(c)).Select(a => $"change.{a}"),
        .. Family<Act>("change.agreement"), "change.edition.imported", $"change.{Entente.Store.Writing.Recording.Accepted}", $"change.{Entente.Store.Writing.Recording.Dismissed}", $"change.{Entente.Store.Writing.Recording.Reopened}", "change.edition.undone", "change.register.changed", .. Family<FindingState>("decided").Where(c => c != "decided.replaced"), .. Family<CountingRule>("counting"),
        .. Literals("src/Entente.Core/ChangeChain.cs", DottedCode()).Concat(Literals("src/Entente.App/Keeping/Verification.cs", DottedCode())).Concat(Literals("src/Entente.App/Keeping/RecordProof.cs", DottedCode())).Select(c => $"verify.{c}"),
        .. Folder("src/Entente.Core").Where(f => Path.GetFileName(f).StartsWith("Acting.", StringComparison.Ordinal)).Append("src/Entente.App/Keeping/Twice.cs").SelectMany(f => Literals(f, DottedCode())).Select(c => $"objection.{c}"),
        .. Folder("src/Entente.App/Keeping").Concat(Folder("src/Entente.App/Registers")).Concat(Folder("src/Entente.App/Findings")).Append("src/Entente.App/Partners/PartnerEdit.cs").Append("src/Entente.App/Imports/Reviews.cs").Append("src/Entente.App/Imports/RuleEdit.cs").Append("src/Entente.App/Imports/ImportsPage.razor").SelectMany(f => Literals(f, DottedCode())).Where(c => c.StartsWith("field.", StringComparison.Ordinal)).Concat(Literals("src/Entente.Core/Reading/Dates.cs", DottedCode())).Select(c => $"typed.{c}"),
        .. "Certainty ExactNames InstitutionMatching MatchCandidates PartnerPairs PartnerName".Split(' ').SelectMany(f => Literals($"src/Entente.Core/Matching/{f}.cs", AnyCode())).Except(["name", "country", "most", "registry", "looked"]).Concat(["country-unknown", "country-several"]).Select(c => $"match.{c}"),
        .. Family<PartnerRelation>("partner-relation"), .. Family<PartnerType>("partner-type"), .. Family<OwnNameKind>("name-kind"), .. Family<IdentifierKind>("identifier-kind"),
        .. Family<Entente.App.Reconciliation.EntityKind>("entity-kind"), .. Family<Entente.App.Reconciliation.EntityProperty>("entity-property"),
        .. Family<IdentityField>("identity-field"), .. Family<IdentifierKind>("typed.field.identifier"),
        .. Literals("src/Entente.App/Partners/PartnerActs.cs", DottedCode()).Where(c => !Refusals().Contains(c)).Select(c => $"change.{c}"),
        .. Family<InstitutionStatus>("institution-status"), .. Family<InstitutionType>("institution-type"), .. Family<InstitutionRelationKind>("institution-relation"),
        .. Family<RegistryNameKinds>("registry-name", k => k != RegistryNameKinds.None), .. Family<RegistryDifferenceKind>("registry-difference"), .. Family<Entente.Formats.Ror.RorFlaw>("ror-flaw"),
        .. Literals("src/Entente.App/Imports/ProgressSaid.cs", DottedCode()),
        .. Family<CountBy>("count.by"), .. Family<RuleField>("meaning"), "ends.open", "ends.unstated",
        .. Family<CheckKind>("check"), .. Family<CheckKind>("finding.check"), .. Family<ListedOnBasis>("read.listed-on"),
        .. App().SelectMany(f => Literals(f, WordingCode())),
        .. App().SelectMany(File.ReadLines).Where(l => l.Contains("Wording.Of(")).SelectMany(l => DottedCode().Matches(l.Replace("Family(\"", "Family(", StringComparison.Ordinal))).Select(m => m.Groups[1].Value),
        .. "number partner unit country place kind start end term state subject note reference count title other contact language level period places-count region renewed signer total".Split(' ').Select(f => $"field.{f}"),
    ];

    private static HashSet<string> Refusals() =>
    [
        .. Folder("src").SelectMany(f => Literals(f, RefusalCode())), .. Folder("src").SelectMany(f => Literals(f, RefusalByTarget())),
        .. Folder("src/Entente.Store").SelectMany(f => Literals(f, DottedCode())).Where(c => c.StartsWith("data.", StringComparison.Ordinal)),
    ];

    /// <summary>Words of options, arguments, commands and units are asked for by a name that is put together.</summary>
    private static bool IsMentioned(string key)
    {
        var last = key.Split('.')[1];
        return key.Split('.')[0] switch
        {
            "command" or "examples" => last == "entente" || last.Split('-').All(word => App().Any(f => Regex.IsMatch(File.ReadAllText(f), $"New\\w*\\(\\s*\"{word}\""))),
            "option" => App().Any(f => File.ReadAllText(f).Contains($"\"--{last}\"")),
            "argument" => App().Any(f => File.ReadAllText(f).Contains($"Argument(\"{last.ToUpperInvariant()}\"")),
            "length" => true,
            "usage" => last.StartsWith("no-command", StringComparison.Ordinal) || last.StartsWith("no-option", StringComparison.Ordinal) || last.StartsWith("no-word", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static IEnumerable<string> Family<T>(string prefix, Func<T, bool>? which = null)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => which?.Invoke(v) ?? true).Select(v => $"{prefix}.{Words.Kebab(v)}");

    private static List<string> Keys()
    {
        var resources = new ResourceManager("Entente.App.Shell.Wording", typeof(Wording).Assembly);
        return [.. resources.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
    }

    private static IEnumerable<string> App() => Folder("src/Entente.App");

    private static IEnumerable<string> Folder(string path) =>
        Directory.EnumerateFiles(Path.Combine(Root(), path), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal));

    private static IEnumerable<string> Literals(string file, Regex which) =>
        which.Matches(File.ReadAllText(Path.Combine(Root(), file))).Select(m => m.Groups[1].Value);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex("\"([a-z]+(?:[.-][a-z]+)*)\"")]
    private static partial Regex AnyCode();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+)\"")]
    private static partial Regex DottedCode();

    [GeneratedRegex("new Finding\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex FindingCode();

    [GeneratedRegex("RecordAsync\\(\"([a-z.-]+)\"")]
    private static partial Regex ActCode();

    [GeneratedRegex("Wording\\.Of\\(\\s*\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+)\"")]
    private static partial Regex WordingCode();

    [GeneratedRegex("RefusedException\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("RefusedException [^;]{0,80}?new\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex RefusalByTarget();
    /// <summary>Codes of the words of languages; they are told apart and never said.</summary>
    private static HashSet<string> OfWordFiles() =>
        [.. Directory.GetFiles(Checkout.Path("src", "Entente.Core", "Reading", "Words", "Languages")).SelectMany(File.ReadLines).Where(l => l.Contains('|')).Select(l => l.Split('|')[0].Trim())];

}

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>The office's own list: every record exact, nothing lost, and a finding only where a person is helped by it.</summary>
public class SampleTests
{
    internal static readonly SourceReading Reading = SourceReader.Read("agreements.txt", File.ReadAllBytes(Checkout.Sample), new ReadOptions());

    [Fact]
    public void Every_token_is_placed()
    {
        Reading.Placed.ShouldSatisfyAllConditions(p => p.Atoms.ShouldBe(1582), p => p.Count.ShouldBe(1582), p => p.Unplaced.ShouldBeEmpty());
        Reading.Drafts.Select(d => d.Facts.Number).ShouldBe(Enumerable.Range(1, 127).Select(n => $"{n}"));
    }

    [Fact]
    public void The_table_of_countries_is_a_check_and_no_record()
    {
        Reading.Tables.Select(t => (t.Role, t.Rows)).ShouldBe([(TableRole.Agreements, 127), (TableRole.Summary, 18)]);
        Reading.Checks.Count(c => c.Kind == CheckKind.Country).ShouldBe(18);
        Reading.Checks.Single(c => c.Kind == CheckKind.Total).Stated.ShouldBe(127);
        Reading.Checks.ShouldAllBe(c => c.Holds);
    }

    [Fact]
    public void A_column_that_is_called_status_and_holds_kinds_is_a_column_of_kinds()
    {
        Reading.Tables[0].Columns.Select(c => c.Field).ShouldBe(["number", "partner", "country", "kind", "start", "end"]);
        Records("column.content-over-header").ShouldBe([[]]);
    }

    [Theory]
    [InlineData("record.no-date-no-term", Severity.Doubt, "7")]
    [InlineData("country.look-alike", Severity.Doubt, "10")]
    [InlineData("date.out-of-order", Severity.Doubt, "30")]
    [InlineData("record.no-date", Severity.Doubt, "43")]
    [InlineData("partner.not-single", Severity.Doubt, "54 64")]
    [InlineData("dates.one-per-kind", Severity.Doubt, "74")]
    [InlineData("partner.none", Severity.Doubt, "94")]
    [InlineData("partner.same-event", Severity.Doubt, "53~60 119~122")]
    [InlineData("periods.printed", Severity.Note, "42")]
    [InlineData("kinds.two", Severity.Note, "59")]
    [InlineData("partner.unit", Severity.Note, "65 79")]
    [InlineData("ends.unusual-length", Severity.Note, "76")]
    [InlineData("ends.not-whole-years", Severity.Note, "71")]
    [InlineData("partner.same", Severity.Note, "11~12")]
    [InlineData("ends.agree", Severity.Note, "53 60")]
    [InlineData("partner.misspelt", Severity.Note, "30 34 43 49 86 89 122")]
    [InlineData("ends.over-at-list-date", Severity.Note, "6 18 50 51 58 59 71 96 102 103 106 124")]
    public void A_finding_stands_where_it_helps_a_person(string code, Severity severity, string records)
    {
        Reading.Findings.Where(f => f.Code == code).ShouldAllBe(f => f.Severity == severity);
        Records(code).Select(r => string.Join('~', r)).ShouldBe(records.Split(' '), ignoreOrder: true);
    }

    [Fact]
    public void There_are_no_other_findings() => Reading.Findings.Count.ShouldBe(39);

    [Fact]
    public void Every_value_has_a_place_that_holds_it()
    {
        var lines = File.ReadAllLines(Checkout.Sample);
        foreach (var draft in Reading.Drafts)
        {
            var facts = draft.Facts;
            Printed(lines, facts.Parties[0].Places).ShouldContain(Squeezed(facts.Title ?? facts.Parties[0].Name));
            Printed(lines, facts.Parties[0].Places).ShouldContain(Squeezed(facts.Parties[0].CountryText!));
            foreach (var e in facts.Events)
                Printed(lines, e.Places).ShouldContain(Squeezed(e.Text));
            foreach (var kind in facts.Kinds)
                Printed(lines, kind.Places).ShouldContain(Squeezed(kind.Text));
            Printed(lines, facts.Term.Places).ShouldBe(Squeezed(facts.Term.Text ?? ""));
            Squeezed(draft.Text).ShouldBe(Printed(lines, draft.Places));
        }
    }

    [Theory]
    [InlineData("2026-11-24", 32, 56, 36, 3, 0)]
    [InlineData("2021-12-31", 40, 50, 3, 4, 30)]
    [InlineData("1990-01-01", 0, 0, 0, 2, 125)]
    public void The_list_answers_for_any_day(string day, int until, int open, int ended, int cannotTell, int notBegun)
    {
        var standings = Reading.Drafts.GroupBy(d => d.Facts.StandingOnDay(day)).ToDictionary(g => g.Key, g => g.Count());
        int Of(StandingKind kind) => standings.GetValueOrDefault(kind);
        (Of(StandingKind.InForceUntil), Of(StandingKind.InForceOpen), Of(StandingKind.Ended), Of(StandingKind.CannotTell), Of(StandingKind.NotBegun))
            .ShouldBe((until, open, ended, cannotTell, notBegun));
    }

    [Fact]
    public void The_list_date_is_the_latest_signing_and_says_so()
    {
        Reading.ListedOn!.ToString().ShouldBe("2023-08-24");
        Reading.ListedOnBasis.ShouldBe(ListedOnBasis.LatestSigning);
    }

    private static IEnumerable<string[]> Records(string code) =>
        Reading.Findings.Where(f => f.Code == code).Select(f => f.Records.Select(r => Reading.Drafts[r - 1].Facts.Number!).ToArray());

    private static string Printed(string[] lines, IReadOnlyList<Place> places) =>
        Squeezed(string.Concat(places.Select(p => lines[p.Line!.Value - 1].Substring(p.Column!.Value - 1, p.Length!.Value))));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

internal static class FactsOnADay
{
    public static StandingKind StandingOnDay(this Facts facts, string day) =>
        Standing.Of(facts, CountingRule.SameDay, global::Entente.Edtf.Day.TryParse(day, out var value) ? value : throw new ArgumentException(day)).Kind;
}

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;

namespace Entente.Tests.Core;

/// <summary>What was decided on wordings, followed by a list: what is printed stays beside what it means.</summary>
public class RuledReadingTests
{
    private const string List = """
        No;Partner;Country;Type;Signed;Term;Until
        1;Uni Wien;Österr.;MoU;some day in May;5 yrs+;
        2;Charles  University;;MoU;2020-03-05;5 years;
        3;Aalto University;Finland;MoU;2021-05-05;;end of time
        4;Uni Graz;Austria;MoU;2021-05-05;5 years;

        """;

    private static readonly Authorship ada = new("Ada", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Every_field_is_read_as_decided_and_its_finding_is_settled()
    {
        var plain = Read();
        plain.Findings.Where(f => f.Severity != Severity.Note).ShouldNotBeEmpty();
        var ruled = Read(
            Rule(RuleField.Partner, "UNI WIEN", "University of Vienna"), Rule(RuleField.Country, "Österr.", "AT"), Rule(RuleField.Start, "some day in May", "2019-05"),
            Rule(RuleField.Term, "5 yrs+", "5 years, automatic renewal"), Rule(RuleField.PartnerCountry, "Charles University", "CZ"), Rule(RuleField.End, "end of time", "2030"));
        var first = ruled.Drafts[0].Facts;
        first.Parties[0].ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("University of Vienna"), p => p.Text.ShouldBe("Uni Wien"), p => p.Country.ShouldBe("AT"), p => p.CountryText.ShouldBe("Österr."), p => p.Places.ShouldNotBeEmpty());
        first.Begin!.ShouldSatisfyAllConditions(b => b.On!.ToString().ShouldBe("2019-05"), b => b.Text.ShouldBe("some day in May"), b => b.Places.ShouldNotBeEmpty());
        first.Term.ShouldSatisfyAllConditions(t => t.Renews.ShouldBe(Renews.Automatic), t => t.Text.ShouldBe("5 yrs+"));
        first.Ends.On!.ToString().ShouldBe("2024-05");
        ruled.Drafts[1].Facts.Parties[0].ShouldSatisfyAllConditions(p => p.Country.ShouldBe("CZ"), p => p.CountryBasis.ShouldBe(CountryBasis.Inferred));
        ruled.Drafts[2].Facts.Ends.ShouldSatisfyAllConditions(e => e.On!.ToString().ShouldBe("2030"), e => e.Text.ShouldBe("end of time"), e => e.Basis.ShouldBe(EndsBasis.Stated));
        ruled.Drafts[3].Facts.ShouldBe(plain.Drafts[3].Facts with { ListedOn = ruled.ListedOn }, comparer: new ByText());
        ruled.Findings.Where(f => f.Severity != Severity.Note).ShouldBeEmpty();
        ruled.Findings.Where(f => f.Code.StartsWith("rule.", StringComparison.Ordinal)).Select(f => (f.Field, f.Records.Single())).ShouldBe(
            [("partner", 1), ("country", 1), ("start", 1), ("term", 1), ("country", 2), ("end", 3)], ignoreOrder: true);
        ruled.Drafts[0].Findings.ShouldAllBe(id => ruled.Findings.Any(f => f.Id == id && f.Records.Contains(1)));
    }

    [Fact]
    public void A_rule_that_changes_nothing_is_not_spoken_of()
    {
        var ruled = Read(Rule(RuleField.PartnerCountry, "Aalto University", "FI"), Rule(RuleField.Partner, "Nobody", "Somebody"));
        ruled.Findings.ShouldNotContain(f => f.Code.StartsWith("rule.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_found_about_a_partner_names_what_was_decided_and_what_is_printed()
    {
        const string Twice = "No;Partner;Country;Type;Signed;Term\n1;Uni Wien;Austria;MoU;2019-03-04;5 years\n2;Aalto University;Finland;MoU;2021-05-05;5 years\n3;Uni Wien;Austria;Student exchange;2021-03-04;5 years\n";
        ReadText(Twice).Findings.Single(f => f.Code == "partner.same").Arguments[0].ShouldBe("Uni Wien");
        ReadText(Twice, Rule(RuleField.Partner, "Uni Wien", "University of Vienna")).Findings.Single(f => f.Code == "partner.same").Arguments[0].ShouldBe("University of Vienna (\"Uni Wien\")");
    }

    [Theory]
    [InlineData("3;National Taiwan;Taiwan;MoU", ";University;;", "Partner;Country")]
    [InlineData("3;Taiwan;National Taiwan;MoU", ";;University;", "Country;Partner")]
    public void A_row_that_is_a_part_of_another_one_is_so_in_whatever_order_the_columns_stand(string row, string part, string heads)
    {
        var others = heads[0] == 'P' ? "1;Aalto University;Finland;MoU;2021-05-05;2026-05-04\n2;Lund University;Sweden;MoU;2021-06-05;2026-06-04\n" : "1;Finland;Aalto University;MoU;2021-05-05;2026-05-04\n2;Sweden;Lund University;MoU;2021-06-05;2026-06-04\n";
        var list = $"No;{heads};Type;Signed;Until\n{others}{row};2019-10-10;2024-10-09\n{part};;\n";
        var plain = ReadText(list).Drafts.Count;
        ReadText(list, Rule(RuleField.Part, "University", "3 | National Taiwan | Taiwan | MoU | 2019-10-10 | 2024-10-09")).Drafts.Count.ShouldBe(plain - 1);
    }

    [Theory]
    [InlineData("Korea", "country.ambiguous", "KR")]
    [InlineData("Congo", "country.ambiguous", "CG")]
    [InlineData("Yugoslavia", "country.former", "RS")]
    [InlineData("Soviet Union", "country.former", "RU")]
    [InlineData("South Korea", null, "KR")]
    [InlineData("Holland", null, "NL")]
    public void A_country_that_may_be_several_is_a_doubt_until_it_was_decided(string printed, string? code, string country)
    {
        var list = $"No;Partner;Country;Type;Signed\n1;Yonsei University;{printed};MoU;2020-03-05\n2;Aalto University;Finland;MoU;2021-05-05\n";
        var plain = ReadText(list);
        plain.Drafts[0].Facts.Parties[0].Country.ShouldBe(country);
        plain.Findings.Where(f => f.Severity == Severity.Doubt).Select(f => f.Code).ShouldBe(code is null ? [] : [code]);
        ReadText(list, Rule(RuleField.Country, printed, country)).Findings.ShouldNotContain(f => f.Severity == Severity.Doubt);
    }

    private static SourceReading Read(params ReadingRule[] rules) => ReadText(List, rules);

    private static SourceReading ReadText(string list, params ReadingRule[] rules) =>
        SourceReader.Read("list.csv", System.Text.Encoding.UTF8.GetBytes(list), new ReadOptions { Rules = ReadingRules.Usual with { Decided = rules } });

    private static ReadingRule Rule(RuleField field, string printed, string meaning) => new(field, printed, meaning, ada);

    private sealed class ByText : IEqualityComparer<Facts>
    {
        public bool Equals(Facts? one, Facts? other) => Text(one!) == Text(other!);

        public int GetHashCode(Facts facts) => 0;

        private static string Text(Facts facts) => Entente.Store.Json.StoredJson.Text(facts with { ListedOn = null });
    }
}

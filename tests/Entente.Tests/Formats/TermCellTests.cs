using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Cells of terms, dates, countries and remarks as offices fill them: what a table's row is read as.</summary>
public class TermCellTests
{
    [Theory]
    // A notice period is no term.
    [InlineData("indefinite with 3-month notice", "", "open")]
    [InlineData("unbefristet mit 3-monatiger Kündigungsfrist", "", "open")]
    [InlineData("na czas nieokreślony z 3-miesięcznym okresem wypowiedzenia", "", "open")]
    [InlineData("until terminated with 6 months' notice", "", "open")]
    // Halves, numbers of two words, units of several.
    [InlineData("1.5 years", "P1Y6M", "2020-11-12")]
    [InlineData("2½ years", "P2Y6M", "2021-11-12")]
    [InlineData("anderthalb Jahre", "P1Y6M", "2020-11-12")]
    [InlineData("quatre ans et demi", "P4Y6M", "2023-11-12")]
    [InlineData("五年半", "P5Y6M", "2024-11-12")]
    [InlineData("twenty five years", "P25Y", "2044-05-12")]
    [InlineData("5 calendar years", "P5Y", "2024-05-12")]
    [InlineData("трехлетний", "P3Y", "2022-05-12")]
    [InlineData("trzyletnia", "P3Y", "2022-05-12")]
    // A bracket without a blank before it.
    [InlineData("5 years(then automatically renewed for 1 year)", "P5Y automatic P1Y", "2024-05-12")]
    [InlineData("5년(이후 1년씩 자동연장)", "P5Y automatic P1Y", "2024-05-12")]
    // What is only looked at does not renew.
    [InlineData("5 years, reviewed annually", "P5Y", "2024-05-12")]
    [InlineData("五年，期满自动延续五年", "P5Y automatic P5Y", "2024-05-12")]
    // A begin within the term.
    [InlineData("5 years from 01.09.2020", "P5Y", "2025-09-01")]
    [InlineData("5 ans à compter du 1er septembre 2019", "P5Y", "2024-09-01")]
    // What is not understood is said to be so.
    [InlineData("life of the project", "", "not-read term.not-read")]
    [InlineData("3 to 5 years", "P5Y", "2024-05-12 term.partly-read")]
    [InlineData("5 Jahre, danach jeweils 1 Jahr", "P5Y", "2024-05-12 term.several")]
    public void A_term(string printed, string term, string ends)
    {
        var reading = Read($"No;Partner;Country;Type;Signed;Term\n1;University of Oslo;Norway;MoU;12.05.2019;\"{printed}\"\n{Others("5 years")}");
        var facts = reading.Drafts[0].Facts;
        string.Join(' ', new[] { facts.Term.Length?.ToString(), facts.Term.Renews is { } renews ? Words.Kebab(renews) : null, facts.Term.RenewalLength?.ToString() }.OfType<string>()).ShouldBe(term);
        var said = reading.Findings.Where(f => f.Records.Contains(1) && f.Code.StartsWith("term.", StringComparison.Ordinal)).Select(f => f.Code);
        var end = facts.Ends.On?.ToString() ?? (facts.Ends.Basis == EndsBasis.Open ? "open" : Words.Kebab(facts.Ends.Why!.Value));
        string.Join(' ', said.Prepend(end)).ShouldBe(ends);
        facts.State.ShouldBeNull();
    }

    [Theory]
    [InlineData("20190512", "2019-05-12")]
    [InlineData("17 V 2019", "2019-05-17")]
    [InlineData("«03» вересня 2020 р.", "2020-09-03")]
    [InlineData("1408/02/03 هـ", "1987-09-26")]
    [InlineData("2563", "2020")]
    public void A_date(string printed, string on) =>
        Read($"No;Partner;Country;Type;Signed;Term\n1;University of Oslo;Norway;MoU;{printed};5 years\n{Others("5 years")}").Drafts[0].Facts.Events[0].On!.ToString().ShouldBe(on);

    [Fact]
    public void School_years_of_a_column_are_none_of_them_months()
    {
        var reading = Read("No;Partner;Country;Type;Signed\n1;University of Oslo;Norway;Erasmus;2009-10\n2;University of Bergen;Norway;Erasmus;2014-15\n3;Lund University;Sweden;Erasmus;2020-21\n");
        reading.Drafts.Select(d => d.Facts.Events[0].On!.ToString()).ShouldBe(["2009", "2014", "2020"]);
    }

    [Theory]
    [InlineData("EL", "GR")]
    [InlineData("CAN", "CA")]
    [InlineData("Réunion, France", "RE")]
    public void A_country(string printed, string code) =>
        Read($"No;Partner;Country;Type;Signed;Term\n1;University of Oslo;\"{printed}\";MoU;12.05.2019;5 years\n{Others("5 years")}").Drafts[0].Facts.Parties.ShouldHaveSingleItem().Country.ShouldBe(code);

    [Fact]
    public void Two_columns_of_signatures_are_two_signatures()
    {
        var events = Read($"No;Partner;Type;Date signed by us;Date signed by partner;Term\n1;University of Oslo;MoU;02.06.2019;12.05.2019;5 years\n2;Lund University;MoU;12.05.2020;02.06.2020;5 years\n3;Kyoto University;MoU;12.05.2020;02.06.2020;5 years\n").Drafts[0].Facts.Events;
        events.Select(e => (e.Act, $"{e.On}")).ShouldBe([(Act.Signed, "2019-05-12"), (Act.Signed, "2019-06-02")]);
    }

    [Theory]
    [InlineData("terminated on 30 June 2022", "Terminated 2022-06-30")]
    [InlineData("gekündigt zum 30.06.2022", "Terminated 2022-06-30")]
    [InlineData("suspended since March 2022", "Suspended 2022-03")]
    [InlineData("contact: Prof. Green, renewed interest in 2023", "")]
    public void A_remark_tells_an_act(string remark, string act)
    {
        var events = Read($"No;Partner;Country;Type;Signed;Term;Remarks\n1;University of Oslo;Norway;MoU;12.05.2019;5 years;\"{remark}\"\n{Others("5 years;")}").Drafts[0].Facts.Events;
        string.Join(' ', events.Skip(1).Select(e => $"{e.Act} {e.On}")).ShouldBe(act);
    }

    [Fact]
    public void A_row_of_another_country_is_not_of_the_partner_above()
    {
        var drafts = Read($"Partner;Country;Type;Signed\nUniversity of Rome;Italy;MoU;12.05.2019\n;France;MoU;13.05.2019\n{string.Join('\n', Enumerable.Range(1, 4).Select(i => $"University of V{i};Austria;MoU;1{i}.05.2020"))}").Drafts;
        drafts[1].Facts.Parties[0].Name.ShouldBeEmpty();
    }

    private static string Others(string term) => string.Join('\n', Enumerable.Range(2, 6).Select(i => $"{i};University of Vx{i};Austria;MoU;1{i}.05.2020;{term}"));

    private static SourceReading Read(string text) => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(text), new ReadOptions());
}

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
    [InlineData("τριετής, με αυτόματη ανανέωση για ίσο χρόνο", "P3Y automatic", "2022-05-12")]
    [InlineData("п’ять років", "P5Y", "2024-05-12")]
    [InlineData("5 godina, uz prešutno produljenje na isto razdoblje", "P5Y tacit", "2024-05-12")]
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
    public void A_renewal_on_a_line_of_its_own_is_no_second_agreement() =>
        Read($"No;Partner;Country;Type;Signed;Term\n1;University of Oslo;Norway;\"MoU and Student Exchange\nAgreement\";\"12.05.2014, renewed\n12.05.2019\";5 years\n{Others("5 years")}").Drafts
            .Select(d => $"{d.Facts.Begin?.On}, {d.Facts.Ends.On}").First().ShouldBe("2014-05-12, 2024-05-12");

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
    [InlineData("ukončeno dohodou ke dni 31. 3. 2021", "Terminated 2021-03-31")]
    [InlineData("בוטל בהסכמה ב-1.11.2019", "Terminated 2019-11-01")]
    [InlineData("a partner felmondta 2022. 12. 31-i hatállyal", "Terminated 2022-12-31")]
    [InlineData("dissous en 2022 d'un commun accord", "Terminated 2022")]
    [InlineData("contact: Prof. Green, renewed interest in 2023", "")]
    public void A_remark_tells_an_act(string remark, string act)
    {
        var events = Read($"No;Partner;Country;Type;Signed;Term;Remarks\n1;University of Oslo;Norway;MoU;12.05.2019;5 years;\"{remark}\"\n{Others("5 years;")}").Drafts[0].Facts.Events;
        string.Join(' ', events.Skip(1).Select(e => $"{e.Act} {e.On}")).ShouldBe(act);
    }

    [Theory]
    [InlineData("extended to 30.06.2029", "2029-06-30")]
    // Of two dates one is that of a letter.
    [InlineData("Aneksom od 15.11.2021. produženo do 30.11.2029.", "2029-11-30")]
    [InlineData("лист від 10.01.2020: співпрацю продовжено до 22.02.2029", "2029-02-22")]
    [InlineData("2020 жылғы 20 қарашадағы хатпен 31.12.2029 дейін ұзартылды", "2029-12-31")]
    [InlineData("dodatkem č. 1 ze dne 20. 12. 2018 prodlouženo do 7. 1. 2027, dodatkem č. 2 do 7. 1. 2029", "2029-01-07")]
    [InlineData("2019. 12. 5-én kelt módosítással meghosszabbítva 2029. 06. 22-ig", "2029-06-22")]
    [InlineData("طی نامه 1401/06/20 تا 1406/07/12 تمدید شد", "2027-10-04")]
    [InlineData("1º TA prorroga a vigência até 30/06/2029", "2029-06-30")]
    // The day on which it was extended is no end.
    [InlineData("extended on 02.05.2023", "2024-05-12")]
    [InlineData("prodlouženo dne 2. 5. 2023", "2024-05-12")]
    public void A_remark_tells_until_when_it_was_extended(string remark, string end) =>
        Read($"No;Partner;Country;Type;Signed;End;Remarks\n1;University of Oslo;Norway;MoU;12.05.2019;12.05.2024;\"{remark}\"\n{Others("31.12.2025;")}").Drafts[0].Facts.Ends.On!.ToString().ShouldBe(end);

    [Theory]
    // An end that is printed, or that the length gives, is later: the day is that of the extension, whatever the word.
    [InlineData("Expires", "04.05.2026", "prolongé le 05.05.2021", "2026-05-04", "2021-05-05")]
    [InlineData("Expires", "04.05.2026", "extended 05.05.2021", "2026-05-04", "2021-05-05")]
    [InlineData("Expires", "04.05.2026", "extended on 5 May 2021", "2026-05-04", "2021-05-05")]
    [InlineData("Expires", "04.05.2021", "extended 04.05.2026", "2026-05-04", "")]
    [InlineData("Term", "5 years", "prolongé le 05.05.2021", "2026-05-05", "2021-05-05")]
    [InlineData("Term", "5 years", "extended 04.05.2026", "2026-05-04", "")]
    public void The_day_of_an_extension_is_no_end_before_the_printed_one(string head, string printed, string remark, string end, string on)
    {
        var facts = Read($"No;Partner;Country;Type;Signed;{head};Remarks\n1;Kobe University;Japan;MoU;06.05.2016;{printed};{remark}\n{Others(head == "Term" ? "5 years;" : "31.12.2025;")}").Drafts[0].Facts;
        $"{facts.Ends.On}".ShouldBe(end);
        string.Join(' ', facts.Events.Where(e => e.Act == Act.Extended).Select(e => $"{e.On}")).ShouldBe(on);
    }

    [Theory]
    [InlineData("renewed on 2 May 2024", "Signed 2019-05-02, Renewed 2024-05-02", "2029-05-02")]
    [InlineData("renouvelé le 2 mai 2024", "Signed 2019-05-02, Renewed 2024-05-02", "2029-05-02")]
    [InlineData("renewed 2 May 2024 for 2 years", "Signed 2019-05-02, Renewed 2024-05-02", "2026-05-02")]
    [InlineData("verlängert am 02.05.2024 um 2 Jahre", "Signed 2019-05-02, Extended 2024-05-02", "2026-05-02")]
    [InlineData("amended on 7 May 2023", "Signed 2019-05-02, Amended 2023-05-07", "2024-05-02")]
    [InlineData("avenant signé le 07/05/2023", "Signed 2019-05-02, Amended 2023-05-07", "2024-05-02")]
    [InlineData("addendum to the agreement of 2 May 2019", "Signed 2019-05-02", "2024-05-02")]
    [InlineData("renewed interest of the faculty in 2023", "Signed 2019-05-02", "2024-05-02")]
    [InlineData("renewed 2 May 2014", "Signed 2019-05-02", "2024-05-02")]
    public void A_remark_of_one_row_alone_tells_a_renewal(string remark, string events, string end)
    {
        var facts = Read($"Partner;Country;Type;Signed;Term;Remarks\nKobe University;Japan;MoU;2 May 2019;5 years;{remark}\nOita University;Japan;MoU;3 May 2018;5 years;Faculty of Law only\nNara University;Japan;MoU;3 May 2020;5 years;contact: Ms Ono\nGifu University;Japan;MoU;3 May 2021;5 years;\n").Drafts[0].Facts;
        string.Join(", ", facts.Events.Select(e => $"{e.Act} {e.On}")).ShouldBe(events);
        $"{facts.Ends.On}".ShouldBe(end);
    }

    [Theory]
    [InlineData("Renewed on 13.01.2020 for 5 years", "Renewed 2020-01-13", "2020-01-12 2025-01-13")]
    [InlineData("Renewed 13.01.2020 (5 years)", "Renewed 2020-01-13", "2020-01-12 2025-01-13")]
    [InlineData("Rinnovato il 13.01.2020 per 5 anni", "Renewed 2020-01-13", "2020-01-12 2025-01-13")]
    [InlineData("Renouvelé le 13.01.2020 pour 5 ans", "Renewed 2020-01-13", "2020-01-12 2025-01-13")]
    [InlineData("verlängert am 13.01.2020 um 5 Jahre", "Extended 2020-01-13", "2020-01-12 2025-01-13")]
    public void A_renewal_for_some_years_behind_the_printed_end_is_asked_about_with_both_ends(string remark, string acts, string candidates)
    {
        var reading = Read($"Partner;Country;Type;Signed;End;Remarks\nKobe University;Japan;MoU;13.01.2015;12.01.2020;{remark}\nOita University;Japan;MoU;20.05.2018;20.05.2023;Faculty of Law only\nNara University;Japan;MoU;20.05.2020;20.05.2025;contact: Ms Ono\nGifu University;Japan;MoU;20.05.2021;20.05.2026;\n");
        var facts = reading.Drafts[0].Facts;
        string.Join(", ", facts.Events.Skip(1).Select(e => $"{e.Act} {e.On}")).ShouldBe(acts);
        string.Join(' ', facts.Ends.Candidates).ShouldBe(candidates);
        reading.Findings.ShouldContain(f => f.Severity == Severity.Doubt && f.Records.Contains(1));
    }

    [Theory]
    [InlineData("terminated", PrintedState.Cancelled, "", "state.disagrees")]
    [InlineData("terminated 30.06.2023", null, "2023-06-30", "")]
    [InlineData("terminated on 30 June 2023", null, "2023-06-30", "")]
    [InlineData("gekündigt zum 30.06.2023", null, "2023-06-30", "")]
    [InlineData("expired", PrintedState.Ended, "", "state.disagrees")]
    [InlineData("active", PrintedState.Active, "", "")]
    public void A_status_that_tells_a_termination(string status, PrintedState? state, string on, string finding)
    {
        var reading = Read($"As of 1 May 2024\nNo;Partner;Country;Type;Signed;Expires;Status\n1;Kobe University;Japan;MoU;12.05.2020;12.05.2028;{status}\n{Others("31.12.2029;active")}");
        var facts = reading.Drafts[0].Facts;
        facts.State.ShouldBe(state);
        string.Join(' ', facts.Events.Where(e => e.Act == Act.Terminated).Select(e => $"{e.On}")).ShouldBe(on);
        string.Join(' ', reading.Findings.Where(f => f.Code == "state.disagrees" && f.Records.Contains(1)).Select(f => f.Code)).ShouldBe(finding);
    }

    [Theory]
    [InlineData("2023.04.11", "18.04.11", "2018-04-11")]
    [InlineData("2023-04-11", "211105", "2021-11-05")]
    [InlineData("1400/11/30", "97/03/08", "2018-05-29")]
    [InlineData("30/11/2565", "22/02/64", "2021-02-22")]
    [InlineData("30.11.2023", "18.04.11", "2011-04-18")]
    public void A_year_of_two_figures_stands_where_the_years_of_its_column_do(string whole, string brief, string on) =>
        Read($"No;Partner;Type;Signed\n1;University of Oslo;MoU;{brief}\n2;Lund University;MoU;{whole}\n3;Kyoto University;MoU;{whole}\n").Drafts[0].Facts.Events[0].On!.ToString().ShouldBe(on);

    [Fact]
    public void Two_signatures_that_a_comma_parts_without_a_blank_are_two() =>
        Read($"編號;締約學校;協議類別;簽約日期;有效期限\n1;清水大學;備忘錄;111/02/15(本校)、111/03/01(對方);四年\n2;大湖大學;備忘錄;110/02/15;四年\n3;山口大學;備忘錄;109/02/15;四年\n")
            .Drafts[0].Facts.Events.Select(e => $"{e.On}").ShouldBe(["2022-02-15", "2022-03-01"]);

    [Fact]
    public void A_period_whose_begin_is_left_out_has_an_end_only()
    {
        var facts = Read("No;Partner;Type;Validity\n1;University of Oslo;MoU;– 2027\n2;Lund University;MoU;01.02.2020 – 31.01.2025\n3;Kyoto University;MoU;01.02.2021 – 31.01.2026\n").Drafts[0].Facts;
        facts.Events.ShouldBeEmpty();
        facts.Ends.On!.ToString().ShouldBe("2027");
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

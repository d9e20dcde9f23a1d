using System.Text;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;
using Entente.Tests.Core;

namespace Entente.Tests.Formats;

/// <summary>What the dates of a column are, by its head and by what else stands in it.</summary>
public sealed class DateColumnsTests
{
    [Theory]
    [InlineData("offen", "Beginn;Ende")]
    [InlineData("open", "Start;End")]
    [InlineData("ouvert", "Début;Fin")]
    [InlineData("à définir", "Début;Fin")]
    [InlineData("abierto", "Fecha de inicio;Fecha de término")]
    [InlineData("未定", "開始日;終了日")]
    [InlineData("не определено", "Дата начала;Дата окончания")]
    public void What_is_open_in_a_column_of_begins_is_a_begin_that_is_not_known(string word, string heads)
    {
        var reading = Read($"Partner;Country;Type;{heads}\nHasselt University;Belgium;MoU;{word};\nTartu University;Estonia;MoU;01.09.2022;31.08.2027\nUniversity of Bern;Switzerland;MoU;01.10.2022;30.09.2027\n");
        var facts = reading.Drafts[0].Facts;
        (facts.Term.Open, facts.Term.Text, facts.Ends.Basis).ShouldBe((null, null, EndsBasis.Unstated));
        facts.Events.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.On.ShouldBeNull(), e => e.Text.ShouldBe(word));
        reading.Findings.ShouldContain(f => f.Code == "record.no-date-no-term");
    }

    [Fact]
    public void What_is_open_where_ends_stand_has_none() =>
        Read("Partner;Land;Art;Beginn;Ende\nUniversität Bern;Schweiz;MoU;01.09.2022;offen\nUniversität Graz;Österreich;MoU;01.09.2022;31.08.2027\nUniversität Linz;Österreich;MoU;offen, ab 01.09.2021;31.08.2027\n")
            .Drafts.Select(d => d.Facts.Term.Open).ShouldBe([OpenTerm.Indefinite, null, OpenTerm.Indefinite]);

    [Theory]
    [InlineData("01/04/2016", "signed 2016-04-01 until 2021-03-31; renewed 2021-04-01 until 2026-03-31")]
    [InlineData("20/03/2016", "signed 2016-03-20 until ; effective 2016-04-01 until 2021-03-31; renewed 2021-04-01 until 2026-03-31")]
    public void Of_several_periods_beside_a_signing_the_first_begins_it_and_the_others_renew_it(string signed, string acts)
    {
        var facts = Read($"University;Country;Type;Signed;Valid\nUniversidad de Chile;Chile;MoU;{signed};01/04/2016 – 31/03/2021, 01/04/2021 – 31/03/2026\nLund University;Sweden;MoU;07/08/2019;3 years\nKeio University;Japan;MoU;25/08/2019;3 years\n").Drafts[0].Facts;
        string.Join("; ", facts.Events.Select(e => $"{Words.Kebab(e.Act)} {e.On} until {e.Until}")).ShouldBe(acts);
        Standing.Of(facts, CountingRule.SameDay, Given.Date("2019-01-01").Earliest).IsInForce.ShouldBeTrue();
    }

    [Theory]
    // The end of a month, as calendar and academic years have it, and an end that a length leads to as well.
    [InlineData("Start;End", "2021-10-15;2026-06-30", "")]
    [InlineData("Start;End", "2021-03-02;2026-12-31", "")]
    [InlineData("Start;End", "2021-03-02;2026", "")]
    [InlineData("Start;End", "2021-03-02;2026-08-12", "ends.not-whole-years")]
    [InlineData("Start;Duration;End", "2021-03-02;5 years;2026-03-01", "")]
    [InlineData("Start;Duration;End", "2021-03-02;5 years;2028-03-01", "ends.conflict")]
    public void What_cells_say_of_an_end_is_only_told_where_there_is_something_to_look_at(string heads, string dates, string findings)
    {
        var whole = heads.Contains("Duration", StringComparison.Ordinal) ? "2022-09-01;5 years;2027-08-31" : "2022-09-01;2027-08-31";
        var reading = Read($"Partner;Country;Type;{heads}\nHasselt University;Belgium;MoU;{dates}\nTartu University;Estonia;MoU;{whole}\nUniversity of Bern;Switzerland;MoU;{whole}\n");
        string.Join(' ', reading.Findings.Where(f => f.Records.Contains(1)).Select(f => f.Code)).ShouldBe(findings);
    }

    [Theory]
    // The other date of a cell can be read in one way only.
    [InlineData("05/06/2018 - 31/05/2023", "01/04/2016 – 31/03/2021", "2018-06-05")]
    [InlineData("05/06/2018 - 04/06/2023", "01/04/2016 – 31/03/2021", "2018-06-05")]
    [InlineData("05/06/2018 - 05/31/2023", "04/01/2016 – 03/31/2021", "2018-05-06")]
    // In one order only they are whole years.
    [InlineData("05/06/2018 - 04/06/2023", "07/08/2019 - 06/08/2022", "2018-06-05")]
    [InlineData("06/05/2018 - 06/04/2023", "08/07/2019 - 08/06/2022", "2018-06-05")]
    public void Periods_tell_which_is_the_day(string one, string other, string begin)
    {
        var reading = Read($"University;Country;Type;Period\nKeio University;Japan;MoU;{one}\nGhent University;Belgium;MoU;{other}\nLund University;Sweden;MoU;{other}\n");
        reading.Findings.ShouldNotContain(f => f.Code == "date.day-month");
        $"{reading.Drafts[0].Facts.Begin!.On}".ShouldBe(begin);
    }

    [Theory]
    [InlineData("12/25/2021", "31/12/2021", 1)]
    [InlineData("12/25/2021", "11/30/2021", 0)]
    [InlineData("25/12/2021", "30/11/2021", 0)]
    public void In_a_column_of_both_orders_which_is_the_day_stays_a_question(string one, string other, int asked) =>
        Read($"University;Country;Type;Signed;Expires\nKeio University;Japan;MoU;05/06/2018;5 years\nGhent University;Belgium;MoU;{one};12/24/2026\nLeiden University;Netherlands;MoU;{other};12/30/2026\n")
            .Findings.Count(f => f.Code == "date.day-month").ShouldBe(asked);

    [Fact]
    public void Within_a_cell_there_is_one_order_whatever_is_said_of_the_list()
    {
        var list = "University;Country;Type;Signed;Valid\nUniversidad de Chile;Chile;MoU;01/04/2016;01/04/2016 – 31/03/2021\nLund University;Sweden;MoU;07/08/2019;3 years\n";
        var facts = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(list), new ReadOptions { Days = DayOrder.MonthFirst }).Drafts[0].Facts;
        facts.Events.Select(e => $"{e.On}").ShouldBe(["2016-01-04", "2016-04-01"]);
        facts.Ends.On.ShouldBe(Given.Date("2021-03-31"));
    }

    [Theory]
    [InlineData("02/04/2024", "04/06/2025", "06/08/2023", "Stated", 0)]
    [InlineData("05/09/2024", "11/11/2025", "06/02/2023", "Unstated", 1)]
    public void Of_two_columns_of_dates_that_only_a_number_tells_apart_nothing_is_made_up(string leeds, string york, string krakow, string ends, int asked)
    {
        var reading = Read($"Nr;Uni;Staat;Art;Datum 1;Datum 2\n1;University of Leeds;England;MoU;03/04/2019;{leeds}\n2;University of York;England;MoU;05/06/2020;{york}\n3;Uni Krakau;Polen;MoU;07/08/2018;{krakow}\n4;University of Hull;England;MoU;09/10/2021;five yers\n");
        $"{reading.Drafts[1].Facts.Ends.Basis}".ShouldBe(ends);
        reading.Findings.Count(f => f.Code == "dates.unlabelled").ShouldBe(asked);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_asked_about_once() =>
        Read("Partner;Country;Type;Date;Term\nUniversity of Chile;Chile;MoU;2021-02-30;5 years\nUniversity of Oslo;Norway;MoU;2020-01-02;5 years\n").Drafts[0].Findings.Count.ShouldBe(1);

    [Fact]
    public void The_country_of_a_row_in_another_language_is_no_slip() =>
        Read("Sıra;Üniversite;Ülke;Anlaşma türü;İmza tarihi;Süre\n1;Kırgızistan-Türkiye Manas Üniversitesi;Kırgızistan;Çerçeve anlaşması;30.11.2022;5 yıl\n2;Universität zu Köln;Almanya;Çerçeve anlaşması;01.09.2020;5 yıl\n").Findings.ShouldNotContain(f => f.Code == "partner.misspelt");

    [Fact]
    public void What_was_terminated_before_had_not_ended_by_its_length() =>
        SourceReader.Read("list.csv", Encoding.UTF8.GetBytes("Partner;Country;Type;Signed;Term;Remarks\nUniversité Mohammed V;Morocco;MoU;23.05.2018;2 years;terminated on 30.04.2019\nLund University;Sweden;MoU;23.05.2022;5 years;\n"), new ReadOptions(Given.Date("2023-01-01")))
            .Findings.ShouldNotContain(f => f.Code == Finding.OverAtListDate);

    private static SourceReading Read(string list) => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(list), new ReadOptions());
}

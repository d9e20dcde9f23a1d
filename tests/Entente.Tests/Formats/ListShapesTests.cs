using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Tables whose cells stand in other ways than one agreement to a row and one thing to a column.</summary>
public class ListShapesTests
{
    private static SourceReading Read(string name, string text) => SourceReader.Read(name, Encoding.UTF8.GetBytes(text), new ReadOptions());

    private static IEnumerable<string> Told(SourceReading reading) => reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}, {d.Facts.Begin?.On}, {d.Facts.Ends.Basis} {d.Facts.Ends.On}");

    [Fact]
    public void Partners_with_their_dates_line_by_line_are_a_record_each()
    {
        var reading = Read("a.html", """
            <html><table><tr><th>No</th><th>Country</th><th>Sister cities</th><th>Letter of intent (date)</th><th>Remarks</th></tr>
            <tr><td></td><td>Total</td><td>3</td><td>3</td><td></td></tr>
            <tr><td>1</td><td>China</td><td>Qingdao (1998.10.12)<br>Yanji (2005.9.3)</td><td>Dalian (2012.4.27)</td><td>since 2019 online</td></tr>
            <tr><td>2</td><td>Japan</td><td>Kitakyushu (1991.5.20)</td><td>Hagi (2014.12.19 ~ 2019.12.18)</td><td></td></tr>
            <tr><td>3</td><td>Turkey</td><td>-</td><td>Mersin (under negotiation)</td><td></td></tr></table></html>
            """);
        Told(reading).ShouldBe([
            "Qingdao, CN, 1998-10-12, Unstated ", "Yanji, CN, 2005-09-03, Unstated ", "Dalian, CN, 2012-04-27, Unstated ",
            "Kitakyushu, JP, 1991-05-20, Unstated ", "Hagi, JP, 2014-12-19, Stated 2019-12-18", "Mersin, TR, , Unstated ",
        ]);
        reading.Drafts[2].Facts.Kinds.ShouldHaveSingleItem().Text.ShouldBe("Letter of intent");
        reading.Drafts[5].Facts.State.ShouldBe(PrintedState.Negotiation);
        reading.Placed.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_table_copied_column_by_column_is_read() => Told(Read("a.txt", """
        Partner universities
        As of 31 July 2023

        No.
        1
        2
        3
        4
        Country
        Japan
        Japan
        Poland
        Chile
        Name of institution
        Kyoto University
        Hokkaido University
        University of Lodz
        University of Chile
        Date of signing
        12.05.2019
        13.05.2019
        May 2020
        20.05.2021
        Term
        5 years
        3 years
        indefinite
        20.05.2026
        Page 1 of 1
        """)).ShouldBe(["Kyoto University, JP, 2019-05-12, Computed 2024-05-12", "Hokkaido University, JP, 2019-05-13, Computed 2022-05-13", "University of Lodz, PL, 2020-05, Open ", "University of Chile, CL, 2021-05-20, Stated 2026-05-20"]);

    [Fact]
    public void Days_and_months_below_a_year_are_of_that_year()
    {
        const string Head = "No;Partner;Country;Type;Date signed;Valid until;Remarks\n";
        Told(Read("a.csv", $"""
            Year 2018;;;;;;
            {Head}1;University of Oslo;Norway;MoU;12.03.;31.12.2023;a
            2;Lund University;Sweden;MoU;4 June;31.12.2023;b
            3;Aalto University;Finland;MoU;21.11.;5 years;c
            ;Total 2018;3;;;;
            ;;;;;;
            Year 2019;;;;;;
            {Head}1;Kyoto University;Japan;MoU;15.01.;3 years;d
            2;University of Chile;Chile;MoU;December;31.12.2024;e
            3;University of Lodz;Poland;MoU;18.10.2018;31.12.2024;f
            """)).ShouldBe([
                "University of Oslo, NO, 2018-03-12, Stated 2023-12-31", "Lund University, SE, 2018-06-04, Stated 2023-12-31", "Aalto University, FI, 2018-11-21, Computed 2023-11-21",
                "Kyoto University, JP, 2019-01-15, Computed 2022-01-15", "University of Chile, CL, 2019-12, Stated 2024-12-31", "University of Lodz, PL, 2018-10-18, Stated 2024-12-31",
            ]);
    }

    /// <summary>Heads of a data base, an end that never comes, and a date that is not there.</summary>
    [Fact]
    public void An_export_of_a_data_base_is_read()
    {
        var reading = Read("a.csv", """
            "COD_CONVENIO","NM_INSTITUICAO","NM_PAIS","DS_TIPO","DT_ASSINATURA","DT_FIM_VIGENCIA"
            "217","Universidade do Minho ","PORTUGAL","Acordo de Cooperação","2019-04-10 00:00:00","2024-04-10 00:00:00"
            "238","Universidad de la República","URUGUAI","Acordo de Cooperação","2016-12-05 00:00:00","9999-12-31 23:59:59"
            "266","Fachhochschule Bielefeld","ALEMANHA","Memorando de Entendimento","2015-10-30 00:00:00","0000-00-00 00:00:00"
            """);
        Told(reading).ShouldBe(["Universidade do Minho, PT, 2019-04-10, Stated 2024-04-10", "Universidad de la República, UY, 2016-12-05, Open ", "Fachhochschule Bielefeld, DE, 2015-10-30, Unstated "]);
        reading.Findings.ShouldNotContain(f => f.Severity != Severity.Note);
    }

    [Fact]
    public void A_plural_of_one_language_is_one_university_in_another() =>
        Read("a.csv", "No;Partner;Country;Type;Signed\n1;Univerziteti i Drinit;Albania;MoU;12.05.2019\n2;Lund University;Sweden;MoU;13.05.2019\n3;Aalto University;Finland;MoU;14.05.2019\n")
            .Findings.ShouldNotContain(f => f.Code == "partner.not-single");

    [Theory]
    [InlineData("x")]
    [InlineData("✓")]
    public void A_row_is_of_the_kinds_that_it_ticks(string tick) =>
        Read("a.csv", $"""
            Partner;Country;Student exchange;Research;Term
            Lund University;Sweden;{tick};{tick};2019-05-01 - 2024-04-30
            University of Oslo;Norway;;{tick};2020-05-01 - 2025-04-30
            Kyoto University;Japan;{tick};;2021-05-01 - 2026-04-30
            University of Chile;Chile;;;2022-05-01 - 2027-04-30
            """).Drafts.Select(d => string.Join(", ", d.Facts.Kinds.Select(k => k.Text))).ShouldBe(["Student exchange, Research", "Research", "Student exchange", ""]);

    [Theory]
    [InlineData("Student exchange;Staff exchange;Scan available")]
    [InlineData("Scan available;Student exchange;Staff exchange")]
    public void A_ticked_column_of_something_else_beside_those_of_kinds_is_none_and_its_ticks_are_kept(string columns)
    {
        var reading = Read("a.csv", $"""
            Partner;Country;{columns};Term
            Lund University;Sweden;x;x;x;2019-05-01 - 2024-04-30
            University of Oslo;Norway;;x;;2020-05-01 - 2025-04-30
            Kyoto University;Japan;x;;x;2021-05-01 - 2026-04-30
            """);
        reading.Drafts.SelectMany(d => d.Facts.Kinds).ShouldAllBe(k => k.Code != null && k.Text != "Scan available");
        reading.Drafts[0].Facts.Other.ShouldContain(new OtherCell("Scan available", "x"));
    }

    [Fact]
    public void A_head_that_names_the_kind_of_all_gives_it_to_each() =>
        Read("a.csv", """
            Student exchange partners;Country;Signed
            Lund University;Sweden;2019-05-01
            University of Oslo;Norway;2020-05-01
            """).Drafts.ShouldAllBe(d => d.Facts.Kinds.Single().Text == "Student exchange");
}

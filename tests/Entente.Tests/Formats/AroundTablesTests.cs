using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>What stands around the records, and that nothing of a table is lost without being said.</summary>
public class AroundTablesTests
{
    private const string Rows = "<tr><td>University of Vienna</td><td>Austria</td><td>MoU</td><td>2021-05-12</td></tr><tr><td>Kyoto University</td><td>Japan</td><td>MoU</td><td>2021-05-13</td></tr>";
    private const string Heads = "<tr><th>Partner</th><th>Country</th><th>Type</th><th>Signed</th></tr>";

    private static SourceReading Read(string name, string text) => SourceReader.Read(name, Encoding.UTF8.GetBytes(text), new ReadOptions());

    [Fact]
    public void Values_beside_the_rows_of_json_are_read_and_kept()
    {
        var reading = Read("a.json", """
            {"institution": "College of the Lakes", "updated": "2024-03-15", "total": 4, "pages": {"of": 1}, "agreements": [
              {"partner": "University of Oslo", "country": "Norway", "type": "MoU", "signed": "2021-03-25"},
              {"partner": "Lund University", "country": "Sweden", "type": "MoU", "signed": "2019-05-17"},
              {"partner": "Aalto University", "country": "Finland", "type": "MoU", "signed": "2020-09-05"}]}
            """);
        reading.Drafts.Count.ShouldBe(3);
        (reading.ListedOn?.ToString(), reading.ListedOnBasis).ShouldBe(("2024-03-15", ListedOnBasis.Stated));
        reading.Pieces.Where(p => p.Role == PieceRole.Furniture).Select(p => p.Place.Cell).ShouldBe(["$.institution", "$.updated", "$.total", "$.pages.of"]);
        reading.Checks.ShouldContain(c => c.Kind == CheckKind.Total && c.Stated == 4 && c.Counted == 3);
    }

    [Fact]
    public void A_term_of_which_labelled_values_are_said_is_the_name()
    {
        static string Card(string name, string country, string day) => $"<dt>{name}</dt><dd>Country: {country}</dd><dd>Type: MoU</dd><dd>Signed: {day}</dd>";
        var reading = Read("a.html", $"<html><body><h1>Partner universities</h1><dl>{Card("University of Oslo", "Norway", "25 March 2021")}{Card("Lund University", "Sweden", "17 May 2019")}{Card("Aarhus University", "Denmark", "1 September 2019")}</dl></body></html>");
        reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}").ShouldBe(["University of Oslo, NO", "Lund University, SE", "Aarhus University, DK"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<tr><td colspan=4>Europe</td></tr>")]
    [InlineData("<tr><td>Total</td><td></td><td></td><td>2</td></tr>")]
    [InlineData("<tr><td colspan=4>* renewed every year</td></tr>")]
    public void Each_cell_of_a_table_is_in_one_piece(string more)
    {
        var reading = Read("a.html", $"<html><p>Agreements</p><table>{Heads}{Rows}{more}</table></html>");
        reading.Placed.IsComplete.ShouldBeTrue();
        reading.Pieces.Select(p => p.Place).Distinct().Count().ShouldBe(reading.Placed.Atoms);
    }

    [Theory]
    [InlineData("Agreements", null)]
    [InlineData("Convenios", null)]
    [InlineData("Exchange agreements", "exchange")]
    public void A_heading_that_says_only_that_here_are_agreements_is_no_kind_of_them(string heading, string? code) =>
        Read("a.html", $"<html><h2>{heading}</h2><table><tr><th>Partner</th><th>Country</th><th>Signed</th></tr>{Rows.Replace("<td>MoU</td>", "", StringComparison.Ordinal)}</table></html>")
            .Drafts.ShouldAllBe(d => d.Facts.Kinds.Select(k => k.Code).SingleOrDefault() == code);

    [Fact]
    public void Agreements_below_a_heading_of_another_kind_are_no_more_of_that_one()
    {
        var table = $"<table><tr><th>Partner</th><th>Country</th><th>Signed</th></tr>{Rows.Replace("<td>MoU</td>", "", StringComparison.Ordinal)}</table>";
        Read("a.html", $"<html><h2>Memoranda of Understanding</h2>{table}<h2>Agreements</h2>{table}</html>").Drafts.Select(d => d.Facts.Kinds[0].Code).ShouldBe(["mou", "mou", "agreement", "agreement"]);
    }

    [Fact]
    public void Who_looks_after_which_country_is_no_agreement()
    {
        const string People = "<table><tr><th>Name</th><th>Country</th><th>Phone</th><th>E-mail</th></tr><tr><td>Anna Novak</td><td>Germany</td><td>555 123 456</td><td>novak@univ.example</td></tr><tr><td>Peter Marsh</td><td>Japan</td><td>555 123 457</td><td>marsh@univ.example</td></tr></table>";
        var reading = Read("a.html", $"<html><p>Agreements</p><table>{Heads}{Rows}</table><h2>Contacts</h2>{People}</html>");
        reading.Drafts.Count.ShouldBe(2);
        reading.Tables.Select(t => t.Role).ShouldBe([TableRole.Agreements, TableRole.Other]);
        reading.Placed.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_table_of_partners_with_addresses_is_read_all_the_same() =>
        Read("a.html", "<html><table><tr><th>Partner</th><th>Country</th><th>E-mail</th></tr><tr><td>University of Vienna</td><td>Austria</td><td>a@b.example</td></tr><tr><td>Kyoto University</td><td>Japan</td><td>c@d.example</td></tr></table></html>").Drafts.Count.ShouldBe(2);

    [Fact]
    public void The_numbers_of_columns_are_no_record()
    {
        var reading = Read("a.html", $"<html><p>Agreements</p><table>{Heads}<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>{Rows}</table></html>");
        reading.Drafts.Count.ShouldBe(2);
        reading.Placed.IsComplete.ShouldBeTrue();
    }

    /// <summary>Below a merged cell a sheet may keep a value that nobody sees.</summary>
    [Fact]
    public void A_cell_that_found_no_place_is_told()
    {
        string[][] rows = [["Partner", "Country", "Type", "Signed"], ["University of Oslo", "Norway", "MoU", "2021-03-25"], ["Lund University", "Sweden", "MoU", "2019-05-17"]];
        var sheet = string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((text, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>"));
        var reading = SourceReader.Read("a.xlsx", RawPackage.Xlsx($"<sheetData>{sheet}</sheetData><mergeCells><mergeCell ref=\"A3:B3\"/></mergeCells>"), new ReadOptions());
        reading.Placed.IsComplete.ShouldBeFalse();
        reading.Placed.Unplaced.ShouldBe(["Sweden"]);
        reading.Findings.ShouldContain(f => f.Code == "tokens.unplaced");
        reading.Pieces.Single(p => p.Role == PieceRole.Unplaced).Place.Cell.ShouldBe("S!B3");
    }

    [Fact]
    public void Two_values_of_one_name_are_both_read() => Read("a.json", """
        [{"partner": "University of Oslo", "country": "Norway", "type": "MoU", "signed": "2021-03-25", "signed": "2022-03-25"},
         {"partner": "Lund University", "country": "Sweden", "type": "MoU", "signed": "2019-05-17"}]
        """).Drafts[0].Facts.Events.Count.ShouldBe(2);

    [Theory]
    [InlineData("3,Lund University,,,,", "Lund University")]
    [InlineData("3,Kvantesenteret,,,,", "Kvantesenteret")]
    [InlineData(",Lund University,,,,", "Lund University")]
    [InlineData("1,Talks go on,,,,", null)]
    [InlineData("Lund University,,,,,", null)]
    [InlineData(",Source: Lund University,,,,", null)]
    public void The_last_row_of_which_only_the_partner_is_known_is_one_of_the_list(string row, string? partner)
    {
        var reading = Read("a.csv", $"No,Partner,Country,Kind,Start,End\n1,University of Oslo,Norway,MoU,2019-05-01,2024-04-30\n2,Aarhus University,Denmark,MoU,2020-05-01,2025-04-30\n{row}\n");
        reading.Drafts.Skip(2).Select(d => d.Facts.Parties[0].Name).ShouldBe(partner is null ? [] : [partner]);
        reading.Title.ShouldBeNull();
        if (partner is not null)
            reading.Findings.Where(f => f.Records.Contains(3)).Select(f => f.Severity).ShouldContain(Severity.Doubt);
    }

    [Theory]
    [InlineData("List of partnerships (1 April 2024)", "2024-04-01", ListedOnBasis.Stated)]
    [InlineData("List of partnerships (01.04.2024).", "2024-04-01", ListedOnBasis.Stated)]
    [InlineData("Partnerships (April 2024)", "2024-04", ListedOnBasis.Stated)]
    [InlineData("Conventions au 15 octobre 2023", "2023-10-15", ListedOnBasis.Stated)]
    [InlineData("List of partnerships", "2021-05-13", ListedOnBasis.LatestSigning)]
    [InlineData("Partnerships (2024)", "2021-05-13", ListedOnBasis.LatestSigning)]
    [InlineData("Partnerships (1 April 2020) of the Faculty of Law", "2021-05-13", ListedOnBasis.LatestSigning)]
    [InlineData("Partnerships (since 1 April 2020)", "2021-05-13", ListedOnBasis.LatestSigning)]
    public void The_day_of_the_list_may_close_its_title(string title, string day, ListedOnBasis basis)
    {
        foreach (var reading in new[] { Read("a.html", $"<h1>{title}</h1><table>{Heads}{Rows}</table>"), Read("a.csv", $"{title}\nPartner;Country;Type;Signed\nUniversity of Vienna;Austria;MoU;2021-05-12\nKyoto University;Japan;MoU;2021-05-13\n") })
            (reading.ListedOn!.ToString(), reading.ListedOnBasis).ShouldBe((day, basis), reading.Source.Name);
    }

    [Theory]
    [InlineData("2099-05-01", true)]
    [InlineData("2027-05-01", false)]
    [InlineData("2026-05-01", false)]
    public void A_day_far_ahead_is_a_doubt_and_no_list_is_of_a_day_to_come(string begin, bool isDoubt)
    {
        var rules = Entente.Core.Reading.ReadingRules.Usual with { Today = new Entente.Edtf.Day(2026, 11, 24) };
        var list = $"Partner,Country,Kind,Signed,Term\nUniversity of Oslo,Norway,MoU,2019-05-01,5 years\nAarhus University,Denmark,MoU,{begin},5 years\nLund University,Sweden,MoU,2018-03-01,5 years\n";
        var reading = SourceReader.Read("a.csv", Encoding.UTF8.GetBytes(list), new ReadOptions { Rules = rules });
        reading.Findings.Where(f => f.Code == "date.far-ahead").Select(f => f.Records[0]).ShouldBe(isDoubt ? [2] : []);
        reading.ListedOn!.ToString().ShouldBe(begin.StartsWith("2026", StringComparison.Ordinal) ? begin : "2019-05-01");
    }
}

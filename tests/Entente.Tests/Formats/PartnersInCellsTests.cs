using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>A row with several partners is one agreement with all of them, each in its country.</summary>
public class PartnersInCellsTests
{
    private const string List = """
        Partner|Country|Type|Date|Term
        Springfield University; Shelbyville University|Japan; South Korea|MoU|2020-01-05|5 years
        Ogdenville University and North Haverbrook University|Chile|MoU|2020-02-05|5 years
        Brockway University (Chad); Capital City University (Mali)||MoU|2020-03-05|5 years
        Cypress Creek University|Japan|MoU|2020-04-05|5 years

        """;

    private static readonly SourceReading reading = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(List), new ReadOptions());

    [Theory]
    [InlineData(1, "Springfield University JP Stated|Shelbyville University KR Stated")]
    [InlineData(2, "Ogdenville University CL Stated|North Haverbrook University CL Stated")]
    [InlineData(3, "Brockway University TD Stated|Capital City University ML Stated")]
    [InlineData(4, "Cypress Creek University JP Stated")]
    public void Each_has_its_country(int row, string parties) =>
        string.Join('|', reading.Drafts[row - 1].Facts.Parties.Select(p => $"{p.Name} {p.Country} {p.CountryBasis}")).ShouldBe(parties);

    [Fact]
    public void It_is_said_and_nothing_is_doubted()
    {
        reading.Findings.Where(f => f.Severity != Severity.Note).ShouldBeEmpty();
        reading.Findings.Where(f => f.Code == "partner.several").SelectMany(f => f.Records).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Lines_of_a_cell_that_each_name_a_university_are_partners()
    {
        const string cell = "<table><tr><th>Partner<th>Type<th>Date<tr><td>Springfield University<br>University of Shelbyville<td>MoU<td>2020-01-05<tr><td>Cypress Creek<br>University of Mining<td>MoU<td>2021-01-05</table>";
        var drafts = SourceReader.Read("list.html", Encoding.UTF8.GetBytes(cell), new ReadOptions()).Drafts;
        drafts.Select(d => string.Join('|', d.Facts.Parties.Select(p => p.Name))).ShouldBe(["Springfield University|University of Shelbyville", "Cypress Creek University of Mining"]);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData(" /")]
    public void What_ends_such_a_line_is_of_no_name(string end)
    {
        var cell = $"<table><tr><th>Partner<th>Type<th>Date<tr><td>Springfield University{end}<br>University of Shelbyville<td>MoU<td>2020-01-05<tr><td>Kyoto University<td>MoU<td>2021-01-05</table>";
        var reading = SourceReader.Read("list.html", Encoding.UTF8.GetBytes(cell), new ReadOptions());
        reading.Drafts[0].Facts.Parties.Select(p => p.Name).ShouldBe(["Springfield University", "University of Shelbyville"]);
        reading.Findings.ShouldNotContain(f => f.Code == "partner.not-single");
    }

    [Theory]
    [InlineData("Universität Leithaberg<br>Institut für Weinbau", "Universität Leithaberg", "Institut für Weinbau")]
    [InlineData("Univerzita Podyjí<br>Filozofická fakulta", "Univerzita Podyjí", "Filozofická fakulta")]
    [InlineData("Springfield University<br>(Graduate School of Engineering)", "Springfield University", "Graduate School of Engineering")]
    [InlineData("Springfield University<br>Center for International Exchange<br>Kenya", "Springfield University", "Center for International Exchange")]
    // A name that goes on, a name in two languages, a place.
    [InlineData("University of<br>Applied Sciences and Technology Centre", "University of Applied Sciences and Technology Centre", null)]
    [InlineData("Springfield<br>Institute of Technology", "Springfield Institute of Technology", null)]
    [InlineData("聖奧梅爾商學院<br>École de commerce du Haut-Audomarois", "聖奧梅爾商學院 École de commerce du Haut-Audomarois", null)]
    [InlineData("Universität Ossenberg<br>Campus Nord, Halle", "Universität Ossenberg", "Campus Nord, Halle")]
    public void A_line_below_the_name_that_is_a_part_of_the_institution_is_its_unit(string cell, string name, string? unit)
    {
        var party = SourceReader.Read("list.html", Encoding.UTF8.GetBytes($"<table><tr><th>Partner<th>Type<th>Date<tr><td>{cell}<td>MoU<td>2020-01-05<tr><td>Cypress Creek University<td>MoU<td>2021-01-05</table>"), new ReadOptions()).Drafts[0].Facts.Parties[0];
        (party.Name, party.Unit).ShouldBe((name, unit));
    }

    [Fact]
    public void A_line_for_each_kind_and_its_dates_is_an_agreement_and_a_kind_on_two_lines_is_one()
    {
        const string cell = """
            <table><tr><th>Partner<th>Type<th>Signed<th>Valid until
            <tr><td>Springfield University<td>MoU<br>Student exchange<td>2020-01-05<br>2021-02-06<td>2025-01-04<br>5 years
            <tr><td>Cypress Creek University<td>Cooperation<br>Agreement<td>1995-03-03<br>2008-04-04<td>5 years</table>
            """;
        var reading = SourceReader.Read("list.html", Encoding.UTF8.GetBytes(cell), new ReadOptions());
        reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name} {string.Join('+', d.Facts.Kinds.Select(k => k.Text))} {d.Facts.Begin!.On} {d.Facts.Ends.On}").ShouldBe([
            "Springfield University MoU 2020-01-05 2025-01-04", "Springfield University Student exchange 2021-02-06 2026-02-06", "Cypress Creek University Cooperation Agreement 1995-03-03 2013-04-04",
        ]);
        reading.Pieces.Count().ShouldBe(12);
    }
}

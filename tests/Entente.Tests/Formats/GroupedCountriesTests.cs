using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Lists that print a country once, in the first row of its group, and lists in which countries are missing.</summary>
public class GroupedCountriesTests
{
    private static readonly string[] partners = ["Keio University", "Waseda University", "Tohoku University", "Ajou University", "Yonsei University", "Simon Fraser University", "University of Leeds", "University of Bath", "Cardiff University", "Aston University"];

    private static readonly string[] grouped = ["Japan", "", "", "Korea", "", "Canada", "United Kingdom", "", "", ""];

    private static readonly double[] lefts = [40, 130, 290, 380, 470];

    [Theory]
    [InlineData("csv")]
    [InlineData("csv after the partner")]
    [InlineData("drawn")]
    [InlineData("undrawn")]
    [InlineData("html")]
    public void A_country_is_that_of_the_rows_below_it_and_the_list_says_so(string form)
    {
        var reading = Read(form, grouped);
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "JP", "JP", "KR", "KR", "CA", "GB", "GB", "GB", "GB"]);
        reading.Drafts.Select(d => d.Facts.Parties[0].CountryBasis).ShouldBe(grouped.Select(g => g.Length > 0 ? CountryBasis.Stated : CountryBasis.Inherited));
        // Where the country stands.
        reading.Drafts[2].Facts.Parties[0].Places.ShouldContain(reading.Drafts[0].Facts.Parties[0].Places[^1]);
        var said = reading.Findings.Where(f => f.Code == "country.of-group").ShouldHaveSingleItem();
        (said.Severity, said.Arguments[0], said.Places.Count).ShouldBe((Severity.Note, "6", 3));
    }

    [Theory]
    // Countries come again, and right below each other.
    [InlineData("Japan,Korea,Japan,,Canada,Chile,Norway,France,,Peru")]
    [InlineData("Japan,Japan,,Korea,Korea,Canada,,Chile,Chile,")]
    // Two gaps among many.
    [InlineData("Japan,Korea,Estonia,,Canada,Chile,Norway,,France,Peru")]
    // The rest of the list is not filled in.
    [InlineData("Japan,Korea,Estonia,Canada,Chile,Norway,,,,")]
    public void A_country_that_is_missing_is_no_other_one(string countries)
    {
        var own = countries.Split(',');
        Read("csv", own).Drafts.Select(d => d.Facts.Parties[0].CountryBasis).ShouldBe(own.Select(c => c.Length > 0 ? CountryBasis.Stated : CountryBasis.Unstated));
    }

    [Theory]
    [InlineData("Canada,,Chile,Estonia,,France,Japan,Korea,Norway,Peru")]
    [InlineData("Japan,,,Korea,,Japan,,,,")]
    public void Sorted_countries_and_those_of_large_groups_are_told_from_missing_ones(string countries) =>
        Read("csv", countries.Split(',')).Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country != null);

    private static SourceReading Read(string form, string[] countries)
    {
        string[][] rows = [["Country", "Partner", "Type", "Signed", "Ends"], .. partners.Select((p, i) => new[] { countries[i], p, "MoU", $"2019-05-{i + 10}", $"2024-05-{i + 10}" })];
        if (form.EndsWith("after the partner", StringComparison.Ordinal))
            rows = [.. rows.Select(r => new[] { r[1], r[0], r[2], r[3], r[4] })];
        return form.Split(' ')[0] switch
        {
            "csv" => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r)))), new ReadOptions()),
            "html" => SourceReader.Read("list.html", Encoding.UTF8.GetBytes($"<!doctype html><table>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>"))}</table>"), new ReadOptions()),
            _ => SourceReader.Read("list.pdf", Pdf(rows, form == "drawn"), new ReadOptions()),
        };
    }

    private static byte[] Pdf(string[][] rows, bool isDrawn)
    {
        var page = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            foreach (var (c, text) in row.Index().Where(t => t.Item.Length > 0))
                page.Append(CultureInfo.InvariantCulture, $"BT /F 9 Tf {lefts[c]} {780 - (i * 20)} Td ({text}) Tj ET\n");
        }

        foreach (var y in Enumerable.Range(0, isDrawn ? rows.Length + 1 : 0))
            page.Append(CultureInfo.InvariantCulture, $"0.5 w 36 {794 - (y * 20)} m 556 {794 - (y * 20)} l S\n");
        foreach (var x in isDrawn ? lefts.Append(560) : [])
            page.Append(CultureInfo.InvariantCulture, $"0.5 w {x - 4} 794 m {x - 4} {794 - (rows.Length * 20)} l S\n");
        var pdf = new RawPdf();
        return pdf.Build([pdf.AddStream(page.ToString())]);
    }
}

using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Cells in the middle of several rows, where no line shows how far they reach.</summary>
public class CentredCellsTests
{
    private const int Pitch = 20, PerPage = 8;

    private static readonly double[] lefts = [40, 130, 300, 400];

    private static readonly (string Country, string Code, int Rows)[] countries = [("Japan", "JP", 2), ("Chile", "CL", 4), ("Norway", "NO", 1), ("Kenya", "KE", 4), ("Italy", "IT", 6), ("Peru", "PE", 2)];

    private static readonly string[] Names = ["University of Bergen", "Nord University", "Technical University of Split", "Ege University"];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData("first")]
    [InlineData("left")]
    [InlineData("whole")]
    public void A_country_that_a_page_cuts_is_of_its_rows_on_both(string cut)
    {
        var pages = Pages((from, to) => cut switch
        {
            "first" => from,
            "left" => (from + Math.Min(to, PageEnd(from)) - 1) / 2.0,
            _ => (from + to - 1) / 2.0,
        });
        Read(pages).Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(countries.SelectMany(c => Enumerable.Repeat(c.Code, c.Rows)));
    }

    [Fact]
    public void Lines_that_are_drawn_only_between_groups_part_no_rows()
    {
        (string Country, string Code, int Rows)[] groups = [("Japan", "JP", 3), ("Chile", "CL", 2), ("Norway", "NO", 3), ("Kenya", "KE", 2)];
        static string Line(double y) => string.Create(CultureInfo.InvariantCulture, $"36 {y:0.##} m 480 {y:0.##} l S\n");
        var (page, row) = (Row(["Country", "Partner", "Type", "Signed"], 800, "B") + "0.5 w " + Line(813) + Line(793), 0);
        foreach (var (country, _, rows) in groups)
        {
            page += string.Concat(Enumerable.Range(row, rows).Select(i => Row([i == row ? country : "", Names[i % Names.Length], "MoU", $"2010-03-{i + 10}"], Y(i))));
            page += Line(Y((row += rows) - 1) - 7);
        }

        Read(page).Drafts.Select(d => $"{d.Facts.Parties.Single().Name} {d.Facts.Parties[0].Country} {d.Facts.Begin?.On}").ShouldBe(
            groups.SelectMany(g => Enumerable.Repeat(g.Code, g.Rows)).Select((code, i) => $"{Names[i % Names.Length]} {code} 2010-03-{i + 10}"));
    }

    /// <summary>Whether rows have lines below them, too, in all columns but the merged one; where in its rows a country stands, from 0 at the first to 1 at the last.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 0.5)]
    public void Lines_through_a_column_show_how_far_its_cells_reach(bool haveRowsLines, double at)
    {
        string[] groups = ["Japan", "Chile", "Norway", "Kenya", "Italy"], codes = ["JP", "CL", "NO", "KE", "IT"];
        static string Line(double from, double y) => string.Create(CultureInfo.InvariantCulture, $"{from:0.##} {y:0.##} m 480 {y:0.##} l S\n");
        var page = Row(["Country", "Partner", "Type", "Signed"], 800, "B") + "0.5 w " + Line(36, 793);
        foreach (var (i, country) in groups.Index())
        {
            page += At(40, Y((i * 3) + (at * 2)), country) + Line(36, Y((i * 3) + 2) - 7);
            page += string.Concat(Enumerable.Range(i * 3, 3).Select(r => Row(["", Names[r % Names.Length], "MoU", $"2010-03-{r + 10}"], Y(r)) + (haveRowsLines && r % 3 < 2 ? Line(128, Y(r) - 7) : "")));
        }

        var reading = Read(page);
        reading.Drafts.Select(d => $"{d.Facts.Parties.Single().Name} {d.Facts.Parties[0].Country}").ShouldBe(Enumerable.Range(0, 15).Select(r => $"{Names[r % Names.Length]} {codes[r / 3]}"));
        reading.Findings.ShouldAllBe(f => f.Severity == Severity.Note);
    }

    [Fact]
    public void Remarks_of_several_lines_at_the_top_of_some_rows_with_lines_below_them_are_of_these()
    {
        static string Line(double y) => string.Create(CultureInfo.InvariantCulture, $"0.5 w 36 {y:0.##} m 560 {y:0.##} l S\n");
        var (page, y) = (Row(["Partner", "Country", "Type", "Signed"], 800, "B") + At(470, 800, "Remarks", "B") + Line(794), 782.0);
        for (var i = 0; i < 9; i++)
        {
            page += Row([$"Town College {i}", "Japan", "MoU", $"2010-03-{i + 10}"], y) + (i % 3 == 0 ? "" : string.Concat(Enumerable.Range(0, 4).Select(l => At(470, y - (l * 11), "joint research in"))));
            y -= i % 3 == 0 ? 18 : 51;
            page += Line(y + 12);
        }

        var reading = Read(page);
        reading.Drafts.Select(d => d.Facts.Note is null).ShouldBe(Enumerable.Range(0, 9).Select(i => i % 3 == 0));
        reading.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_with_a_cell_in_each_row_has_none_over_several()
    {
        string[][] names = [["University of", "Lakeside"], ["Ege University"], ["University of the", "Applied Arts of", "Lakeside"], ["Nord University"]];
        var (page, y) = (Row(["No.", "Partner", "Type", "Signed"], 800, "B"), 784.0);
        for (var i = 0; i < 8; i++)
        {
            page += Row([$"{i + 1}", "", "MoU", $"2010-03-{i + 10}"], y) + string.Concat(names[i % 4].Select((n, line) => At(130, y - (line * 11), n)));
            y -= 12 * names[i % 4].Length;
        }

        var reading = Read(page);
        reading.Drafts.Select(d => d.Facts.Parties.Single().Name).ShouldBe(Enumerable.Range(0, 8).Select(i => string.Join(' ', names[i % 4])));
        reading.Findings.ShouldAllBe(f => f.Severity == Severity.Note);
    }

    [Fact]
    public void Partners_and_countries_are_both_merged()
    {
        string[] partners = ["University of Bergen", "", "Sakarya University", "Marmara University", "", "", "Ege University", "University of Split", "", "University of Zadar"];
        (string Name, string Code, double At)[] over = [("Norway", "NO", 0.5), ("Turkey", "TR", 4), ("Croatia", "HR", 8)];
        double[] at = [0.5, -1, 2, 4, -1, -1, 6, 7.5, -1, 9];
        var page = Row(["Country", "Partner", "Type", "Signed"], 800, "B") + string.Concat(partners.Select((p, i) => Row(["", "", "MoU", $"2010-03-{i + 10}"], Y(i)) + (p.Length > 0 ? At(130, Y(at[i]), p) : ""))) + string.Concat(over.Select(o => At(40, Y(o.At), o.Name)));
        Read(page).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country}").ShouldBe(
            ["University of Bergen NO", "University of Bergen NO", "Sakarya University TR", "Marmara University TR", "Marmara University TR", "Marmara University TR", "Ege University TR", "University of Split HR", "University of Split HR", "University of Zadar HR"]);
    }

    [Fact]
    public void A_row_without_a_number_that_a_page_cuts_is_one()
    {
        static string Table(int from, int to) => Row(["Country", "Partner", "Type", "Signed"], 800, "B") + string.Concat(Enumerable.Range(from, to - from).Select(i => Row(["Japan", $"University of Lakeside {i}", "MoU", $"2010-03-{i + 10}"], Y(i - from))));
        var first = Table(0, 6) + At(130, Y(6), "Technical University of");
        var second = Table(5, 12).Replace("University of Lakeside 5", "Lakeside Number Five", StringComparison.Ordinal).Replace("2010-03-15", "2012-04-15", StringComparison.Ordinal);
        Read(first, second).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe([.. Enumerable.Range(0, 6).Select(i => $"University of Lakeside {i}"), "Technical University of Lakeside Number Five", .. Enumerable.Range(6, 6).Select(i => $"University of Lakeside {i}")]);
    }

    /// <param name="cut">The row on which the text of a country stands that a page cuts, from those of its first row and behind its last.</param>
    private static string[] Pages(Func<int, int, double> cut)
    {
        var count = countries.Sum(c => c.Rows);
        string[] pages = [.. Enumerable.Range(0, (count + PerPage - 1) / PerPage).Select(p => Row(["Country", "Partner", "Type", "Signed"], 800, "B") + string.Concat(Enumerable.Range(p * PerPage, Math.Min(PerPage, count - (p * PerPage))).Select(i => Row(["", Names[i % Names.Length], "MoU", $"2010-03-{i + 10}"], Y(i % PerPage)))))];
        var from = 0;
        foreach (var (country, _, rows) in countries)
        {
            var to = from + rows;
            var row = to > PageEnd(from) ? cut(from, to) : (from + to - 1) / 2.0;
            pages[(int)row / PerPage] += At(40, Y(row - ((int)row / PerPage * PerPage)), country);
            from = to;
        }

        return pages;
    }

    private static int PageEnd(int row) => ((row / PerPage) + 1) * PerPage;

    private static double Y(double row) => 770 - (row * Pitch);

    private static string At(double x, double y, string text, string font = "F") => string.Create(CultureInfo.InvariantCulture, $"BT /{font} 9 Tf {x:0.##} {y:0.##} Td ({text}) Tj ET\n");

    private static string Row(string[] cells, double y, string font = "F") => string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : At(lefts[i], y, c, font)));

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

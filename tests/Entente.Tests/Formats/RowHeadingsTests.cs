using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Headings among the rows of tables that are not drawn, and lines of cells that look like some.</summary>
public class RowHeadingsTests
{
    private static readonly string[] heads = ["No.", "University", "Type", "Signed"], countries = ["Japan", "Norway", "United Kingdom", "Italy"], codes = ["JP", "NO", "GB", "IT"];
    private static readonly double[] lefts = [40, 70, 240, 380];

    /// <summary>In the middle of its column a cell is as wide as it is, and no wider.</summary>
    private static readonly double[] middles = [46, 150, 265, 400];

    private readonly RawPdf pdf = new();

    [Fact]
    public void A_bold_country_over_a_cell_of_several_lines_and_below_the_head_is_that_of_the_rows()
    {
        var (page, y) = (Centred(heads, 800, "B"), 800);
        foreach (var (i, country) in countries.Index())
        {
            page += Middle(225, y -= 16, country, "B");
            page += Middle(middles[2], y -= 14, "Memorandum of") + Centred([$"{i + 1}", $"University of Town {i + 1}", "", $"2010-03-0{i + 1}"], y -= 6) + Middle(middles[2], y -= 6, "Understanding");
        }

        var reading = Read(page);
        reading.Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Country} {d.Facts.Kinds.Single().Text}").ShouldBe(codes.Select((c, i) => $"{i + 1} {c} Memorandum of Understanding"));
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(heads);
        reading.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Convention of double degree")]
    [InlineData("Regional student exchange")]
    public void A_heading_among_rows_names_the_kind_with_all_its_words(string kind)
    {
        double[] at = [40, 70, 240, 380];
        string[] heads = ["No.", "University", "Country", "Signed"];
        string Rows(int from) => string.Concat(Enumerable.Range(from, 4).Select(i => Row([$"{i}", $"University of Town {i}", "Japan", $"2010-03-0{i}"], 784 - ((i + (i / 5)) * 16), at)));
        var page = string.Concat(heads.Select((h, i) => At(at[i], 800, h, "B"))) + At(40, 784, kind, "B") + Rows(1) + At(40, 704, "Memorandum of Understanding", "B") + Rows(5);
        Read(page).Drafts.Select(d => d.Facts.Kinds.Single().Text).ShouldBe(Enumerable.Range(0, 8).Select(i => i < 4 ? kind : "Memorandum of Understanding"));
    }

    [Fact]
    public void Two_lines_of_a_cell_in_the_middle_of_its_row_are_no_headings_though_both_name_kinds()
    {
        var page = Centred(heads, 800, "B") + string.Concat(Enumerable.Range(1, 6).Select(i => Centred([$"{i}", $"University of Town {i}", i == 3 ? "" : "MoU", $"2010-03-0{i}"], 800 - (i * 24))))
            + Middle(middles[2], 733.5, "Double Degree") + Middle(middles[2], 722.5, "Agreement");
        Read(page).Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Kinds.Single().Text}").ShouldBe(Enumerable.Range(1, 6).Select(i => $"{i} {(i == 3 ? "Double Degree Agreement" : "MoU")}"));
    }

    [Fact]
    public void Columns_without_heads_are_told_by_their_rows_however_many_headings_stand_between_them()
    {
        string[] countries = ["Brazil", "Canada", "Chile", "Ethiopia", "Finland", "France"], codes = ["BR", "CA", "CL", "ET", "FI", "FR"];
        double[] at = [40, 240, 330, 430];
        string Rows(Func<string, string> heading) => string.Concat(countries.Select((c, i) => At(40, 780 - (i * 40), heading(c)) + Row(["Charles University of Towns", i % 3 == 0 ? "Exchange" : "MoU", $"{i + 1} January 2012", $"{i + 1} December 2014"], 764 - (i * 40), at)));
        foreach (var page in new[] { Rows(c => c), Rows(c => $"{c} \\(1\\)") })
            Read(page).Drafts.Select(d => $"{d.Facts.Parties.Single().Country} {d.Facts.Kinds.Single().Text} {d.Facts.Begin?.On} {d.Facts.Ends.On}").ShouldBe(codes.Select((c, i) => $"{c} {(i % 3 == 0 ? "Exchange" : "MoU")} 2012-01-0{i + 1} 2014-12-0{i + 1}"));
    }

    [Fact]
    public void A_line_of_a_cell_that_reaches_into_the_next_column_is_no_heading()
    {
        string[] names = ["University of Bergen", "Ege University", "University of the Lakesides", "in the Northern Lands", "Technical University of Split", "Keio University"];
        var (page, y) = (Centred(heads, 800, "B") + Line(794), 800);
        foreach (var (i, name) in names.Index())
        {
            page += i == 3 ? Middle(middles[1], (y -= 20) + 5, "Technical University of Literature") + Middle(middles[1], y - 5, name) + Centred([$"{i + 1}", "", "Memorandum of the year", $"2010-03-0{i + 1}"], y) : Centred([$"{i + 1}", name, "MoU", $"2010-03-0{i + 1}"], y -= 20);
            page += Line(y - 9);
        }

        var drafts = Read(page).Drafts;
        drafts.Select(d => d.Facts.Number).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        drafts[3].Facts.Parties[0].Name.ShouldBe("Technical University of Literature in the Northern Lands");
    }

    [Fact]
    public void A_heading_in_the_middle_does_not_move_the_end_of_a_column()
    {
        double[] at = [40, 234, 380, 480];
        string[] heads = ["University", "Type", "Signed", "Until"];
        var (page, y) = (string.Concat(heads.Select((h, i) => At(at[i], 800, h, "B"))), 800);
        foreach (var (i, country) in countries.Index())
        {
            page += Middle(280, y -= 16, country == "United Kingdom" ? "UNITED KINGDOM OF BRITAIN" : country, "B");
            for (var row = 0; row < 5; row++)
                page += Row([i == 2 && row == 1 ? "Technical University of the Applied Arts at Yx" : "University of Bergen", "Student exchange", $"2010-03-1{row}", $"2015-03-1{row}"], y -= 16, at);
        }

        var drafts = Read(page).Drafts;
        drafts[11].Facts.Parties[0].Name.ShouldBe("Technical University of the Applied Arts at Yx");
        drafts.ShouldAllBe(d => d.Facts.Kinds.Single().Text == "Student exchange");
    }

    private static string Line(double y) => string.Create(CultureInfo.InvariantCulture, $"0.5 w 30 {y:0.##} m 440 {y:0.##} l S\n");

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"BT /{font} 9 Tf {x:0.##} {y:0.##} Td ({text}) Tj ET\n");

    private static string Row(string[] cells, double y, double[] at) => string.Concat(cells.Select((c, i) => At(at[i], y, c)));

    private static string Middle(double middle, double y, string text, string font = "F") => At(middle - (Width(text) / 2), y, text, font);

    private static string Centred(string[] cells, double y, string font = "F") => string.Concat(cells.Select((c, i) => Middle(middles[i], y, c, font)));

    /// <summary>Nearly, in Helvetica of 9 points.</summary>
    private static double Width(string text) => text.Sum(c => c switch { ' ' or 'i' or 'l' or 'j' or 't' or 'f' or '.' or '-' or 'I' => 2.4, 'm' or 'M' => 7.5, >= 'A' and <= 'Z' => 6.1, _ => 4.9 });

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

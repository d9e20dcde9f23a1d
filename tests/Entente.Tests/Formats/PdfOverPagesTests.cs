using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Rows that are told by what other pages of their table say, and texts that their own lines tell.</summary>
public class PdfOverPagesTests
{
    private static readonly double[] lefts = [40, 70, 220, 300, 420], edges = [36, 216, 296, 416, 500];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_last_page_of_few_rows_goes_on_with_the_numbers_of_the_pages_before(int last)
    {
        static string Table(int from, int rows) => Row(["No.", "Partner", "Country", "Type", "Signed"], 800, "B") + string.Concat(Enumerable.Range(0, rows).Select(i => (Number: from + i + 1, Y: 770.0 - (i * 34))).Select(r =>
            Row([$"{r.Number}", "", "Japan"], r.Y) + Block(70, r.Y, "Universidad de los Andes", "Orientales de la Vega") + Block(300, r.Y, "Student Exchange", "Agreement") + Block(420, r.Y, $"{r.Number} November", "2019")));
        var drafts = Read(Table(0, 8), Table(8, last)).Drafts;
        drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Begin?.On}").ShouldBe(Enumerable.Range(1, 8 + last).Select(n => $"{n} Universidad de los Andes Orientales de la Vega 2019-11-{n:00}"));
    }

    [Fact]
    public void What_the_end_of_a_page_cut_of_a_drawn_row_goes_on_with_lines_as_wide_as_they_are_drawn()
    {
        static string Lines(double top, int[] heights)
        {
            var (drawn, y) = ($"0.5 w {string.Concat(edges.Select(x => Line(x, top, x, top - heights.Sum())))}{Line(36, top, 500, top)}", top);
            foreach (var height in heights)
                drawn += Line(36, y -= height, 500, y);
            return drawn;
        }

        string[] heads = ["Partner", "", "Country", "Type", "Signed"];
        var first = Lines(812, [.. Enumerable.Repeat(16, 10), 28]) + Row(heads, 800, "B") + string.Concat(Enumerable.Range(1, 9).Select(i => Row(["Lillehill Little Institute", "", "Japan", "MoU", $"2010-03-0{i}"], 800 - (i * 16)))) + Row(["University of the", "", "Norway", "MoU", "2010-03-10"], 640) + At(40, 629, "Women of Mammow");
        var second = Lines(812, [16, 16, 16]) + Row(heads, 800, "B") + At(40, 784, "Wammow") + Row(["University of Towns", "", "Italy", "MoU", "2010-03-11"], 768);
        Read(first, second).Drafts.Select(d => d.Facts.Parties[0].Name).Skip(9).ShouldBe(["University of the Women of Mammow Wammow", "University of Towns"]);
    }

    [Fact]
    public void A_country_that_is_printed_once_for_its_rows_goes_on_below_the_head_of_the_next_page()
    {
        string[] countries = ["Chile", "", "", "Italy", "", "Japan", "", "", "Kenya", "", "", "", "Norway", ""];
        string[] codes = ["CL", "CL", "CL", "IT", "IT", "JP", "JP", "JP", "KE", "KE", "KE", "KE", "NO", "NO"];
        string Table(int from, int to) => Row(["No.", "Partner", "Country", "Type", "Signed"], 800, "B") + string.Concat(Enumerable.Range(from, to - from).Select(i => Row([$"{i + 1}", $"University of Town {i + 1}", countries[i], "MoU", $"2010-03-{i + 10}"], 780 - ((i - from) * 16))));
        Read(Table(0, 10), Table(10, 14)).Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(codes);
    }

    [Fact]
    public void A_sum_of_which_a_blank_stands_between_two_columns_is_one_text()
    {
        string[] groups = ["South Africa", "Norway", "United Kingdom", "Italy", "Japan", "Kenya"];
        double[] at = [40, 70, 260, 400, 480];
        var page = Row(["No.", "Partner", "Type", "Signed", "Until"], 800, "B", at) + string.Concat(groups.Select((country, i) =>
            At(40, 782 - (i * 54), country) + Row([$"{i + 1}", $"University of Newtown {i + 1}", "Memorandum of Understanding", $"2010-03-0{i + 1}", $"2015-03-0{i + 1}"], 764 - (i * 54), "F", at) + At(360, 746 - (i * 54), $"Subtotal {country}") + At(480, 746 - (i * 54), "1")));
        var reading = Read(page);
        reading.Drafts.Count.ShouldBe(6);
        reading.Checks.Count(c => c.Kind == CheckKind.Total && c.Stated == 1).ShouldBe(6);
        reading.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_days_with_a_dash_on_a_line_of_its_own_are_one_period(bool isInMiddle)
    {
        var page = Row(["No.", "Partner", "Country", "Type", "Period"], 800, "B") + string.Concat(Enumerable.Range(0, 9).Select(i => (Number: i + 1, Y: 779.0 - (i * 35))).Select(r =>
            Row([$"{r.Number}", "University of Town", "Japan", "MoU"], r.Y + (isInMiddle ? 0 : 10)) + (r.Number == 9 ? At(70, r.Y + (isInMiddle ? -10 : 0), "Campus Nine") : "") + Block(420, r.Y, $"0{r.Number}.02.2012", "\\226", $"0{r.Number}.02.2017")));
        var drafts = Read(page).Drafts;
        drafts.Select(d => $"{d.Facts.Number} {d.Facts.Begin?.On} {d.Facts.Ends.On}").ShouldBe(Enumerable.Range(1, 9).Select(n => $"{n} 2012-02-0{n} 2017-02-0{n}"));
    }

    [Fact]
    public void Rows_without_numbers_that_touch_are_told_by_the_middle_of_their_cells_also_where_a_page_has_few()
    {
        string[][] names = [["University of Lakesides"], ["University of Applied", "Sciences of Lakeside"], ["Budapestine University", "of Technologies and", "Economics of Lakeside"]];
        string[][] types = [["MoU"], ["Student Exchange", "Agreement"], ["Memorandum of", "Understanding on", "Student Exchange"]];
        (int Name, int Type)[] rows = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (2, 2), (0, 2), (0, 0), (2, 1), (1, 2), (1, 0), (0, 0), (2, 2)];
        var (pages, y) = (new List<string>(), 0.0);
        foreach (var (i, row) in rows.Index())
        {
            if (i is 0 or 11)
            {
                pages.Add(Row(["Partner", "", "Country", "Type", "Signed"], 800, "B"));
                y = 785;
            }

            var height = 10 * Math.Max(row.Name, row.Type);
            pages[^1] += Row(["", "", "Japan", "", $"2012-03-{i + 10}"], y - (height / 2)) + Block(40, y - (height / 2), names[row.Name]) + Block(300, y - (height / 2), types[row.Type]);
            y -= height + 10;
        }

        Read([.. pages]).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Kinds.Single().Text} {d.Facts.Begin?.On}").ShouldBe(rows.Select((r, i) => $"{string.Join(' ', names[r.Name])} {string.Join(' ', types[r.Type])} 2012-03-{i + 10}"));
    }

    [Fact]
    public void Rows_are_as_far_apart_as_on_the_page_before_below_a_head_of_two_lines_at_its_top()
    {
        double[] at = [40, 150, 230, 330];
        static string Cell(double x, double y, string text) => string.Concat(text.Split('|').Select((l, i) => At(x, y - (i * 11), l)));
        string Table(int from, int rows, string kind) => Row(["University", "", "", "Signed"], 830, "B", at) + Row(["or college", "Country", "Type", "on"], 822, "B", at) + string.Concat(Enumerable.Range(from, rows).Select(i => (Number: i, Y: 800.0 - ((i - from) * 34))).Select(r =>
            Cell(40, r.Y, $"University of Little|Town {r.Number}") + Cell(150, r.Y, "Japan") + Cell(230, r.Y, r.Number % 3 == 0 ? kind : "Memorandum of|Understanding") + Cell(330, r.Y, $"{r.Number} November|2019")));
        var drafts = Read(Table(1, 9, "Student Exchange|Agreement"), Table(10, 6, "MoU|of it"), Table(16, 3, "Student Exchange|Agreement")).Drafts;
        drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Begin?.On}").ShouldBe(Enumerable.Range(1, 18).Select(i => $"University of Little Town {i} 2019-11-{i:00}"));
    }

    [Fact]
    public void What_is_left_of_the_last_row_is_of_it_where_nothing_else_stands_on_the_last_page()
    {
        string[] heads = ["Partner", "Country", "Type", "Signed", "Remarks"];
        double[] at = [40, 190, 250, 300, 360];
        static string Remark(double y, params string[] lines) => string.Concat(lines.Select((l, i) => At(360, y - (i * 11), l)));
        string[] remark = ["The agreement covers the exchange of four", "students each semester and the work of", "teachers, and doctoral theses that both", "supervise."];
        var (first, y) = (Row(heads, 800, "B", at), 783.0);
        for (var i = 1; i <= 9; i++)
        {
            first += Row([$"University of Town {i}", "Japan", "MoU", $"2010-03-0{i}"], y, "F", at) + (i % 2 == 1 ? Remark(y, i == 9 ? remark[..2] : remark) : "");
            y -= i % 2 == 1 ? 50 : 17;
        }

        var drafts = Read(first, Row(heads, 800, "B", at) + Remark(787, remark[2..])).Drafts;
        drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(1, 9).Select(i => $"University of Town {i}"));
        drafts[^1].Facts.Note.ShouldNotBeNull().ShouldContain("supervise.");
    }

    [Fact]
    public void A_date_in_a_merged_cell_that_the_end_of_a_page_broke_is_whole_for_all_its_rows()
    {
        string[] heads = ["Partner", "", "Country", "Type", "Signed"];
        static string Frame(double top, int rows, int open) => $"0.5 w {string.Concat(edges.Select(x => Line(x, top, x, top - (rows * 16))))}" + string.Concat(Enumerable.Range(0, rows + 1).Select(i => Line(36, top - (i * 16), i > open && i < rows ? 416 : 500, top - (i * 16))));
        var first = Frame(812, 6, 4) + Row(heads, 800, "B") + string.Concat(Enumerable.Range(1, 5).Select(i => Row([$"University of Town {i}", "", "Japan", "MoU", i < 4 ? $"2010-03-0{i}" : i == 4 ? "2019-03-" : ""], 800 - (i * 16))));
        var second = Frame(812, 4, 2) + Row(heads, 800, "B") + string.Concat(Enumerable.Range(6, 3).Select(i => Row([$"University of Town {i}", "", "Japan", "MoU", i == 6 ? "2011-01-01" : i == 7 ? "2012-01-01" : "2013-01-01"], 800 - ((i - 5) * 16)))).Replace("2011-01-01", "15", StringComparison.Ordinal);
        Read(first, second).Drafts.Select(d => $"{d.Facts.Begin?.On}").Skip(3).Take(3).ShouldBe(["2019-03-15", "2019-03-15", "2019-03-15"]);
    }

    [Fact]
    public void Rows_that_stand_far_apart_have_the_columns_of_the_pages_before_also_where_there_are_few()
    {
        double[] at = [40, 70, 262, 310, 430], centred = [40, 140, 270, 330, 450];
        string[] types = ["General agreement", "MoU"];
        string Table(int from, int rows) => Row(["No.", "Partner", "Country", "Type", "Signed"], 800, "B", centred) + string.Concat(Enumerable.Range(from, rows).Select(i => Row([$"{i}", "Universidad de los Andes de la Vega", "Japan", types[i % 2], $"2010-03-{i + 9}"], 800 - (37 * (i - from + 1)), "F", at)));
        Read(Table(1, 14), Table(15, 2)).Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country} {d.Facts.Kinds.Single().Text} {d.Facts.Begin?.On}").ShouldBe(
            Enumerable.Range(1, 16).Select(i => $"{i} Universidad de los Andes de la Vega JP {types[i % 2]} 2010-03-{i + 9}"));
    }

    /// <summary>Lines with the same middle, one below the other.</summary>
    private static string Block(double x, double middle, params string[] lines) => string.Concat(lines.Select((l, i) => At(x, middle + ((lines.Length - 1) * 5) - (i * 10), l)));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : $"BT /{font} 9 Tf {N(x)} {N(y)} Td ({text}) Tj ET\n";

    private static string Line(double x0, double y0, double x1, double y1) => $"{N(x0)} {N(y0)} m {N(x1)} {N(y1)} l S\n";

    private static string Row(IEnumerable<string> cells, double y, string font = "F", double[]? at = null) => string.Concat(cells.Select((c, i) => At((at ?? lefts)[i], y, c, font)));

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

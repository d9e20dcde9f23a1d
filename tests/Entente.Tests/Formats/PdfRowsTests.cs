using System.Globalization;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Where the head ends and where rows begin and end, on pages drawn for one case each.</summary>
public class PdfRowsTests
{
    private static readonly string[] heads = ["No.", "Partner", "Country", "Type", "Signed"];
    private static readonly string[] countries = ["Japan", "Norway", "Italy"], codes = ["JP", "NO", "IT"];
    private static readonly double[] lefts = [40, 70, 220, 300, 420];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData(10, "B")]
    [InlineData(10, "F")]
    [InlineData(45, "B")]
    [InlineData(45, "F")]
    public void With_a_line_under_each_row_and_none_under_the_head_each_row_is_read(int rows, string font)
    {
        var (pages, y) = (new List<string>(), 0.0);
        for (var i = 0; i < rows; i++)
        {
            if (i % 16 == 0)
            {
                pages.Add(Row(heads, 800, font) + At(lefts[3], 789, "of agreement", font));
                y = 772;
            }

            pages[^1] += Row([$"{i + 1}", $"University of Town {i + 1}", countries[i % 3], "Memorandum of", $"2010-03-0{(i % 9) + 1}"], y) + At(lefts[3], y - 11, "Understanding") + Line(36, y - 18, 520, y - 18);
            y -= 36;
        }

        var reading = Read([.. pages]);
        reading.Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Parties[0].Country)).ShouldBe(Enumerable.Range(0, rows).Select(i => ($"University of Town {i + 1}", (string?)codes[i % 3])));
        reading.Drafts.ShouldAllBe(d => d.Facts.Kinds.Count == 1 && d.Facts.Kinds[0].Text == "Memorandum of Understanding");
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(["No.", "Partner", "Country", "Type of agreement", "Signed"]);
        reading.Title.ShouldBeNull();
        reading.Findings.ShouldBeEmpty();
    }

    /// <summary>Where the sum of a country stands, and its number.</summary>
    [Theory]
    [InlineData(70, 300, false)]
    [InlineData(40, 420, false)]
    [InlineData(70, 300, true)]
    public void A_sum_is_a_row_of_its_own_and_counts_those_above_it(int text, int number, bool isOnPages)
    {
        string[] groups = ["Japan", "Norway", "United Kingdom"];
        List<string> pages = [Row(heads, 800, "B")];
        var (y, at) = (782, 0);
        foreach (var country in groups)
        {
            for (var i = 0; i < 3; i++, y -= 18)
                pages[^1] += Row([$"{++at}", $"University of Newtown {at}", country, "MoU", $"2010-03-0{at}"], y);
            pages[^1] += At(text, y, $"Subtotal {country}") + At(number, y, "3");
            y -= 18;
            if (isOnPages && country != groups[^1])
            {
                pages.Add(Row(heads, 800, "B"));
                y = 782;
            }
        }

        var reading = Read([.. pages]);
        reading.Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Kinds.Single().Text}").ShouldBe(Enumerable.Range(1, 9).Select(i => $"{i} University of Newtown {i} MoU"));
        reading.Checks.Where(c => c.Kind == CheckKind.Total).Select(c => $"{c.Text} {c.Stated} {c.Counted}").ShouldBe(groups.Select(g => $"Subtotal {g} 3 3"));
        reading.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("F", 18)]
    [InlineData("B", 18)]
    [InlineData("F", 12)]
    public void Countries_in_the_middle_over_their_rows_are_those_of_the_rows(string font, int pitch)
    {
        double[] at = [40, 70, 240, 300];
        var (page, y, row) = (Row(["No.", "University", "Type", "Signed"], 800, "B", at), 800, 0);
        foreach (var (country, half) in new[] { ("Japan", 12.5), ("Norway", 16.5), ("United Kingdom", 32.5) })
        {
            page += At(252 - half, y -= pitch, country, font);
            for (var i = 0; i < 3; i++)
                page += Row([$"{++row}", $"University of Town {row}", "MoU", $"2010-03-0{row}"], y -= pitch, "F", at);
        }

        var reading = Read(page);
        reading.Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Country} {d.Facts.Kinds.Single().Text}").ShouldBe(Enumerable.Range(0, 9).Select(i => $"{i + 1} {(i < 3 ? "JP" : i < 6 ? "NO" : "GB")} MoU"));
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(["No.", "University", "Type", "Signed"]);
    }

    [Fact]
    public void The_last_row_is_whole_where_nearly_all_of_it_is_wrapped()
    {
        double[] at = [40, 70, 180, 250];
        var page = Row(["No.", "University", "Type", "Signed"], 800, "B", at) + string.Concat(Enumerable.Range(0, 6).Select(i =>
            Row([$"{i + 1}", "Universidad de los", "Memorandum of", "2010-03-"], 780 - (i * 28), "F", at) + Row(["", "Andes del Norte", "Understanding", $"1{i}"], 769 - (i * 28), "F", at)));
        Read(page).Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Kinds.Single().Text} {d.Facts.Begin?.On}").ShouldBe(
            Enumerable.Range(0, 6).Select(i => $"{i + 1} Universidad de los Andes del Norte Memorandum of Understanding 2010-03-1{i}"));
    }

    [Fact]
    public void A_head_of_two_rows_over_one_line_keeps_both()
    {
        var page = Row(["No", "Partner", "Country", "Type", "Signed"], 800, "B") + Row(["", "institution", "or region", "of it", "on"], 789) + Line(36, 784, 520, 784);
        for (var i = 0; i < 8; i++)
            page += Row([$"{i + 1}", $"College {(char)('A' + i)}", countries[i % 3], "MoU", $"2010-03-0{i + 1}"], 770 - (i * 20)) + Line(36, 764 - (i * 20), 520, 764 - (i * 20));
        Read(page).Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(["No", "Partner institution", "Country or region", "Type of it", "Signed on"]);
    }

    [Theory]
    [InlineData("Signed /", "renewed")]
    [InlineData("Signed", "\\(renewed\\)")]
    public void A_head_of_two_lines_over_cells_of_one_line_says_one_thing(string upper, string lower)
    {
        var page = Row(["No.", "Partner", "Country", "Type", upper], 800, "B") + At(lefts[4], 789, lower, "B");
        for (var i = 0; i < 8; i++)
            page += Row([$"{i + 1}", $"University of Town {i}", countries[i % 3], "Memorandum of", $"2010-03-0{i + 1}"], 774 - (i * 25)) + At(lefts[3], 763 - (i * 25), "Understanding");
        Read(page).Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Kinds.Single().Text} {d.Facts.Begin?.On}").ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i + 1} University of Town {i} Memorandum of Understanding 2010-03-0{i + 1}"));
    }

    [Theory]
    [InlineData(true, 11)]
    [InlineData(false, 11)]
    [InlineData(false, 14)]
    public void Columns_whose_cells_stand_half_a_line_lower_stay_apart(bool hasLines, double leading)
    {
        double[] at = [40, 64, 180, 230, 320];
        var page = Row(heads, 800, "B", at);
        string[] name = ["Faculty of Engineering", "and Applied Sciences of", "the Town University", "of the North"], type = ["Memorandum of", "Understanding"];
        for (var i = 0; i < 10; i++)
        {
            var (y, lines) = (782 - (i * ((4 * leading) + 6)), i == 0 ? 4 : 2 + (i % 2 * 2));
            var middle = y - (1.5 * leading);
            page += string.Concat(name[..lines].Select((n, k) => At(at[1], middle + (((lines - 1) / 2.0) - k) * leading, n))) + string.Concat(type.Select((t, k) => At(at[3], middle + ((0.5 - k) * leading), t)));
            // What is one line stands beside none of an even number of lines.
            page += Row([$"{i + 1}", "", countries[i % 3], "", $"2010-03-{i + 10}"], middle, "F", at) + (hasLines ? Line(36, y - (4 * leading) + 5, 350, y - (4 * leading) + 5) : "");
        }

        var reading = Read(page);
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(heads);
        reading.Drafts.Select(d => (d.Facts.Parties[0].Country, d.Facts.Kinds[0].Text, d.Facts.Events.Count)).ShouldBe(Enumerable.Range(0, 10).Select(i => ((string?)codes[i % 3], "Memorandum of Understanding", 1)));
    }

    [Fact]
    public void The_same_last_lines_of_rows_at_the_foot_of_pages_are_of_their_rows()
    {
        var pages = Enumerable.Range(0, 3).Select(p => Row(heads, 810, "B") + string.Concat(Enumerable.Range(0, 20).Select(i =>
            Row([$"{(p * 20) + i + 1}", $"University of Town {i}", countries[i % 3], "Memorandum", "2010-03-04"], 790 - (i * 39)) + At(lefts[3], 779 - (i * 39), "of") + At(lefts[3], 768 - (i * 39), "Understanding"))));
        var reading = Read([.. pages]);
        reading.Drafts.Select(d => d.Facts.Kinds[0].Text).ShouldBe(Enumerable.Repeat("Memorandum of Understanding", 60));
        reading.Pieces.ShouldNotContain(p => p.Role == PieceRole.Furniture);
    }

    [Fact]
    public void A_last_line_that_reaches_over_what_is_blank_in_the_other_rows_is_of_its_row()
    {
        // Only lines that stand alone are as wide as their column, and one of fewer letters is as wide as one of more.
        double[] at = [40, 70, 220, 300, 370];
        var page = Row(heads, 800, "B", at) + string.Concat(Enumerable.Range(0, 8).Select(i => Row([$"{i + 1}", $"University of Town {i}", countries[i % 3], i % 2 == 0 ? "Erasmus+" : "Memo of", $"2010-03-0{i + 1}"], 780 - (i * 39), "F", at)
            + At(300, 769 - (i * 39), i % 2 == 0 ? "Inter-institutional" : "Mutual") + (i % 2 == 0 ? "" : At(300, 758 - (i * 39), "Understanding"))));
        Read(page).Drafts.Select(d => string.Join(' ', d.Facts.Kinds.Select(k => k.Text))).ShouldBe(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "Erasmus+ Inter-institutional" : "Memo of Mutual Understanding"));
    }

    [Fact]
    public void What_the_end_of_a_page_parted_behind_a_hyphen_is_one_word_again()
    {
        static string Drawn(int lines) => string.Concat(Enumerable.Range(0, lines + 1).Select(i => Line(36, 814 - (i * 36), 520, 814 - (i * 36)))) + string.Concat(lefts.Append(524).Select(x => Line(x - 4, 814, x - 4, 814 - (lines * 36))));
        var one = Row(heads, 800, "B") + Row(["1", "College A", "Japan", "MoU", "2010-03-01"], 764) + Row(["2", "College B", "Norway", "Erasmus+", "2010-03-"], 728) + At(300, 717, "Inter-") + Drawn(3);
        var other = Row(heads, 800, "B") + At(300, 764, "institutional") + At(420, 764, "02") + At(300, 753, "Agreement") + Row(["3", "College C", "Italy", "MoU", "2010-03-03"], 728) + Drawn(3);
        var reading = Read(one, other);
        reading.Drafts.Select(d => d.Facts.Events[0].Text).ShouldBe(["2010-03-01", "2010-03-02", "2010-03-03"]);
        reading.Drafts[1].Facts.Kinds.ShouldHaveSingleItem().Text.ShouldBe("Erasmus+ Inter-institutional Agreement");
    }

    [Theory]
    [InlineData("13.01.201", "0", "13.01.2010")]
    [InlineData("13/01/20", "10", "13/01/2010")]
    [InlineData("2010-01-1", "3", "2010-01-13")]
    [InlineData("13.01.2010", "5", "13.01.2010\n5")]
    [InlineData("45.01.201", "0", "45.01.201\n0")]
    public void A_date_that_its_cell_broke_anywhere_is_whole(string above, string below, string whole)
    {
        static PdfWord Word(string text, double bottom) => new(text, new Box(40, bottom - 6.75, 40 + (text.Length * 5), bottom), 9);
        List<PdfWord> words = [Word(above, 100), Word(below, 111)];
        var page = new PdfPage(1, 595, 842, words, []) { PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
        PdfTable.TextOf(page, words, 42 + (above.Length * 5)).ShouldBe(whole);
        // Where there was room for more the one does not go on with the other.
        PdfTable.TextOf(page, words, 140).ShouldBe($"{above}\n{below}");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(22)]
    public void Rows_of_wrapped_cells_that_stand_apart_are_told_without_a_number(double pitch)
    {
        double[] at = [40, 200, 280, 400];
        var pages = Enumerable.Range(0, 2).Select(p => Row(heads[1..], 800, "B", at) + At(40, 791, "institution", "B") + string.Concat(Enumerable.Range(0, 20).Select(i =>
            Row(["University of Town", i % 2 == 0 ? "Czech" : "Japan", i % 3 == 0 ? "MoU" : "Memorandum of", "2008-01-"], 774 - (i * pitch), "F", at) + Row(["", i % 2 == 0 ? "Republic" : "", i % 3 == 0 ? "" : "Understanding", $"{i + 10}"], 765 - (i * pitch), "F", at))));
        var reading = Read([.. pages]);
        reading.Tables.ShouldHaveSingleItem().Columns[0].Header.ShouldBe("Partner institution");
        reading.Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Parties[0].Country, d.Facts.Kinds[0].Text, d.Facts.Events[0].Text)).ShouldBe(Enumerable.Range(0, 40).Select(i => i % 20).Select(i =>
            ("University of Town", (string?)(i % 2 == 0 ? "CZ" : "JP"), i % 3 == 0 ? "MoU" : "Memorandum of Understanding", $"2008-01-{i + 10}")));
    }

    [Fact]
    public void Rows_in_groups_that_stand_apart_are_rows_all_the_same()
    {
        double[] at = [40, 100, 280, 400];
        var page = Row(["Country", "Partner", "Type", "Signed"], 800, "B", at) + string.Concat(Enumerable.Range(0, 5).Select(g => string.Concat(Enumerable.Range(0, 3).Select(i =>
            Row([i == 0 ? countries[g % 3] : "", $"College {(char)('A' + g)}{i}", "MoU", $"200{g}-01-1{i}"], 780 - (g * 50) - (i * 11), "F", at)))));
        Read(page).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(0, 15).Select(i => $"College {(char)('A' + (i / 3))}{i % 3}"));
    }

    [Fact]
    public void The_rest_of_a_row_without_a_number_at_the_top_of_a_page_is_joined_by_its_width()
    {
        // By its letters the word would have had room: other lines have more, and are narrower.
        double[] at = [40, 200, 280, 400];
        static string Rows(int from, int to, double y) => string.Concat(Enumerable.Range(from, to - from).Select(i => Row([i % 2 == 0 ? "Institut filial III" : "Universidad de", countries[i % 3], "MoU", $"2008-01-{i + 10}"], y - ((i - from) * 34), "F", [40, 200, 280, 400])
            + At(40, y - 9 - ((i - from) * 34), i % 2 == 0 ? "" : "los Andes") + (i % 2 == 0 || i + 1 == to ? "" : At(40, y - 18 - ((i - from) * 34), "Unidas"))));
        var reading = Read(Row(heads[1..], 800, "B", at) + Rows(0, 8, 780), Row(heads[1..], 800, "B", at) + At(40, 784, "Unidas") + Rows(8, 15, 768));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(0, 15).Select(i => i % 2 == 0 ? "Institut filial III" : "Universidad de los Andes Unidas"));
    }

    [Fact]
    public void Words_that_are_set_to_the_width_of_their_cell_are_one_line()
    {
        // Rows stand hardly further apart than lines, so that only the middle of each cell tells its row.
        string[][] types = [["MoU"], ["Erasmus+", "Inter-institutional", "Agreement"], ["Student", "Exchange", "Agreement"], ["Joint", "Agreement"], ["Memorandum", "of", "Understanding"]];
        var (page, y) = (Row(heads, 800, "B"), 782.0);
        for (var i = 0; i < 15; i++)
        {
            var type = types[i % 5];
            var middle = y - ((type.Length - 1) * 5.5);
            page += Row([$"{i + 1}", $"University of Town {i + 1}", countries[i % 3], "", $"2010-03-{i + 10}"], middle) + string.Concat(type.Select((t, k) => At(300, y - (k * 11), t))) + (type.Length == 2 ? At(337, y, "Degree") : "");
            y -= (type.Length * 11) + 2;
        }

        Read(page).Drafts.Select(d => string.Join(' ', d.Facts.Kinds.Select(k => k.Text))).ShouldBe(Enumerable.Range(0, 15).Select(i => string.Join(' ', types[i % 5]).Replace("Joint", "Joint Degree")));
    }

    [Theory]
    [InlineData("X")]
    [InlineData("Yes")]
    public void Ticks_stand_in_columns_of_their_own_though_no_row_has_two(string tick)
    {
        double[] at = [40, 70, 190, 260, 300, 380, 460];
        string[] kinds = ["MOU", "Student Exchange", "Letter of Intent"];
        var page = Row(["No.", "Partner", "Country", .. kinds, "Signed"], 800, "B", at) + string.Concat(Enumerable.Range(0, 12).Select(i =>
            Row([$"{i + 1}", $"University of Town {i + 1}", countries[i / 4], .. Enumerable.Range(0, 3).Select(k => i % 3 == k ? tick : ""), $"2010-03-{i + 10}"], 780 - (i * 16), "F", at)));
        var reading = Read(page);
        reading.Drafts.Select(d => d.Facts.Kinds.Single().Text).ShouldBe(Enumerable.Range(0, 12).Select(i => kinds[i % 3]));
        reading.Tables.ShouldHaveSingleItem().Columns.Count.ShouldBe(7);
    }

    [Fact]
    public void Rows_that_stand_over_the_head_are_read_and_said()
    {
        var rows = Enumerable.Range(0, 12).Select(i => $"University of Town {i + 1},{countries[i % 3]},MoU,2010-03-0{(i % 9) + 1}").ToList();
        var reading = SourceReader.Read("list.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ["Agreements of the office", .. rows[..4], "Partner,Country,Type,Signed", .. rows[4..]])), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(1, 12).Select(i => $"University of Town {i}"));
        reading.Title.ShouldBe("Agreements of the office");
        var said = reading.Findings.ShouldHaveSingleItem();
        (said.Code, said.Severity, said.Arguments[0]).ShouldBe(("list.over-head", Severity.Doubt, "4"));
        said.Places.ShouldNotBeEmpty();
    }

    [Fact]
    public void Rows_over_a_head_that_none_stand_below_are_read_and_said()
    {
        var rows = Enumerable.Range(0, 4).Select(i => $"University of Town {i + 1},{countries[i % 3]},MoU,2010-03-0{i + 1}");
        var reading = SourceReader.Read("list.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ["Agreements of the office", .. rows, "Partner,Country,Type,Signed", "Total,,,4"])), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(1, 4).Select(i => $"University of Town {i}"));
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe("list.over-head");
    }

    [Fact]
    public void A_line_like_a_row_that_stands_in_no_table_is_said()
    {
        var page = Row(heads, 800, "B") + string.Concat(Enumerable.Range(0, 8).Select(i => Row([$"{i + 1}", $"University of Town {i + 1}", countries[i % 3], "MoU", $"2010-03-0{i + 1}"], 780 - (i * 16))));
        var reading = Read(page + At(40, 500, "Text below the table.") + Row(["University of the Outermost Islands", "Japan", "2011-02-03"], 300, "F", [150, 330, 390]));
        reading.Drafts.Count.ShouldBe(8);
        (reading.Findings.ShouldHaveSingleItem().Code, reading.Findings[0].Places.Count).ShouldBe(("list.outside", 1));
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : $"BT /{font} 9 Tf {N(x)} {N(y)} Td ({text}) Tj ET\n";

    private static string Row(IEnumerable<string> cells, double y, string font = "F", double[]? at = null) => string.Concat(cells.Select((c, i) => At((at ?? lefts)[i], y, c, font)));

    private static string Line(double x0, double y0, double x1, double y1) => $"0.5 w {N(x0)} {N(y0)} m {N(x1)} {N(y1)} l S\n";

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

using System.Globalization;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Lists as word processors and browsers print them, on pages made for one rule each.</summary>
public class PdfListTests
{
    private static readonly string[] heads = ["No", "Partner", "Country", "Type", "Signed"];
    private static readonly string[] countries = ["Japan", "Chile", "Canada", "Norway"], codes = ["JP", "CL", "CA", "NO"], smallHeads = ["Partner", "Type", "Signed"];
    private static readonly double[] lefts = [40, 70, 250, 330, 430];

    private static readonly string[][] rows =
    [
        ["1", "University of Northmoor", "Japan", "MoU", "2019-04-01"],
        ["2", "Kessel State University", "Chile", "Exchange", "2020-05-12"],
        ["3", "Okavango Delta University", "Botswana", "MoU", "2021-06-30"],
        ["4", "Lakeside College", "Canada", "MoU", "2022-07-15"],
        ["5", "Harbour Institute", "Norway", "Exchange", "2023-08-01"],
        ["6", "Fenland University", "Peru", "MoU", "2024-09-02"],
        ["7", "Marram College", "Kenya", "MoU", "2018-10-03"],
    ];

    private readonly RawPdf pdf = new();

    [Fact]
    public void Heads_far_above_their_rows_and_on_every_page_are_those_of_one_table()
    {
        var pages = Enumerable.Range(0, 2).Select(page => Row(heads, 800, "B") + string.Concat(Enumerable.Range(0, 20).Select(i => Row(Numbered((20 * page) + i, page == 1 ? "University of the Northern Moors" : "College"), 740 - (i * 32)))));
        var reading = Read([.. pages]);
        reading.Drafts.Count.ShouldBe(40);
        reading.Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country == "JP" && d.Facts.Events.Count == 1);
    }

    private static string[] Numbered(int i, string name) => [$"{i + 1}", $"{name} {i + 1}", "Japan", "MoU", $"2019-04-{(i % 28) + 1:00}"];

    [Fact]
    public void Small_tables_below_each_other_have_their_own_columns_and_headings()
    {
        var page = new System.Text.StringBuilder();
        var y = 800.0;
        foreach (var (i, country) in countries.Index())
        {
            double[] own = [40, 240 + (i * 9), 330 + (i * 17)];
            page.Append(At(40, y, country, "B")).Append(Row(smallHeads, y - 26, "B", own));
            page.Append(Row(rows[i][1..2].Concat(rows[i][3..]), y - 42, "F", own)).Append(Row(rows[i + 3][1..2].Concat(rows[i + 3][3..]), y - 56, "F", own));
            y -= 82;
        }

        Read(page.ToString()).Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Parties[0].Country)).ShouldBe(
            codes.SelectMany((c, i) => new[] { (rows[i][1], (string?)c), (rows[i + 3][1], c) }));
    }

    [Theory]
    [InlineData("({0})")]
    [InlineData("{0}")]
    public void Numbers_of_the_columns_below_the_heads_are_no_row(string form)
    {
        static string Page(int from, string numbers) => Row(["No", "Partner", "Country", "Type of", "Signed"], 800) + At(330, 789, "agreement") + numbers + string.Concat(rows[from..(from + 3)].Select((r, i) => Row(r, 762 - (i * 22)) + At(70, 752 - (i * 22), "of the North")));
        var numbers = Row(Enumerable.Range(1, 5).Select(n => string.Format(CultureInfo.InvariantCulture, form.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal), n)), 776);
        var reading = Read(Page(0, numbers), Page(3, numbers));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(rows[..6].Select(r => $"{r[1]} of the North"));
        reading.Tables.ShouldAllBe(t => t.Columns[3].Header == "Type of agreement");
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    [Fact]
    public void A_country_in_the_middle_of_its_rows_is_of_all_of_them()
    {
        var page = Row(heads, 800, "B") + string.Concat(rows.Select((r, i) => Row([r[0], r[1], "", r[3], r[4]], 770 - (i * 24))));
        page += At(250, 770 - 12, "Japan") + At(250, 770 - (3 * 24), "Chile") + At(250, 770 - (5.5 * 24), "Peru");
        Read(page).Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "JP", "CL", "CL", "CL", "PE", "PE"]);
    }

    [Fact]
    public void Where_nothing_shows_of_which_rows_a_cell_between_them_is_that_is_said()
    {
        var page = Row(heads, 800, "B") + string.Concat(rows.Select((r, i) => Row([r[0], r[1], "", r[3], r[4]], 770 - (i * 24))));
        page += At(250, 770 - (1.5 * 24), "Japan") + At(250, 770 - (4.5 * 24), "Peru");
        Tables(page).ShouldHaveSingleItem().Cells.Where(c => c.Doubt == "cell.of-rows").Select(c => c.Text).Distinct().ShouldBe(["Japan", "Peru"]);
    }

    [Fact]
    public void A_merged_cell_that_the_end_of_a_page_cut_goes_on_on_the_next()
    {
        var reading = Read(Ruled(rows[..4], [0, 2]), Ruled(rows[4..], [0, 1]));
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "JP", "BW", "BW", "BW", "PE", "PE"]);
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    [Fact]
    public void A_drawn_cell_that_is_blank_has_no_partner_of_the_row_above()
    {
        var reading = Read(Drawn(rows.Select((r, i) => i == 2 ? [r[0], "", "Chile", r[3], r[4]] : r)));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(rows.Select((r, i) => i == 2 ? "" : r[1]));
        reading.Findings.ShouldContain(f => f.Code == "partner.none");
    }

    [Fact]
    public void Where_drawn_cells_are_left_blank_as_a_rule_the_partner_above_goes_on()
    {
        var once = rows.Select((r, i) => i is 1 or 4 or 5 ? [r[0], "", "", r[3], r[4]] : r).ToArray();
        var reading = Read(Drawn(once));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe([rows[0][1], rows[0][1], rows[2][1], rows[3][1], rows[3][1], rows[3][1], rows[6][1]]);
    }

    [Fact]
    public void A_blank_cell_of_a_list_that_prints_each_partner_is_doubtful_where_it_is_not_drawn()
    {
        var page = Row(heads[1..], 800, "B", lefts[1..]) + string.Concat(rows.Select((r, i) => Row([i == 2 ? "" : r[1], i == 2 ? "Chile" : r[2], r[3], r[4]], 770 - (i * 24), "F", lefts[1..])));
        var reading = Read(page);
        reading.Drafts[2].Facts.Parties[0].Name.ShouldBe(rows[1][1]);
        reading.Findings.Where(f => f.Severity == Severity.Doubt).ShouldHaveSingleItem().Code.ShouldBe("partner.from-above");
    }

    /// <summary>A table with lines around each of its cells.</summary>
    private static string Drawn(IEnumerable<string[]> of)
    {
        var all = of.ToList();
        var text = Row(heads, 800, "B") + string.Concat(all.Select((r, i) => Row(r, 780 - (i * 20))));
        text += string.Concat(Enumerable.Range(0, all.Count + 2).Select(i => Line(36, 814 - (i * 20), 520, 814 - (i * 20))));
        return text + string.Concat(lefts.Append(524).Select(x => Line(x - 4, 814, x - 4, 794 - (all.Count * 20))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_heading_at_the_foot_of_a_page_is_that_of_the_rows_on_the_next(bool hasHeads)
    {
        double[] own = [40, 260, 400];
        string Rows(IEnumerable<string[]> of, double y) => string.Concat(of.Select((r, i) => Row([r[1], r[3], r[4]], y - (i * 16), "F", own)));
        var one = At(40, 800, "Japan", "B") + Row(smallHeads, 782, "B", own) + Rows(rows[..4], 766) + At(40, 690, "Chile", "B") + At(290, 20, "1");
        var other = (hasHeads ? Row(smallHeads, 800, "B", own) : "") + Rows(rows[4..], 784) + At(290, 20, "2");
        var reading = Read(one, other);
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "JP", "JP", "JP", "CL", "CL", "CL"]);
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_of_two_tables_beside_each_other_has_the_heading_over_it(bool isDrawn)
    {
        double[] own = [40, 165, 225];
        string Small(double x, string heading, string[][] of)
        {
            double[] at = [.. own.Select(l => l + x)];
            var text = At(at[0], 800, heading, "B") + Row(smallHeads, 780, "B", at) + string.Concat(of.Select((r, i) => Row([r[1], r[3], r[4]], 764 - (i * 16), "F", at)));
            return !isDrawn ? text : text + string.Concat(Enumerable.Range(0, of.Length + 2).Select(i => Line(at[0] - 4, 791 - (i * 16), at[0] + 236, 791 - (i * 16)))) + string.Concat(at.Append(at[0] + 240).Select(l => Line(l - 4, 791, l - 4, 775 - (of.Length * 16))));
        }

        var reading = Read(Small(0, "Japan", rows[..4]) + Small(260, "Chile", rows[4..]));
        reading.Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Parties[0].Country)).ShouldBe(rows.Select((r, i) => (r[1], (string?)(i < 4 ? "JP" : "CL"))));
        reading.Placed.Unplaced.ShouldBeEmpty();
    }

    private static readonly string[][] wrapped = [["Universidad Nacional de", "la Costa Norte de los", "Andes"], ["Technical University of", "the Northern Highlands"], ["Lakeside College"], ["Harbour Institute of", "Marine Engineering"]];

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    [InlineData(0.5, false, false)]
    [InlineData(0.5, true, false)]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    public void Rows_of_several_lines_are_whole_where_pages_end_between_them_or_within(double stands, bool isNumbered, bool hasHeads)
    {
        double[] at = isNumbered ? [40, 70, 200, 300, 400] : [0, 40, 200, 300, 400];
        var top = Row(heads[(isNumbered ? 0 : 1)..], 800, "B", at[(isNumbered ? 0 : 1)..]);
        for (var last = 60; last < 90; last += 4)
        {
            var (pages, y) = (new List<string> { top }, 780.0);
            for (var i = 0; i < 60; i++)
            {
                var name = wrapped[i % 4];
                for (var line = 0; line < name.Length; line++, y -= 11)
                {
                    // Where a row is centred it is not torn.
                    if (y - (stands == 0.5 && line == 0 ? 11 * (name.Length - 1) : 0) < last && !(stands == 0.5 && line > 0))
                    {
                        pages.Add(hasHeads ? top : "");
                        y = hasHeads ? 780 : 800;
                    }

                    pages[^1] += At(at[1], y, name[line]);
                    var rest = Math.Floor((name.Length - 1) * stands) == line ? Row([countries[i % 4], "MoU", $"20{10 + (i % 10)}-0{(i % 9) + 1}-1{i % 9}"], y - (((name.Length - 1) * stands) - line) * 11, "F", at[2..]) : "";
                    pages[^1] += rest.Length > 0 && isNumbered ? rest + At(40, y - (((name.Length - 1) * stands) - line) * 11, $"{i + 1}") : rest;
                }

                y -= 6;
            }

            Read([.. pages]).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(0, 60).Select(i => string.Join(' ', wrapped[i % 4])), $"pages end at {last}");
        }
    }

    [Theory]
    [InlineData("Page 2 of 3")]
    [InlineData("Seite 1/2")]
    public void The_number_of_a_page_out_of_all_is_no_title(string number)
    {
        var reading = Read(At(270, 825, number) + Row(heads, 780, "B") + string.Concat(rows.Select((r, i) => Row(r, 764 - (i * 16)))));
        reading.Title.ShouldBeNullOrEmpty();
        reading.Pieces.ShouldContain(p => p.Why == Entente.Core.Piece.PageMark);
    }

    [Fact]
    public void A_table_in_two_columns_goes_on_in_the_second_before_the_next_page()
    {
        static string Column(double x, int from) => Row(smallHeads, 790, "B", [40 + x, 165 + x, 225 + x]) + string.Concat(Enumerable.Range(from, 8).Select(i => Row([$"College {(char)('A' + i)}", "MoU", $"2019-04-{i + 1:00}"], 774 - ((i - from) * 16), "F", [40 + x, 165 + x, 225 + x])));
        Read(Column(0, 0) + Column(270, 8), Column(0, 16)).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(0, 24).Select(i => $"College {(char)('A' + i)}"));
    }

    /// <summary>A drawn table whose countries stand in the first rows of groups, but not at the top of a further page.</summary>
    private static string Ruled(string[][] of, int[] begins)
    {
        var isFirst = of[0][0] == "1";
        var text = Row(heads, 800, "B") + Line(36, 812, 520, 812) + Line(36, 794, 520, 794);
        foreach (var (i, row) in of.Index())
        {
            var y = 780 - (i * 20);
            text += Row([row[0], row[1], begins.Contains(i) && (isFirst || i > 0) ? row[2] : "", row[3], row[4]], y);
            text += Line(36, y - 6, 246, y - 6) + Line(326, y - 6, 520, y - 6);
            if (begins.Contains(i + 1) || i + 1 == of.Length)
                text += Line(246, y - 6, 326, y - 6);
        }

        return text + string.Concat(lefts.Append(524).Select(x => Line(x - 4, 812, x - 4, 774 - ((of.Length - 1) * 20))));
    }

    [Fact]
    public void Where_a_comma_parts_names_and_countries_a_broken_line_tells_nothing()
    {
        double[] at = [40, 225, 345];
        string[][] lines = [["University of Ossenberg, Germany"], ["Limfjord University of Science", "and Technology, Denmark"], ["Universiti Teknologi", "Malaysia, Malaysia"], ["Verbano College, Italy"]];
        var page = Row(["Partner", "Kind", "Signed"], 800, "B", at) + Line(36, 812, 500, 812) + Line(36, 790, 500, 790);
        foreach (var (i, name) in lines.Index())
        {
            var y = 776 - (i * 36);
            page += Row([name[0], "MoU", $"2019-04-0{i + 1}"], y, "F", at) + (name.Length > 1 ? At(40, y - 11, name[1]) : "") + Line(36, y - 22, 500, y - 22);
        }

        page += string.Concat(at.Append(504).Select(x => Line(x - 4, 812, x - 4, 646)));
        Read(page).Drafts.Select(d => d.Facts.Parties[0]).Select(p => $"{p.Name} {p.City}({p.Country})").ShouldBe(
            ["University of Ossenberg (DE)", "Limfjord University of Science and Technology (DK)", "Universiti Teknologi Malaysia (MY)", "Verbano College (IT)"]);
    }

    [Fact]
    public void The_number_of_a_footnote_hangs_on_its_word()
    {
        var page = Row(heads, 800, "B") + string.Concat(rows.Select((r, i) => Row(r, 770 - (i * 24)))) + $"BT /F 9 Tf 70 602 Td (Tideway College) Tj /F 6 Tf 3 Ts (1) Tj ET\n" + Row(["8", "", "Japan", "MoU", "2020-01-02"], 602);
        Read(page).Drafts[^1].Facts.Parties[0].Name.ShouldBe("Tideway College");
    }

    [Fact]
    public void Heads_that_run_up_the_page_are_read()
    {
        var page = string.Concat(heads.Select((h, i) => $"BT /B 9 Tf 0 1 -1 0 {N(lefts[i] + 9)} 780 Tm ({h}) Tj ET\n")) + string.Concat(rows.Select((r, i) => Row(r, 760 - (i * 24))));
        page += string.Concat(Enumerable.Range(0, rows.Length + 1).Select(i => Line(36, 776 - (i * 24), 520, 776 - (i * 24)))) + Line(36, 830, 520, 830) + string.Concat(lefts.Append(524).Select(x => Line(x - 4, 830, x - 4, 608)));
        var reading = Read(page);
        reading.Drafts.Count.ShouldBe(rows.Length);
        reading.Tables[0].Columns.Select(c => c.Header).ShouldBe(heads);
    }

    [Fact]
    public void Letters_that_are_each_drawn_apart_make_words()
    {
        static string Apart(string text, double x, double y) => $"BT /F 9 Tf 1.3 Tc {N(x)} {N(y)} Td {string.Concat(text.Select(letter => $"({letter}) Tj "))} ET\n";
        var page = string.Concat(rows.Select((r, i) => string.Concat(r.Select((t, c) => Apart(t, lefts[c] - (c == 2 ? 0 : 10), 770 - (i * 24))))));
        Read(Row(heads, 800, "B") + page).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(rows.Select(r => r[1]));
    }

    [Fact]
    public void A_word_that_its_cell_broke_is_whole_where_the_page_has_it_whole()
    {
        List<PdfWord> broken = [Word("Jekaterinburgisc", 40, 100, 96), Word("hes", 40, 111, 56)];
        PdfTable.TextOf(Page([.. broken, Word("Jekaterinburgisches", 40, 300, 140)]), broken, 100).ShouldBe("Jekaterinburgisches");
        PdfTable.TextOf(Page(broken), broken, 100).ShouldBe("Jekaterinburgisc\nhes");
    }

    [Theory]
    [InlineData("Studierendenaustau", "sch", "Studierendenaustausch")]
    [InlineData("Doppelabschlussa", "bkommen", "Doppelabschlussabkommen")]
    [InlineData("Kooperationsvertr", "ag", "Kooperationsvertrag")]
    [InlineData("Politechnika", "warszawska", "Politechnika\nwarszawska")]
    [InlineData("Universitatea", "din", "Universitatea\ndin")]
    [InlineData("Studierenden", "austausch", "Studierenden\naustausch")]
    public void A_word_that_its_cell_broke_is_whole_where_it_ends_on_a_known_one(string above, string below, string text)
    {
        List<PdfWord> broken = [Word(above, 40, 100, 96), Word(below, 40, 111, 56)];
        PdfTable.TextOf(Page(broken), broken, 100).ShouldBe(text);
        // Where there was room for more the one does not go on with the other.
        PdfTable.TextOf(Page(broken), broken, 140).ShouldBe($"{above}\n{below}");
    }

    private static PdfWord Word(string text, double left, double bottom, double right) => new(text, new Box(left, bottom - 6.75, right, bottom), 9);

    private static PdfPage Page(IReadOnlyList<PdfWord> words) => new(1, 595, 842, words, []) { PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : $"BT /{font} 9 Tf {N(x)} {N(y)} Td ({text}) Tj ET\n";

    private static string Row(IEnumerable<string> cells, double y, string font = "F", double[]? at = null) => string.Concat(cells.Select((c, i) => At((at ?? lefts)[i], y, c, font)));

    private static string Line(double x0, double y0, double x1, double y1) => $"0.5 w {N(x0)} {N(y0)} m {N(x1)} {N(y1)} l S\n";

    private SourceReading Read(params string[] pages) => SourceReader.Read("list.pdf", Built(pages), new ReadOptions());

    private List<PdfTable> Tables(string page) => PdfTables.Of(PdfPages.Read("list.pdf", Built([page]), new ReadOptions()).Pages);

    private byte[] Built(string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>");
    }
}

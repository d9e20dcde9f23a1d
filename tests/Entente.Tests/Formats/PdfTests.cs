using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Entente.Tests.Formats;

/// <summary>Tables on pages: by what is drawn, else by what is blank.</summary>
public class PdfTests
{
    private static readonly string[] heads = ["No", "Partner", "Country", "Type", "Signed", "Valid until"];
    private static readonly double[] lefts = [40, 70, 220, 310, 400, 480];

    private static readonly string[][] rows =
    [
        ["1", "University of Northmoor", "Japan", "MoU", "2019-04-01", "2024-03-31"],
        ["2", "Kessel State University", "Chile", "Exchange", "2020-05-12", "2025-05-11"],
        ["3", "Okavango Delta University", "Botswana", "MoU", "2021-06-30", "2026-06-29"],
        ["4", "Lakeside College", "Canada", "MoU", "2022-07-15", "2027-07-14"],
        ["5", "Harbour Institute", "Norway", "Exchange", "2023-08-01", "2028-07-31"],
    ];

    [Fact]
    public void Columns_that_are_only_blank_between_are_told_and_places_are_kept()
    {
        var reading = Read(page => Lines(page, (_, _) => 0));
        Told(reading).ShouldBe(rows.Select(r => $"{r[1]} {r[4]} {r[5]}"));
        var place = reading.Drafts[0].Facts.Parties[0].Places[0];
        place.Page.ShouldBe(1);
        place.Box![0].ShouldBe(70, 2);
    }

    [Fact]
    public void A_cell_of_two_lines_belongs_to_the_number_in_its_middle()
    {
        var reading = Read(page => Lines(page, (row, column) => column == 1 ? 2 : 0));
        Told(reading).ShouldBe(rows.Select(r => $"{r[1]} {r[4]} {r[5]}"));
    }

    [Fact]
    public void What_is_drawn_around_several_rows_counts_for_each_of_them()
    {
        var reading = Read(page =>
        {
            Lines(page, (_, column) => column == 2 ? 1 : 0);
            page.AddText("Peru", 9, new PdfPoint(222, 760 - (3 * 30)), font);
            foreach (var x in lefts.Append(560))
                page.DrawLine(new PdfPoint(x - 3, 775), new PdfPoint(x - 3, 775 - (30 * 6)), 0.5);
            for (var line = 0; line <= rows.Length + 1; line++)
            {
                page.DrawLine(new PdfPoint(37, 775 - (line * 30)), new PdfPoint(217, 775 - (line * 30)), 0.5);
                page.DrawLine(new PdfPoint(307, 775 - (line * 30)), new PdfPoint(557, 775 - (line * 30)), 0.5);
                if (line is 0 or 1 or 6)
                    page.DrawLine(new PdfPoint(217, 775 - (line * 30)), new PdfPoint(307, 775 - (line * 30)), 0.5);
            }
        });
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(Enumerable.Repeat("PE", rows.Length));
    }

    [Fact]
    public void A_small_table_below_its_own_heading_goes_on_with_none_of_the_page_before()
    {
        var builder = new PdfDocumentBuilder();
        font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var (one, other) = (builder.AddPage(PageSize.A4), builder.AddPage(PageSize.A4));
        foreach (var (page, top, country, row) in new[] { (one, 760, "Japan", 0), (one, 620, "Chile", 1), (one, 480, "Botswana", 2), (other, 760, "Canada", 3), (other, 620, "Norway", 4) })
            Small(page, top, country, rows[row]);
        var reading = SourceReader.Read("list.pdf", builder.Build(), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0]).Select(p => (p.Name, p.Country)).ShouldBe(
            [("University of Northmoor", "JP"), ("Kessel State University", "CL"), ("Okavango Delta University", "BW"), ("Lakeside College", "CA"), ("Harbour Institute", "NO")]);
    }

    /// <summary>A heading, and a drawn table of a head and one row below it.</summary>
    private static void Small(PdfPageBuilder page, int top, string country, string[] row)
    {
        page.AddText(country, 14, new PdfPoint(40, top + 20), font);
        foreach (var x in lefts.Append(560))
            page.DrawLine(new PdfPoint(x - 3, top + 10), new PdfPoint(x - 3, top - 50), 0.5);
        for (var line = 0; line < 3; line++)
            page.DrawLine(new PdfPoint(37, top + 10 - (line * 30)), new PdfPoint(557, top + 10 - (line * 30)), 0.5);
        for (var column = 0; column < heads.Length; column++)
        {
            if (column == 2)
                continue;
            page.AddText(heads[column], 9, new PdfPoint(lefts[column], top - 5), font);
            page.AddText(row[column], 9, new PdfPoint(lefts[column], top - 35), font);
        }
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_read_and_nothing_else_happens()
    {
        var whole = File.ReadAllBytes(Checkout.Path("tests", "sample-pdf", "office.pdf"));
        var random = new Random(7);
        for (var i = 0; i < 30; i++)
        {
            var bytes = whole.ToArray();
            for (var at = 0; at < 1 + (i * 3); at++)
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            try
            {
                SourceReader.Read("damaged.pdf", i % 3 == 0 ? bytes.AsMemory(0, random.Next(20, bytes.Length)) : bytes, new ReadOptions());
            }
            catch (RefusedException refused)
            {
                refused.Code.ShouldStartWith("source.");
            }
        }
    }

    [Fact]
    public void A_page_on_which_only_a_line_is_drawn_is_said_to_be_blank()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).DrawLine(new PdfPoint(10, 10), new PdfPoint(100, 10), 1);
        Should.Throw<RefusedException>(() => SourceReader.Read("blank.pdf", builder.Build(), new ReadOptions())).Code.ShouldBe("source.blank");
    }

    [Fact]
    public void A_head_in_the_middle_of_two_columns_is_over_both()
    {
        var head = Cells([[(112, "Trade"), (212, "Ships")], [(40, "Port"), (100, "In"), (140, "Out"), (200, "In"), (240, "Out")], [(40, "Nordvik"), (100, "41"), (140, "43"), (200, "12"), (240, "13")],
            [(40, "Sandhavn"), (100, "91"), (140, "10"), (200, "31"), (240, "33")], [(40, "Ytterholm"), (100, "12"), (140, "97"), (200, "11"), (240, "15")]])
            .Single(c => c.Text == "Trade");
        (head.Column, head.ColumnSpan).ShouldBe((1, 2));
    }

    [Fact]
    public void Rows_with_few_cells_stay_rows_where_the_line_above_had_room() =>
        Cells([[(40, "Name"), (150, "One"), (200, "Two"), (250, "Three")], [(40, "Beech and birch"), (150, "1")], [(40, "Ash"), (200, "2"), (250, "7")], [(40, "Oak"), (250, "3")], [(40, "Elm"), (150, "4"), (200, "5"), (250, "6")]])
            .Select(c => c.Row).Distinct().Count().ShouldBe(5);

    /// <summary>The cells of the one table that lines 12 points apart make.</summary>
    private static IReadOnlyList<PdfCell> Cells((double Left, string Text)[][] lines)
    {
        var builder = new PdfDocumentBuilder();
        font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        foreach (var (i, line) in lines.Index())
        {
            foreach (var (left, text) in line)
                page.AddText(text, 9, new PdfPoint(left, 760 - (i * 12)), font);
        }

        return PdfTables.Of(PdfPages.Read("table.pdf", builder.Build(), new ReadOptions()).Pages).ShouldHaveSingleItem().Cells;
    }

    private static PdfDocumentBuilder.AddedFont font = null!;

    private static SourceReading Read(Action<PdfPageBuilder> draw)
    {
        var builder = new PdfDocumentBuilder();
        font = builder.AddStandard14Font(Standard14Font.Helvetica);
        draw(builder.AddPage(PageSize.A4));
        return SourceReader.Read("list.pdf", builder.Build(), new ReadOptions());
    }

    /// <summary>A head and its rows, 30 points apart.</summary>
    /// <param name="form">Of a cell: 0 as it is, 1 left out, 2 broken over two lines around the middle of its row.</param>
    private static void Lines(PdfPageBuilder page, Func<int, int, int> form)
    {
        for (var column = 0; column < heads.Length; column++)
            page.AddText(heads[column], 9, new PdfPoint(lefts[column], 760), font);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < heads.Length; column++)
                Cell(page, rows[row][column], lefts[column], 760 - ((row + 1) * 30), form(row, column));
        }
    }

    private static void Cell(PdfPageBuilder page, string text, double left, double y, int form)
    {
        var cut = text.LastIndexOf(' ');
        if (form == 0 || (form == 2 && cut < 0))
            page.AddText(text, 9, new PdfPoint(left, y), font);
        else if (form == 2)
        {
            page.AddText(text[..cut], 9, new PdfPoint(left, y + 5.2), font);
            page.AddText(text[(cut + 1)..], 9, new PdfPoint(left, y - 5.2), font);
        }
    }

    private static IEnumerable<string> Told(SourceReading reading) =>
        reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Begin!.On} {d.Facts.Ends.On}");
}

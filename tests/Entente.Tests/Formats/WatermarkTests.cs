using Entente.App.Sources;
using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

using Piece = Entente.Core.Piece;

namespace Entente.Tests.Formats;

/// <summary>Texts that are drawn over or under a page are none of its words.</summary>
public class WatermarkTests
{
    private static readonly string[] names = ["Lakeside College", "Harbour University", "Kessel University", "Marram College", "Fenland University"];

    private static readonly string[] partners = [.. Enumerable.Range(0, 20).Select(i => $"{names[i % 5]} {(char)('A' + i)}")];

    private static readonly int[] walls = [36, 216, 306, 396, 560];

    private static string Rows(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => $"BT /F 9 Tf 40 {780 - ((i - from) * 20)} Td ({partners[i]}) Tj 180 0 Td (Canada) Tj 90 0 Td (MoU) Tj 90 0 Td (2022-07-{i + 1:00}) Tj ET\n"));

    private const string Head = "BT /F 9 Tf 40 800 Td (Partner) Tj 180 0 Td (Country) Tj 90 0 Td (Type) Tj 90 0 Td (Signed) Tj ET\n";

    [Theory]
    [InlineData("q 0.8 g BT /F 70 Tf 0.6 0.8 -0.8 0.6 60 400 Tm (CONFIDENTIAL) Tj ET Q\n", 1)]
    [InlineData("q 0.8 g BT /F 60 Tf 60 560 Td (DRAFT) Tj ET Q\n", 1)]
    [InlineData("BT /F 12 Tf 0.8 0.6 -0.6 0.8 60 500 Tm (COPY) Tj 0.8 0.6 -0.6 0.8 220 600 Tm (COPY) Tj 0.8 0.6 -0.6 0.8 330 450 Tm (COPY) Tj ET\n", 3)]
    public void Large_or_slanted_texts_over_a_page_are_furniture_and_no_words_of_cells(string drawn, int marks)
    {
        var reading = SourceReader.Read("list.pdf", Built(drawn + Head + Rows(0, 20)), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(partners);
        reading.Findings.ShouldNotContain(f => f.Severity == Severity.Error);
        reading.Pieces.Count(p => p.Role == PieceRole.Furniture && p.Why == Piece.Watermark).ShouldBe(marks);
    }

    [Theory]
    [InlineData(0.9903, 0.1392)]
    [InlineData(0.9994, 0.0349)]
    [InlineData(0.9397, -0.342)]
    public void A_stamp_that_is_turned_a_little_is_no_word_of_the_cells_that_it_stands_over(double x, double y)
    {
        // Its frame is drawn with it.
        var drawn = FormattableString.Invariant($"q 1 0 0 rg 1 0 0 RG {x} {y} {-y} {x} 150 620 cm -3 -3 120 16 re S BT /F 14 Tf 0 0 Td (COPY 12.03.2024) Tj ET Q\n");
        var lines = string.Concat(Enumerable.Range(0, 22).Select(i => $"36 {813 - (i * 20)} m 560 {813 - (i * 20)} l S\n")) + string.Concat(walls.Select(at => $"{at} 813 m {at} 393 l S\n"));
        var reading = SourceReader.Read("list.pdf", Built(Head + lines + Rows(0, 20) + drawn), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(partners);
        reading.Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country == "CA" && d.Facts.Kinds.Single().Text == "MoU");
        reading.Pieces.Count(p => p.Why == Piece.Watermark).ShouldBe(1);
    }

    [Theory]
    [InlineData("BT /F 9 Tf 150 623 Td (Copy for the archive only) Tj ET\n", false)]
    [InlineData("BT /F 12 Tf 90 614 Td (SEAL OF THE OFFICE) Tj ET\n", false)]
    [InlineData("BT /F 7 Tf 130 633 Td (Printed by the Office of International Relations, all rights reserved, for internal use) Tj ET\n", true)]
    public void A_dark_text_at_the_same_place_of_the_pages_is_no_word_of_what_it_stands_over(string mark, bool isDrawn)
    {
        var lines = isDrawn ? string.Concat(Enumerable.Range(0, 12).Select(i => $"36 {813 - (i * 20)} m 560 {813 - (i * 20)} l S\n")) + string.Concat(walls.Select(at => $"{at} 813 m {at} 593 l S\n")) : "";
        var reading = SourceReader.Read("list.pdf", Built(Head + lines + Rows(0, 10) + mark, Head + lines + Rows(10, 20) + mark), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(partners);
        reading.Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country == "CA" && d.Facts.Kinds.Single().Text == "MoU");
        reading.Pieces.Count(p => p.Why == Piece.Watermark).ShouldBe(2);
    }

    [Fact]
    public void Heads_and_cells_that_reach_into_others_on_each_page_are_words_of_the_page()
    {
        static string Page(int from) => "BT /F 9 Tf 220 805 Td (Country where the partner has its seat) Tj ET\n" + Head.Replace("(Country)", "( )", StringComparison.Ordinal) + Rows(from, from + 10).Replace("(MoU)", "(Memorandum of Understanding)", StringComparison.Ordinal);
        var reading = SourceReader.Read("list.pdf", Built(Page(0), Page(10)), new ReadOptions());
        reading.Drafts.Count.ShouldBe(20);
        reading.Pieces.ShouldNotContain(p => p.Why == Piece.Watermark);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BT /F 8 Tf 40 832 Td (11/27/26, 5:15 PM) Tj ET\n")]
    public void A_large_title_over_a_list_is_no_watermark_and_when_it_was_printed_is_no_title(string over) =>
        SourceReader.Read("list.pdf", Built(over + "BT /F 20 Tf 40 813 Td (Our agreements) Tj ET\n" + Head + Rows(0, 20)), new ReadOptions()).Title.ShouldBe("Our agreements");

    [Fact]
    public void The_picture_of_a_page_has_a_watermark_lighter_and_slanted_below_the_words()
    {
        var page = PdfPages.Read(Built(Head + Rows(0, 20) + "BT /F 70 Tf 0.6 0.8 -0.8 0.6 60 400 Tm (SECRET) Tj ET\n"), 1)!;
        var texts = PageSvg.Draw(page, [], [], "page").Descendants().Where(e => e.Name.LocalName == "text").ToList();
        texts[0].Attribute("class")!.Value.ShouldBe("watermark");
        texts[0].Attribute("transform")!.Value.ShouldBe("rotate(-53.13 60 442)");
        texts.Skip(1).ShouldAllBe(t => t.Attribute("class")!.Value == "word");
    }

    [Fact]
    public void Rows_of_two_pages_at_the_same_heights_are_no_columns_of_one_sheet()
    {
        var reading = SourceReader.Read("list.pdf", Built(Head + Rows(0, 10), Rows(10, 20)), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(partners);
    }

    [Fact]
    public void A_level_pale_text_at_the_same_place_of_each_page_is_no_word_of_the_cells_that_it_stands_over()
    {
        const string mark = "q 0.8 g BT /F 10 Tf 150 623 Td (SAMPLE COPY ONLY) Tj ET Q\n";
        var reading = SourceReader.Read("list.pdf", Built(mark + Head + Rows(0, 10), Head + Rows(10, 20) + mark), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(partners);
        reading.Drafts.ShouldAllBe(d => d.Facts.Parties[0].Country == "CA");
        reading.Pieces.Count(p => p.Why == Piece.Watermark).ShouldBe(2);
    }

    [Fact]
    public void Pale_heads_and_pale_cells_are_words_of_the_page()
    {
        // Heads between dark lines of their cells, and a pale remark at the same place of both pages, on the line of its row.
        static string Page(int from) => $"q 0.7 g {Head}Q\n" + Rows(from, from + 10).Replace("(MoU) Tj", "q 0.7 g (MoU) Tj 0 g", StringComparison.Ordinal).Replace("q 0.7", "0.7", StringComparison.Ordinal);
        var reading = SourceReader.Read("list.pdf", Built(Page(0), Page(10)), new ReadOptions());
        reading.Drafts.Count.ShouldBe(20);
        reading.Drafts.ShouldAllBe(d => d.Facts.Kinds.Count == 1);
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(["Partner", "Country", "Type", "Signed"]);
    }

    private static byte[] Built(params string[] pages)
    {
        var pdf = new RawPdf();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {font} 0 R >>");
    }
}

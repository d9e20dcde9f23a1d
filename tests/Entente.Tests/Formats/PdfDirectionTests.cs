using Entente.Core;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Texts in scripts of both directions, as their words stand on a page.</summary>
public class PdfDirectionTests
{
    [Fact]
    public void Words_of_another_script_keep_their_order_and_their_brackets()
    {
        List<PdfWord> words = [Word("Sorbonne", 40, 100, 80), Word("Paris(", 85, 100, 110), Word("في", 112, 100, 125) with { IsRightToLeft = true }, Word("السوربون", 127, 100, 150) with { IsRightToLeft = true }, Word("جامعة", 155, 100, 180) with { IsRightToLeft = true }, Word(")Nord", 40, 111, 70)];
        PdfTable.TextOf(Page(words), words, 200).ShouldBe("جامعة السوربون في (Sorbonne Paris\nNord)");
    }

    [Theory]
    [InlineData(")Cairo University( القاهرة جامعة", "جامعة القاهرة (Cairo University)")]
    [InlineData("(Cairo University) القاهرة جامعة", "جامعة القاهرة (Cairo University)")]
    [InlineData(")Heidelberg( היידלברג אוניברסיטת", "אוניברסיטת היידלברג (Heidelberg)")]
    [InlineData("إسطنبول جامعة / Istanbul University", "Istanbul University / جامعة إسطنبول")]
    [InlineData("Arts & Sciences كلية", "كلية Arts & Sciences")]
    public void Names_in_two_scripts_run_as_their_page_does(string standing, string name)
    {
        var words = Standing(standing, 100);
        PdfTable.TextOf(Page([.. words, .. Standing("تفاهم مذكرة اتفاقية تعاون", 130)]), words, 500).ShouldBe(name);
    }

    [Fact]
    public void Words_from_right_to_left_keep_their_order_within_a_line_that_runs_to_the_right()
    {
        var words = Standing("Cairo University القاهرة( )جامعة Egypt", 100);
        PdfTable.TextOf(Page(words), words, 500).ShouldBe("Cairo University (جامعة القاهرة) Egypt");
    }

    [Theory]
    [InlineData("3 سنوات", "3 سنوات")]
    [InlineData("12 2022 نوفمبر", "12 نوفمبر 2022")]
    [InlineData("9.12.2020 (9.12.2025 حتى )مددت", "9.12.2020 (مددت حتى 9.12.2025)")]
    public void A_number_on_the_left_of_a_cell_that_is_set_from_the_left_comes_first(string standing, string text)
    {
        var marked = LeadingNumbers.Marked([.. Standing(standing, 100), .. Standing("10/10/2022", 130), .. ToTheRight("غير محددة", 145)]);
        List<PdfWord> own = [.. marked.Where(w => w.Box.Bottom == 100)];
        PdfTable.TextOf(Page(marked), own, 500).ShouldBe(text);
    }

    [Fact]
    public void A_number_that_ends_a_text_set_from_the_right_comes_last()
    {
        var marked = LeadingNumbers.Marked([.. ToTheRight("2018 مايو", 100), .. Standing("10/10/2022", 130), .. ToTheRight("غير محددة المدة", 145)]);
        List<PdfWord> own = [.. marked.Where(w => w.Box.Bottom == 100)];
        PdfTable.TextOf(Page(marked), own, 500).ShouldBe("مايو 2018");
    }

    [Fact]
    public void A_letter_that_takes_no_room_is_of_the_ligature_on_its_right()
    {
        var (pdf, fonts) = Arabic();
        PdfPages.Read(pdf.Build([pdf.AddStream("BT /A 9 Tf 420 700 Td <000100020003000400050006> Tj ET")], fonts), 1)!.Words.ShouldHaveSingleItem().Text.ShouldBe("الأردن");
    }

    [Fact]
    public void A_ligature_in_the_middle_of_a_word_parts_it_nowhere_on_a_long_line()
    {
        var (pdf, fonts) = Arabic();
        var line = $"BT /A 9 Tf 40 700 Td {string.Concat(Enumerable.Repeat("<000200040005> Tj <0001> Tj 26 0 Td ", 18))}ET";
        PdfPages.Read(pdf.Build([pdf.AddStream(line)], fonts), 1)!.Words.Select(w => w.Text).Distinct().ShouldHaveSingleItem().ShouldBe("نلأد");
    }

    [Fact]
    public void A_blank_that_the_next_letter_is_drawn_over_parts_no_word()
    {
        var pdf = new RawPdf();
        PdfPages.Read(pdf.Build([pdf.AddStream("BT /F 9 Tf 40 700 Td [(Absichts) ( ) 278 (abkommen von)] TJ ET")]), 1)!.Words.Select(w => w.Text).ShouldBe(["Absichtsabkommen", "von"]);
    }

    [Fact]
    public void Letters_of_words_that_stand_apart_from_each_other_are_no_names_and_that_is_said()
    {
        var (pdf, fonts) = Arabic();
        var page = string.Concat(Enumerable.Range(0, 12).Select(row => $"BT /A 9 Tf 40 {800 - (row * 20)} Td <000100020003000400050006> Tj 100 0 Td <0001> Tj 12 0 Td <0002> Tj 60 0 Td <000300040005> Tj 60 0 Td <0006> Tj 60 0 Td <000100020006> Tj ET\n"));
        var rows = string.Concat(Enumerable.Range(0, 12).Select(row => $"BT /A 9 Tf 40 {800 - (row * 20)} Td <000100020003000400050006> Tj 100 0 Td <0001> Tj 60 0 Td <000300040005> Tj 60 0 Td <00060001> Tj 60 0 Td <000100020006> Tj ET\n"));
        PdfPages.Read(pdf.Build([pdf.AddStream(page), pdf.AddStream(rows)], fonts), 1)!.Findings.ShouldHaveSingleItem().Code.ShouldBe("page.no-letters");
        PdfPages.Read(pdf.Build([pdf.AddStream(page), pdf.AddStream(rows)], fonts), 2)!.Findings.ShouldBeEmpty();
    }

    /// <summary>A font A whose fourth letter has no width.</summary>
    private static (RawPdf Pdf, string Fonts) Arabic()
    {
        var pdf = new RawPdf();
        var map = pdf.AddStream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 6 beginbfchar <0001> <0646> <0002> <062F> <0003> <0631> <0004> <0623> <0005> <0644> <0006> <0627> endbfchar endcmap end end");
        var face = pdf.Add("<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        var glyphs = pdf.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {face} 0 R /DW 600 /W [1 [586 414 386 0 518 238]] >>");
        return (pdf, $"/Font << /A {pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {map} 0 R >>")} 0 R >>");
    }

    /// <summary>Words as they stand from left to right.</summary>
    private static List<PdfWord> Standing(string line, double bottom) =>
        [.. line.Split(' ').Select((word, at) => Word(word, 40 + (45 * at), bottom, 80 + (45 * at)) with { IsRightToLeft = word.Any(c => c is >= '\u0590' and <= '\u08FF') })];

    /// <summary>The same, ended where a column of sheets ends that is set from the right.</summary>
    private static List<PdfWord> ToTheRight(string line, double bottom) =>
        Standing(line, bottom) is var words ? words.ConvertAll(w => w with { Box = w.Box with { Left = w.Box.Left + 300 - words[^1].Box.Right, Right = w.Box.Right + 300 - words[^1].Box.Right } }) : words;

    private static PdfWord Word(string text, double left, double bottom, double right) => new(text, new Box(left, bottom - 6.75, right, bottom), 9);

    private static PdfPage Page(IReadOnlyList<PdfWord> words) => new(1, 595, 842, words, []) { PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
}

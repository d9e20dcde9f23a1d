using System.IO.Compression;
using System.Text;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>What cannot be read of a document is said by page, within bounds, and the rest is read.</summary>
[Collection("hostile files")]
public class PdfHostileTests
{
    private const string Rows = """
        BT /F 9 Tf 40 800 Td (Partner) Tj 180 0 Td (Country) Tj 90 0 Td (Type) Tj 90 0 Td (Signed) Tj ET
        BT /F 9 Tf 40 780 Td (Lakeside College) Tj 180 0 Td (Canada) Tj 90 0 Td (MoU) Tj 90 0 Td (2022-07-15) Tj ET
        BT /F 9 Tf 40 760 Td (Harbour University) Tj 180 0 Td (Norway) Tj 90 0 Td (MoU) Tj 90 0 Td (2023-08-01) Tj ET
        BT /F 9 Tf 40 740 Td (Kessel University) Tj 180 0 Td (Chile) Tj 90 0 Td (MoU) Tj 90 0 Td (2020-05-12) Tj ET
        """;

    private static SourceReading Read(byte[] bytes) => SourceReader.Read("list.pdf", bytes, new ReadOptions());

    [Fact]
    public void A_page_packed_to_fill_all_memory_is_said_and_the_others_are_read()
    {
        var pdf = new RawPdf();
        var bomb = pdf.AddPacked(stream =>
        {
            var blanks = Encoding.Latin1.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 300; i++)
                stream.Write(blanks);
        });
        ReadsTheOther(pdf.Build([bomb, pdf.AddStream(Rows)]));
    }

    [Fact]
    public void A_packed_stream_is_unpacked_no_further_than_its_bound()
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 64; i++)
                stream.Write(new byte[1 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DamagedStreams.Read(packed.ToArray(), 1 << 20).ShouldBeNull();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    [Fact]
    public void Pages_on_which_nothing_stands_are_no_pictures()
    {
        var pdf = new RawPdf();
        Should.Throw<RefusedException>(() => Read(pdf.Build([pdf.AddStream("q 0.5 w 40 40 m 500 40 l S Q"), pdf.AddStream("")]))).Code.ShouldBe("source.blank");
        // One beside others is no trouble at all.
        Read(new RawPdf() is { } other ? other.Build([other.AddStream(Rows), other.AddStream("")]) : []).Findings.ShouldNotContain(f => f.Code.StartsWith("page.", StringComparison.Ordinal));
    }

    [Fact]
    public void Drawings_within_drawings_without_end_are_counted_before_they_are_drawn()
    {
        var pdf = new RawPdf();
        const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]";
        var inner = pdf.AddStream("BT (x) Tj ET", Form);
        for (var level = 0; level < 12; level++)
            inner = pdf.AddStream(string.Concat(Enumerable.Repeat("/D Do\n", 10)), $"{Form} /Resources << /XObject << /D {inner} 0 R >> >>");
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        ReadsTheOther(pdf.Build([pdf.AddStream("/D Do\n"), pdf.AddStream(Rows)], $"/Font << /F {font} 0 R >> /XObject << /D {inner} 0 R >>"));
    }

    [Theory]
    [InlineData("/I Do", "page.no-text", Severity.Error)]
    [InlineData("q 500 0 0 700 40 60 cm /I Do Q BT /F 9 Tf 250 20 Td (Page 1 of 2) Tj ET", "page.no-text", Severity.Error)]
    [InlineData("q 500 0 0 200 40 60 cm /I Do Q\n" + Rows, "page.picture", Severity.Doubt)]
    [InlineData("q 40 0 0 40 40 60 cm /I Do Q\n" + Rows, null, Severity.Note)]
    public void A_page_that_is_a_picture_is_said_whatever_is_printed_on_it(string content, string? code, Severity severity)
    {
        var pdf = new RawPdf();
        var picture = pdf.AddStream("x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8");
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var reading = Read(pdf.Build([pdf.AddStream(content.StartsWith("/I", StringComparison.Ordinal) ? $"q 500 0 0 700 40 60 cm {content} Q" : content), pdf.AddStream(Rows)], $"/Font << /F {font} 0 R >> /XObject << /I {picture} 0 R >>"));
        reading.Findings.Where(f => f.Code.StartsWith("page.", StringComparison.Ordinal)).Select(f => (f.Code, f.Severity)).ShouldBe(code is null ? [] : [(code, severity)]);
    }

    [Theory]
    [InlineData("0.15")]
    [InlineData("0.4")]
    [InlineData("0.6")]
    public void What_is_drawn_twice_to_look_bold_is_there_once(string offset)
    {
        var pdf = new RawPdf();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var once = Read(pdf.Build([pdf.AddStream(Rows)], $"/Font << /F {font} 0 R >>"));
        pdf = new RawPdf();
        font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var twice = Read(pdf.Build([pdf.AddStream($"{Rows}\nq 1 0 0 1 {offset} 0 cm\n{Rows}\nQ")], $"/Font << /F {font} 0 R >>"));
        twice.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(once.Drafts.Select(d => d.Facts.Parties[0].Name));
    }

    [Fact]
    public void A_page_whose_content_cannot_be_unpacked_is_said()
    {
        var pdf = new RawPdf();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        ReadsTheOther(pdf.Build([pdf.AddStream("These are words, and nothing that was ever packed.", "/Filter /FlateDecode"), pdf.AddStream(Rows)], $"/Font << /F {font} 0 R >>"));
    }

    private static void ReadsTheOther(byte[] bytes)
    {
        var reading = Read(bytes);
        reading.Drafts.Count.ShouldBe(3);
        var said = reading.Findings.Where(f => f.Code.StartsWith("page.", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (said.Code, said.Severity, said.Places[0].Page).ShouldBe(("page.not-read", Severity.Error, 1));
    }

    [Fact]
    public void Letters_that_are_only_numbers_of_glyphs_are_said_and_are_no_names()
    {
        var pdf = new RawPdf();
        var face = pdf.Add("<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        var glyphs = pdf.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Own) /Ordering (Own) /Supplement 0 >> /FontDescriptor {face} 0 R /DW 600 >>");
        var own = pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] >>");
        var helvetica = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var unknown = string.Concat(Enumerable.Range(0, 8).Select(row => $"BT /G 9 Tf 40 {800 - (row * 20)} Td <E001E002E003E004E005E006E007> Tj ET\n"));
        var reading = Read(pdf.Build([pdf.AddStream(unknown), pdf.AddStream(Rows)], $"/Font << /G {own} 0 R /F {helvetica} 0 R >>"));
        reading.Findings.ShouldContain(f => f.Code == "page.no-letters" && f.Places[0].Page == 1);
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["Lakeside College", "Harbour University", "Kessel University"]);
    }

    [Fact]
    public void Numbers_of_glyphs_that_look_like_letters_are_no_names_either()
    {
        var (pdf, fonts) = WithoutMap();
        var reading = Read(pdf.Build([pdf.AddStream(Rows), pdf.AddStream(string.Concat(NumberRows(780, 12)))], fonts));
        reading.Findings.ShouldContain(f => f.Code == "page.no-letters" && f.Places[0].Page == 2);
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["Lakeside College", "Harbour University", "Kessel University"]);
    }

    [Fact]
    public void Where_no_page_says_which_letters_it_has_that_is_said_of_the_document()
    {
        var (pdf, fonts) = WithoutMap();
        Should.Throw<RefusedException>(() => Read(pdf.Build([pdf.AddStream(string.Concat(NumberRows(780, 12)))], fonts))).Code.ShouldBe("source.no-letters");
    }

    [Fact]
    public void A_cell_with_unknown_letters_is_left_blank_and_said_and_the_others_are_read()
    {
        var (pdf, fonts) = WithoutMap();
        var own = "BT /G 9 Tf 40 720 Td <002F0044004E0048> Tj ET\nBT /F 9 Tf 220 720 Td (Kenya) Tj 90 0 Td (MoU) Tj 90 0 Td (2021-03-04) Tj ET";
        var reading = Read(pdf.Build([pdf.AddStream($"{Rows}\n{own}")], fonts));
        reading.Findings.ShouldContain(f => f.Code == "page.some-letters" && f.Arguments[1] == "1");
        reading.Drafts.SelectMany(d => d.Facts.Parties).Select(p => p.Name).ShouldBe(["Lakeside College", "Harbour University", "Kessel University", ""]);
    }

    [Theory]
    [InlineData("<002F0044004E0048> Tj")]
    [InlineData("/F 9 Tf (Harbour ) Tj /G 9 Tf <002F> Tj /F 9 Tf ( College) Tj")]
    [InlineData("<002F> Tj")]
    public void A_partner_with_unknown_letters_is_not_the_one_above(string drawn)
    {
        var (pdf, fonts) = WithoutMap();
        var own = $"BT /G 9 Tf 40 720 Td {drawn} ET\nBT /F 9 Tf 220 720 Td (Chile) Tj 90 0 Td (MoU) Tj 90 0 Td (2021-03-04) Tj ET";
        var reading = Read(pdf.Build([pdf.AddStream($"{Rows}\n{own}\n{Rows.Replace(" 800 ", " 700 ", StringComparison.Ordinal).Replace(" 780 ", " 680 ", StringComparison.Ordinal).Replace(" 760 ", " 660 ", StringComparison.Ordinal).Replace(" 740 ", " 640 ", StringComparison.Ordinal)}")], fonts));
        reading.Drafts[3].Facts.Parties[0].Name.ShouldBe("");
        reading.Findings.ShouldContain(f => f.Code == "partner.none");
    }

    /// <summary>A font G whose glyphs have numbers in the place of letters, beside Helvetica.</summary>
    private static (RawPdf Pdf, string Fonts) WithoutMap()
    {
        var pdf = new RawPdf();
        var face = pdf.Add("<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        var glyphs = pdf.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {face} 0 R /DW 600 >>");
        var own = pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] >>");
        var helvetica = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return (pdf, $"/Font << /G {own} 0 R /F {helvetica} 0 R >>");
    }

    private static IEnumerable<string> NumberRows(int top, int rows) =>
        Enumerable.Range(0, rows).Select(row => $"BT /G 9 Tf 40 {top - (row * 20)} Td <002F0044004E0048> Tj 180 0 Td <00260044005100440047> Tj 90 0 Td <0030005200380048> Tj ET\n");

    [Fact]
    public void A_letter_larger_than_its_page_leaves_the_rows_as_they_are()
    {
        var pdf = new RawPdf();
        var reading = Read(pdf.Build([pdf.AddStream(Rows + "\nBT /F 700 Tf 60 100 Td (X) Tj ET BT /F 300 Tf 400 500 Td (YZ) Tj ET"), pdf.AddStream(Rows)]));
        reading.Drafts.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void Letters_each_on_a_line_of_its_own_are_put_together_once()
    {
        var pdf = new RawPdf();
        var steps = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"1 0 0 1 {i % 50 * 10} {(i * 7 % 20_000) / 25.0:F2} Tm (x) Tj\n"));
        Read(pdf.Build([pdf.AddStream(Rows), pdf.AddStream($"BT /F 0.01 Tf {steps}ET")])).Drafts.Count.ShouldBe(3);
    }

    [Fact]
    public void A_page_of_more_words_than_any_list_has_is_said_and_left_out()
    {
        var pdf = new RawPdf();
        var steps = string.Concat(Enumerable.Range(0, 31_000).Select(i => $"1 0 0 1 {i % 200 * 2.9:F1} {i / 200 * 5} Tm (x) Tj\n"));
        var reading = Read(pdf.Build([pdf.AddStream(Rows), pdf.AddStream($"BT /F 1 Tf {steps}ET")]));
        reading.Drafts.Count.ShouldBe(3);
        reading.Findings.ShouldContain(f => f.Code == "page.too-slow" && f.Places[0].Page == 2);
    }

    [Fact]
    public void A_drawing_of_very_many_lines_is_no_table()
    {
        var pdf = new RawPdf();
        var lines = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{i % 110 * 5} {i / 110 * 7} m {(i % 110 * 5) + 4.5} {i / 110 * 7} l S\n{i % 110 * 5} {i / 110 * 7} m {i % 110 * 5} {(i / 110 * 7) + 4.5} l S\n"));
        Read(pdf.Build([pdf.AddStream(Rows), pdf.AddStream(lines)])).Drafts.Count.ShouldBe(3);
    }

    [Fact]
    public void A_document_with_a_password_is_refused() =>
        Should.Throw<RefusedException>(() => Read(File.ReadAllBytes(Checkout.Path("tests", "hostile", "locked.pdf")))).Code.ShouldBe("source.encrypted");

    [Theory]
    [InlineData(0.97)]
    [InlineData(0.9)]
    public void A_document_that_is_cut_off_is_said_to_be_and_the_pages_that_are_there_are_read(double share)
    {
        var whole = File.ReadAllBytes(Checkout.Path("tests", "sample-pdf", "office.pdf"));
        var cut = whole[..(int)(share * whole.Length)];
        var reading = Read(cut);
        reading.Drafts.Count.ShouldBe(127);
        reading.Findings.ShouldContain(f => f.Code == "document.cut" && f.Severity == Severity.Error);
        PdfPages.Read(cut, 2)!.Words.Count.ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.3)]
    public void A_document_of_which_too_little_is_left_is_refused_as_damaged(double share)
    {
        var whole = File.ReadAllBytes(Checkout.Path("tests", "sample-pdf", "office.pdf"));
        Should.Throw<RefusedException>(() => Read(whole[..(int)(share * whole.Length)])).Code.ShouldBe("source.broken");
    }

    [Fact]
    public void Pages_of_pictures_that_are_cut_off_are_damaged_and_not_taken_for_scans()
    {
        var pdf = new RawPdf();
        var picture = pdf.AddStream("x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8");
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var pages = Enumerable.Range(1, 2).Select(i => pdf.AddStream($"q 500 0 0 700 40 60 cm /I Do Q BT /F 9 Tf 250 20 Td (Page {i} of 2) Tj ET")).ToList();
        var whole = pdf.Build(pages, $"/Font << /F {font} 0 R >> /XObject << /I {picture} 0 R >>");
        Should.Throw<RefusedException>(() => Read(whole)).Code.ShouldBe("source.no-text");
        Should.Throw<RefusedException>(() => Read(whole[..whole.AsSpan().LastIndexOf("xref\n0"u8)])).Code.ShouldBe("source.broken");
    }

    [Fact]
    public void A_tree_of_pages_that_goes_round_is_refused_or_read()
    {
        var pdf = new RawPdf();
        var bytes = Encoding.Latin1.GetString(pdf.Build([pdf.AddStream(Rows)]));
        var round = Encoding.Latin1.GetBytes(bytes.Replace("/Kids [3 0 R]", "/Kids [4 0 R]", StringComparison.Ordinal));
        Should.Throw<RefusedException>(() => Read(round)).Code.ShouldStartWith("source.");
    }

    [Fact]
    public void More_pages_than_any_list_has_are_refused()
    {
        var pdf = new RawPdf();
        var one = pdf.AddStream(Rows);
        Should.Throw<RefusedException>(() => Read(pdf.Build([.. Enumerable.Repeat(one, 2_001)]))).Code.ShouldBe("source.too-many-pages");
    }

    [Fact]
    public void Reading_stops_between_pages_when_it_is_told_to()
    {
        var pdf = new RawPdf();
        var one = pdf.AddStream(Rows);
        using var stop = new CancellationTokenSource();
        var read = new List<PagesRead>();
        var options = new ReadOptions
        {
            Stop = stop.Token,
            Progress = new Told(p =>
            {
                read.Add(p);
                if (p.Pages == 2)
                    stop.Cancel();
            }),
        };
        Should.Throw<OperationCanceledException>(() => SourceReader.Read("list.pdf", pdf.Build([one, one, one]), options));
        read.ShouldBe([new PagesRead(1, 3), new PagesRead(2, 3)]);
    }

    [Fact]
    public void Reading_stops_also_where_all_pages_are_read_and_their_tables_are_made()
    {
        var pdf = new RawPdf();
        var one = pdf.AddStream(Rows);
        using var stop = new CancellationTokenSource();
        var options = new ReadOptions
        {
            Stop = stop.Token,
            Progress = new Told(p =>
            {
                if (p.Pages == p.Of)
                    stop.Cancel();
            }),
        };
        Should.Throw<OperationCanceledException>(() => SourceReader.Read("list.pdf", pdf.Build([one, one, one]), options));
    }

    private sealed class Told(Action<PagesRead> tell) : IProgress<PagesRead>
    {
        public void Report(PagesRead value) => tell(value);
    }
}

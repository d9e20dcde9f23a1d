using System.IO.Compression;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Pages of which only a part can be read.</summary>
public class DamagedPagesTests
{
    private const string Rows = """
        BT /F 9 Tf 40 800 Td (Partner) Tj 180 0 Td (Country) Tj 90 0 Td (Type) Tj 90 0 Td (Signed) Tj ET
        BT /F 9 Tf 40 780 Td (Lakeside College) Tj 180 0 Td (Canada) Tj 90 0 Td (MoU) Tj 90 0 Td (2022-07-15) Tj ET
        BT /F 9 Tf 40 760 Td (Harbour University) Tj 180 0 Td (Norway) Tj 90 0 Td (MoU) Tj 90 0 Td (2023-08-01) Tj ET
        BT /F 9 Tf 40 740 Td (Kessel University) Tj 180 0 Td (Chile) Tj 90 0 Td (MoU) Tj 90 0 Td (2020-05-12) Tj ET
        """;

    /// <summary>How many of its bytes are left as they are, of a hundred.</summary>
    [Theory]
    [InlineData(90)]
    [InlineData(80)]
    public void A_page_whose_content_is_damaged_is_read_up_to_there_and_that_is_said(int share)
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"BT /F 9 Tf 40 {780 - (i * 20)} Td (University of Town {i * 7919 % 1000}) Tj 180 0 Td (Kenya) Tj 90 0 Td (MoU) Tj 90 0 Td (20{10 + (i % 9)}-0{(i % 9) + 1}-04) Tj ET\n"));
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(Encoding.Latin1.GetBytes(rows));
        var bytes = packed.ToArray();
        bytes.AsSpan((int)packed.Length * share / 100, 8).Fill(0xFF);
        var pdf = new RawPdf();
        var reading = SourceReader.Read("list.pdf", pdf.Build([pdf.AddStream(bytes, "/Filter /FlateDecode"), pdf.AddStream(Rows)]), new ReadOptions());
        reading.Drafts.Count.ShouldBeInRange(4, 33);
        var said = reading.Findings.Where(f => f.Code.StartsWith("page.", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (said.Code, said.Severity, said.Places[0].Page).ShouldBe(("page.in-part", Severity.Error, 1));
    }
}

using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Tables with a frame and drawn heads, and no line between their rows.</summary>
public class FramedTablesTests
{
    private static readonly string[] heads = ["No.", "Partner", "Country", "Type", "Signed"];
    private static readonly double[] lefts = [40, 70, 220, 300, 420];

    [Fact]
    public void Rows_without_lines_below_drawn_heads_are_rows_of_their_columns()
    {
        var rows = string.Concat(Enumerable.Range(0, 8).Select(i => Row([$"{i + 1}", $"University of Town {i + 1}", "Japan", "Memorandum of", $"2010-03-0{i + 1}"], 778 - (i * 24)) + At(300, 767 - (i * 24), "Understanding")));
        var reading = Read(At(40, 815, "Agreements", "B") + Framed(bottom: 590) + rows);
        reading.Drafts.Select(d => (d.Facts.Parties[0].Name, d.Facts.Kinds[0].Text, d.Facts.Events[0].Text)).ShouldBe(Enumerable.Range(1, 8).Select(i => ($"University of Town {i}", "Memorandum of Understanding", $"2010-03-0{i}")));
    }

    [Fact]
    public void Headings_in_the_middle_of_a_frame_say_which_country_rows_are_of()
    {
        string[] countries = ["Japan", "Norway", "Germany"];
        var rows = string.Concat(Enumerable.Range(0, 9).Select(i => (i % 3 == 0 ? At(262 - (countries[i / 3].Length * 2.3), 772 - (i * 22) - (i / 3 * 22), countries[i / 3], "B") : "")
            + string.Concat(new[] { $"{i + 1}", $"College {(char)('A' + i)}", "MoU", $"2012-05-0{i + 1}" }.Select((text, at) => At(new double[] { 40, 70, 300, 420 }[at], 750 - (i * 22) - (i / 3 * 22), text)))));
        var reading = Read(Framed(bottom: 480, without: 2) + rows);
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(Enumerable.Range(0, 9).Select(i => $"College {(char)('A' + i)}"));
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "JP", "JP", "NO", "NO", "NO", "DE", "DE", "DE"]);
    }

    [Fact]
    public void A_remark_over_all_columns_of_a_drawn_table_stays_one_cell()
    {
        var page = Row(heads, 800, "B") + Row(["1", "College A", "Japan", "MoU", "2010-03-01"], 778) + At(40, 756, "Both sides meet   each year in the autumn") + At(40, 745, "and decide then   on what follows")
            + string.Concat(new double[] { 812, 790, 768, 736 }.Select(y => Line(36, y, 520, y))) + string.Concat(lefts.Append(524).Select(x => Line(x - 4, 812, x - 4, 768))) + Line(36, 812, 36, 736) + Line(520, 812, 520, 736);
        Read(page).Drafts.ShouldHaveSingleItem().Facts.Parties[0].Name.ShouldBe("College A");
    }

    /// <summary>Heads in cells, and a frame around all.</summary>
    /// <param name="without">The column that is not there.</param>
    private static string Framed(double bottom, int without = -1) =>
        string.Concat(heads.Index().Where(h => h.Index != without).Select(h => At(lefts[h.Index], 800, h.Item, "B"))) + string.Concat(new[] { 812, 790, bottom }.Select(y => Line(36, y, 520, y)))
        + string.Concat(lefts.Append(524).Index().Where(x => x.Index != without).Select(x => Line(x.Item - 4, 812, x.Item - 4, x.Index is 0 or 5 ? bottom : 790)));

    private static string Row(IEnumerable<string> cells, double y, string font = "F") => string.Concat(cells.Select((c, i) => At(lefts[i], y, c, font)));

    private static string At(double x, double y, string text, string font = "F") => $"BT /{font} 9 Tf {N(x)} {N(y)} Td ({text}) Tj ET\n";

    private static string Line(double x0, double y0, double x1, double y1) => $"0.5 w {N(x0)} {N(y0)} m {N(x1)} {N(y1)} l S\n";

    private static string N(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static SourceReading Read(string page)
    {
        var pdf = new RawPdf();
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([pdf.AddStream(page)], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

using System.Globalization;

using Entente.Core;
using Entente.Formats;
using Entente.Formats.Pdf;
using Entente.Formats.Tables;

namespace Entente.Tests.Formats;

/// <summary>Each word of a page is in a cell or in a line, or is said to be in none.</summary>
public class LostWordsTests
{
    private static readonly double[] lefts = [40, 70, 220, 420];

    private readonly RawPdf pdf = new();

    [Fact]
    public void What_stands_in_a_table_and_in_no_cell_is_said_with_its_place()
    {
        string[][] rows = [["Partner", "Country", "Signed"], ["University of Bergen", "Norway", "2019-03-15"], ["Ege University", "Turkey", "2020-01-02"]];
        var cells = rows.SelectMany((r, row) => r.Select((text, column) => new GridCell(row, column, text, new Place(Page: 1)))).ToList();
        var stray = new Place(Page: 1, Box: [10, 10, 20, 20]);
        var reading = new BlocksReader(new Source("list.pdf", "", "application/pdf", 0, null), new ReadOptions()).Read(new SourceBlocks([new TableBlock(new Grid("", cells)), new TextBlock("Recinto de", stray) { IsLost = true }]))!;
        reading.Placed.Unplaced.ShouldBe(["Recinto de"]);
        reading.Placed.IsComplete.ShouldBeFalse();
        reading.Findings.Single(f => f.Code == "tokens.unplaced").Places.ShouldBe([stray]);
    }

    [Fact]
    public void A_country_between_the_repeated_head_and_the_rows_far_below_it_is_theirs()
    {
        string[] heads = ["No.", "Partner", "Type", "Signed"];
        string Rows(int from, double y) => string.Concat(Enumerable.Range(from, 4).Select(i => Row([$"{i}", $"University of Town {i}", "MoU", $"2010-03-0{i}"], y - ((i - from) * 16))));
        var first = Row(heads, 800, "B") + At(40, 784, "Japan") + Rows(1, 768);
        var second = Row(heads, 800, "B") + At(40, 765, "Norway") + Rows(5, 730);
        Read(first, second).Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Country}").ShouldBe(Enumerable.Range(1, 8).Select(i => $"{i} {(i < 5 ? "JP" : "NO")}"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_letter_of_a_page_is_in_a_cell_a_line_or_the_edge_of_its_page(string list)
    {
        var bytes = File.ReadAllBytes(Checkout.Path("tests", "corpus", list, "source.pdf"));
        var (printed, _, _, isSheet) = PdfPages.Read("list.pdf", bytes, new ReadOptions());
        var furniture = PdfTables.Furniture(printed);
        // A letter on the edge of two pages of a sheet is drawn on both.
        var pages = SheetPages.Joined(printed, furniture, isSheet);
        var (tables, lines) = PdfBlocks.Read("list.pdf", bytes, new ReadOptions());
        var words = Letters(pages.SelectMany(p => p.Words).Where(w => !furniture.Contains(w)).Select(w => w.Text));
        foreach (var blocks in new[] { tables.Blocks, lines.Blocks })
        {
            var placed = Letters(blocks.SelectMany(b => b is TableBlock table ? table.Grid.Given.Select(c => c.Text) : [((TextBlock)b).Text]));
            words.Where(w => placed.GetValueOrDefault(w.Key) < w.Value).Select(w => $"{w.Key}: {w.Value} on pages, {placed.GetValueOrDefault(w.Key)} in blocks").ShouldBeEmpty();
        }
    }

    public static TheoryData<string> Lists() => [.. Directory.GetDirectories(Checkout.Path("tests", "corpus")).Where(f => File.Exists(Path.Combine(f, "source.pdf"))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static Dictionary<char, int> Letters(IEnumerable<string> texts) => texts.SelectMany(t => t.Where(char.IsLetterOrDigit)).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"BT /{font} 9 Tf {x:0.##} {y:0.##} Td ({text}) Tj ET\n");

    private static string Row(string[] cells, double y, string font = "F") => string.Concat(cells.Select((c, i) => At(lefts[i], y, c, font)));

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

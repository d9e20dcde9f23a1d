using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Rows that are told by what other pages of their table say, and texts that their own lines tell.</summary>
public class PdfOverPagesTests
{
    private static readonly double[] lefts = [40, 70, 220, 300, 420];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData(8, 2)]
    [InlineData(8, 1)]
    public void A_last_page_of_few_rows_goes_on_with_the_numbers_of_the_pages_before(int first, int last)
    {
        static string Table(int from, int rows) => Row(["No.", "Partner", "Country", "Type", "Signed"], 800, "B") + string.Concat(Enumerable.Range(0, rows).Select(i => (Number: from + i + 1, Y: 770.0 - (i * 34))).Select(r =>
            Row([$"{r.Number}", "", "Japan"], r.Y) + Block(70, r.Y, "Universidad de los Andes", "Orientales de la Vega") + Block(300, r.Y, "Memorandum of", "Understanding on", "Students") + Block(420, r.Y, $"{r.Number} November", "2019")));
        var drafts = Read(Table(0, first), Table(first, last)).Drafts;
        drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name} {d.Facts.Begin?.On}").ShouldBe(Enumerable.Range(1, first + last).Select(n => $"{n} Universidad de los Andes Orientales de la Vega 2019-11-{n:00}"));
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

    /// <summary>Lines with the same middle, one below the other.</summary>
    private static string Block(double x, double middle, params string[] lines) => string.Concat(lines.Select((l, i) => At(x, middle + ((lines.Length - 1) * 5) - (i * 10), l)));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double x, double y, string text, string font = "F") => text.Length == 0 ? "" : $"BT /{font} 9 Tf {N(x)} {N(y)} Td ({text}) Tj ET\n";

    private static string Row(IEnumerable<string> cells, double y, string font = "F") => string.Concat(cells.Select((c, i) => At(lefts[i], y, c, font)));

    private SourceReading Read(params string[] pages)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        return SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
    }
}

using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>What the end of a page leaves of a drawn table for the next one.</summary>
public class PageEndsTests
{
    private static readonly string[] heads = ["No.", "Partner", "Country", "Type", "Signed", "Valid until"];
    private static readonly double[] edges = [36, 60, 200, 270, 380, 450, 540];

    private readonly RawPdf pdf = new();

    private SourceReading Read(params string[] pages) => SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))]), new ReadOptions());

    private static string At(double x, double y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F 9 Tf {x:F1} {y:F1} Td ({text}) Tj ET\n");

    private static string Line(double x0, double y0, double x1, double y1) => string.Create(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");

    /// <summary>Rows in frames, each cell of one or several lines.</summary>
    private static string Drawn(double top, double[] edges, params string[][] rows)
    {
        var (drawn, y) = (new StringBuilder(Line(edges[0], top, edges[^1], top)), top);
        foreach (var row in rows)
        {
            foreach (var (column, cell) in row.Index())
                drawn.Append(string.Concat(cell.Split('\n').Select((line, i) => At(edges[column] + 3, y - 12 - (i * 11), line))));
            y -= 18 + (11 * row.Max(c => c.Count(l => l == '\n')));
            drawn.Append(Line(edges[0], y, edges[^1], y));
        }

        return drawn.Append(string.Concat(edges.Select(x => Line(x, top, x, y)))).ToString();
    }

    private static string[] Row(int number) => [$"{number}", $"University of Town {number}", "Norway", "MoU", $"2010-03-0{number}", $"2015-03-0{number}"];

    private static string Of(Draft draft) => $"{draft.Facts.Number} {draft.Facts.Parties.Single().Name} {draft.Facts.Parties[0].Country} {draft.Facts.Kinds.Single().Text} {draft.Facts.Begin?.On} {draft.Facts.Ends.On}";

    [Theory]
    [InlineData("University of Town 6", "MoU")]
    [InlineData("University of Town 6\nand of Other Towns", "Memorandum of\nUnderstanding")]
    public void A_row_that_stands_alone_on_the_last_page_is_a_row_of_the_table(string name, string kind)
    {
        string[] last = ["6", name, "Norway", kind, "2010-03-06", "2015-03-06"];
        var reading = Read(At(200, 820, "Cooperation agreements") + Drawn(790, edges, [heads, .. Enumerable.Range(1, 5).Select(Row)]), Drawn(800, edges, last));
        reading.Drafts.Select(Of).ShouldBe([.. Enumerable.Range(1, 5).Select(i => $"{i} University of Town {i} NO MoU 2010-03-0{i} 2015-03-0{i}"), $"6 {name} NO {kind} 2010-03-06 2015-03-06".Replace('\n', ' ')]);
        reading.Tables.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_head_that_stands_alone_on_the_first_page_is_the_head_of_the_table()
    {
        var reading = Read(At(200, 120, "Cooperation agreements") + Drawn(80, edges, heads), Drawn(800, edges, [.. Enumerable.Range(1, 5).Select(Row)]));
        reading.Drafts.Select(Of).ShouldBe(Enumerable.Range(1, 5).Select(i => $"{i} University of Town {i} NO MoU 2010-03-0{i} 2015-03-0{i}"));
        reading.Tables.ShouldHaveSingleItem().Columns.Select(c => c.Header).ShouldBe(heads);
    }

    /// <summary>What is blank between the frames of cells, and whether each frame is of two lines.</summary>
    [Theory]
    [InlineData(1.5, true)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    public void Cells_that_have_frames_of_their_own_are_cells_of_one_table(double between, bool isDouble)
    {
        var (pages, y) = (new[] { "", "" }, 790.0);
        void Add(int page, string[] row, int lines)
        {
            var bottom = y - 16 - (11 * (lines - 1));
            foreach (var (column, cell) in row.Index())
            {
                var (left, right) = (edges[column], edges[column + 1] - between);
                pages[page] += string.Concat(cell.Split('\n').Select((line, i) => At(left + 3, y - 12 - (i * 11), line))) + Frame(left, y, right, bottom) + (isDouble ? Frame(left + 1.5, y - 1.5, right - 1.5, bottom + 1.5) : "");
            }

            y = bottom - between;
        }

        Add(0, heads, 1);
        for (var i = 1; i < 6; i++)
            Add(0, i == 5 ? ["5", "Universidad Estatal de la", "Norway", "MoU", "2010-03-05", "2015-03-05"] : Row(i), 1);
        y = 790;
        Add(1, heads, 1);
        // The end of the page cut it.
        Add(1, ["", "Ribera", "", "", "", ""], 1);
        Add(1, Row(6), 1);
        Add(1, Row(7), 1);
        Read(pages).Drafts.Select(Of).ShouldBe(Enumerable.Range(1, 7).Select(i => $"{i} {(i == 5 ? "Universidad Estatal de la Ribera" : $"University of Town {i}")} NO MoU 2010-03-0{i} 2015-03-0{i}"));
    }

    private static string Frame(double x0, double y0, double x1, double y1) => Line(x0, y0, x1, y0) + Line(x0, y1, x1, y1) + Line(x0, y0, x0, y1) + Line(x1, y0, x1, y1);

    [Fact]
    public void A_frame_on_the_last_page_with_other_columns_is_no_row_of_the_table()
    {
        var reading = Read(Drawn(790, edges, [heads, .. Enumerable.Range(1, 5).Select(Row)]), Drawn(800, [36, 288, 540], ["Head of office", "Rector"]));
        reading.Drafts.Count.ShouldBe(5);
    }
}

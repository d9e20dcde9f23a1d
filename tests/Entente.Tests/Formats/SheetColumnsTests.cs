using Entente.Core;
using Entente.Formats.Pdf;

namespace Entente.Tests.Formats;

/// <summary>Columns of sheets that were printed without lines: each cell is drawn by itself, texts at the left of their column, figures at its right.</summary>
public class SheetColumnsTests
{
    [Fact]
    public void Texts_at_the_left_of_a_column_and_dates_at_its_right_are_of_one_column()
    {
        var table = PdfTables.Of([Page(
            Line(100, ("Partner", 40, 80), ("Ends", 200, 225), ("Remarks", 330, 370)),
            Line(115, ("Oslo", 40, 65), ("5 years", 200, 235), ("renewed", 330, 370)),
            Line(130, ("Bergen", 40, 75), ("31.12.2026", 280, 328)),
            Line(145, ("Turku", 40, 70), ("open", 200, 222), ("signed", 330, 365)))]).ShouldHaveSingleItem();
        table.Columns.ShouldBe(3);
        table.Cells.ShouldContain(c => c.Row == 2 && c.Column == 1 && c.Text == "31.12.2026");
    }

    [Fact]
    public void Numbers_that_end_where_names_begin_are_a_column_of_their_own()
    {
        var table = PdfTables.Of([Page(
            Line(85, ("Agreements of the office", 40, 160), ("as of 2024", 168, 220)),
            Line(100, ("No", 40, 55), ("Partner", 102, 140), ("Country", 250, 290)),
            Line(115, ("1", 94, 100), ("Oslo", 102, 130), ("Norway", 250, 285)),
            Line(130, ("2", 94, 100), ("Universiteit van Gent", 102, 235), ("Belgium", 250, 290)),
            Line(145, ("3", 94, 100), ("Turku", 102, 132), ("Finland", 250, 286)))]).ShouldHaveSingleItem();
        table.Cells.Where(c => c.Text is "1" or "2" or "3").ShouldAllBe(c => c.Column == 0);
        table.Cells.Where(c => c.Text is "Oslo" or "Turku" or "Universiteit van Gent").ShouldAllBe(c => c.Column == 1 && c.ColumnSpan == 1);
    }

    [Fact]
    public void A_sum_that_stands_below_the_numbers_is_of_their_column()
    {
        var table = PdfTables.Of([Page(
            Line(100, ("No", 40, 55), ("Country", 92, 120), ("Partner", 150, 185)),
            Line(113, ("1", 84, 90), ("Oslo", 150, 175)),
            Line(126, ("2", 84, 90), ("Bergen", 150, 180)),
            Line(139, ("3", 84, 90), ("Norway", 92, 122), ("Turku", 150, 178)),
            Line(152, ("4", 84, 90), ("Ghent", 150, 178)),
            Line(165, ("Sum", 40, 58), ("2 countries", 92, 130), ("4 partners", 150, 190)))]).ShouldHaveSingleItem();
        table.Columns.ShouldBe(3);
    }

    [Fact]
    public void A_sheet_that_was_made_smaller_keeps_its_columns()
    {
        var table = PdfTables.Of([Page(
            [.. Small(100, ("No", 40, 44), ("Partner", 60.3, 75), ("Country", 98.1, 110))],
            [.. Small(105, ("1", 58, 59.7), ("Oslo", 60.3, 70), ("Norway", 98.1, 108))],
            [.. Small(110, ("2", 58, 59.7), ("Universiteit", 60.3, 97.5), ("Belgium", 98.1, 108))],
            [.. Small(115, ("3", 58, 59.7), ("Turku", 60.3, 71), ("Finland", 98.1, 108))])]).ShouldHaveSingleItem();
        table.Columns.ShouldBe(3);
    }

    private static IEnumerable<PdfWord> Small(double bottom, params (string Text, double Left, double Right)[] cells) => Line(bottom, cells).Select(w => w with { Size = 4, Box = w.Box with { Top = bottom - 3 } });

    /// <summary>The cells of a line, each drawn by itself; their words stand close together.</summary>
    private static IEnumerable<PdfWord> Line(double bottom, params (string Text, double Left, double Right)[] cells) => cells.SelectMany(cell =>
    {
        var words = cell.Text.Split(' ');
        var width = (cell.Right - cell.Left - (2.5 * (words.Length - 1))) / words.Length;
        return words.Select((w, i) => new PdfWord(w, new Box(cell.Left + (i * (width + 2.5)), bottom - 7.5, cell.Left + (i * (width + 2.5)) + width, bottom), 10) { IsDrawnApart = i == 0 });
    });

    private static PdfPage Page(params IEnumerable<PdfWord>[] lines) =>
        new(1, 595, 842, [.. lines.SelectMany(l => l)], []) { IsSheet = true, PlaceOf = _ => new Place(Page: 1), Upright = b => new Box(b[0], b[1], b[2], b[3]) };
}

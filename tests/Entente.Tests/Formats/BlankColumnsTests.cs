using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Tables in text whose columns only blanks keep apart.</summary>
public class BlankColumnsTests
{
    private static SourceReading Read(string text) => SourceReader.Read("a.txt", Encoding.UTF8.GetBytes(text), new ReadOptions());

    private static IEnumerable<string> Told(SourceReading reading) => reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}, {string.Join(' ', d.Facts.Kinds.Select(k => k.Text))}, {d.Facts.Begin?.On}, {d.Facts.Ends.On}");

    /// <summary>In the longest texts of a column blanks stand one below the other, and it is one column.</summary>
    [Fact]
    public void No_column_begins_within_longer_texts() => Told(Read("""
        No   Partner                 Country      Type   Signed                    Term
        1    University of Vienna    Austria      MoU    12/3/2018                 5 years
        2    Lund University         Sweden       MoU    25 March 2021; renewed    5 years
                                                         25 March 2023
        3    Aalto University        Finland      MoU    20/10/2015                5 years
        4    Kyoto University        Japan        MoU    the 02 December 2016      no expiry date
        5    University of Oslo      Norway       MoU    14/8/2020                 3 years
        6    Charles University      Czechia      MoU    15/9/2020                 3 years
        """)).ShouldBe([
            "University of Vienna, AT, MoU, 2018-03-12, 2023-03-12", "Lund University, SE, MoU, 2021-03-25, 2028-03-25", "Aalto University, FI, MoU, 2015-10-20, 2020-10-20",
            "Kyoto University, JP, MoU, 2016-12-02, ", "University of Oslo, NO, MoU, 2020-08-14, 2023-08-14", "Charles University, CZ, MoU, 2020-09-15, 2023-09-15",
        ]);

    /// <summary>Neither the number of a page nor a line of signatures goes on with the row above.</summary>
    [Fact]
    public void What_stands_apart_is_of_no_row()
    {
        var reading = Read("""
            No   Partner                 Country      Type   Signed         Term
            1    University of Vienna    Austria      MoU    12/3/2018      5 years
            2    Lund University         Sweden       MoU    25/3/2021      5 years

                                                      2
            No   Partner                 Country      Type   Signed         Term
            3    Aalto University        Finland      MoU    20/10/2015     5 years
            4    Kyoto University        Japan        MoU    14/8/2020      5 years

            A total of 4 agreements
                                         Lakeside, the 6th of January 2023
                                                        (signed)
            """);
        Told(reading).ShouldBe([
            "University of Vienna, AT, MoU, 2018-03-12, 2023-03-12", "Lund University, SE, MoU, 2021-03-25, 2026-03-25",
            "Aalto University, FI, MoU, 2015-10-20, 2020-10-20", "Kyoto University, JP, MoU, 2020-08-14, 2025-08-14",
        ]);
        reading.Checks.ShouldContain(c => c.Kind == CheckKind.Total && c.Stated == 4 && c.Counted == 4);
        reading.Placed.IsComplete.ShouldBeTrue();
    }
}

using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Small tables without standing lines, each below the heading of its country.</summary>
public class HeadedColumnsTests
{
    /// <summary>How far from its side the columns of a table stand: in each elsewhere.</summary>
    private static readonly int[][] columns = [[0, 110, 190], [0, 150, 205], [0, 90, 160], [0, 130, 190]];

    private static readonly int[] sides = [40, 310];

    private static readonly string[] countries = ["Norway", "Italy", "Japan", "Kenya", "Chile", "Canada"], codes = ["NO", "IT", "JP", "KE", "CL", "CA"];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Tables_of_countries_that_are_set_in_two_columns_of_the_page_are_read_column_by_column(bool isLined, bool hasHeads)
    {
        var page = At(40, 815, "Cooperation agreements of the college", "B", 14);
        List<string> expected = [];
        foreach (var (side, left) in sides.Index())
        {
            var y = 790 - (side * 3);
            foreach (var own in Enumerable.Range(side * 3, 3))
                page += Table(own, left, ref y, isLined, hasHeads, expected);
        }

        Told(page + At(40, 60, "The list is kept by the international office of the college, which answers all questions about it.")).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_columns_of_a_table_stand_where_they_are_below_its_own_heading(bool isLined)
    {
        var (page, y, expected) = ("", 800, new List<string>());
        foreach (var own in Enumerable.Range(0, 6))
            page += Table(own, 40, ref y, isLined, hasHeads: false, expected);
        Told(page).ShouldBe(expected);
    }

    /// <summary>The heading of a country, heads, and rows of which one goes on on a second line.</summary>
    private static string Table(int own, int left, ref int y, bool isLined, bool hasHeads, List<string> expected)
    {
        var (text, at) = (At(left, y, countries[own], "B", 11), columns[own % columns.Length]);
        if (hasHeads)
            text += Row(left, y -= 15, at, "B", "Partner", "Signed", "Valid until");
        foreach (var i in Enumerable.Range(1, 2 + (own % 3)))
        {
            text += Row(left, y -= 15, at, "F", $"University of T{own}{i}", $"0{i}.03.201{own}", $"0{i}.03.202{own}");
            if (isLined)
                text += string.Create(CultureInfo.InvariantCulture, $"0.5 w {left} {y - 4} m {left + 255} {y - 4} l S\n");
            expected.Add($"University of T{own}{i} {codes[own]} 201{own}-03-0{i} 202{own}-03-0{i}");
        }

        y -= 24;
        return text;
    }

    private static string Row(int left, int y, int[] at, string font, params string[] cells) => string.Concat(cells.Select((c, i) => At(left + at[i], y, c, font)));

    private static string At(int x, int y, string text, string font = "F", int size = 9) => $"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n";

    private IEnumerable<string> Told(string page)
    {
        var plain = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        var reading = SourceReader.Read("list.pdf", pdf.Build([pdf.AddStream(page)], $"/Font << /F {plain} 0 R /B {bold} 0 R >>"), new ReadOptions());
        return reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country} {d.Facts.Begin?.On} {d.Facts.Ends.On}");
    }
}

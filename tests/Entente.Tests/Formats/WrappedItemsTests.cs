using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Numbered items in plain lines that go on on the next line.</summary>
public class WrappedItemsTests
{
    private static readonly string[][] items =
    [
        ["1. University of Northmoor (Japan), student exchange agreement, signed 2009-08-12, valid until 2014-", "08-12"],
        ["2. Kessel State University (Chile), MoU, signed 2010-03-23, valid until 2015-03-23"],
        ["3. Okavango Delta University (Botswana), memorandum of understanding on research, signed 2011-10-06,", "valid until 2016-10-06"],
        ["4. Lakeside College (Canada), joint degree agreement in marine engineering, signed 2012-05-17, valid", "until 2017-05-17"],
        ["5. Harbour Institute (Norway), MoU, signed 2013-12-28, valid until 2018-12-28"],
        ["6. Fenland University (Peru), student and staff exchange agreement of the schools, signed 2014-07-11,", "valid until 2019-07-11"],
    ];

    private static readonly string[] ends = ["2014-08-12", "2015-03-23", "2016-10-06", "2017-05-17", "2018-12-28", "2019-07-11"];

    private readonly RawPdf pdf = new();

    [Theory]
    [InlineData(17, 0)]
    [InlineData(13, 0)]
    [InlineData(17, 14)]
    public void Their_second_line_is_of_them_with_and_without_blanks_between_items(int step, int inset)
    {
        var reading = Read(Page(items, step, inset));
        reading.Drafts.Select(d => d.Facts.Ends.On?.ToString()).ShouldBe(ends);
        reading.Placed.Unplaced.ShouldBeEmpty();
        // The place of an item is that of its lines.
        reading.Drafts[0].Places[0].Box![3].ShouldBe(reading.Drafts[0].Places[0].Box![1] + 13 + 6.5, 1);
    }

    [Fact]
    public void An_item_goes_on_over_the_end_of_a_page()
    {
        var reading = Read(Page([.. items[..3], items[3][..1]], 17, 0), Page([items[3][1..], .. items[4..]], 17, 0));
        reading.Drafts.Select(d => d.Facts.Ends.On?.ToString()).ShouldBe(ends);
    }

    [Fact]
    public void Countries_over_items_are_no_further_lines_of_them()
    {
        var page = Page([["Japan"], [items[0][0].Replace(" (Japan)", "", StringComparison.Ordinal), items[0][1]], ["Chile"], .. items[1..2].Select(i => new[] { i[0].Replace(" (Chile)", "", StringComparison.Ordinal) }), .. items[2..]], 17, 0);
        var reading = Read(page);
        reading.Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(["JP", "CL", "BW", "CA", "NO", "PE"]);
        reading.Drafts.Select(d => d.Facts.Ends.On?.ToString()).ShouldBe(ends);
    }

    [Fact]
    public void What_may_be_of_an_item_and_is_not_read_as_such_is_said()
    {
        // The line has room above, stands no nearer than items do, and is not set in.
        var reading = Read(Page([items[1], ["renewed until 2020-03-23"], .. items[2..]], 13, 0));
        reading.Placed.Unplaced.ShouldBe(["renewed", "until", "2020-03-23"]);
        reading.Findings.ShouldContain(f => f.Code == "tokens.unplaced");
    }

    [Fact]
    public void Rows_of_a_list_that_stand_beside_its_items_are_said_and_all_its_words_are_counted()
    {
        var reading = Read(Page([["Agreements of the university"], .. items, ["Also found: College of Tideway (Kenya), MoU, 2018-10-03, without a number"]], 17, 0));
        reading.Drafts.Count.ShouldBe(items.Length);
        reading.Findings.ShouldContain(f => f.Code == "list.outside");
        reading.Placed.Atoms.ShouldBe(items.Sum(i => string.Join(' ', i).Replace("2014- ", "2014-", StringComparison.Ordinal).Split(' ').Length - 1) + 15);
    }

    [Fact]
    public void A_text_that_is_wrapped_without_setting_in_is_read_alike()
    {
        var reading = SourceReader.Read("list.txt", Encoding.UTF8.GetBytes("Agreements\n\n" + string.Join('\n', items.SelectMany(i => i))), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Ends.On?.ToString()).ShouldBe(ends);
    }

    private static string Page(string[][] of, int step, int inset)
    {
        var (page, y) = (new StringBuilder(), 800.0);
        foreach (var item in of)
        {
            foreach (var (i, line) in item.Index())
            {
                y -= i == 0 ? step : 13;
                page.Append(CultureInfo.InvariantCulture, $"BT /F 10 Tf {60 + (i == 0 ? 0 : inset)} {y} Td ({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");
            }
        }

        return page.ToString();
    }

    private SourceReading Read(params string[] pages) => SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))]), new ReadOptions());
}

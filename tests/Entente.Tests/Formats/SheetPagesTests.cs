using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Sheets wider than their paper, as programs for sheets print them: the further columns stand on pages of their own.</summary>
public class SheetPagesTests
{
    private static readonly string[] names = ["University of Northmoor", "Kessel State University", "Okavango Delta University", "Lakeside College", "Harbour Institute", "Fenland University", "Marram College", "Bay School of Law", "Upland University", "Dune Polytechnic"];
    private static readonly string[] countries = ["Japan", "Chile", "Botswana", "Canada", "Norway", "Peru", "Kenya", "Fiji", "Cuba", "Malta"];

    private static readonly double[] frames = [44, 70, 185, 265, 375, 445, 520];

    private readonly RawPdf pdf = new();

    [Fact]
    public void Cells_of_several_lines_on_a_further_page_are_of_the_rows_beside_their_last_one()
    {
        var first = At(40, 780, "Partner") + At(250, 780, "Country") + At(350, 780, "Signed");
        var second = At(40, 780, "Valid until") + At(140, 780, "Areas");
        for (var i = 0; i < 10; i++)
        {
            var y = 750 - (i * 40);
            first += At(40, y, names[i]) + At(250, y, countries[i]) + At(350, y, $"{2010 + i}-03-01");
            second += At(40, y, $"{2020 + i}-02-28") + At(140, y + 20, "Economics, management,") + At(140, y + 10, "marketing and law,") + At(140, y, "history");
        }

        Read("Calc", first, second).ShouldBe([.. Enumerable.Range(0, 10).Select(i => $"{names[i]} {countries[i]} {2010 + i}-03-01 {2020 + i}-02-28")]);
    }

    [Theory]
    [InlineData(0, 2, 1, 3)]
    [InlineData(0, 1, 2, 3)]
    public void Further_rows_and_further_columns_come_in_either_order(params int[] order)
    {
        var pages = new[] { At(40, 780, "No") + At(75, 780, "Partner") + At(250, 780, "Country"), At(40, 780, "Signed") + At(140, 780, "Valid until") + At(240, 780, "Places"), "", "" };
        for (var i = 0; i < 10; i++)
        {
            var (at, y) = (i < 5 ? 0 : 2, 766 - ((i % 5) * 14));
            pages[at] += At(i < 9 ? 68 : 63, y, $"{i + 1}") + At(75, y, names[i]) + At(250, y, countries[i]);
            pages[at + 1] += At(40, y, $"{2010 + i}-03-01") + At(140, y, $"{2020 + i}-02-28") + At(240, y, $"{(i * 3 % 5) + 1}");
        }

        Read("Calc", [.. order.Select(o => pages[o])]).ShouldBe([.. Enumerable.Range(0, 10).Select(i => $"{names[i]} {countries[i]} {2010 + i}-03-01 {2020 + i}-02-28")]);
    }

    [Fact]
    public void Words_of_one_word_each_are_of_their_own_cells()
    {
        var page = At(40, 780, "No") + At(75, 780, "Partner") + At(150, 780, "Country") + At(220, 780, "Signed");
        for (var i = 0; i < 6; i++)
            page += At(68, 766 - (i * 14), $"{i + 1}") + At(74.6, 766 - (i * 14), $"{countries[i]}-College") + At(150, 766 - (i * 14), countries[i]) + At(220, 766 - (i * 14), $"{2010 + i}-03-01");
        Reading("Calc", page).Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe([.. Enumerable.Range(0, 6).Select(i => $"{countries[i]}-College")]);
    }

    [Fact]
    public void A_country_in_the_last_of_its_rows_is_of_all_of_them()
    {
        string?[] printed = [null, "Japan", "Chile", null, null, "Canada", "Norway"];
        string[] codes = ["JP", "JP", "CL", "CA", "CA", "CA", "NO"];
        var page = At(40, 780, "Country") + At(120, 780, "Partner") + At(300, 780, "Type") + At(380, 780, "Signed");
        for (var i = 0; i < 7; i++)
            page += (printed[i] is { } country ? At(40, 766 - (i * 14), country) : "") + At(120, 766 - (i * 14), names[i]) + At(300, 766 - (i * 14), "MoU") + At(380, 766 - (i * 14), $"{2010 + i}-03-01");
        Reading("Calc", page + At(120, 640, "Total: 7")).Drafts.Select(d => d.Facts.Parties[0].Country).ShouldBe(codes);
    }

    [Fact]
    public void A_partner_and_a_country_in_the_last_of_their_rows_are_of_all_of_them_and_sums_of_none()
    {
        string?[] countries = [null, "Japan", null, "Chile"], partners = [null, "University of Kyoto", null, "University of Arica"];
        var page = At(20, 780, "No") + At(40, 780, "Country") + At(120, 780, "University") + At(240, 780, "Type") + At(380, 780, "Signed") + At(450, 780, "Until") + At(520, 780, "Office");
        for (var (i, y) = (0, 766.0); i < 4; i++, y -= 14)
        {
            page += (countries[i] is { } country ? At(40, y, country) : "") + (partners[i] is { } partner ? At(120, y, partner) : "") + At(20, y, $"{i + 1}") + At(240, y, i % 2 == 0 ? "MoU" : "Student exchange agreement") + At(380, y, $"{2010 + i}-03-01") + At(450, y, $"{2015 + i}-03-01") + At(520, y, "East");
            if (countries[i] is { } above)
                page += At(40, y -= 14, $"Total {above}") + At(240, y, "2");
        }

        Reading("Calc", page).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {d.Facts.Parties[0].Country}").ShouldBe(["University of Kyoto JP", "University of Kyoto JP", "University of Arica CL", "University of Arica CL"]);
    }

    [Fact]
    public void The_few_rows_of_the_last_page_are_no_further_columns_of_the_first_one()
    {
        var pages = new[] { "", "" };
        void Add(int page, double y, int lines, params (double X, string Text)[] texts) =>
            pages[page] += string.Concat(texts.Select(t => At(t.X, y, t.Text))) + Line(44, y + (10 * lines) - 4, 520, y + (10 * lines) - 4) + Line(44, y - 4, 520, y - 4) + string.Concat(frames.Select(x => Line(x, y - 4, x, y + (10 * lines) - 4)));
        Add(0, 790, 1, (48, "No"), (75, "Partner"), (190, "Country"), (270, "Type"), (380, "Signed"), (450, "Valid until"));
        for (var i = 0; i < 10; i++)
        {
            // Its lines are at the heights of others of the first page.
            var (page, y) = (i < 8 ? 0 : 1, (i < 8 ? 760 : 770) - (i % 8 * 30));
            Add(page, y, 3, (i < 9 ? 63 : 58, $"{i + 1}"), (75, "University"), (190, countries[i]), (270, "Understanding"), (380, $"{2010 + i}-03-01"), (450, $"{2020 + i}-02-28"));
            pages[page] += At(75, y + 20, $"{countries[i]}ese") + At(75, y + 10, "International") + At(270, y + 10, "Memorandum of");
        }

        Read("Calc", pages).ShouldBe([.. Enumerable.Range(0, 10).Select(i => $"{countries[i]}ese International University {countries[i]} {2010 + i}-03-01 {2020 + i}-02-28")]);
    }

    private List<string> Read(string creator, params string[] pages) =>
        [.. Reading(creator, pages).Drafts.Select(d => $"{d.Facts.Parties[0].Name} {Countries(d)} {d.Facts.Events[0].On} {d.Facts.Ends.On}")];

    private static string Countries(Draft draft) => countries.First(c => Entente.Core.Reading.Countries.Find(c)!.Code == draft.Facts.Parties[0].Country);

    private SourceReading Reading(string creator, params string[] pages) => SourceReader.Read("list.pdf", pdf.Build([.. pages.Select(p => pdf.AddStream(p))], creator: creator), new ReadOptions());

    private static string Line(double x0, double y0, double x1, double y1) => string.Create(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");

    private static string At(double x, double y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F 9 Tf {x:0.##} {y:0.##} Td ({text}) Tj ET\n");
}

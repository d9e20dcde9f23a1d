using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Pages with a card for each agreement: a heading, a flag, labels, and text below them.</summary>
public class CardsTests
{
    private static SourceReading Read(string cards) => SourceReader.Read("a.html", Encoding.UTF8.GetBytes(
        $"<html><body><nav><ul><li>Home</li><li>The town</li><li>Contact</li><li>Press</li></ul></nav><h1>Twinned towns</h1>{cards}<footer><p>Updated on 12 September 2023</p><p>Town hall, 1 Market Square</p></footer></body></html>"), new ReadOptions());

    private static string Card(string name, string country, string labels, string more) =>
        $"<article><h3>{name}</h3><p><img src=\"f.png\" alt=\"{country}\"> {country}</p><dl><dt>Type</dt><dd>Memorandum of Understanding</dd>{labels}</dl>{more}<a href=\"#\">Read more</a></article>";

    private static string Label(string label, string value) => $"<dt>{label}</dt><dd>{value}</dd>";

    [Fact]
    public void Cards_are_read_with_the_text_below_their_labels()
    {
        var reading = Read(
            Card("Kirkcaldy", "United Kingdom", Label("Signed on", "8 May 1987"), "<p>84 members.</p>")
            + Card("Segovia", "Spain", Label("Signed on", "21/09/1995") + Label("Term", "5 years"), "")
            + Card("Ferrara", "Italy", Label("Signed on", "June 1972"), "<p>Terminated on 30 June 2009 by consent.</p>")
            + Card("Dori", "Burkina Faso", Label("Period", "2005-2010"), ""));
        reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}, {string.Join(' ', d.Facts.Events.Select(e => $"{e.Act} {e.On}"))}, {d.Facts.Ends.On}").ShouldBe([
            "Kirkcaldy, GB, Signed 1987-05-08, ", "Segovia, ES, Signed 1995-09-21, 2000-09-21", "Ferrara, IT, Signed 1972-06 Terminated 2009-06-30, ", "Dori, BF, Effective 2005, 2010",
        ]);
        reading.Drafts.Select(d => d.Facts.Note).ShouldBe(["84 members.", null, "Terminated on 30 June 2009 by consent.", null]);
        reading.ListedOn?.ToString().ShouldBe("2023-09-12");
        reading.Placed.IsComplete.ShouldBeTrue();
    }

    /// <summary>How many stand beside each other; whether each has a frame; and with a long kind that goes on in the next line.</summary>
    [Theory]
    [InlineData(2, false, "Student exchange")]
    [InlineData(2, true, "Student exchange")]
    [InlineData(3, true, "Student exchange")]
    [InlineData(2, true, "Cooperation in research and in the|exchange of staff")]
    [InlineData(3, false, "Cooperation in research and in the|exchange of staff")]
    public void Cards_that_stand_beside_each_other_in_a_PDF_are_one_after_the_other(int columns, bool isFramed, string kind)
    {
        string[] names = ["University of Bergen", "Aalto University", "Kyushu University", "Charles University", "University of Zagreb"];
        var content = new StringBuilder("BT /F 14 Tf 40 780 Td (International agreements) Tj ET\n");
        for (var i = 0; i < names.Length; i++)
        {
            var (x, y) = (40 + (i % columns * 180), 740 - (i / columns * 90));
            var lines = $"{names[i]}|Country: {(i % 2 == 0 ? "Norway" : "Japan")}|Type of agreement: {kind}|Signed: {i + 13}.05.2020|Valid until: 31.12.202{i + 5}".Split('|');
            content.Append(string.Concat(lines.Select((line, at) => $"BT /F 7 Tf {x} {y - (9 * at)} Td ({line}) Tj ET\n")));
            if (isFramed)
                content.Append(System.Globalization.CultureInfo.InvariantCulture, $"{x - 6} {y - 58} 172 70 re S\n");
        }

        var pdf = new RawPdf();
        var reading = SourceReader.Read("list.pdf", pdf.Build([pdf.AddStream(content.ToString())]), new ReadOptions());
        reading.Drafts.Select(d => $"{d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}, {string.Join('+', d.Facts.Kinds.Select(k => k.Text))}, {string.Join('+', d.Facts.Events.Select(e => e.On))}, {d.Facts.Ends.On}").ShouldBe(
            names.Select((n, i) => $"{n}, {(i % 2 == 0 ? "NO" : "JP")}, {kind.Replace('|', ' ')}, 2020-05-{i + 13}, 202{i + 5}-12-31"));
        reading.Placed.IsComplete.ShouldBeTrue();
        reading.Drafts[1].Facts.Parties[0].Places[0].Box![0].ShouldBeInRange(200, 240, "its place is the one on the page");
    }

    [Fact]
    public void What_goes_on_in_the_next_line_of_a_text_is_of_the_label_above_or_of_the_name()
    {
        const string Text = """
            International agreements

            1. Middle East Technical University of Northern
            Anatolia
            Country: Turkey
            Type of agreement: Cooperation in research and in
            the exchange of staff
            Signed: 13.05.2020
            Validity: 5 years and again for five years unless
            terminated

            2. Aalto University
            Country: Finland
            Type of agreement: Memorandum of Understanding
            Signed: 14.05.2020
            Validity: indefinite
            """;
        var reading = SourceReader.Read("list.txt", Encoding.UTF8.GetBytes(Text), new ReadOptions());
        reading.Drafts.Select(d => $"{d.Facts.Number} {d.Facts.Parties[0].Name}, {d.Facts.Parties[0].Country}, {string.Join('+', d.Facts.Kinds.Select(k => k.Text))}, {string.Join('+', d.Facts.Events.Select(e => e.On))}, {d.Facts.Term.Text}").ShouldBe([
            "1 Middle East Technical University of Northern Anatolia, TR, Cooperation in research and in the exchange of staff, 2020-05-13, 5 years and again for five years unless terminated",
            "2 Aalto University, FI, Memorandum of Understanding, 2020-05-14, indefinite",
        ]);
        reading.Placed.IsComplete.ShouldBeTrue();
    }
}

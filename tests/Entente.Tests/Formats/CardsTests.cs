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
}

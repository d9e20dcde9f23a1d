using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Signs in texts that nobody sees.</summary>
public class UnseenSignsTests
{
    private const string List = "No,Partner,Country,Type,Signed\n1,University of Vienna,Austria,MoU,2021-05-12\n2,Kyoto University,Japan,MoU,2021-05-13\n3,University of Oslo,Norway,MoU,2021-05-14\n";

    private static SourceReading Read(string name, byte[] bytes) => SourceReader.Read(name, bytes, new ReadOptions());

    [Theory]
    [InlineData('\a', "U+0007")]
    [InlineData('\u001F', "U+001F")]
    [InlineData('\0', "U+0000")]
    [InlineData('\u007F', "U+007F")]
    public void A_control_character_is_left_out_and_told(char sign, string code)
    {
        var reading = Read("a.csv", Encoding.UTF8.GetBytes(List.Replace("Kyoto", $"Kyo{sign}to", StringComparison.Ordinal).Replace("Norway", $"Nor{sign}way", StringComparison.Ordinal)));
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["University of Vienna", "Kyoto University", "University of Oslo"]);
        reading.Drafts[2].Facts.Parties[0].Country.ShouldBe("NO");
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Id).ShouldBe(("text.control", Severity.Note, "f1"));
        finding.Arguments.ShouldBe([code, "3, 4"]);
        finding.Places.Select(p => p.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void A_page_and_json_with_one_are_read_too()
    {
        Read("a.html", Encoding.UTF8.GetBytes("<html><table><tr><th>Partner</th><th>Country</th><th>Signed</th></tr>\n<tr><td>Kyoto\a University</td><td>Japan</td><td>2021-05-13</td></tr></table></html>")).Findings.ShouldContain(f => f.Code == "text.control" && f.Places[0].Line == 2);
        Read("a.json", Encoding.UTF8.GetBytes("[{\"partner\":\"Kyoto\a University\",\"country\":\"Japan\",\"signed\":\"2021-05-13\"},{\"partner\":\"Lund University\",\"country\":\"Sweden\",\"signed\":\"2021-05-13\"}]")).Drafts[0].Facts.Parties[0].Name.ShouldBe("Kyoto University");
    }

    [Theory]
    [InlineData("Kyo\u200Bto University")]
    [InlineData("Kyoto Uni\u00ADver\u00ADsity")]
    [InlineData("\"Kyoto Uni\u00AD\nversity\"")]
    [InlineData("\uFEFFKyoto\u2060 University")]
    public void Signs_for_breaking_words_are_not_of_a_name(string written)
    {
        var reading = Read("a.csv", Encoding.UTF8.GetBytes(List.Replace("Kyoto University", written, StringComparison.Ordinal)));
        reading.Drafts[1].Facts.Parties[0].Name.ShouldBe("Kyoto University");
        reading.Findings.ShouldBeEmpty();
    }
}

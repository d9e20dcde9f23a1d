using System.Text;

using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Rows of values of which one goes on in the row below.</summary>
public class RowsThatGoOnTests
{
    private const string List = "Partner;Country;Type;Signed;Term\nKeio University;Japan;MOU;05/06/2021;5 years\nEwha University;South Korea;MOU;07/08/2021;5 years\n;;;;and more\nYonsei University;South Korea;MOU;13/08/2021;5 years\n";

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData(',')]
    public void A_value_below_blank_ones_is_of_no_other_row(char separator)
    {
        var reading = SourceReader.Read("a.txt", Encoding.UTF8.GetBytes(List.Replace(';', separator)), new ReadOptions());
        reading.Drafts.Select(d => d.Facts.Parties[0].Name).ShouldBe(["Keio University", "Ewha University", "", "Yonsei University"]);
        reading.Drafts.ShouldAllBe(d => d.Facts.Number == null);
        reading.Drafts.Select(d => d.Facts.Ends.Basis).Distinct().Count().ShouldBe(2);
        reading.Findings.Where(f => f.Code == "term.not-read").ShouldHaveSingleItem().Arguments[0].ShouldBe("and more");
    }
}

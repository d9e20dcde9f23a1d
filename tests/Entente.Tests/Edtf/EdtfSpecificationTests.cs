using Entente.Edtf;

namespace Entente.Tests.Edtf;

/// <summary>Every example of the specification of 4 February 2019, by its headings.</summary>
public class EdtfSpecificationTests
{
    [Theory]
    [InlineData("1985-04-12", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04", "1985-04-01", "1985-04-30")]
    [InlineData("1985", "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12")]
    [InlineData("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12")]
    [InlineData("1964/2008", "1964-01-01", "2008-12-31")]
    [InlineData("2004-06/2006-08", "2004-06-01", "2006-08-31")]
    [InlineData("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08")]
    [InlineData("2004-02-01/2005-02", "2004-02-01", "2005-02-28")]
    [InlineData("2004-02-01/2005", "2004-02-01", "2005-12-31")]
    [InlineData("2005/2006-02", "2005-01-01", "2006-02-28")]
    public void Level_0(string text, string earliest, string latest) => Check(text, 0, earliest, latest);

    [Theory]
    [InlineData("Y170000002", "170000002-01-01", "170000002-12-31")]
    [InlineData("Y-170000002", "-170000002-01-01", "-170000002-12-31")]
    [InlineData("2001-21", "2001-03-01", "2001-05-31")]
    [InlineData("2001-22", "2001-06-01", "2001-08-31")]
    [InlineData("2001-23", "2001-09-01", "2001-11-30")]
    [InlineData("2001-24", "2001-12-01", "2002-02-28")]
    [InlineData("1984?", "1984-01-01", "1984-12-31")]
    [InlineData("2004-06~", "2004-06-01", "2004-06-30")]
    [InlineData("2004-06-11%", "2004-06-11", "2004-06-11")]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31")]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30")]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31")]
    [InlineData("1985-04-12/..", "1985-04-12", "inf")]
    [InlineData("1985-04/..", "1985-04-01", "inf")]
    [InlineData("1985/..", "1985-01-01", "inf")]
    [InlineData("../1985-04-12", "-inf", "1985-04-12")]
    [InlineData("../1985-04", "-inf", "1985-04-30")]
    [InlineData("../1985", "-inf", "1985-12-31")]
    [InlineData("1985-04-12/", "1985-04-12", null)]
    [InlineData("1985-04/", "1985-04-01", null)]
    [InlineData("1985/", "1985-01-01", null)]
    [InlineData("/1985-04-12", null, "1985-04-12")]
    [InlineData("/1985-04", null, "1985-04-30")]
    [InlineData("/1985", null, "1985-12-31")]
    [InlineData("-1985", "-1985-01-01", "-1985-12-31")]
    public void Level_1(string text, string? earliest, string? latest) => Check(text, 1, earliest, latest);

    [Theory]
    [InlineData("Y-17E7", "-170000000-01-01", "-170000000-12-31")]
    [InlineData("1950S2", "1900-01-01", "1999-12-31")]
    [InlineData("Y171010000S3", "171000000-01-01", "171999999-12-31")]
    [InlineData("Y3388E2S3", "338000-01-01", "338999-12-31")]
    [InlineData("2001-34", "2001-04-01", "2001-06-30")]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31")]
    [InlineData("[..1760-12-03]", "-inf", "1760-12-03")]
    [InlineData("[1760-12..]", "1760-12-01", "inf")]
    [InlineData("[1760-01,1760-02,1760-12..]", "1760-01-01", "inf")]
    [InlineData("[1667,1760-12]", "1667-01-01", "1760-12-31")]
    [InlineData("[..1984]", "-inf", "1984-12-31")]
    [InlineData("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31")]
    [InlineData("{1960,1961-12}", "1960-01-01", "1961-12-31")]
    [InlineData("{..1984}", "-inf", "1984-12-31")]
    [InlineData("2004-06~-11", "2004-06-11", "2004-06-11")]
    [InlineData("2004?-06-11", "2004-06-11", "2004-06-11")]
    [InlineData("?2004-06-~11", "2004-06-11", "2004-06-11")]
    [InlineData("2004-%06-11", "2004-06-11", "2004-06-11")]
    [InlineData("156X-12-25", "1560-12-25", "1569-12-25")]
    [InlineData("15XX-12-25", "1500-12-25", "1599-12-25")]
    [InlineData("XXXX-12-XX", "0000-12-01", "9999-12-31")]
    [InlineData("1XXX-XX", "1000-01-01", "1999-12-31")]
    [InlineData("1XXX-12", "1000-12-01", "1999-12-31")]
    [InlineData("1984-1X", "1984-10-01", "1984-12-31")]
    [InlineData("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20")]
    [InlineData("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03")]
    public void Level_2(string text, string? earliest, string? latest) => Check(text, 2, earliest, latest);

    [Theory]
    [InlineData("0000", 0)]
    [InlineData("-0001-01-01", 1)]
    [InlineData("-0001-01-01T10:10:10Z", 1)]
    [InlineData("Y170000002?", 1)]
    [InlineData("2001-21?", 1)]
    [InlineData("201X~", 1)]
    [InlineData("1985/2001-21", 1)]
    [InlineData("1985?/2001", 1)]
    [InlineData("../..", 1)]
    [InlineData("2001?", 1)]
    [InlineData("?2001", 2)]
    [InlineData("?2001-?06", 2)]
    [InlineData("2001-06?-11?", 2)]
    [InlineData("2001-25", 2)]
    [InlineData("1XXX", 2)]
    [InlineData("20XX-XX", 2)]
    [InlineData("2004-XX-01", 2)]
    [InlineData("2004-06-1X", 2)]
    [InlineData("2004-21/2004-33", 2)]
    [InlineData("198X/1999", 2)]
    [InlineData("Y17E4", 2)]
    [InlineData("[1985]", 2)]
    public void The_level_is_the_lowest_that_allows_the_text(string text, int level) => EdtfText.Valid(text).Level.ShouldBe(level);

    [Theory]
    [InlineData("?2001", "2001?")]
    [InlineData("2004-?06-?11", "2004-?06-?11")]
    [InlineData("?2004-?06-11", "2004-06?-11")]
    [InlineData("?2004-06-11~", "2004%-~06-~11")]
    [InlineData("?2004-?06-?11", "2004-06-11?")]
    [InlineData("2004?-06?-~11", "2004-06?-~11")]
    [InlineData("Y-17E7", "Y-170000000")]
    [InlineData("Y3388E2S3", "Y338800S3")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00")]
    [InlineData("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z")]
    [InlineData("?2001/%2002", "2001?/2002%")]
    [InlineData("[?2001,2002]", "[2001?,2002]")]
    public void What_can_be_written_in_two_ways_has_one_canonical_text_and_is_equal(string text, string canonical)
    {
        var value = EdtfText.Valid(text);
        value.Text.ShouldBe(text);
        value.ToString().ShouldBe(canonical);
        value.ShouldBe(EdtfText.Valid(canonical));
        value.GetHashCode().ShouldBe(EdtfText.Valid(canonical).GetHashCode());
    }

    private static void Check(string text, int level, string? earliest, string? latest)
    {
        var value = EdtfText.Valid(text);
        value.Level.ShouldBe(level);
        (value.Earliest?.ToString(), value.Latest?.ToString()).ShouldBe((earliest, latest));
        value.Text.ShouldBe(text);
        EdtfText.Valid(value.ToString()).ShouldBe(value);
    }
}

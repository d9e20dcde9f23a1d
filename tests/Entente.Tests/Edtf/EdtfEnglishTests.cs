using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfEnglishTests
{
    [Theory]
    [InlineData("2022-11-08", "8 November 2022")]
    [InlineData("2022-11", "November 2022")]
    [InlineData("2022", "2022")]
    [InlineData("0033", "AD 33")]
    [InlineData("0000", "1 BC")]
    [InlineData("-0999-03-15", "15 March 1000 BC")]
    [InlineData("Y170000002", "the year 170000002")]
    [InlineData("Y-17E7", "170000001 BC")]
    [InlineData("1985-04-12T23:20:30", "12 April 1985 at 23:20:30")]
    [InlineData("1985-04-12T23:20:30Z", "12 April 1985 at 23:20:30 UTC")]
    [InlineData("1985-04-12T23:20:30-04", "12 April 1985 at 23:20:30 (UTC-04:00)")]
    public void Dates_are_written_out(string text, string english) => Check(text, english);

    [Theory]
    [InlineData("2001-21", "spring 2001")]
    [InlineData("2001-24", "winter 2001")]
    [InlineData("2001-27", "autumn 2001 (northern hemisphere)")]
    [InlineData("2001-30", "summer 2001 (southern hemisphere)")]
    [InlineData("2001-36", "fourth quarter of 2001")]
    [InlineData("2001-37", "first four months of 2001")]
    [InlineData("2001-41", "second half of 2001")]
    [InlineData("195X-21", "spring in the 1950s")]
    public void Parts_of_a_year_have_their_names(string text, string english) => Check(text, english);

    [Theory]
    [InlineData("2022~", "about 2022")]
    [InlineData("2022-11?", "possibly November 2022")]
    [InlineData("2022-11-08%", "possibly about 8 November 2022")]
    [InlineData("199X~", "some time in the 1990s (approximate)")]
    [InlineData("2004?-06-11", "11 June 2004 (year uncertain)")]
    [InlineData("2004-%06-~11", "11 June 2004 (month uncertain and approximate, day approximate)")]
    [InlineData("2004-~21", "spring 2004 (part of the year approximate)")]
    public void What_is_doubtful_is_said(string text, string english) => Check(text, english);

    [Theory]
    [InlineData("199X", "some time in the 1990s")]
    [InlineData("200X", "some time in 2000–2009")]
    [InlineData("19XX", "some time in 1900–1999")]
    [InlineData("-01XX", "some time in 200 BC–101 BC")]
    [InlineData("1X32", "a year of the form 1X32")]
    [InlineData("XXXX", "an unknown year")]
    [InlineData("-XXXX", "an unknown year BC")]
    [InlineData("2004-XX", "some month in 2004")]
    [InlineData("1984-1X", "some month from October to December in 1984")]
    [InlineData("1985-04-XX", "some day in April 1985")]
    [InlineData("1985-XX-XX", "some day in 1985")]
    [InlineData("156X-12-25", "25 December in the 1560s")]
    [InlineData("15XX-12-25", "25 December in a year in 1500–1599")]
    [InlineData("XXXX-12-XX", "some day in December in an unknown year")]
    [InlineData("1560-XX-25", "day 25 of some month in 1560")]
    [InlineData("2015-02-X8", "8, 18 or 28 February 2015")]
    [InlineData("2015-02-X9", "9 or 19 February 2015")]
    [InlineData("2015-02-2X", "some day from 20 to 28 February 2015")]
    [InlineData("-1X32-X1-X2", "day 2, 12 or 22 of January or November in a year of the form -1X32")]
    [InlineData("1950S2", "some time in 1900–1999, estimated as 1950")]
    [InlineData("1950S4", "1950")]
    public void What_is_unspecified_is_not_invented(string text, string english) => Check(text, english);

    [Theory]
    [InlineData("2004-06/2006-08-03~", "from June 2004 to about 3 August 2006")]
    [InlineData("2004/", "from 2004 until an unknown date")]
    [InlineData("/2004", "from an unknown date to 2004")]
    [InlineData("2004/..", "from 2004 with an open end")]
    [InlineData("../2004", "from an open start to 2004")]
    [InlineData("[1667,1668,1670..1672]", "one of 1667, 1668 or 1670 to 1672")]
    [InlineData("{1960,1961-12}", "all of 1960 and December 1961")]
    [InlineData("[1670..1672]", "one of 1670 to 1672")]
    [InlineData("[1667]", "1667")]
    [InlineData("[..1760-12-03]", "3 December 1760 or earlier")]
    [InlineData("[1760-12..]", "December 1760 or later")]
    [InlineData("{..1984}", "1984 and all before it")]
    [InlineData("{1984..}", "1984 and all after it")]
    public void Intervals_and_sets_name_their_ends_and_members(string text, string english) => Check(text, english);

    private static void Check(string text, string english) => EdtfText.Valid(text).Humanise().ShouldBe(english);
}

using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfBoundsTests
{
    [Theory]
    [InlineData("15XX-02-29", "1504-02-29", "1596-02-29")]
    [InlineData("19XX-02-29", "1904-02-29", "1996-02-29")]
    [InlineData("XX00-02-29", "0000-02-29", "9600-02-29")]
    [InlineData("1984-XX-31", "1984-01-31", "1984-12-31")]
    [InlineData("1984-X1-31", "1984-01-31", "1984-01-31")]
    [InlineData("2015-02-X8", "2015-02-08", "2015-02-28")]
    [InlineData("2015-02-X9", "2015-02-09", "2015-02-19")]
    [InlineData("2016-02-X9", "2016-02-09", "2016-02-29")]
    [InlineData("2015-02-2X", "2015-02-20", "2015-02-28")]
    [InlineData("1984-0X", "1984-01-01", "1984-09-30")]
    [InlineData("1984-X0", "1984-10-01", "1984-10-31")]
    [InlineData("20X0-10-02", "2000-10-02", "2090-10-02")]
    [InlineData("-1X32-X1-X2", "-1932-01-02", "-1032-11-22")]
    public void Unspecified_digits_give_the_tightest_existing_days(string text, string earliest, string latest)
        => Check(text, earliest, latest);

    [Theory]
    [InlineData("0000", "0000-01-01", "0000-12-31")]
    [InlineData("-0999", "-0999-01-01", "-0999-12-31")]
    [InlineData("-01XX", "-0199-01-01", "-0100-12-31")]
    [InlineData("-000X", "-0009-01-01", "-0001-12-31")]
    [InlineData("-XXXX-12-XX", "-9999-12-01", "-0001-12-31")]
    [InlineData("000X", "0000-01-01", "0009-12-31")]
    [InlineData("-0004-02-29", "-0004-02-29", "-0004-02-29")]
    [InlineData("0000-02-29", "0000-02-29", "0000-02-29")]
    public void Years_before_the_common_era_count_through_zero(string text, string earliest, string latest)
        => Check(text, earliest, latest);

    [Theory]
    [InlineData("1953S3", "1950-01-01", "1959-12-31")]
    [InlineData("1953S1", "1000-01-01", "1999-12-31")]
    [InlineData("1953S4", "1953-01-01", "1953-12-31")]
    [InlineData("1953S5", "1953-01-01", "1953-12-31")]
    [InlineData("-1859S2", "-1899-01-01", "-1800-12-31")]
    [InlineData("0050S1", "0050-01-01", "0059-12-31")]
    [InlineData("0000S1", "0000-01-01", "0000-12-31")]
    [InlineData("Y9999999999999999S1", "9000000000000000-01-01", "9999999999999999-12-31")]
    public void Significant_digits_give_all_years_that_share_them(string text, string earliest, string latest)
        => Check(text, earliest, latest);

    [Theory]
    [InlineData(25, "2003-03-01", "2003-05-31")]
    [InlineData(26, "2003-06-01", "2003-08-31")]
    [InlineData(27, "2003-09-01", "2003-11-30")]
    [InlineData(28, "2003-12-01", "2004-02-29")]
    [InlineData(29, "2003-09-01", "2003-11-30")]
    [InlineData(30, "2003-12-01", "2004-02-29")]
    [InlineData(31, "2003-03-01", "2003-05-31")]
    [InlineData(32, "2003-06-01", "2003-08-31")]
    [InlineData(33, "2003-01-01", "2003-03-31")]
    [InlineData(34, "2003-04-01", "2003-06-30")]
    [InlineData(35, "2003-07-01", "2003-09-30")]
    [InlineData(36, "2003-10-01", "2003-12-31")]
    [InlineData(37, "2003-01-01", "2003-04-30")]
    [InlineData(38, "2003-05-01", "2003-08-31")]
    [InlineData(39, "2003-09-01", "2003-12-31")]
    [InlineData(40, "2003-01-01", "2003-06-30")]
    [InlineData(41, "2003-07-01", "2003-12-31")]
    public void Parts_of_a_year_are_whole_months(int code, string earliest, string latest)
        => Check($"2003-{code}", earliest, latest);

    [Theory]
    [InlineData("195X-24", "1950-12-01", "1960-02-29")]
    [InlineData("9999-24", "9999-12-01", "10000-02-29")]
    [InlineData("-0001-24", "-0001-12-01", "0000-02-29")]
    public void A_winter_runs_into_the_next_year(string text, string earliest, string latest) => Check(text, earliest, latest);

    private static void Check(string text, string earliest, string latest)
    {
        var date = EdtfText.Date(text);
        (date.Earliest.ToString(), date.Latest.ToString()).ShouldBe((earliest, latest));
        EdtfValue value = date;
        (value.Earliest, value.Latest).ShouldBe((date.Earliest, date.Latest));
    }
}
